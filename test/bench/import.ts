/**
 * How fast files of other programs are read: every format by itself in node, processor time only; and 10,000 entries of
 * BibTeX looked at and imported by the options page, with the longest task in between.
 */

import '../../scripts/lib/english.ts';
import { rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CDPSession } from 'playwright-core';
import { detectImport, importSteps } from '../../src/exchange/imports.ts';
import { type Exportable, exportPapers, type FormatId } from '../../src/exchange/index.ts';
import { launchChromium } from '../e2e/chromium.ts';
import { peakOf, SELDOM_MS } from './support/heap.ts';
import { atMost, type Figure, figure } from './support/numbers.ts';
import { entries as papers } from './support/papers.ts';

export const needs = ['chromium'] as const;
export const built = true;

const COUNT = 10_000;
/** Records the page imports: `RECORDS=100000 npm run bench -- import` takes minutes. */
const RECORDS = Number(process.env['RECORDS'] ?? COUNT);
const LONG = 3_600_000;
const FORMATS = ['bibtex', 'biblatex', 'ris', 'csl-json', 'endnote', 'csv', 'papers'] as const;

/** Processor time of reading a file, the better of two rounds. */
function readers(items: readonly Exportable[]): Record<string, Figure> {
  const out: Record<string, Figure> = {};
  for (const id of FORMATS) {
    const { text } = exportPapers(id as FormatId, items);
    const format = detectImport(text);
    if (!format) throw new Error(`${id} is not told apart`);
    const round = (): number => {
      const start = process.cpuUsage();
      let records = 0;
      for (const step of importSteps(text, format)) records += Number('record' in step);
      if (records !== items.length) throw new Error(`${id}: ${records} of ${items.length} records read`);
      return records / (process.cpuUsage(start).user / 1_000_000);
    };
    out[id] = figure(Math.max(round(), round()), 'records per second of processor time');
  }
  return out;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** Processor time, µs. */
  tdur?: number;
  args?: { name?: string };
}

/** Processor time of the longest task of any page's main thread during `work`, in ms. */
async function longestTask(session: CDPSession, work: () => Promise<unknown>): Promise<number> {
  const events: TraceEvent[] = [];
  const note = ({ value }: { value: object[] }) => {
    for (const one of value as TraceEvent[])
      if (one.name === 'thread_name' || one.name.endsWith('RunTask')) events.push(one);
  };
  session.on('Tracing.dataCollected', note);
  const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
  const traceConfig = { includedCategories: ['toplevel', '__metadata'] };
  await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig });
  await work();
  await session.send('Tracing.end');
  await complete;
  session.off('Tracing.dataCollected', note);
  const mains = new Set(
    events.filter(({ args }) => args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`),
  );
  return (
    events.reduce(
      (most, { pid, tid, tdur }) => (mains.has(`${pid} ${tid}`) ? Math.max(most, tdur ?? 0) : most),
      0,
    ) / 1000
  );
}

interface Phase {
  rate: Figure;
  /** Processor time of the page's longest task. */
  longestTask: Figure;
  /** Most of the page's heap in use. */
  heap: Figure;
  /** Most that the background worker held. */
  background: Figure;
}

export interface ImportResult {
  /** Processes waiting for a processor before the run: above their number, times read too long. */
  load: number;
  records: number;
  real: boolean;
  readers: Record<string, Figure>;
  look: Phase;
  import: Phase;
}

/** Imports `count` records in the options page. */
async function importOf(count: number): Promise<Omit<ImportResult, 'readers'>> {
  const load = loadavg()[0] ?? 0;
  const { entries, real } = await papers(count);
  const items = entries.map((paper): Exportable => ({ paper, tags: ['read'], note: 'A note.' }));
  const file = join(tmpdir(), `manicule-bench-${process.pid}.bib`);
  writeFileSync(file, exportPapers('bibtex', items).text);
  const chromium = await launchChromium();
  try {
    const page = await chromium.open('src/ui/options/index.html');
    const session = await chromium.browserSession();
    const panel = page.locator('#import');
    const phase = async (work: () => Promise<unknown>): Promise<Phase> => {
      const began = performance.now();
      let heap = 0;
      const looking = setInterval(async () => {
        const used = await page
          .evaluate(
            () => (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize,
          )
          .catch(() => 0); // between two pages
        heap = Math.max(heap, used);
      }, 500);
      let longest = 0;
      const timed = async (): Promise<void> => {
        longest = await longestTask(session, work);
      };
      const background = await peakOf(session, 'service_worker', chromium.url(''), timed, SELDOM_MS).finally(
        () => clearInterval(looking),
      );
      const seconds = (performance.now() - began) / 1000;
      return {
        rate: figure(count / seconds, 'papers/s'),
        longestTask: atMost(longest, 'ms', 50),
        heap: figure(heap / 1e6, 'MB'),
        background: atMost(background, 'MB', 60),
      };
    };
    const look = await phase(async () => {
      const choosing = page.waitForEvent('filechooser');
      await panel.getByRole('button', { name: 'Choose a file…' }).click();
      await (await choosing).setFiles(file);
      await panel.getByRole('button', { name: 'Preview' }).click({ timeout: LONG });
      await panel.getByText('Importing would bring:').waitFor({ timeout: LONG });
    });
    const imported = await phase(async () => {
      await panel.getByRole('button', { name: 'Import', exact: true }).click();
      await panel.getByText(/^Imported /).waitFor({ timeout: LONG });
    });
    return { load, records: count, real, look, import: imported };
  } finally {
    await chromium.close();
    rmSync(file, { force: true });
  }
}

export async function run(): Promise<ImportResult> {
  const { entries } = await papers(COUNT);
  const items = entries.map((paper): Exportable => ({ paper, tags: ['read'], note: 'A note.' }));
  return { ...(await importOf(RECORDS)), readers: readers(items) };
}
