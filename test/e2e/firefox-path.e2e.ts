/** The main path in Firefox, shorter: marks, decisions by keyboard, event page asleep, popup, file, reload. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from './firefox.ts';
import { LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';

const papers = [...PAPERS].sort(
  (a, b) => Number(b.categories[0] === 'cs.CL') - Number(a.categories[0] === 'cs.CL'),
);
const [first, second, third] = papers.map((paper) => paper.title) as [string, string, string];

let server: Server;
let firefox: Firefox;
let page: Page;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(PAPERS));
  firefox = await launchFirefox({ server });
  page = await firefox.visit(LIST_URL);
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const marks = () => page.$$eval('div[data-manicule]', (all) => all.length);

/** Texts of all rows of the popup, opened in a tab, on one of its tabs. */
async function rowsOf(popup: Page, tab: string): Promise<(string | null)[]> {
  await popup.evaluate((name) => {
    const all = [...document.querySelectorAll<HTMLElement>('[role=tab]')];
    all.find((one) => one.textContent?.startsWith(name))?.click();
  }, tab);
  await until(`rows of ${tab}`, () =>
    popup.evaluate(() => document.querySelector('[role=row] a.title') !== null),
  );
  return popup.$$eval('[role=row]', (all) => all.map((row) => row.getAttribute('aria-label')));
}

it('has exactly one mark for every entry, closed to the page', async () => {
  await until('marks', async () => (await marks()) === papers.length);
  expect(await page.$$eval('div[data-manicule]', (all) => all.filter((one) => one.shadowRoot).length)).toBe(
    0,
  );
});

it('takes decisions by keyboard', async () => {
  const pressed = () => firefox.pressed(page);
  await until('buttons', async () => (await pressed()).size > 0);
  for (const [key, name] of [
    ['s', `Save: ${first}`],
    ['s', `Save: ${second}`],
    ['f', `Flag: ${third}`],
  ] as const) {
    await page.keyboard.press('j');
    await page.keyboard.press(key);
    await until(name, async () => (await pressed()).get(name) === true);
  }
});

it('shows them in the popup after the event page slept, and writes the same file', async () => {
  await firefox.killWorker();
  const popup = await firefox.open('src/ui/popup/index.html');
  expect(await rowsOf(popup, 'Saved')).toEqual([`${second}, saved`, `${first}, saved`]);
  expect(await rowsOf(popup, 'Flagged')).toEqual([`${third}, flagged`]);
  await rowsOf(popup, 'Saved');
  const click = (selector: string, text: string) =>
    popup.evaluate(
      ([where, words]) => {
        const all = [...document.querySelectorAll<HTMLElement>(where)];
        all.find((one) => (one.getAttribute('aria-label') ?? one.textContent ?? '').includes(words))?.click();
      },
      [selector, text] as const,
    );
  await click('button', 'Export: 2 papers');
  await until('the menu', () => popup.evaluate(() => document.querySelector('[role=menuitem]') !== null));
  await click('[role=menuitem]', 'BibTeX');
  const files = () => readdirSync(firefox.downloads).filter((name) => name.endsWith('.bib'));
  const written = () => readFileSync(join(firefox.downloads, files()[0] ?? ''), 'utf8');
  // Firefox puts an empty file in place before it writes into it
  await until('the file', async () => files().length === 1 && written() !== '');
  const text = written();
  expect([...text.matchAll(/\beprint\s*=\s*\{([^}]+)\}/g)].map((match) => match[1])).toEqual([
    papers[1]?.id,
    papers[0]?.id,
  ]);
  await popup.close();
});

it('shows the decisions again after a reload', async () => {
  await page.bringToFront();
  await page.reload();
  await until('marks', async () => (await marks()) === papers.length);
  await until('states', async () => (await firefox.pressed(page)).get(`Save: ${first}`) === true);
  const on = [...(await firefox.pressed(page))].filter(([, state]) => state).map(([name]) => name);
  expect(on.sort()).toEqual([`Flag: ${third}`, `Save: ${first}`, `Save: ${second}`].sort());
});
