/**
 * How well what a reader would save comes first, against the methods of other tools, on papers that are not part of the
 * project. `npm run bench -- ranking [--quick] [--develop | --every] [--only-arxiv | --only-conferences] [--sizes=10,30]
 * [--readers=3] [--speed]`: `--quick` takes one reader of each interest, with 10 and 30 papers saved; `--develop` the
 * interests that settings were chosen on, `--every` all; the figures to quote are those of the other interests, which
 * are taken without either. Every interval is over interests, whose names are printed: one with three readers counts as
 * one. `--speed`: only how long training, scoring and look-ups take.
 */
import { pathToFileURL } from 'node:url';
import { type Interest, isTestInterest } from './support/ranking-interests.ts';
import {
  draw,
  type Interval,
  interval,
  mean,
  type Quality,
  qualityOf,
  random,
} from './support/ranking-measures.ts';
import { BASELINES, type Method, ours, WITH_PHRASE } from './support/ranking-methods.ts';
import { type BenchSet, benchSet, type Reader, readerOf } from './support/ranking-readers.ts';
import { speed } from './support/ranking-speed.ts';

const has = (option: string): boolean => process.argv.includes(option);
const quick = has('--quick');
const numbers = (option: string): number[] | undefined =>
  process.argv
    .find((one) => one.startsWith(`${option}=`))
    ?.slice(option.length + 1)
    .split(',')
    .map(Number);
const SIZES = numbers('--sizes') ?? (quick ? [10, 30] : [3, 5, 10, 30, 100]);
const WEEK = quick ? [3, 5, 7] : [3, 4, 5, 6, 7, 8, 10];
/** Readers of each interest, and how many listings are drawn to find them: those with too little of it are passed over. */
const SEEDS = numbers('--readers')?.[0] ?? (quick ? 1 : 3);
const DRAWN = 60;

const round = (value: number): number => Math.round(value * 1_000) / 1_000;
const shown = (one: Interval): string =>
  `${one.mean >= 0 ? '+' : ''}${one.mean.toFixed(3)} (${one.low.toFixed(3)} … ${one.high.toFixed(3)})`;

/** What a method reached with one reader, and whose interest it was. */
interface Run extends Quality {
  of: string;
}
type Runs = Map<string, Run[]>;

function measure(readers: readonly Reader[], n: number, methods: Readonly<Record<string, Method>>): Runs {
  const out: Runs = new Map();
  for (const [name, method] of Object.entries(methods)) {
    out.set(
      name,
      readers.map((reader) => ({
        ...qualityOf(method(reader, n), reader.relevant),
        of: reader.interests.map((one) => one.name).join(' '),
      })),
    );
  }
  return out;
}

const column = (runs: Runs, name: string, measured: keyof Quality): number[] =>
  (runs.get(name) ?? []).map((one) => one[measured]);

/** Mean of every method, and the paired difference of `name` to the best of `others` and to each. */
function compared(runs: Runs, name: string, others: readonly string[]): Record<string, unknown> {
  const table: Record<string, string> = {};
  const of = (runs.get(name) ?? []).map((one) => one.of);
  for (const one of runs.keys()) {
    const within = (measured: keyof Quality): string => {
      const { mean, low, high } = interval(column(runs, one, measured), of);
      return `${mean.toFixed(3)} (${low.toFixed(3)} … ${high.toFixed(3)})`;
    };
    table[one] = `nDCG@20 ${within('ndcg20')}, P@10 ${within('p10')}, AUC ${within('auc')}`;
  }
  const mine = column(runs, name, 'ndcg20');
  const best = [...others].sort(
    (a, b) => mean(column(runs, b, 'ndcg20')) - mean(column(runs, a, 'ndcg20')),
  )[0] as string;
  const theirs = column(runs, best, 'ndcg20');
  const difference = interval(
    mine.map((one, at) => one - (theirs[at] as number)),
    of,
  );
  return {
    runs: mine.length,
    'of interests': new Set(of).size,
    ...table,
    [`${name}, less ${best}`]: shown(difference),
    [`${name}, gain over ${best}`]: round(difference.mean / mean(theirs)),
  };
}

function readersOf(set: BenchSet, interests: readonly (readonly Interest[])[], n: number): Reader[] {
  return interests.flatMap((one) => {
    const found: Reader[] = [];
    for (let seed = 0; seed < DRAWN && found.length < SEEDS; seed++) {
      const reader = readerOf(set, one, n, seed);
      if (reader) found.push(reader);
    }
    return found;
  });
}

function onSet(set: BenchSet) {
  const interests = set.interests.filter((one) => has('--every') || isTestInterest(one) !== has('--develop'));
  const single = interests.map((one) => [one]);
  const saved: Record<string, object> = {};
  const phrase: Record<string, object> = {};
  for (const n of SIZES) {
    const runs = measure(readersOf(set, single, n), n, {
      ...BASELINES,
      manicule: ours('nothing'),
      ...WITH_PHRASE,
      'manicule + phrase': ours('phrase'),
      // a category has no author keywords
      ...(set.name === 'conferences' ? { 'manicule + rule': ours('rule') } : {}),
    });
    const with_ = Object.keys(WITH_PHRASE);
    const pick = (names: readonly string[]): Runs =>
      new Map([...runs].filter(([name]) => names.includes(name)));
    saved[`N=${n}`] = compared(
      pick([...Object.keys(BASELINES), 'manicule']),
      'manicule',
      Object.keys(BASELINES),
    );
    console.error(`${set.name}, ${n} saved:`, saved[`N=${n}`]);
    phrase[`N=${n}`] = {
      ...compared(pick([...with_, 'arxiv-sanity-lite', 'manicule + phrase']), 'manicule + phrase', [
        'arxiv-sanity-lite',
      ]),
      ...(runs.has('manicule + rule')
        ? {
            'with a rule': compared(pick(['arxiv-sanity-lite', 'manicule + rule']), 'manicule + rule', [
              'arxiv-sanity-lite',
            ]),
          }
        : {}),
      [`less ${with_[1]}`]: compared(pick([...with_, 'manicule + phrase']), 'manicule + phrase', [
        with_[1] as string,
      ])[`manicule + phrase, less ${with_[1]}`],
    };
  }
  console.error(`${set.name}, with one phrase:`, phrase);
  const next = random(7);
  const triples = Array.from({ length: quick ? 6 : 12 }, () => draw(interests, 3, next));
  const three: Record<string, object> = {};
  for (const n of quick ? [30] : [10, 30]) {
    const readers = triples
      .map((one, seed) => readerOf(set, one, n, seed))
      .filter((one) => one !== undefined);
    const runs = measure(readers, n, { ...BASELINES, manicule: ours('nothing') });
    three[`N=${n}`] = compared(runs, 'manicule', Object.keys(BASELINES));
  }
  const week: Record<string, string> = { 'N=0 … 2': 'not enough yet' };
  const readers = single.map((one) => readerOf(set, one, 10, 0)).filter((one) => one !== undefined);
  for (const n of WEEK) {
    const runs = measure(readers, n, {
      sanity: BASELINES['arxiv-sanity-lite'] as Method,
      mine: ours('nothing'),
    });
    week[`N=${n}`] =
      `${mean(column(runs, 'mine', 'ndcg20')).toFixed(3)}, arxiv-sanity-lite ${mean(column(runs, 'sanity', 'ndcg20')).toFixed(3)}`;
  }
  return {
    interests: interests.map((one) => one.name).join(' '),
    'from saved papers': saved,
    'with one phrase': phrase,
    'three interests': three,
    'first week': week,
  };
}

/** Plain JSON: for every set and number of saved papers, the quality of every method and paired differences. */
export async function run(): Promise<object> {
  const out: Record<string, object> = {};
  for (const name of ['conferences', 'arxiv'] as const) {
    if (has(name === 'arxiv' ? '--only-conferences' : '--only-arxiv')) continue;
    if (has('--speed') && name === 'arxiv') continue;
    const set = benchSet(name);
    if (!set) return { name: 'ranking', skipped: 'papers not found (MANICULE_SHARED or ../shared)' };
    if (!has('--speed')) out[name] = onSet(set);
    if (name === 'conferences') out['speed'] = speed(set);
  }
  return { name: 'ranking', ...out };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  console.log(JSON.stringify(await run(), null, 2));
