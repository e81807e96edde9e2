/** The library's own parts in Firefox: table, collections, related papers, duplicates, trash, and a long export. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from './firefox.ts';
import { control, entriesKnown, hasFocus, listIs, press, rowsOf, texts } from './firefox-page.ts';
import { madeLibrary, putLibrary } from './made-library.ts';
import { LIST_URL, listPage } from './made-pages.ts';
import { HI, HIER, RELATIVES, TWICE } from './made-relatives.ts';
import { until } from './marks.ts';
import { LIBRARY, saveEach } from './saved-library.ts';
import { type Server, serve } from './server.ts';
import { type Raw, type Store, stored } from './stored.ts';

const papers = RELATIVES.map((paper) => ({ ...paper, categories: ['cs.CL'] }));
/** The library shows the last saved first. */
const ids = papers.map(({ id }) => `arxiv:${id}`).reverse();
const MANY = 1_200;

let server: Server;
let firefox: Firefox;
let library: Page;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(papers));
  firefox = await launchFirefox({ server });
  const listing = await firefox.visit(LIST_URL);
  await entriesKnown(firefox, listing, papers.length);
  library = await firefox.open(LIBRARY);
  await listing.bringToFront();
  await saveEach(listing.keyboard, papers.length, () => all('marks'));
  await listing.close();
  await anew();
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const all = (store: Store): Promise<Raw[]> => stored(library as never, store);
/** The library in a fresh page. */
async function anew(): Promise<void> {
  const before = library;
  library = await firefox.open(LIBRARY);
  await before.close();
  await library.bringToFront();
  await listIs(library, ids);
}
const inRow = (id: string | null | undefined) => hasFocus(library, `[role=row][data-id="${id}"]`);
const row = async (id: string | undefined): Promise<void> => {
  await press(library, `[role=row][data-id="${id}"]`, '');
  await inRow(id);
};
const idOf = (title: string) => ids[papers.length - 1 - papers.findIndex((one) => one.title === title)];

it('a table is sorted by keys and made wider, which a fresh page remembers', async () => {
  await press(library, 'button', 'Show as a table');
  const title = await control(library, '.t-head .name', 'Title');
  await title.focus();
  await library.keyboard.press('Enter');
  const titles = () => texts(library, '[role=row][data-id] a.title');
  const sorted = papers
    .map((paper) => paper.title)
    .sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1));
  await expect.poll(titles).toEqual(sorted);
  await library.keyboard.press('Enter');
  await expect.poll(titles).toEqual([...sorted].reverse());
  await library.keyboard.press('Enter');
  await listIs(library, ids);
  await library.keyboard.press('Tab');
  await hasFocus(library, '[role=separator]');
  const wide = () =>
    library.$eval('[aria-label="Width of the column Title"]', (one) =>
      Number(one.getAttribute('aria-valuenow')),
    );
  const before = await wide();
  await library.keyboard.press('ArrowRight');
  await expect.poll(wide).toBe(before + 10);
  await anew();
  await control(library, '.t-head .name', 'Title');
  expect(await wide()).toBe(before + 10);
  await press(library, 'button', 'Show as a table');
  await expect.poll(() => texts(library, '.t-head')).toEqual([]);
});

it('a collection is made by keys, and shows what is put into it', async () => {
  await (await control(library, 'button', 'New collection')).focus();
  await library.keyboard.press('Enter');
  await hasFocus(library, 'input[aria-label="Name of the collection"]');
  await library.keyboard.type('Thesis');
  await library.keyboard.press('Enter');
  await control(library, '[role=treeitem]', 'Thesis');
  await row(ids[2]);
  await library.keyboard.press('l');
  await hasFocus(library, 'dialog select');
  await library.keyboard.press('Enter');
  await until('put into it', async () =>
    (await all('marks')).some((mark) => mark['id'] === ids[2] && mark['collections'] !== undefined),
  );
  await press(library, '[role=treeitem]', 'Thesis');
  await listIs(library, ids.slice(2, 3));
  await press(library, 'button', 'Leave this collection');
  await listIs(library, ids);
});

it('papers related to one stand beside it', async () => {
  await row(idOf(HI));
  const list = `[aria-label="Papers related to ${HI}"] li`;
  await expect.poll(async () => (await texts(library, `${list} a`))[0]).toBe(HIER);
  expect((await texts(library, list))[0]).toContain('Also by Ada Lovelace, Mary Shelley');
});

it('two records of one work are found, made one, and taken apart', async () => {
  await press(library, 'button', 'Possible duplicates…');
  const said = () => texts(library, '.duplicates > [role=status]');
  await expect.poll(said).toEqual(['1 pair']);
  await press(library, '.duplicates button', `Same paper, merge: ${TWICE}`);
  await expect.poll(said).toEqual(['No two papers look like the same one.']);
  expect(await all('papers')).toHaveLength(papers.length - 1);
  await press(library, '.duplicates button', `Take apart: ${TWICE}`);
  await expect.poll(said).toEqual(['1 pair']);
  expect(await all('papers')).toHaveLength(papers.length);
  await library.keyboard.press('Escape');
  await listIs(library, ids);
});

it('what is deleted lies in the trash until it is restored or deleted for good', async () => {
  const trashed = async () => (await all('marks')).filter((mark) => mark['trashedAt']).length;
  await row(ids[0]);
  await library.keyboard.press('Delete');
  await listIs(library, ids.slice(1));
  await library.keyboard.press('Delete');
  await listIs(library, ids.slice(2));
  await press(library, 'button', 'Trash');
  await until(
    'both',
    async () => [...(await rowsOf(library))].sort().join() === ids.slice(0, 2).sort().join(),
  );
  const [first, second] = await rowsOf(library);
  await library.keyboard.press('j'); // into the list
  await inRow(first);
  await library.keyboard.press('r');
  await listIs(library, [second ?? '']);
  await inRow(second);
  await library.keyboard.press('Delete');
  await hasFocus(library, 'dialog.ask button');
  await press(library, 'dialog.ask button', 'Delete for good');
  await until(
    'gone',
    async () => (await trashed()) === 0 && (await all('papers')).length === papers.length - 1,
  );
  expect((await all('papers')).map((paper) => paper['id'])).not.toContain(second);
  await press(library, 'button', 'Back to the papers');
  await listIs(
    library,
    ids.filter((id) => id !== second),
  );
});

it(`${MANY} papers are exported beside the page, each under a key of its own`, async () => {
  await putLibrary(library as never, madeLibrary(MANY, 400, new Date()));
  const stays = await all('papers');
  library = await firefox.open(`${LIBRARY}?view=met`);
  await library.bringToFront();
  await press(library, 'nav button', 'Everything met');
  await press(library, 'button', `Export shown: ${stays.length.toLocaleString('en')} papers`);
  await press(library, '[role=menuitem]', 'BibTeX');
  const files = () => readdirSync(firefox.downloads).filter((name) => name.endsWith('.bib'));
  const written = () => readFileSync(join(firefox.downloads, files()[0] ?? ''), 'utf8');
  await until('the file', async () => files().length === 1 && /\n\}\s*$/.test(written()));
  const keys = [...written().matchAll(/^@\w+\{([^,]+),/gm)].map(([, key]) => key);
  expect(keys).toHaveLength(stays.length);
  expect(new Set(keys).size).toBe(stays.length);
  const kept = async () => (await all('marks')).flatMap((mark) => mark['citeKey']?.value ?? []);
  await expect.poll(async () => new Set(await kept())).toEqual(new Set(keys));
});
