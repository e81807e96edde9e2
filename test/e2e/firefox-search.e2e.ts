/** Search in Firefox: the worker of the library's page, its index, order by time, facets and saved searches. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from './firefox.ts';
import { press, texts } from './firefox-page.ts';
import { LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';

let server: Server;
let firefox: Firefox;
let library: Page;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(PAPERS));
  firefox = await launchFirefox({ server });
  const page = await firefox.visit(LIST_URL);
  await until('marks', () =>
    page.$$eval('div[data-manicule]', (all, count) => all.length === count, PAPERS.length),
  );
  library = await firefox.open('src/ui/library/index.html');
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const count = () => library.$eval('.how-many', (place) => Number(place.textContent?.replace(/\D/g, '')));
const type = (text: string) =>
  library.evaluate((typed) => {
    const field = document.querySelector('input[type=search]') as HTMLInputElement;
    field.value = typed;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }, text);

it('has every paper that was met', async () => {
  await press(library, 'nav button', 'Everything met');
  await until('all', async () => (await count()) === PAPERS.length);
});

it('finds words of titles, also mistyped ones, and narrows', async () => {
  const lanterns = PAPERS.filter((paper) =>
    `${paper.title} ${paper.abstract}`.toLowerCase().match(/\blantern/),
  ).length;
  expect(lanterns).toBeGreaterThan(0);
  await type('lantern');
  await until('found', async () => (await count()) === lanterns);
  await type('title:lantren');
  await expect.poll(() => texts(library, '.taken')).toEqual([expect.stringContaining('(typed “lantren”)')]);
  const inTitles = PAPERS.filter((paper) => paper.title.toLowerCase().match(/\blantern/)).length;
  await until('found in titles', async () => (await count()) === inTitles);
  await type('is:nothing');
  await expect.poll(() => texts(library, '.underlined u')).toEqual(['is:nothing']);
});
