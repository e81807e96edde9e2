/**
 * The library with 1,000, 10,000 and 100,000 papers stored, a tenth of them saved (at most 10,000): what opening, typing,
 * narrowing, tagging and sweeping cost, and how much of that grows with the number of papers. Where a checkout of
 * PaperMemory is given, its popup is measured beside ours.
 */
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import type { Entry } from '../../src/core/paper.ts';
import { type Chromium, launchChromium } from '../e2e/chromium.ts';
import { heapOf } from './support/heap.ts';
import { clickFacet, type Typed, typeInto, WATCH_TASKS } from './support/library-page.ts';
import { manyEntries } from './support/many-papers.ts';
import { atMost, type Figure, figure, median } from './support/numbers.ts';
import { openPainted, type Painted } from './support/painted.ts';
import { besidePeer } from './support/peer.ts';
import { untilTidy } from './support/search-parts.ts';
import { seed } from './support/seed.ts';

export const needs = ['chromium'] as const;
export const built = true;

const LIBRARY = 'src/ui/library/index.html';
const POPUP = 'src/ui/popup/index.html';
const RUNS = 5;
const PASSES = 3;
const SIZES = (process.env['MANICULE_BENCH_PAPERS'] ?? '1000,10000,100000').split(',').map(Number);

/** As readers type: common words, rare ones, phrases, fields, a slip. */
const QUERIES = [
  'diffusion',
  'gaussian splatting slam',
  '"large language models"',
  'retrieval augmented generation -survey',
  'author:zhang transformer',
  'title:reasoning year:2024..2026',
  'is:saved agents',
  'mixture of experts or sparse attention',
  'transfomer',
  'pre-training',
];

const quantile = (values: readonly number[], part: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  Number.NaN;

/** The longest task of the page since this was last asked, in ms; 0 where none took 50. */
const longestIn = (page: Page): Promise<number> =>
  page.evaluate(() => Math.max(0, ...(window as unknown as { longTasks: number[] }).longTasks.splice(0)));

/** Rows of a list, and the choices beside it. */
const ROWS = { list: '[role=row] h3, [role=row] .title, [role=row] a' };
const ROWS_AND_FACETS = { ...ROWS, facets: 'section[aria-labelledby^=facet-] button' };

/** Opens a page of the extension anew; ms until what is wanted of it is on the screen. */
const opened = (chromium: Chromium, path: string, selectors: Record<string, string>): Promise<Painted> =>
  openPainted(chromium.context, chromium.url(path), { selectors });

const times = (runs: readonly Painted[], name: string): number[] =>
  runs.map((run) => run[name] ?? Number.NaN);

const bytesStored = (page: Page) =>
  page.evaluate(async () => (await navigator.storage.estimate()).usage ?? Number.NaN);

/** Waits until every stored paper is in the index; ms from now. */
async function untilIndexed(page: Page, papers: number): Promise<number> {
  const began = performance.now();
  await page.getByRole('button', { name: /^Everything met/ }).click();
  await page.waitForFunction(
    (wanted) =>
      document.querySelector('.how-many')?.textContent?.replace(/\D/g, '') === String(wanted) &&
      document.querySelector('main')?.getAttribute('aria-busy') !== 'true',
    papers,
    { timeout: 600_000, polling: 200 },
  );
  return performance.now() - began;
}

export interface LibraryFigures {
  /** Processes waiting for a processor: above their number, times read too long. */
  load: number;
  real: number;
  stored: Figure;
  indexed: Figure;
  /** From then until its parts were put together. */
  tidied: Figure;
  parts: number[];
  bytesPerPaper: Figure;
  popup: Figure;
  popupFastest: Figure;
  library: Figure;
  facets: Figure;
  coldResult: Figure;
  coldFastest: Figure;
  keyMedian: Figure;
  key95: Figure;
  slowestKey: Figure;
  facetClick: Figure;
  tag1000: Figure;
  sweep: Figure;
  page: Figure;
  searchWorker: Figure;
  serviceWorker: Figure;
  longestTask: Figure;
  /** What the reader was doing meanwhile → ms. */
  longestTasks: Record<string, number>;
  found: Record<string, string>;
}

async function measure(entries: readonly Entry[], real: number): Promise<LibraryFigures> {
  const saved = Math.min(10_000, entries.length / 10);
  const chromium = await launchChromium();
  try {
    const filler = await chromium.open('src/ui/options/index.html');
    const empty = await bytesStored(filler);
    const began = performance.now();
    await seed(filler, entries, saved, true);
    const stored = entries.length / ((performance.now() - began) / 1000);
    const page = await chromium.context.newPage();
    await page.goto(chromium.url(LIBRARY));
    const indexed = (await untilIndexed(page, entries.length)) / entries.length;
    const untidy = performance.now();
    const parts = await untilTidy(filler);
    const tidied = performance.now() - untidy;
    const bytes = ((await bytesStored(filler)) - empty) / entries.length;
    await page.close();

    const load = loadavg()[0] ?? 0;
    const popups: Painted[] = [];
    const libraries: Painted[] = [];
    const cold: Painted[] = [];
    // one kind after the other: what a closed search gives back still takes time when the next page opens
    for (let n = 0; n < RUNS; n++) popups.push(await opened(chromium, POPUP, ROWS));
    for (let n = 0; n < RUNS; n++) libraries.push(await opened(chromium, LIBRARY, ROWS_AND_FACETS));
    // the list of a search is drawn only when the search is answered
    for (let n = 0; n < RUNS; n++)
      cold.push(await opened(chromium, `${LIBRARY}?q=diffusion+title:model`, ROWS));

    const library = await chromium.context.newPage();
    await library.addInitScript(WATCH_TASKS);
    await library.goto(chromium.url(LIBRARY));
    await untilIndexed(library, entries.length);
    const tasks: Record<string, number> = { opening: await longestIn(library) };
    const typed: Typed[][] = [];
    for (let pass = 0; pass <= PASSES; pass++) {
      typed.push([]);
      for (const query of QUERIES) typed[pass]?.push(await typeInto(library, query));
    }
    // warm: the fastest of some passes for each key, since this machine's other work counts in every one
    const [cold1 = [], ...warm] = typed;
    const keys = cold1.flatMap(({ ms }, q) =>
      ms.map((_, key) => Math.min(...warm.map((pass) => pass[q]?.ms[key] ?? Number.POSITIVE_INFINITY))),
    );
    tasks['typing'] = await longestIn(library);
    const clicks = [
      ...(await clickFacet(library)),
      ...(await clickFacet(library)),
      ...(await clickFacet(library)),
    ];
    tasks['facets'] = await longestIn(library);
    const session = await chromium.browserSession();
    const own = chromium.url('');
    const searchWorker = await heapOf(session, 'worker', own);
    const pageHeap = await heapOf(session, 'page', chromium.url(LIBRARY));
    await longestIn(library); // collecting garbage for that was one
    const tagged = entries.slice(0, 1_000).map(({ id }) => id);
    const tag = await filler.evaluate(
      (ids) =>
        (globalThis as unknown as { tagMany(ids: string[], tag: string): Promise<number> }).tagMany(
          ids,
          'bulk',
        ),
      tagged,
    );
    tasks['tagging'] = await longestIn(library);
    const cutoff = new Date(Date.parse('2026-01-01T00:00:00.000Z') + (saved + 500) * 60_000).toISOString();
    const sweep = await filler.evaluate(
      (at) =>
        (
          globalThis as unknown as { sweepBefore(at: string): Promise<{ ms: number; swept: number }> }
        ).sweepBefore(at),
      cutoff,
    );
    const serviceWorker = await heapOf(session, 'service_worker', own);
    return {
      load,
      real,
      stored: figure(stored, 'papers/s'),
      indexed: figure(indexed, 'ms a paper'),
      tidied: figure(tidied / entries.length, 'ms a paper'),
      parts,
      bytesPerPaper: figure(bytes, 'bytes'),
      popup: atMost(median(times(popups, 'list')), 'ms', 100),
      popupFastest: figure(Math.min(...times(popups, 'list')), 'ms'),
      library: figure(median(times(libraries, 'list')), 'ms'),
      facets: figure(median(times(libraries, 'facets')), 'ms'),
      coldResult: atMost(median(times(cold, 'list')), 'ms', 300),
      coldFastest: figure(Math.min(...times(cold, 'list')), 'ms'),
      keyMedian: figure(median(keys), 'ms'),
      key95: atMost(quantile(keys, 0.95), 'ms', 30),
      slowestKey: figure(Math.max(...typed.flat().flatMap(({ ms }) => ms)), 'ms'),
      facetClick: figure(median(clicks), 'ms'),
      tag1000: figure(tag, 'ms'),
      sweep: figure(sweep.ms / Math.max(1, sweep.swept), 'ms a paper'),
      page: figure(pageHeap ?? Number.NaN, 'MB'),
      searchWorker: figure(searchWorker ?? Number.NaN, 'MB'),
      serviceWorker: figure(serviceWorker ?? Number.NaN, 'MB'),
      longestTask: atMost(Math.max(...Object.values(tasks)), 'ms', 50),
      longestTasks: tasks,
      found: Object.fromEntries(QUERIES.map((query, n) => [query, cold1[n]?.found ?? ''])),
    };
  } finally {
    await chromium.close();
  }
}

/** For every figure of both, how many times the second is the first. */
function growth(small: LibraryFigures, large: LibraryFigures): Record<string, number> {
  const out: Record<string, number> = {};
  for (const [name, value] of Object.entries(large) as [keyof LibraryFigures, Figure][]) {
    const before = small[name] as Figure;
    if (typeof value?.value === 'number' && before.value > 0) out[name] = value.value / before.value;
  }
  return out;
}

/** Figures of the library took long to get: another extension that does not open loses none of them. */
async function beside(peer: string, entries: readonly Entry[]): Promise<object> {
  try {
    return await besidePeer(peer, entries);
  } catch (error) {
    process.exitCode = 1;
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}

export async function run(): Promise<Record<string, unknown>> {
  const { entries, real } = await manyEntries(Math.max(...SIZES));
  const results: Record<string, LibraryFigures> = {};
  for (const size of SIZES) {
    const figures = await measure(entries.slice(0, size), Math.min(real, size));
    results[`papers${size}`] = figures;
    console.error(`${size} papers:`, JSON.stringify(figures));
  }
  const [small, large] = [results['papers10000'], results['papers100000']];
  const peer = process.env['MANICULE_BENCH_PEER'];
  return {
    ...results,
    ...(small && large ? { growthFrom10000To100000: growth(small, large) } : {}),
    ...(peer ? { besidePaperMemory: await beside(peer, entries.slice(0, 10_000)) } : {}),
  };
}
