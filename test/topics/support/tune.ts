/**
 * Fits `src/topics/weights.ts` on the 4,410 labelled papers: `npx tsx test/topics/support/tune.ts [--write]`. Logistic
 * regression over the evidence of each (paper, topic): weights shared by all topics, plus a difference per topic that
 * is held small, plus a constant. The threshold is the one with the best micro-F1 in two-fold cross-validation.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { evidence, FEATURES, WIDTH } from '../../../src/topics/evidence.ts';
import { speaks } from '../../../src/topics/score.ts';
import { TOPICS } from '../../../src/topics/topics.ts';
import { readGold } from './gold.ts';

const DIFFERENCE_PENALTY = 6;
const CONSTANT_PENALTY = 1;
const STEPS = 60;
/** The labelled papers have no keywords: this weight is chosen, not fitted. */
const KEYWORD_WEIGHT = 2.4;

interface Row {
  paper: number;
  topic: number;
  x: Float64Array;
  y: number;
}

/** Parameters: shared weights, differences per topic, constants per topic, the common constant. */
const DIFFERENCES = WIDTH;
const CONSTANTS = WIDTH + TOPICS.length * WIDTH;
const COMMON = CONSTANTS + TOPICS.length;

function sum(p: Float64Array, { topic, x }: Row): number {
  const own = DIFFERENCES + topic * WIDTH;
  let total = p[COMMON]! + p[CONSTANTS + topic]!;
  for (let i = 0; i < WIDTH; i++) if (x[i] !== 0) total += x[i]! * (p[i]! + p[own + i]!);
  return total;
}

const logistic = (value: number): number => 1 / (1 + Math.exp(-value));

/** Adam over all rows at once. */
function solve(rows: readonly Row[]): Float64Array {
  const size = COMMON + 1;
  const p = new Float64Array(size);
  const [g, m, v] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  p[COMMON] = -3;
  for (let step = 1; step <= STEPS; step++) {
    g.fill(0);
    for (let j = DIFFERENCES; j < CONSTANTS; j++) g[j] = DIFFERENCE_PENALTY * p[j]!;
    for (let j = CONSTANTS; j < COMMON; j++) g[j] = CONSTANT_PENALTY * p[j]!;
    for (const row of rows) {
      const error = logistic(sum(p, row)) - row.y;
      const own = DIFFERENCES + row.topic * WIDTH;
      for (let i = 0; i < WIDTH; i++) {
        if (row.x[i] === 0) continue;
        g[i]! += error * row.x[i]!;
        g[own + i]! += error * row.x[i]!;
      }
      g[CONSTANTS + row.topic]! += error;
      g[COMMON]! += error;
    }
    const rate = step > STEPS * 0.6 ? 0.045 : 0.15;
    for (let j = 0; j < size; j++) {
      m[j] = 0.9 * m[j]! + 0.1 * g[j]!;
      v[j] = 0.98 * v[j]! + 0.02 * g[j]! ** 2;
      p[j]! -= (rate * (m[j]! / (1 - 0.9 ** step))) / (Math.sqrt(v[j]! / (1 - 0.98 ** step)) + 1e-8);
    }
  }
  return p;
}

/** Micro-F1 when every (paper, topic) from `threshold` on is given, five a paper at most. */
function microF1(scored: readonly (Row & { score: number })[], threshold: number, labels: number): number {
  const given = new Map<number, number>();
  let right = 0;
  let all = 0;
  for (const row of [...scored].sort((a, b) => b.score - a.score)) {
    const before = given.get(row.paper) ?? 0;
    if (row.score < threshold || before >= 5) continue;
    given.set(row.paper, before + 1);
    right += row.y;
    all += 1;
  }
  return (2 * right) / (all + labels);
}

function text(p: Float64Array, threshold: number): string {
  const number = (value: number): string => String(Math.round(value * 5) / 5 + 0);
  const lines = TOPICS.map(({ id }, topic) => {
    const weights = FEATURES.map((name, i) =>
      name === 'keyword' ? KEYWORD_WEIGHT : p[i]! + p[DIFFERENCES + topic * WIDTH + i]!,
    );
    return `  '${id}': '${[p[COMMON]! + p[CONSTANTS + topic]!, ...weights].map(number).join(' ')}',`;
  });
  return `/**
 * Made by \`npx tsx test/topics/support/tune.ts --write\`: how much each kind of evidence counts for each topic, fitted
 * on labelled papers. The phrases it weighs are written by hand. Per topic: the constant, then one number per entry of
 * \`FEATURES\` in \`evidence.ts\`. The labelled papers have no keywords: that weight is chosen, not fitted.
 */
export const WEIGHTS: Readonly<Record<string, string>> = {
${lines.join('\n')}
};

/** A topic is given from this score on. */
export const THRESHOLD = ${threshold};
`;
}

function main(): void {
  const gold = readGold('train');
  if (gold === undefined) throw new Error('Labelled papers not found (MANICULE_SHARED or ../shared).');
  const rows: Row[] = [];
  let labels = 0;
  gold.papers.forEach((paper, at) => {
    const right = gold.labels.get(paper.id)!.both;
    labels += right.length;
    for (const [topic, x] of evidence(paper)) {
      if (speaks(x)) rows.push({ paper: at, topic, x, y: right.includes(TOPICS[topic]!.id) ? 1 : 0 });
    }
  });
  const scored = [0, 1].flatMap((fold) => {
    const p = solve(rows.filter((row) => row.paper % 2 !== fold));
    return rows
      .filter((row) => row.paper % 2 === fold)
      .map((row) => ({ ...row, score: logistic(sum(p, row)) }));
  });
  let threshold = 0;
  let best = 0;
  for (let candidate = 25; candidate <= 50; candidate++) {
    const f1 = microF1(scored, candidate / 100, labels);
    if (f1 > best) [best, threshold] = [f1, candidate / 100];
  }
  console.log(`cross-validated micro-F1 ${best.toFixed(4)} at threshold ${threshold}, ${rows.length} rows`);
  const file = fileURLToPath(new URL('../../../src/topics/weights.ts', import.meta.url));
  if (process.argv.includes('--write')) writeFileSync(file, text(solve(rows), threshold));
}

main();
