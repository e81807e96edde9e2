/** How fast the worker takes in papers, and what it costs it: 10,000 of them, in the batches content scripts send. */
import { loadavg } from 'node:os';
import type { Page } from 'playwright-core';
import type { Entry } from '../../src/core/paper.ts';
import { type Chromium, launchChromium } from '../e2e/chromium.ts';
import { nestedSession } from '../e2e/nested-session.ts';
import { atLeast, atMost, type Figure, figure } from './support/numbers.ts';
import { entries as papers } from './support/papers.ts';

export const needs = ['chromium'] as const;
export const built = true;

const COUNT = 10_000;
const BATCH = 100;

/** Sends all entries as `entries.sync` batches, one after another, as a page does; returns the time each took, in ms. */
async function sync(
  page: Page,
  entries: readonly Entry[],
  at: string,
): Promise<{ ms: number[]; problems: number }> {
  const ms: number[] = [];
  let problems = 0;
  for (let start = 0; start < entries.length; start += 2_000) {
    const part = await page.evaluate(
      async ([some, size, when]) => {
        const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
        const times: number[] = [];
        let wrong = 0;
        for (let i = 0; i < some.length; i += size) {
          const visit = { site: 'arxiv', url: 'https://arxiv.org/list/cs/new', at: when };
          const began = performance.now();
          const reply = await runtime.sendMessage({
            type: 'entries.sync',
            payload: { visit, entries: some.slice(i, i + size) },
          });
          times.push(performance.now() - began);
          if (reply.failure) throw new Error(reply.failure.sentence);
          wrong += reply.problems?.length ?? 0;
        }
        return { times, wrong };
      },
      [entries.slice(start, start + 2_000), BATCH, at] as const,
    );
    ms.push(...part.times);
    problems += part.wrong;
  }
  return { ms, problems };
}

interface Runtime {
  sendMessage(message: unknown): Promise<{ failure?: { sentence: string }; problems?: string[] }>;
}

/** Bytes of JavaScript heap the worker uses, after collecting what it can. */
async function workerHeap(chromium: Chromium): Promise<number> {
  const session = await chromium.browserSession();
  const { targetInfos } = await session.send('Target.getTargets');
  const target = targetInfos.find(
    (one) => one.type === 'service_worker' && one.url.startsWith(chromium.url('')),
  );
  if (!target) throw new Error('the worker sleeps');
  const worker = await nestedSession(session, target.targetId);
  await worker.send('HeapProfiler.collectGarbage');
  const { usedSize } = await worker.send<{ usedSize: number }>('Runtime.getHeapUsage');
  return usedSize;
}

export interface IngestResult {
  /** Processes waiting for a processor before the run: above their number, times read too long. */
  load: number;
  papers: number;
  real: boolean;
  rate: Figure;
  again: Figure;
  slowestBatch: Figure;
  workerHeap: Figure;
  problems: number;
}

export async function run(): Promise<IngestResult> {
  const { entries, real } = await papers(COUNT);
  const busy = loadavg()[0] ?? 0;
  const chromium = await launchChromium();
  try {
    const page = await chromium.open('src/ui/options/index.html');
    const first = await sync(page, entries, new Date().toISOString());
    const heap = await workerHeap(chromium);
    const second = await sync(page, entries, new Date().toISOString());
    const rate = (ms: readonly number[]) => entries.length / (ms.reduce((sum, one) => sum + one, 0) / 1000);
    return {
      load: busy,
      papers: entries.length,
      real,
      rate: atLeast(rate(first.ms), 'papers/s', 2_000),
      again: figure(rate(second.ms), 'papers/s'),
      slowestBatch: figure(Math.max(...first.ms), 'ms'),
      workerHeap: atMost(heap / 1e6, 'MB', 60),
      problems: first.problems + second.problems,
    };
  } finally {
    await chromium.close();
  }
}
