/**
 * Exports of 10,000 papers: from the click in the library to the finished file, with the longest time the page could not
 * answer; and what the writers of every format take by themselves.
 */
import '../../scripts/lib/english.ts';
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { type Exportable, exportChunks, FORMATS, type Report } from '../../src/exchange/index.ts';
import { zipChunks } from '../../src/exchange/notes.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { atMost, type Figure, figure, median } from './support/numbers.ts';
import { entries as papers } from './support/papers.ts';
import { seed } from './support/seed.ts';
import { threadTime } from './support/thread-time.ts';

export const needs = ['chromium'] as const;
export const built = true;

const COUNT = 10_000;
const RUNS = 3;
/** Faster than anyone reads a menu of seven lines. */
const CHOOSING_MS = 300;

interface Run {
  /** From the click to the file handed over, in ms. */
  ms: number;
  /** Longest task in between, in ms; 0: none over 50 ms. */
  longest: number;
  /** Processor time of the page's workers until its cite keys are stored, in ms. */
  worked: number;
}

/** Notes when a click begins an export and when the file is handed to the browser. */
const watch = () => {
  const state = { begun: 0, ended: 0, longest: 0 };
  Object.assign(window, { exporting: state });
  addEventListener(
    'click',
    () => Object.assign(state, { begun: performance.now(), ended: 0, longest: 0 }),
    true,
  );
  new PerformanceObserver((list) => {
    for (const task of list.getEntries())
      if (task.startTime >= state.begun && !state.ended)
        state.longest = Math.max(state.longest, task.duration);
  }).observe({ entryTypes: ['longtask'] });
  const make = URL.createObjectURL.bind(URL);
  URL.createObjectURL = (blob: Blob) => {
    state.ended = performance.now();
    return make(blob);
  };
};

async function exportOnce(page: Page, label: string): Promise<Run> {
  const before = threadTime('DedicatedWorker');
  await page.getByRole('button', { name: /^Export shown/ }).click();
  const item = page.getByRole('menuitem', { name: label });
  await item.waitFor();
  await page.waitForTimeout(CHOOSING_MS); // what takes a reader from an open menu to a click
  const arriving = page.waitForEvent('download', { timeout: 60_000 });
  await item.evaluate((element) => (element as HTMLElement).click());
  await (await arriving).path();
  await page
    .getByText(/^Exported /)
    .last()
    .waitFor();
  const worked = threadTime('DedicatedWorker') - before;
  const run = await page.evaluate(() => {
    const { begun, ended, longest } = (window as unknown as { exporting: Record<string, number> }).exporting;
    return { ms: (ended ?? 0) - (begun ?? 0), longest: longest ?? 0 };
  });
  return { ...run, worked };
}

/** Waits until the page's workers rest: what was stored a moment ago is being taken into the search index. */
async function settled(page: Page): Promise<void> {
  for (let before = -1, now = 0; now !== before; ) {
    before = now;
    await page.waitForTimeout(1_500);
    now = threadTime('DedicatedWorker');
  }
}

/** Processor time of the writers, the better of two rounds: other work on the machine does not count. */
function writerOnly(items: readonly Exportable[]): Record<string, Figure> {
  const out: Record<string, Figure> = {};
  const drain = (chunks: Generator<unknown, Report>) => {
    let step = chunks.next();
    while (!step.done) step = chunks.next();
  };
  for (const { id } of FORMATS) {
    const round = (): number => {
      const start = process.cpuUsage();
      drain(id === 'obsidian' ? zipChunks(items) : exportChunks(id, items));
      return process.cpuUsage(start).user / 1_000;
    };
    out[id] = figure(Math.min(round(), round()), 'ms of processor time');
  }
  return out;
}

export interface ExportResult {
  /** Processes waiting for a processor before the run: above their number, times read too long. */
  load: number;
  papers: number;
  real: boolean;
  /** The first export of a page gives and stores the cite keys. */
  firstBibtex: Figure;
  bibtex: Figure;
  /** Processor time of the worker: what the export takes where nothing else runs, waiting for the disk aside. */
  firstWorker: Figure;
  worker: Figure;
  longestTask: Figure;
  /** In node, cite keys included. */
  writers: Record<string, Figure>;
}

export async function run(): Promise<ExportResult> {
  const { entries, real } = await papers(COUNT);
  const chromium = await launchChromium();
  try {
    const filler = await chromium.open('src/ui/options/index.html');
    await seed(filler, entries, COUNT);
    await filler.close();
    const page = await chromium.context.newPage();
    await page.addInitScript(watch);
    await page.goto(chromium.url('src/ui/library/index.html'));
    await page.getByRole('button', { name: /^Export shown: 10,000/ }).waitFor({ timeout: 60_000 });
    await settled(page);
    const load = loadavg()[0] ?? 0;
    const first = await exportOnce(page, 'BibTeX');
    const runs: Run[] = [];
    for (let i = 0; i < RUNS; i++) {
      await settled(page); // the keys of the first export are stored, and shown in the list
      runs.push(await exportOnce(page, 'BibTeX'));
    }
    return {
      load,
      papers: COUNT,
      real,
      firstBibtex: figure(first.ms, 'ms'),
      bibtex: atMost(median(runs.map(({ ms }) => ms)), 'ms', 1_000),
      firstWorker: figure(first.worked, 'ms of processor time'),
      worker: figure(median(runs.map(({ worked }) => worked)), 'ms of processor time'),
      longestTask: atMost(Math.max(...runs.map(({ longest }) => longest)), 'ms', 50),
      writers: writerOnly(entries.slice(0, COUNT).map((entry) => ({ paper: entry, saved: true }))),
    };
  } finally {
    await chromium.close();
  }
}
