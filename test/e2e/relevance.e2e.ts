/** Relevance in pages: nothing before three papers are saved, then a bar with reasons, sorting and filters; off when off. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { DIGEST_URL, digestPage, LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { clickOverlay, drawn, fits, overlay } from './shadow.ts';
import type { Raw } from './stored.ts';

let server: Server;
let chromium: Chromium;
let page: Page;
let options: Page;

beforeAll(async () => {
  server = await serve();
  server.add(DIGEST_URL, digestPage(PAPERS));
  server.add(LIST_URL, listPage(PAPERS, { abstracts: true }));
  chromium = await launchChromium({ server, viewport: { width: 1280, height: 4000 } });
  page = await chromium.visit(LIST_URL);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const known = () =>
  until('all entries known', async () => {
    const all = await drawn(page);
    return all.length === PAPERS.length && all.every((one) => one.chips.length > 0);
  });
/** Titles as they are seen, from top to bottom. */
const seen = () =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.list-title')]
      .filter((one) => one.getClientRects().length > 0)
      .map((one) => ({ title: (one.textContent ?? '').trim(), top: one.getBoundingClientRect().top }))
      .sort((a, b) => a.top - b.top)
      .map(({ title }) => title),
  );

it('says how many papers it takes, and shows no bar before', async () => {
  await known();
  await page.bringToFront();
  await clickOverlay(page, 'Fit ▾');
  await until('the menu', async () => (await overlay(page, '.menu p')).length === 1);
  await until(
    'the answer',
    async () =>
      (await overlay(page, '.menu p'))[0]?.includes('save 3 papers more') === true ||
      (await reopened()).includes('save 3 papers more'),
  );
  expect(await fits(page)).toEqual([]);
  await page.keyboard.press('Escape');
});

/** The menu as it is now: it is made when it is opened. */
async function reopened(): Promise<string> {
  await page.keyboard.press('Escape');
  await clickOverlay(page, 'Fit ▾');
  return (await overlay(page, '.menu p'))[0] ?? '';
}

it('shows a bar with its reasons once three are saved', async () => {
  for (let i = 0; i < 3; i++) {
    await page.keyboard.press('j');
    await page.keyboard.press('s');
  }
  await until('saved', async () => (await drawn(page)).filter((one) => one.saved).length === 3);
  await page.reload();
  await known();
  await until('bars', async () => (await fits(page)).length === PAPERS.length);
  const all = await fits(page);
  for (const fit of all) expect(fit.name).toMatch(/^Fits \d{1,3} of 100/);
  const saved = new Set((await drawn(page)).filter((one) => one.saved).map((one) => one.title));
  const mean = (some: typeof all) => some.reduce((sum, one) => sum + one.score, 0) / some.length;
  expect(mean(all.filter((one) => saved.has(one.title)))).toBeGreaterThan(
    mean(all.filter((one) => !saved.has(one.title))),
  );
  expect(all.some((one) => /: \S/.test(one.name))).toBe(true);
});

it('sorts each list without moving an element, and puts the order of the site back', async () => {
  const before = await seen();
  const tree = await page.evaluate(() => document.querySelector('dl')?.textContent);
  await clickOverlay(page, 'Fit ▾');
  await clickOverlay(page, 'Best first');
  await until('another order', async () => (await seen()).join() !== before.join());
  const scores = new Map((await fits(page)).map((one) => [one.title, one.score]));
  const order = (await seen()).map((title) => [...scores].find(([one]) => title.includes(one))?.[1] ?? -1);
  const first = order.slice(
    0,
    await page.evaluate(() => document.querySelectorAll('dl')[0]?.querySelectorAll('dt').length ?? 0),
  );
  expect(first.length).toBeGreaterThan(3);
  expect(first).toEqual([...first].sort((a, b) => b - a));
  expect(await page.evaluate(() => document.querySelector('dl')?.textContent)).toBe(tree);
  await clickOverlay(page, 'Best first');
  await until('the order of the site', async () => (await seen()).join() === before.join());
  expect(await page.evaluate(() => document.querySelectorAll('dl[style], dt[style], dd[style]').length)).toBe(
    0,
  );
});

it('shows the best ten alone, and all again', async () => {
  await clickOverlay(page, 'the best 10');
  await until('ten', async () => (await seen()).length === 10);
  await clickOverlay(page, 'all');
  await until('all', async () => (await seen()).length === PAPERS.length);
  await page.keyboard.press('Escape');
});

it('the options show what was learned, take a word for more or less, and forget', async () => {
  options = await chromium.open('src/ui/options/index.html');
  const section = options.locator('#relevance');
  await section.getByRole('heading', { name: /^What was learned from/ }).waitFor();
  const first = section.locator('select').first();
  await first.selectOption('-1');
  const kept = () =>
    options.evaluate(async () => {
      const { chrome } = globalThis as unknown as { chrome: { storage: { local: Raw } } };
      return (await chrome.storage.local['get']('settings')).settings.corrections?.words[0]?.weight;
    });
  await until('kept', async () => (await kept()) === -1);
  await section.getByRole('button', { name: 'Forget what was learned' }).click();
  await section.getByText('Not enough yet: ').waitFor();
  await options.getByRole('button', { name: 'Undo' }).click();
  await section.getByRole('heading', { name: /^What was learned from/ }).waitFor();
});

it('switched off, there is no bar and no menu', async () => {
  await options.getByRole('switch', { name: 'Learn from what I save' }).click();
  await page.bringToFront();
  await page.reload();
  await known();
  await new Promise((done) => setTimeout(done, 1_000));
  expect(await fits(page)).toEqual([]);
  expect(await overlay(page, '.bar button')).not.toContain('Fit ▾');
  expect(chromium.errors).toEqual([]);
});
