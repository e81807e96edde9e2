/** What the extension costs a listing of 2,000 entries: the same page with it and without it, turn by turn. */
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import { type Chromium, launchChromium } from '../e2e/chromium.ts';
import { listPage, manyPapers } from '../e2e/made-pages.ts';
import { type Server, serve } from '../e2e/server.ts';
import { atMost, type Figure, figure, median } from './support/numbers.ts';
import { type MainThread, traceLoad } from './support/trace.ts';

export const needs = ['chromium', 'openssl'] as const;
export const built = true;

const REAL = 'https://arxiv.org/list/cs/pastweek?show=2000';
const MADE = 'https://arxiv.org/list/cs.LG/pastweek?show=2000';
const NO_LISTING = 'https://arxiv.org/help';
const PAIRS = 5;
/** Time given to a page after its load, in ms: batches go on being sent and answered. */
const SETTLE = 3_000;

/** Runs before the page: notes the first frame after the document was read, the first one with a mark, layout shifts. */
function watch(): void {
  const seen: { frame?: number; mark?: number; shift: number } = { shift: 0 };
  Object.assign(window, { seen });
  const painted = (key: 'frame' | 'mark') => {
    const channel = new MessageChannel(); // answered after this frame was painted
    channel.port1.onmessage = () => {
      seen[key] = performance.now();
    };
    channel.port2.postMessage(0);
  };
  document.addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => painted('frame')));
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    const hosts = [...document.querySelectorAll<HTMLElement>('div[data-manicule]')].slice(0, 30);
    if (!hosts.some((host) => host.style.display !== 'none')) {
      requestAnimationFrame(look);
      return;
    }
    painted('mark');
  };
  requestAnimationFrame(look);
}

interface Load {
  /** From DOMContentLoaded to the next frame on the screen, in ms: the page's own first layout is in it. */
  firstFrame: number;
  /** From DOMContentLoaded to the first mark on the screen, in ms. */
  firstMark: number;
  shift: number;
  hosts: number;
}

async function load(chromium: Chromium, url: string): Promise<Load> {
  const page = await chromium.context.newPage();
  await page.addInitScript(watch);
  await page.goto(url);
  await page.waitForTimeout(SETTLE);
  const seen = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const { seen } = window as unknown as { seen: { frame?: number; mark?: number; shift: number } };
    const { frame, mark, shift } = seen;
    const start = navigation?.domContentLoadedEventEnd ?? 0;
    return {
      firstFrame: (frame ?? Number.NaN) - start,
      firstMark: (mark ?? Number.NaN) - start,
      shift,
      hosts: document.querySelectorAll('div[data-manicule]').length,
    };
  });
  await page.close();
  return seen;
}

/** Scrolls to the end, 250 px a frame; returns the time between frames, in ms. */
async function scroll(page: Page): Promise<number[]> {
  return page.evaluate(
    () =>
      new Promise<number[]>((done) => {
        const frames: number[] = [];
        let last = performance.now();
        const step = (now: number) => {
          frames.push(now - last);
          last = now;
          const before = scrollY;
          scrollBy(0, 250);
          if (scrollY === before) done(frames.slice(1));
          else requestAnimationFrame(step);
        };
        requestAnimationFrame(step);
      }),
  );
}

interface Frames {
  frames: number;
  over32: number;
  worst: number;
}

async function scrolled(chromium: Chromium, url: string): Promise<Frames> {
  const page = await chromium.context.newPage();
  await page.goto(url);
  await page.waitForTimeout(SETTLE);
  const frames = await scroll(page);
  await page.close();
  return {
    frames: frames.length,
    over32: frames.filter((ms) => ms > 32).length,
    worst: Math.max(...frames),
  };
}

const of = <T, K extends keyof T>(all: readonly T[], key: K): number =>
  median(all.map((one) => Number(one[key])));

export interface PageResult {
  /** Processes waiting for a processor before the run: above their number, times read too long. */
  load: number;
  entries: number;
  real: boolean;
  firstMark: Figure;
  /** The same page without the extension: no mark can be on the screen before that. */
  firstFrameWithout: Figure;
  firstMarkSlowest: Figure;
  mainThread: Figure;
  ownScript: Figure;
  rendering: Figure;
  longestOwnTask: Figure;
  longestTaskWithout: Figure;
  layoutShift: Figure;
  framesOver32With: Figure;
  framesOver32Without: Figure;
  worstFrameWith: Figure;
  worstFrameWithout: Figure;
  /** JavaScript on a page that lists nothing; in a fresh tab the browser's own setting up of the script is in it. */
  noListing: Figure;
  noListingInFreshTab: Figure;
}

/** Median of the time in JavaScript that the extension adds to a page that lists nothing, in ms. */
async function extraScript(full: Chromium, bare: Chromium, again: boolean): Promise<number> {
  const extra: number[] = [];
  for (let i = 0; i < PAIRS; i++) {
    const { script } = await traceLoad(bare, NO_LISTING, 300, again);
    extra.push((await traceLoad(full, NO_LISTING, 300, again)).script - script);
  }
  return median(extra);
}

async function measure(server: Server, bare: Chromium, full: Chromium): Promise<PageResult> {
  const busy = loadavg()[0] ?? 0;
  const real = server.has(REAL);
  const url = real ? REAL : MADE;
  await load(full, url); // the worker and both caches warm
  await load(bare, url);
  const loads: Load[] = [];
  const bareLoads: Load[] = [];
  const without: MainThread[] = [];
  const withIt: MainThread[] = [];
  for (let i = 0; i < PAIRS; i++) {
    bareLoads.push(await load(bare, url));
    loads.push(await load(full, url));
    without.push(await traceLoad(bare, url, SETTLE));
    withIt.push(await traceLoad(full, url, SETTLE));
  }
  const bareFrames: Frames[] = [];
  const fullFrames: Frames[] = [];
  for (let i = 0; i < 3; i++) {
    bareFrames.push(await scrolled(bare, url));
    fullFrames.push(await scrolled(full, url));
  }
  const fresh = await extraScript(full, bare, false);
  const again = await extraScript(full, bare, true);
  const paired = (key: keyof MainThread) =>
    median(withIt.map((one, i) => one[key] - (without[i]?.[key] ?? 0)));
  return {
    load: busy,
    entries: loads.at(-1)?.hosts ?? 0,
    real,
    firstMark: atMost(of(loads, 'firstMark'), 'ms', 100),
    firstFrameWithout: figure(of(bareLoads, 'firstFrame'), 'ms'),
    firstMarkSlowest: figure(Math.max(...loads.map((one) => one.firstMark)), 'ms'),
    mainThread: atMost(paired('total'), 'ms', 150),
    ownScript: figure(paired('script'), 'ms'),
    rendering: figure(paired('rendering'), 'ms'),
    longestOwnTask: atMost(of(withIt, 'longestScript'), 'ms', 50),
    longestTaskWithout: figure(of(without, 'longestTask'), 'ms'),
    layoutShift: atMost(of(loads, 'shift') - of(bareLoads, 'shift'), 'score', 0),
    framesOver32With: figure(of(fullFrames, 'over32'), 'frames'),
    framesOver32Without: figure(of(bareFrames, 'over32'), 'frames'),
    worstFrameWith: figure(of(fullFrames, 'worst'), 'ms'),
    worstFrameWithout: figure(of(bareFrames, 'worst'), 'ms'),
    noListing: atMost(again, 'ms', 1),
    noListingInFreshTab: figure(fresh, 'ms'),
  };
}

export async function run(): Promise<PageResult> {
  const server = await serve();
  if (!server.has(REAL))
    server.add(MADE, listPage(manyPapers(2_000), { category: 'cs.LG', abstracts: false }));
  server.add(NO_LISTING, '<!doctype html><title>Help</title><h1>Help</h1><p>No papers here.</p>');
  const bare = await launchChromium({ server, extension: false });
  try {
    const full = await launchChromium({ server });
    try {
      return await measure(server, bare, full);
    } finally {
      await full.close();
    }
  } finally {
    await bare.close();
    await server.close();
  }
}
