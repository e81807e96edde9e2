/**
 * What a look at the papers related to one costs: in time of this process alone, with the index in memory (candidates of
 * the search index, their records copied as a database would, likeness and reasons; and the search for duplicates); and
 * in the built extension, from its database (`--in-memory` leaves that out). What the worker holds once it did everything
 * it does is measured there too.
 */

import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import type { Mark } from '../../src/core/mark.ts';
import { paperOf } from '../../src/core/merge.ts';
import type { Entry, Paper } from '../../src/core/paper.ts';
import { type Terms, termsOf } from '../../src/core/terms.ts';
import { DuplicateSearch, likelySame, mayBeOne, relatedPapers, usualOf } from '../../src/ranking/index.ts';
import { papersAlike, someOf } from '../../src/storage/search-alike.ts';
import { buildSegment } from '../../src/storage/search-build.ts';
import { Segment } from '../../src/storage/search-segment.ts';
import { SearchTable } from '../../src/storage/search-table.ts';
import { type Chromium, launchChromium } from '../e2e/chromium.ts';
import { heapOf } from './support/heap.ts';
import { manyEntries } from './support/many-papers.ts';
import { atMost, figure, median } from './support/numbers.ts';
import { untilTidy } from './support/search-parts.ts';
import { scriptOf, seed } from './support/seed.ts';

export const needs = ['chromium'] as const;
export const built = true;

const PAPERS = Number(process.env['MANICULE_BENCH_PAPERS'] ?? 72_000);
/** One in so many is saved. */
const SAVED = 10;
/** Papers of one part of the index. */
const PART = 10_000;
const ASKED = 200;
const NEAR = 60;
const SAME = 20;

const worked = (): number => process.cpuUsage().user / 1_000;
const at95 = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? Number.NaN;

const OPTIONS = 'src/ui/options/index.html';
/** Papers looked at in the extension, and edited there. */
const LOOKED = 100;
const EDITED = 30;
/** Papers in one question of a page, and of how many it asks. */
const QUESTION = 200;
const LISTED = 2_000;
/** The worker keeps its index for some seconds. */
const RELEASED_MS = 25_000;

/** What related-page.ts puts on the page. */
interface InPage {
  openIndex(): Promise<number>;
  lookAround(ids: readonly string[], among: 'library' | 'met'): Promise<{ ms: number[]; found: number }>;
  editAll(ids: readonly string[]): Promise<number[]>;
  lookForDuplicates(): Promise<{ ms: number; found: number }>;
  closeIndex(): void;
}

/** Asks the worker; ms to its answer. */
const askedOf = (page: Page, type: string, payload: object): Promise<number> =>
  page.evaluate(
    async ([name, sent]) => {
      const { runtime } = (
        globalThis as unknown as {
          chrome: { runtime: { sendMessage(message: object): Promise<{ failure?: unknown }> } };
        }
      ).chrome;
      const began = performance.now();
      const { failure } = await runtime.sendMessage({ type: name, payload: sent });
      if (failure) throw new Error(JSON.stringify(failure));
      return performance.now() - began;
    },
    [type, payload] as const,
  );

async function workerOf(chromium: Chromium, page: Page, entries: readonly Entry[]) {
  const session = await chromium.browserSession();
  const held = async () => (await heapOf(session, 'service_worker', chromium.url(''))) ?? Number.NaN;
  const visit = { site: 'arxiv', url: 'https://arxiv.org/list/cs/new', at: new Date().toISOString() };
  await askedOf(page, 'entries.sync', { visit, entries: entries.slice(0, 100) });
  const listed = entries.slice(0, LISTED).map(({ id }) => id);
  const scored = async () => {
    const ms: number[] = [];
    for (let at = 0; at < listed.length; at += QUESTION)
      ms.push(await askedOf(page, 'relevance.of', { ids: listed.slice(at, at + QUESTION) }));
    return ms;
  };
  const sum = (ms: readonly number[]) => ms.reduce((all, one) => all + one, 0);
  const [learned = Number.NaN, ...first] = await scored();
  const again = await scored();
  // one that is not saved yet
  await askedOf(page, 'mark.change', { id: entries.at(-1)?.id, change: { saved: true } });
  const [anew = Number.NaN] = await scored();
  const withModels = await held();
  const looked: number[] = [];
  for (const id of listed.slice(0, 20)) looked.push(await askedOf(page, 'related.of', { id }));
  const withIndex = await held();
  await new Promise((resolve) => setTimeout(resolve, RELEASED_MS));
  return {
    firstModel: figure(learned, 'ms'),
    modelAfterAMark: figure(anew, 'ms'),
    listing: figure(sum(first), 'ms'),
    listingAgain: figure(sum(again.slice(1)), 'ms'),
    related: figure(median(looked), 'ms'),
    heapWithModels: atMost(withModels, 'MB', 60),
    heapWithIndex: atMost(withIndex, 'MB', 60),
    heapAfterwards: figure(await held(), 'MB'),
  };
}

/** The same from the database, in a page of the built extension. */
async function inBrowser(entries: readonly Entry[]) {
  const chromium = await launchChromium();
  try {
    const page = await chromium.open(OPTIONS);
    await seed(page, entries, Math.min(10_000, entries.length / SAVED), true);
    await page.evaluate(await scriptOf('related-page.ts'));
    const own = <Name extends keyof InPage>(name: Name, ...given: Parameters<InPage[Name]>) =>
      page.evaluate(
        ([called, sent]) =>
          (globalThis as unknown as Record<string, (...all: unknown[]) => unknown>)[called]?.(...sent),
        [name, given] as [string, unknown[]],
      ) as ReturnType<InPage[Name]>;
    const load = loadavg()[0] ?? 0;
    const indexed = await own('openIndex');
    const parts = await untilTidy(page);
    const step = Math.floor(entries.length / (2 * LOOKED));
    const ids = Array.from({ length: 2 * LOOKED }, (_, n) => (entries[n * step] as Entry).id);
    const heap = async () =>
      (await heapOf(await chromium.browserSession(), 'page', chromium.url(OPTIONS))) ?? Number.NaN;
    await own('lookAround', ids.slice(0, LOOKED), 'library'); // warming up
    const library = await own('lookAround', ids.slice(LOOKED), 'library');
    const met = await own('lookAround', ids.slice(LOOKED), 'met');
    const held = await heap();
    const edits = await own('editAll', ids.slice(0, EDITED));
    const duplicates = await own('lookForDuplicates');
    const heapAfterwards = await heap();
    await own('closeIndex');
    return {
      load,
      indexed: figure(indexed / entries.length, 'ms a paper'),
      parts,
      library: atMost(median(library.ms), 'ms', 50),
      library95: figure(at95(library.ms), 'ms'),
      met: atMost(median(met.ms), 'ms', 50),
      heap: figure(held, 'MB'),
      anEdit: figure(median(edits), 'ms'),
      duplicates: figure(duplicates.ms / 1_000, 's'),
      duplicatesFound: duplicates.found,
      heapAfterDuplicates: figure(heapAfterwards, 'MB'),
      worker: await workerOf(chromium, page, entries),
    };
  } finally {
    await chromium.close();
  }
}

export async function run() {
  const { entries, real } = await manyEntries(PAPERS);
  return {
    ...(await inMemory(entries, real)),
    ...(process.argv.includes('--in-memory') ? {} : { stored: await inBrowser(entries) }),
  };
}

async function inMemory(entries: readonly Entry[], real: number) {
  const papers = new Map<string, Paper>();
  const at = '2026-03-17T09:00:00.000Z';
  const table = new SearchTable();
  for (let from = 0; from < entries.length; from += PART) {
    const sources = entries.slice(from, from + PART).map((entry, n) => {
      const paper = paperOf(entry, at);
      papers.set(paper.id, paper);
      const mark: Mark | undefined =
        n % SAVED === 0 ? { id: paper.id, saved: { value: true, at } } : undefined;
      return { id: paper.id, paper, ...(mark ? { mark } : {}) };
    });
    table.add(Segment.inMemory(buildSegment(sources)));
  }
  const stored = (ids: readonly string[]) =>
    ids.flatMap((id) => papers.get(id) ?? []).map((one) => structuredClone(one));
  const usual = usualOf(stored(someOf(table, 200)).map((paper) => termsOf(paper.title, paper.abstract)));
  const all = [...papers.values()];
  const times: number[] = [];
  let related = 0;
  for (let n = -20; n < ASKED; n++) {
    const paper = all[(n + 20) * Math.floor(all.length / (ASKED + 20))] as Paper;
    const began = worked();
    const found = await papersAlike(table, paper, NEAR);
    const same = new Set(found.met.slice(0, SAME));
    const library = new Set(found.library);
    const rows = stored([...new Set([...library, ...same])]);
    const near = relatedPapers(
      paper,
      rows.filter(({ id }) => library.has(id)),
      usual,
    );
    likelySame(
      paper,
      rows.filter(({ id }) => same.has(id)),
    );
    if (n < 0) continue; // warming up
    times.push(worked() - began);
    related += near.length;
  }
  const began = worked();
  const search = new DuplicateSearch();
  for (const { title, abstract, authors } of all)
    search.add({ title, authors, terms: termsOf(title, abstract) });
  const added = worked();
  let pairs = 0;
  let found = 0;
  const known = new Map<number, Terms>();
  const whole = (place: number) => {
    const { id, title, abstract, authors } = all[place] as Paper;
    const terms = known.get(place) ?? termsOf(title, abstract);
    known.set(place, terms);
    return { id, title, authors, terms };
  };
  for (const pair of search.pairs()) {
    if (!pair) continue;
    pairs++;
    if (mayBeOne(whole(pair[0]), whole(pair[1]))) found++;
  }
  return {
    papers: all.length,
    real,
    related: {
      median: atMost(median(times), 'ms', 50),
      at95: figure(at95(times), 'ms'),
      slowest: figure(Math.max(...times), 'ms'),
      perPaper: figure(related / ASKED, 'related'),
    },
    duplicates: {
      reading: figure((added - began) / all.length, 'ms a paper'),
      comparing: figure(worked() - added, 'ms'),
      compared: pairs,
      found,
    },
  };
}
