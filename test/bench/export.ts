/**
 * Exports of 10,000 papers: from the click in the library to the finished file, with the longest time the page could not
 * answer and the most that the worker held; and what the writers of every format take by themselves.
 */
import '../../scripts/lib/english.ts';
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { type Exportable, exportChunks, FORMATS, type Report } from '../../src/exchange/index.ts';
import { zipChunks } from '../../src/exchange/note-pieces.ts';
import { type Chromium, launchChromium } from '../e2e/chromium.ts';
import { peakOf, SELDOM_MS } from './support/heap.ts';
import { manyEntries } from './support/many-papers.ts';
import { atMost, type Figure, figure, median } from './support/numbers.ts';
import { seed } from './support/seed.ts';
import { threadTime } from './support/thread-time.ts';

export const needs = ['chromium'] as const;
export const built = true;

const WRITTEN = 10_000;
/** Papers that are exported: `RECORDS=100000 npm run bench -- export` takes a quarter of an hour. */
const COUNT = Number(process.env['RECORDS'] ?? WRITTEN);
const RUNS = 3;
const LONG = 3_600_000;
/**
 * What the memory is measured of: formats by their ids, and 'folder', notes in an empty folder and once more in the same;
 * `FORMATS=csv,folder`. New cite keys for all papers come before them.
 */
const MEASURED = (process.env['FORMATS'] ?? 'bibtex,papers,obsidian,folder').split(',');
const MOST_MB = 60;
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
  const arriving = page.waitForEvent('download', { timeout: LONG });
  await item.evaluate((element) => (element as HTMLElement).click());
  await (await arriving).path();
  await page
    .getByText(/^Exported /)
    .last()
    .waitFor({ timeout: LONG });
  const worked = threadTime('DedicatedWorker') - before;
  const run = await page.evaluate(() => {
    const { begun, ended, longest } = (window as unknown as { exporting: Record<string, number> }).exporting;
    return { ms: (ended ?? 0) - (begun ?? 0), longest: longest ?? 0 };
  });
  return { ...run, worked };
}

/**
 * MB held by the worker at most while it writes each of the formats, and before that while it gives new cite keys; and by
 * the background worker meanwhile.
 */
async function peaks(chromium: Chromium, page: Page): Promise<Record<string, Figure>> {
  const session = await chromium.browserSession();
  await page.getByRole('button', { name: /^Export shown/ }).click();
  await page.getByRole('menuitem', { name: 'More formats and choices…' }).click();
  const sheet = page.getByRole('dialog', { name: 'Export' });
  const renewing = sheet.getByLabel(/^Replace the keys/);
  const submit = sheet.getByRole('button', { name: /^(?:Export|Save as ZIP)$/ });
  const out: Record<string, Figure> = {};
  const peak = async (
    name: string,
    format: string,
    work: () => Promise<void>,
    lookMs?: number,
  ): Promise<void> => {
    await sheet.getByLabel('Format', { exact: true }).selectOption(format);
    await settled(page);
    const held = await peakOf(session, 'worker', chromium.url('assets/export-worker'), work, lookMs);
    out[name] = atMost(held, 'MB', MOST_MB);
    // of very many papers each takes minutes: what is measured is told at once
    console.error(`${name}: ${held.toFixed(1)} MB`);
  };
  const file = async (): Promise<void> => {
    const arriving = page.waitForEvent('download', { timeout: LONG });
    await submit.click();
    await (await arriving).path();
    // its keys are stored
    await submit.and(page.locator(':enabled')).waitFor({ timeout: LONG });
  };
  const into = (told: string) => async (): Promise<void> => {
    await sheet.getByRole('button', { name: 'Write into a folder…' }).click();
    await sheet.getByText(`“bench”: ${told}`).waitFor({ timeout: LONG });
  };
  const count = COUNT.toLocaleString('en');
  await peak('newKeys', 'bibtex', async () => {
    await renewing.setChecked(true);
    await file();
    if (await renewing.isVisible()) await renewing.setChecked(false);
  });
  for (const format of MEASURED) {
    if (format !== 'folder') await peak(format, format, file);
    else {
      await peak('folder', 'obsidian', into(`${count} new`), SELDOM_MS);
      const same = `0 new, 0 brought up to date, ${count} unchanged`;
      await peak('folderAgain', 'obsidian', into(same), SELDOM_MS);
    }
  }
  await sheet.getByLabel('Format', { exact: true }).selectOption('bibtex');
  const background = await peakOf(session, 'service_worker', chromium.url(''), file, SELDOM_MS);
  out['background'] = atMost(background, 'MB', MOST_MB);
  await sheet.getByRole('button', { name: 'Close', exact: true }).click();
  return out;
}

/** The picker is the browser's own window: a private folder stands in for what the reader would pick. */
const pickBench = () => {
  (globalThis as unknown as { showDirectoryPicker: unknown }).showDirectoryPicker = async () =>
    (await navigator.storage.getDirectory()).getDirectoryHandle('bench', { create: true });
};

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
  /** So many of them are real. */
  real: number;
  /** The first export of a page gives and stores the cite keys. */
  firstBibtex: Figure;
  bibtex: Figure;
  /** Processor time of the worker: what the export takes where nothing else runs, waiting for the disk aside. */
  firstWorker: Figure;
  worker: Figure;
  longestTask: Figure;
  /** Most memory that the worker held, by formats; what was looked at so often takes longer, and is not timed. */
  peaks: Record<string, Figure>;
  /** In node, cite keys included. */
  writers: Record<string, Figure>;
}

export async function run(): Promise<ExportResult> {
  const { entries, real } = await manyEntries(Math.max(COUNT, WRITTEN));
  const chromium = await launchChromium();
  try {
    const filler = await chromium.open('src/ui/options/index.html');
    await seed(filler, entries.slice(0, COUNT), COUNT, COUNT > WRITTEN);
    await filler.close();
    const page = await chromium.context.newPage();
    await page.addInitScript(watch);
    await page.addInitScript(pickBench);
    await page.goto(chromium.url('src/ui/library/index.html'));
    await page
      .getByRole('button', { name: `Export shown: ${COUNT.toLocaleString('en')}` })
      .waitFor({ timeout: LONG });
    await settled(page);
    const load = loadavg()[0] ?? 0;
    const first = await exportOnce(page, 'BibTeX');
    const runs: Run[] = [];
    for (let i = 0; i < RUNS; i++) {
      await settled(page); // the keys of the first export are stored, and shown in the list
      runs.push(await exportOnce(page, 'BibTeX'));
    }
    const ms = median(runs.map((one) => one.ms));
    const longest = Math.max(first.longest, ...runs.map((one) => one.longest));
    return {
      load,
      papers: COUNT,
      real,
      firstBibtex: figure(first.ms, 'ms'),
      bibtex: COUNT > WRITTEN ? figure(ms, 'ms') : atMost(ms, 'ms', 1_000),
      firstWorker: figure(first.worked, 'ms of processor time'),
      worker: figure(median(runs.map(({ worked }) => worked)), 'ms of processor time'),
      longestTask: atMost(longest, 'ms', 50),
      peaks: await peaks(chromium, page),
      writers: writerOnly(entries.slice(0, WRITTEN).map((entry) => ({ paper: entry, saved: true }))),
    };
  } finally {
    await chromium.close();
  }
}
