/** How fast a backup of 20,000 records is read, restored, exported and taken back, and whether the page stays responsive. */
import { rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from '../e2e/chromium.ts';
import { madeBackup } from '../e2e/made-backup.ts';
import { atMost, type Figure, figure } from './support/numbers.ts';

export const needs = ['chromium'] as const;
export const built = true;

const PAPERS = 8_571; // two records each, and a mark for every third
const LONG = 3_600_000;

interface Phase {
  rate: Figure;
  /** Processor time of the page's longest task: what a page waits for on a machine with nothing else to do. */
  longestTask: Figure;
}

export interface RestoreResult {
  load: number;
  records: number;
  look: Phase;
  restore: Phase;
  export: Phase;
  undo: Phase;
}

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  tdur?: number;
  args?: { name?: string };
}

export async function run(): Promise<RestoreResult> {
  const made = madeBackup(PAPERS);
  const file = join(tmpdir(), `manicule-bench-${process.pid}.jsonl`);
  writeFileSync(file, made.text);
  const load = loadavg()[0] ?? 0;
  const chromium = await launchChromium();
  try {
    const page = await chromium.open('src/ui/options/index.html');
    const panel = page.locator('.panel', { hasText: 'Merges a' });
    const session = await chromium.browserSession();
    let events: TraceEvent[] = [];
    session.on('Tracing.dataCollected', ({ value }) => {
      for (const one of value as unknown as TraceEvent[])
        if (one.name === 'thread_name' || one.name.endsWith('RunTask')) events.push(one);
    });
    const measure = async (work: () => Promise<unknown>): Promise<Phase> => {
      events = [];
      const complete = new Promise<void>((done) => session.once('Tracing.tracingComplete', () => done()));
      await session.send('Tracing.start', {
        transferMode: 'ReportEvents',
        traceConfig: { includedCategories: ['toplevel', '__metadata'] },
      });
      const began = performance.now();
      await work();
      const seconds = (performance.now() - began) / 1000;
      await session.send('Tracing.end');
      await complete;
      const threads = events.filter((one) => one.args?.name === 'CrRendererMain');
      const mains = new Set(threads.map(({ pid, tid }) => `${pid} ${tid}`));
      const tasks = events.flatMap(({ pid, tid, tdur }) => (mains.has(`${pid} ${tid}`) ? [tdur ?? 0] : []));
      const longest = tasks.reduce((most, one) => Math.max(most, one), 0) / 1000;
      return { rate: figure(made.records / seconds, 'records/s'), longestTask: atMost(longest, 'ms', 50) };
    };
    await page.waitForTimeout(2_000); // what the page does when it opens is measured elsewhere
    const look = await measure(async () => {
      await panel.locator('input[type=file]').setInputFiles(file);
      await panel.getByText('Restoring would bring:').waitFor({ timeout: LONG });
    });
    const restore = await measure(async () => {
      await panel.getByRole('button', { name: 'Restore', exact: true }).click();
      await panel.getByText(/^Restored /).waitFor({ timeout: LONG });
    });
    const exported = await measure(async () => {
      const arriving = page.waitForEvent('download', { timeout: LONG });
      await page.getByRole('button', { name: 'Export everything' }).click();
      await arriving;
    });
    const undo = await measure(async () => {
      await panel.getByRole('button', { name: 'Undo restore' }).click();
      await page.getByText('The restore was undone.').waitFor({ timeout: LONG });
    });
    return { load, records: made.records, look, restore, export: exported, undo };
  } finally {
    await chromium.close();
    rmSync(file);
  }
}
