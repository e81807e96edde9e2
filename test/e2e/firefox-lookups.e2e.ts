/** Lookups in Firefox: one click gives hosts and consent to send, then a saved preprint gains abstract, DOI and venue. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { atom, dblpAnswer, dblpHit } from '../exchange/api-answers.ts';
import { type Firefox, launchFirefox } from './firefox.ts';
import { click } from './firefox-page.ts';
import { LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { type Raw, stored } from './stored.ts';

const papers = PAPERS.slice(0, 4).map((paper) => ({ ...paper, categories: ['cs.CL'] }));
const [first] = papers;
const made = { ...first, arxiv: first?.id ?? '', title: first?.title ?? '', authors: first?.authors ?? [] };
const published = { ...made, doi: '10.5555/made.1', venue: 'Invented Letters' };

let server: Server;
let firefox: Firefox;
let options: Page;
let page: Page;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(papers, { abstracts: false }));
  for (const host of ['huggingface.co', 'api.semanticscholar.org', 'api.crossref.org'])
    server.answer(host, () => ({ status: 404 }));
  server.answer('export.arxiv.org', () => ({ body: atom([made]) }));
  server.answer('dblp.org', () => ({ body: dblpAnswer([dblpHit(published)]) }));
  firefox = await launchFirefox({ server });
  options = await firefox.open('src/ui/options/index.html');
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

interface Granted {
  origins: string[];
  data_collection?: string[];
}
const granted = () =>
  options.evaluate(() =>
    (
      globalThis as unknown as { browser: { permissions: { getAll(): Promise<Granted> } } }
    ).browser.permissions.getAll(),
  );
const paper = async (): Promise<Raw | undefined> =>
  (await stored(options as never, 'papers')).find(({ id }) => id === `arxiv:${first?.id}`);

it('asks for the hosts and for consent to send when it is switched on, and not before', async () => {
  expect(await granted()).toMatchObject({ data_collection: [] });
  await click(options, '#lookups input[role=switch]', 'Look up papers I save');
  await until('the permission', async () => (await granted()).data_collection?.[0] === 'websiteContent');
  expect((await granted()).origins).toEqual(
    expect.arrayContaining(['https://api.crossref.org/*', 'https://dblp.org/*']),
  );
});

it('a saved preprint gains abstract, DOI and venue, and keeps its id and mark', async () => {
  page = await firefox.visit(LIST_URL);
  await until('marks', async () => (await firefox.pressed(page)).size >= papers.length);
  await page.bringToFront();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await until('the abstract', async () => (await paper())?.['abstract'] === first?.abstract);
  await until('the venue', async () => (await paper())?.['venue'] === 'Invented Letters');
  expect(await paper()).toMatchObject({ doi: '10.5555/made.1', seen: { count: 1 } });
  expect((await paper())?.['aliases']).toContain('doi:10.5555/made.1');
  expect((await stored(options as never, 'marks'))[0]).toMatchObject({ saved: { value: true } });
});
