/** From opening the popup to its list on the screen, with 10,000 papers saved. */
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { type Chromium, launchChromium } from '../e2e/chromium.ts';
import { atMost, type Figure, figure, median } from './support/numbers.ts';
import { watchTitles } from './support/painted.ts';
import { entries as papers } from './support/papers.ts';
import { seed } from './support/seed.ts';

export const needs = ['chromium'] as const;
export const built = true;

const SAVED = 10_000;
const RUNS = 9;

export interface PopupResult {
  /** Processes waiting for a processor before the run: above their number, times read too long. */
  load: number;
  saved: number;
  real: boolean;
  firstOpen: Figure;
  /** An empty page of the extension, the same way: what the browser itself takes. */
  emptyPage: Figure;
  listPainted: Figure;
  slowest: Figure;
  rowsInTree: number;
}

/**
 * Opens the popup in a tab and returns the time from the start of its navigation to the frame after the newest saved
 * paper's title is in the tree, in ms.
 */
async function open(chromium: Chromium, page: Page, title: string): Promise<{ ms: number; rows: number }> {
  await page.goto(chromium.url('src/ui/popup/index.html'));
  const ms = await page.waitForFunction(
    () => (window as unknown as { painted?: number }).painted,
    undefined,
    {
      timeout: 30_000,
    },
  );
  const rows = await page.getByText(title, { exact: true }).count();
  return { ms: (await ms.jsonValue()) as number, rows };
}

/** Median time to the first frame of a file of the extension that runs nothing, in ms. */
async function emptyPage(chromium: Chromium): Promise<number> {
  const page = await chromium.context.newPage();
  await page.addInitScript(() => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => Object.assign(window, { painted: performance.now() });
      channel.port2.postMessage(0);
    });
  });
  const times: number[] = [];
  for (let i = 0; i < RUNS; i++) {
    await page.goto(chromium.url('manifest.json'));
    const ms = await page.waitForFunction(() => (window as unknown as { painted?: number }).painted);
    times.push((await ms.jsonValue()) as number);
  }
  await page.close();
  return median(times);
}

export async function run(): Promise<PopupResult> {
  const { entries, real } = await papers(SAVED);
  const chromium = await launchChromium({ viewport: { width: 400, height: 560 } });
  try {
    const filler = await chromium.open('src/ui/options/index.html');
    await seed(filler, entries, SAVED);
    await filler.close();
    const newest = entries.slice(-250).map((entry) => entry.title);
    const empty = await emptyPage(chromium);
    const page = await chromium.context.newPage();
    await page.addInitScript(watchTitles, newest);
    const first = await open(chromium, page, newest[0] ?? '');
    const busy = loadavg()[0] ?? 0;
    const times: number[] = [];
    for (let i = 0; i < RUNS; i++) times.push((await open(chromium, page, '')).ms);
    const rowsInTree = await page.evaluate(
      () => document.querySelectorAll('[role=listitem], [role=option], [role=row], li, article').length,
    );
    return {
      load: busy,
      saved: SAVED,
      real,
      emptyPage: figure(empty, 'ms'),
      firstOpen: figure(first.ms, 'ms'),
      listPainted: atMost(median(times), 'ms', 100),
      slowest: figure(Math.max(...times), 'ms'),
      rowsInTree,
    };
  } finally {
    await chromium.close();
  }
}
