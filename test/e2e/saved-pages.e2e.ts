/** Saved pages, imported by the built extension: read as their sites are, and by their links where the layout is not known. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { asked, asSaved, byName, readInPage, type Saved, savedPages } from './saved-pages.ts';
import { stored } from './stored.ts';

const pages = savedPages();
const pageOf = (name: string) => pages.find((one) => one.name === name) as Saved;

let chromium: Chromium;
let options: Page;
/** Whatever was asked of anybody: nothing of a saved page may be. */
const requests: string[] = [];

beforeAll(async () => {
  chromium = await launchChromium();
  options = await chromium.open('src/ui/options/index.html');
  options.on('request', (request) => {
    if (!request.url().startsWith(chromium.url(''))) requests.push(request.url());
  });
});
afterAll(() => chromium?.close());

const panel = () => options.locator('#import');
const button = (name: string) => panel().getByRole('button', { name, exact: true });
const scripts = () => options.locator('script[src="/sites/saved.js"]').count();

async function look(name: string, text: string): Promise<void> {
  const choosing = options.waitForEvent('filechooser');
  await button('Choose a file…').click();
  await (await choosing).setFiles({ name, mimeType: 'text/html', buffer: Buffer.from(text) });
  await panel().getByText('is a saved page of arxiv.org. Nothing is changed yet.').waitFor();
  await button('Preview').click();
  await panel().getByText('Importing would bring:').waitFor();
}

it('a list of arXiv brings titles, authors and abstracts', async () => {
  const list = pageOf('arxiv/list-new');
  expect(await scripts()).toBe(0);
  await look('new.html', asSaved(list));
  expect(await scripts()).toBe(1);
  await button('Import').click();
  await panel().getByText('Imported new.html.').waitFor();
  const papers = new Map((await stored(options, 'papers')).map((paper) => [paper['id'], paper]));
  expect(papers.size).toBe(new Set(list.entries.map(({ id }) => id)).size);
  for (const { id, title, authors, abstract, categories } of list.entries)
    expect(papers.get(id)).toMatchObject({ title, authors, categories, ...(abstract ? { abstract } : {}) });
  expect(list.entries.some(({ abstract }) => abstract)).toBe(true);
});

it('a page whose layout is not known is read by its links', async () => {
  const url = 'https://arxiv.org/list/cs.CL/odd';
  const html = '<!doctype html><body><p><a href="https://dblp.org/">all</a></p></body>';
  const linked = html.replace('</p>', '<a href="https://doi.org/10.1234/hedges">Of hedges and walls</a></p>');
  await look('odd.html', asSaved({ url, html: linked }));
  expect(await panel().locator('.brings li').allTextContents()).toEqual(['1 new paper']);
  await button('Cancel').click();
});

it('pages of every site are read as in the site itself', async () => {
  const read = await options.evaluate(readInPage, asked(pages));
  expect(pages.length).toBeGreaterThan(100);
  expect(byName(pages, read)).toEqual(byName(pages, pages));
});

it('asks nobody for anything, and leaves no error behind', () => {
  expect(requests).toEqual([]);
  // the browser says of every style and handler in the pages that it leaves it out
  expect(chromium.errors.filter((error) => !error.includes('Content Security Policy'))).toEqual([]);
});
