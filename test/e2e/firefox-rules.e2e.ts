/** Watch rules in Firefox, shorter: made by keyboard, seen in the page with reason and highlighted words, and in the popup. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from './firefox.ts';
import { control, hasFocus, press } from './firefox-page.ts';
import { LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';

const papers = PAPERS.slice(0, 4).map((paper) => ({ ...paper, categories: ['cs.CL'] }));
const GUI = PAPERS[1]?.title ?? '';
const REWARD = PAPERS[3]?.title ?? '';

let server: Server;
let firefox: Firefox;
let options: Page;
let page: Page;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(papers));
  firefox = await launchFirefox({ server });
  page = await firefox.visit(LIST_URL);
  await until('all known', async () => (await chips('.chip')).filter((one) => one.length > 0).length === 4);
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

/** Accessible names of the chips that match, mark by mark. */
const chips = async (selector: string) =>
  (await firefox.inMarks(page, selector)).map((all) => all.map((chip) => chip['aria-label']));
const said = () => options.$eval('.editor .count-said', (one) => one.textContent);

it('counts live while a rule is typed', async () => {
  options = await firefox.open('src/ui/options/index.html');
  await options.bringToFront();
  await (await control(options, '#rules > .button', 'New rule')).focus();
  await options.keyboard.press('Enter');
  await hasFocus(options, '.editor .token-box input');
  await options.keyboard.type('GUI agent');
  await until('one match', async () => (await said()) === 'Matches 1 of 4 stored papers');
  await options.keyboard.press('Enter');
  await options.keyboard.press('Tab');
  await options.keyboard.type('Caspari');
  await options.keyboard.press('Enter');
  await until('two matches', async () => (await said()) === 'Matches 2 of 4 stored papers');
  await until('stored', () =>
    options.$eval('.rule-state [role=status]', (one) => one.textContent === 'saved'),
  );
});

it('flags what matches when the page is opened again, with the reason, and highlights the words', async () => {
  await page.bringToFront();
  await page.reload();
  await until('flags', async () => (await chips('.chip.why')).flat().length === 2);
  expect(await chips('.chip.why')).toEqual([
    [],
    ['Flagged: watch: “GUI agent”'],
    [],
    ['Flagged: author: Caspari'],
  ]);
  const words = () =>
    page.evaluate(() => [...(CSS.highlights.get('manicule-watch') ?? [])].map((range) => String(range)));
  await expect.poll(words).toEqual(['GUI Agent', 'GUI agent']);
});

it('shows them with their reasons in the popup', async () => {
  const popup = await firefox.open('src/ui/popup/index.html');
  await press(popup, '[role=tab]', 'Flagged');
  const rows = () =>
    popup.$$eval('[role=row]', (all) =>
      all.map((row) => [
        row.querySelector('a.title')?.textContent,
        ...[...row.querySelectorAll('.chip.why')].map((chip) => chip.textContent),
      ]),
    );
  await expect
    .poll(async () => (await rows()).sort())
    .toEqual([
      [REWARD, 'author: Caspari'],
      [GUI, 'watch: “GUI agent”'],
    ]);
});
