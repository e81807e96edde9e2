/** Fills the extension's database from one of its own pages, through the storage module itself. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { ROOT } from '../../../scripts/lib/root.ts';
import type { Entry } from '../../../src/core/paper.ts';

/** Source text of a module of this folder, to be run in a page. */
export async function scriptOf(file: string): Promise<string> {
  const result = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: { entry: join(ROOT, 'test/bench/support', file), formats: ['iife'], name: 'benching' },
    },
  });
  const [output] = (Array.isArray(result) ? result : [result]) as Rolldown.RolldownOutput[];
  const code = output?.output[0];
  if (code?.type !== 'chunk') throw new Error(`${file} was not built`);
  return code.code;
}

/** Stores the entries, the first `saved` of them saved, one minute apart; `quick`: with topics by turns. */
export async function seed(
  page: Page,
  entries: readonly Entry[],
  saved: number,
  quick = false,
): Promise<void> {
  await page.evaluate(await scriptOf('seed-page.ts'));
  for (let start = 0; start < entries.length; start += 2_000) {
    const part = entries.slice(start, start + 2_000);
    const marked = Math.max(0, Math.min(part.length, saved - start));
    await page.evaluate(
      ([some, n, fast]) =>
        (
          globalThis as unknown as { seedDatabase(e: unknown, n: number, f: boolean): Promise<void> }
        ).seedDatabase(some, n, fast),
      [part, marked, quick] as const,
    );
  }
}
