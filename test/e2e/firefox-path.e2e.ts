/** The main path in Firefox, shorter: marks, decisions by keyboard, event page asleep, popup, file, reload. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from './firefox.ts';
import { press } from './firefox-page.ts';
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

/** Waits until a tab of the popup, itself opened in a tab, shows exactly these rows. */
async function shows(popup: Page, tab: string, rows: readonly string[]): Promise<void> {
  await press(popup, '[role=tab]', tab);
  await expect
    .poll(() => popup.$$eval('[role=row]', (all) => all.map((row) => row.getAttribute('aria-label'))))
    .toEqual(rows);
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
  await shows(popup, 'Saved', [`${second}, saved`, `${first}, saved`]);
  await shows(popup, 'Flagged', [`${third}, flagged`]);
  await shows(popup, 'Saved', [`${second}, saved`, `${first}, saved`]);
  await press(popup, 'button', 'Export: 2 papers');
  await press(popup, '[role=menuitem]', 'BibTeX');
  const files = () => readdirSync(firefox.downloads).filter((name) => name.endsWith('.bib'));
  const written = () => readFileSync(join(firefox.downloads, files()[0] ?? ''), 'utf8');
  // Firefox puts an empty file in place before it writes into it
  await until('the file', async () => files().length === 1 && /\n\}\s*$/.test(written()));
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
  const on = async () => [...(await firefox.pressed(page))].flatMap(([name, state]) => (state ? name : []));
  await expect
    .poll(async () => (await on()).sort())
    .toEqual([`Flag: ${third}`, `Save: ${first}`, `Save: ${second}`].sort());
});
