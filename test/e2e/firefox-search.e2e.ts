/** Search in Firefox: the worker of the library's page, its index, order by time, facets and saved searches. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from './firefox.ts';
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
const click = (name: string) =>
  library.evaluate((words) => {
    const all = [...document.querySelectorAll<HTMLElement>('nav button')];
    all.find((one) => one.textContent?.startsWith(words))?.click();
  }, name);

it('has every paper that was met', async () => {
  await click('Everything met');
  await until('all', async () => (await count()) === PAPERS.length);
  expect(await count()).toBe(PAPERS.length);
});

it('finds words of titles, also mistyped ones, and narrows', async () => {
  const lanterns = PAPERS.filter((paper) =>
    `${paper.title} ${paper.abstract}`.toLowerCase().match(/\blantern/),
  ).length;
  expect(lanterns).toBeGreaterThan(0);
  await type('lantern');
  await until('found', async () => (await count()) === lanterns);
  await type('title:lantren');
  await until('found', async () => (await count()) > 0 && (await count()) <= lanterns);
  await library.waitForSelector('.taken');
  expect(await library.$eval('.taken', (place) => place.textContent)).toContain('(typed “lantren”)');
  await type('is:nothing');
  await library.waitForSelector('.underlined u');
  expect(await library.$eval('.underlined u', (place) => place.textContent)).toBe('is:nothing');
});
