/** Saved pages in Firefox: read as their sites are, and imported. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from './firefox.ts';
import { click, press, texts } from './firefox-page.ts';
import { until } from './marks.ts';
import { asked, asSaved, byName, readInPage, type Saved, savedPages } from './saved-pages.ts';
import { stored } from './stored.ts';

const pages = savedPages();

let firefox: Firefox;
let page: Page;

beforeAll(async () => {
  firefox = await launchFirefox();
  page = await firefox.open('src/ui/options/index.html');
});
afterAll(() => firefox?.close());

const said = async () => (await texts(page, '#import')).join(' ');

it('a digest of Hugging Face that was pasted brings titles and authors', async () => {
  const digest = pages.find(({ name }) => name === 'huggingface/daily-2026') as Saved;
  await page.$eval('#import details.paste', (details) => details.setAttribute('open', ''));
  await page.$eval(
    '#import-paste',
    (area, text) => {
      (area as HTMLTextAreaElement).value = text;
      area.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    asSaved(digest),
  );
  await press(page, '#import button', 'Read it');
  await until('told', async () => (await said()).includes('is a saved page of huggingface.co.'));
  await press(page, '#import button', 'Preview');
  await until('looked at', async () => (await said()).includes('Importing would bring:'));
  await click(page, '#import .would button', 'Import');
  await until('imported', async () => (await said()).includes('Imported '));
  const papers = new Map((await stored(page as never, 'papers')).map((paper) => [paper['id'], paper]));
  expect(papers.size).toBe(digest.entries.length);
  for (const { id, title, authors } of digest.entries)
    expect(papers.get(id)).toMatchObject({ title, authors });
});

it('pages of every site are read as in the site itself', async () => {
  const read = await page.evaluate(readInPage, asked(pages));
  expect(byName(pages, read)).toEqual(byName(pages, pages));
});
