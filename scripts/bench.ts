/**
 * `npm run bench [-- names… --json --peer folder]`: runs test/bench/<name>.ts, all of them unless named, and prints a
 * table, or with --json exactly one JSON object on standard output: name → what that module's run() returned. With
 * --peer, a checkout of PaperMemory that can be loaded as it is, the popup is measured beside the one of that extension.
 */
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from './lib/root.ts';

const FOLDER = join(ROOT, 'test/bench');

interface Bench {
  /** Programs it needs. */
  needs?: readonly import('./lib/ensure.ts').ProgramName[];
  /** Whether it measures the built extension. */
  built?: boolean;
  run(): Promise<unknown> | unknown;
}

interface FigureLike {
  value: number;
  unit: string;
  goal?: string;
  met?: boolean;
}

const isFigure = (value: object): value is FigureLike => 'value' in value && 'unit' in value;

/** `a.b.c → value` for every leaf, in order; a figure with its goal is one leaf. */
function leaves(value: unknown, path: string): [string, string][] {
  if (value !== null && typeof value === 'object' && isFigure(value)) {
    const goal = value.goal ? `  (goal ${value.goal}${value.met ? '' : ': NOT MET'})` : '';
    return [[path, `${value.value} ${value.unit}${goal}`]];
  }
  if (value === null || typeof value !== 'object') {
    const shown = typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : String(value);
    return [[path, shown]];
  }
  if (Array.isArray(value) && value.every((one) => typeof one !== 'object')) return [[path, value.join(' ')]];
  return Object.entries(value).flatMap(([key, one]) => leaves(one, path ? `${path}.${key}` : key));
}

const args = process.argv.slice(2);
const json = args.includes('--json');
const known = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length))
  .sort();
const peerAt = args.indexOf('--peer');
const peer = peerAt < 0 ? undefined : args[peerAt + 1];
if (peerAt >= 0 && !existsSync(join(peer ?? '', 'manifest.json'))) {
  console.error(`--peer wants the folder of an extension, with its manifest.json: ${peer ?? 'none given'}.`);
  process.exit(1);
}
if (peer) process.env['MANICULE_BENCH_PEER'] = resolve(peer);
const names = args.filter((name, at) => !name.startsWith('--') && (peerAt < 0 || at !== peerAt + 1));
const unknown = names.filter((name) => !known.includes(name));
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${known.join(', ')}.`);
  process.exit(1);
}

// with --json nothing but the object may reach standard output
const print = console.log;
if (json) console.log = console.error;

const benches: [string, Bench][] = [];
for (const name of names.length > 0 ? names : known) {
  benches.push([name, (await import(pathToFileURL(join(FOLDER, `${name}.ts`)).href)) as Bench]);
}
const { ensure } = await import('./lib/ensure.ts');
ensure([...new Set(benches.flatMap(([, bench]) => [...(bench.needs ?? [])]))]);
if (benches.some(([, bench]) => bench.built)) {
  const { buildFor } = await import('./build.ts');
  await buildFor('chrome');
}
const results: Record<string, unknown> = {};
for (const [name, bench] of benches) {
  try {
    results[name] = await bench.run();
  } catch (error) {
    results[name] = { failed: error instanceof Error ? error.message : String(error) };
    console.error(error);
    process.exitCode = 1;
  }
}
if (json) print(JSON.stringify(results));
else {
  const rows = Object.entries(results).flatMap(([name, result]) => leaves(result, name));
  const width = Math.max(...rows.map(([path]) => path.length));
  for (const [path, value] of rows) print(`${path.padEnd(width)}  ${value}`);
}
