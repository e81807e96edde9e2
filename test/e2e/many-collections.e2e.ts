/** A library of very many collections: what else narrows the list stays in sight, and each of them in reach. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keysBetween } from '../../src/core/order-keys.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { madeLibrary, putLibrary } from './made-library.ts';
import { until } from './marks.ts';

const COUNT = 120;
const AT = '2026-03-17T12:00:00.000Z';
const made = madeLibrary(30, 1, new Date(AT));
const places = keysBetween('', '', COUNT);
const id = (n: number) => `c-${String(n).padStart(3, '0')}`;
/** The hundredth stands in the ninetieth. */
const collections = places.map((place, n) => ({
  id: id(n),
  name: { value: `Collection ${n}`, at: AT },
  parent: { value: n === 100 ? id(90) : null, at: AT },
  place: { value: place, at: AT },
}));

let chromium: Chromium;
let library: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  library = await chromium.open('src/ui/library/index.html');
  await putLibrary(library, made);
  await library.evaluate(
    (all) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('manicule');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction('collections', 'readwrite');
          for (const one of all) tx.objectStore('collections').put(one);
          tx.oncomplete = () => done(opening.result.close());
        };
      }),
    collections,
  );
  await library.reload();
  await library.getByRole('treeitem').first().waitFor();
});
afterAll(() => chromium?.close());

const names = () =>
  library
    .getByRole('treeitem')
    .evaluateAll((all) => all.map((one) => one.querySelector('.collection-name')?.textContent ?? ''));
const numbers = async () => (await names()).map((name) => Number(name.split(' ')[1]));
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, n) => from + n);
const FIRST = range(0, 10);
/** In the order of the tree. */
const ALL = [...range(0, 91), 100, ...range(91, 100), ...range(101, COUNT)];
const has = async (wanted: readonly number[]) => {
  await until(`${wanted.length} collections`, async () => (await numbers()).join() === wanted.join());
};
const more = () => library.locator('.collections').getByRole('button', { name: /more$|^fewer$/ });

it('shows the first of them, with topics in the same screen', async () => {
  await has(FIRST);
  expect(await more().textContent()).toBe('110 more');
  expect(await more().getAttribute('aria-expanded')).toBe('false');
  const topics = library.locator('#facet-topics');
  await topics.waitFor();
  const box = await topics.boundingBox();
  expect((box?.y ?? 800) + (box?.height ?? 0)).toBeLessThan(800);
});

it('leads by keys to all of them', async () => {
  const item = (n: number) => library.getByRole('treeitem', { name: `Collection ${n}`, exact: false });
  await item(9).first().focus();
  await library.keyboard.press('ArrowDown');
  await has(ALL);
  await until('the next in focus', async () =>
    library.evaluate(() => document.activeElement?.getAttribute('data-collection') === 'c-010'),
  );
  expect(await more().textContent()).toBe('fewer');
  await library.keyboard.press('Home');
  await more().click();
  await has(FIRST);
  await item(0).first().focus();
  await library.keyboard.press('End');
  await has(ALL);
  await until('the last in focus', async () =>
    library.evaluate(() => document.activeElement?.getAttribute('data-collection') === 'c-119'),
  );
  await library.keyboard.press('Home');
});

it('keeps the chosen one in sight, with those it is in', async () => {
  await library.locator('[data-collection="c-100"]').click();
  await library.locator('[data-collection="c-000"]').focus();
  await more().click();
  await has([...FIRST, 90, 100]);
  expect(await more().textContent()).toBe('108 more');
  expect(await library.locator('[data-collection="c-100"]').getAttribute('aria-selected')).toBe('true');
  expect(chromium.errors).toEqual([]);
});
