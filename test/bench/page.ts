/** What the extension costs a listing of 2,000 entries: the same page with it and without it, turn by turn. */
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
const PAIRS = 7;
/** Time given to a page after its load, in ms: batches go on being sent and answered. */
const SETTLE = 4_000;

/** Runs before the page: notes the first frame with a filled mark, and layout shifts. */
function watch(): void {
  const seen: { mark?: number; shift: number } = { shift: 0 };
  Object.assign(window, { seen });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    if (!document.querySelector('div[data-manicule]:not([style])')) {
      requestAnimationFrame(look);
      return;
    }
    const channel = new MessageChannel(); // after this frame was painted
    channel.port1.onmessage = () => {
      seen.mark = performance.now();
    };
    channel.port2.postMessage(0);
  };
  requestAnimationFrame(look);
}

interface Load {
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
    const { mark, shift } = (window as unknown as { seen: { mark?: number; shift: number } }).seen;
    return {
      firstMark: (mark ?? Number.NaN) - (navigation?.domContentLoadedEventEnd ?? 0),
      shift,
      hosts: document.querySelectorAll('div[data-manicule]').length,
    };
  });
  await page.close();
  return seen;
}

/** Scrolls to the end, 600 px a frame; returns the time between frames, in ms. */
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
          scrollBy(0, 600);
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
  entries: number;
  real: boolean;
  firstMark: Figure;
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
  noListing: Figure;
}

async function measure(server: Server, bare: Chromium, full: Chromium): Promise<PageResult> {
  const real = server.has(REAL);
  const url = real ? REAL : MADE;
  await load(full, url); // the worker and both caches warm
  await load(bare, url);
  const loads: Load[] = [];
  const without: MainThread[] = [];
  const withIt: MainThread[] = [];
  for (let i = 0; i < PAIRS; i++) {
    loads.push(await load(full, url));
    without.push(await traceLoad(bare, url, SETTLE));
    withIt.push(await traceLoad(full, url, SETTLE));
  }
  const unshifted = await load(bare, url);
  const bareFrames: Frames[] = [];
  const fullFrames: Frames[] = [];
  for (let i = 0; i < 3; i++) {
    bareFrames.push(await scrolled(bare, url));
    fullFrames.push(await scrolled(full, url));
  }
  const idle: number[] = [];
  for (let i = 0; i < PAIRS; i++) idle.push((await traceLoad(full, NO_LISTING, 500)).script);
  const paired = (key: keyof MainThread) =>
    median(withIt.map((one, i) => one[key] - (without[i]?.[key] ?? 0)));
  return {
    entries: loads.at(-1)?.hosts ?? 0,
    real,
    firstMark: atMost(of(loads, 'firstMark'), 'ms', 100),
    firstMarkSlowest: figure(Math.max(...loads.map((one) => one.firstMark)), 'ms'),
    mainThread: atMost(paired('total'), 'ms', 150),
    ownScript: figure(paired('script'), 'ms'),
    rendering: figure(paired('rendering'), 'ms'),
    longestOwnTask: atMost(of(withIt, 'longestScript'), 'ms', 50),
    longestTaskWithout: figure(of(without, 'longestTask'), 'ms'),
    layoutShift: atMost(of(loads, 'shift') - unshifted.shift, 'score', 0),
    framesOver32With: figure(of(fullFrames, 'over32'), 'frames'),
    framesOver32Without: figure(of(bareFrames, 'over32'), 'frames'),
    worstFrameWith: figure(of(fullFrames, 'worst'), 'ms'),
    worstFrameWithout: figure(of(bareFrames, 'worst'), 'ms'),
    noListing: atMost(median(idle), 'ms', 1),
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
