/** Deleting papers by keyboard, the trash, undoing down to a step, and pages that show what was deleted. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clip } from '../../src/core/text.ts';
import { hasFocus, tabTo } from './keyboard.ts';
import { LIST_URL, type MadePaper, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { listIs, rowsOf, type SavedLibrary, savedLibrary } from './saved-library.ts';
import { drawn } from './shadow.ts';
import { type Raw, stored } from './stored.ts';

const papers = PAPERS.slice(0, 5) as MadePaper[];
/** The library shows the last saved first. */
const ids = papers.map((paper) => `arxiv:${paper.id}`).reverse();
const titles = papers.map((paper) => paper.title).reverse();

let opened: SavedLibrary;
let library: Page;

beforeAll(async () => {
  opened = await savedLibrary(papers);
  library = opened.library;
  await shows(ids);
});
afterAll(() => opened?.close());

const marks = () => stored(library, 'marks');
const trashed = async () =>
  (await marks())
    .filter((mark) => mark.trashedAt)
    .map((mark) => mark.id)
    .sort();
const rows = () => rowsOf(library);
const shows = (wanted: readonly string[]) => listIs(library, wanted);
const picture = async (name: string) => {
  const folder = process.env['PICTURES'];
  if (folder) await library.screenshot({ path: `${folder}/${name}.png` });
};
const violations = async () =>
  (await new AxeBuilder({ page: library }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map((node) => node.html),
  ]);

describe('by keyboard alone', () => {
  it('a paper is deleted, another two with it, and none is found any more', async () => {
    await library.getByRole('searchbox').focus();
    await library.keyboard.press('ArrowDown');
    await library.keyboard.press('Home');
    await library.keyboard.press('Delete');
    await shows(ids.slice(1));
    await library.keyboard.press('v');
    await library.keyboard.press('J');
    await library.keyboard.press('#');
    await shows(ids.slice(3));
    expect(await trashed()).toEqual(ids.slice(0, 3).sort());
    const search = library.getByRole('searchbox');
    await search.fill(`title:"${titles[0]}"`);
    await library.getByText('No paper here matches.').waitFor();
    await search.fill('');
    await shows(ids.slice(3));
  });

  it('the steps are listed and taken back down to one of them, and done again', async () => {
    await tabTo(library, 'Done in this session');
    await library.keyboard.press('Enter');
    const list = library.getByRole('region', { name: 'Done in this session' });
    await list.waitFor();
    expect(await list.locator('li > span').allTextContents()).toEqual([
      'Deleted 2 papers',
      `Deleted “${clip(titles[0] ?? '', 60)}”`,
    ]);
    await picture('undo-list');
    expect(await violations()).toEqual([]);
    await tabTo(library, 'Undo up to here');
    await library.keyboard.press('Enter');
    await shows(ids);
    expect(await trashed()).toEqual([]);
    await until('the list has the focus', async () =>
      library.evaluate(() => document.activeElement?.classList.contains('steps') ?? false),
    );
    await library.keyboard.press('Escape');
    await hasFocus(library, 'Done in this session');
    await library.keyboard.press('Control+Shift+Z');
    await shows(ids.slice(1));
    await library.keyboard.press('Control+y');
    await shows(ids.slice(3));
    await library.keyboard.press('Control+z');
    await shows(ids.slice(1));
    await library.keyboard.press('Control+Shift+z');
    await shows(ids.slice(3));
  });

  it('text fields keep Ctrl+Z to themselves', async () => {
    await library.getByRole('searchbox').focus();
    await library.keyboard.press('Control+z');
    await library.keyboard.press('Control+Shift+z');
    expect(await trashed()).toEqual(ids.slice(0, 3).sort());
  });

  it('the trash lists them with the days left, restores one, and deletes one for good when told twice', async () => {
    await tabTo(library, 'Trash');
    await library.keyboard.press('Enter');
    const there = ids.slice(0, 3).sort().join();
    await until('three in the trash', async () => [...(await rows())].sort().join() === there);
    await until('the days', async () => (await library.getByText('30 days left').count()) === 3);
    await picture('trash');
    expect(await violations()).toEqual([]);
    const first = (await rows())[0] as string;
    await library.keyboard.press('j'); // into the list
    await library.keyboard.press('r');
    await until('restored', async () => (await rows()).length === 2 && (await trashed()).length === 2);
    expect(await trashed()).not.toContain(first);

    const gone = (await rows())[0] as string;
    await library.keyboard.press('Delete');
    const ask = library.getByRole('dialog', { name: /Delete 1 paper for good/ });
    await ask.waitFor();
    await picture('trash-ask');
    await hasFocus(library, 'Cancel');
    await library.keyboard.press('Escape');
    await ask.waitFor({ state: 'hidden' });
    expect(await trashed()).toHaveLength(2);
    await library.keyboard.press('Delete');
    await tabTo(library, 'Delete for good');
    await library.keyboard.press('Enter');
    await until('gone', async () => (await trashed()).length === 1);
    const focused = () => library.evaluate(() => document.activeElement?.getAttribute('data-id'));
    await until('the next one has the focus', async () => (await focused()) === (await rows())[0]);
    const left = (await marks()).find((mark) => mark.id === gone) as Raw;
    expect(Object.keys(left).sort()).toEqual(['id', 'trashed']);
    expect((await stored(library, 'papers')).map((paper) => paper.id)).not.toContain(gone);
    expect((await stored(library, 'sightings')).filter((one) => one.id === gone)).toEqual([]);
    await library.keyboard.press('Escape');
    await until('back at the papers', async () => (await rows()).length === 3);
    expect(await rows()).toContain(first);
  });
});

it('a page shows what is in the trash without a mark, and saving it there brings it back', async () => {
  const [id] = (await trashed()) as [string];
  const paper = papers.find((one) => `arxiv:${one.id}` === id) as MadePaper;
  const page = await opened.chromium.visit(LIST_URL);
  const on = async () => (await drawn(page)).find((one) => one.title === paper.title);
  await until('drawn', async () => ((await on())?.chips.length ?? 0) > 0);
  expect(await on()).toMatchObject({ saved: false, flagged: false, dismissed: false });
  expect(await trashed()).toEqual([id]);
  for (let n = 0; n <= papers.indexOf(paper); n++) await page.keyboard.press('j');
  await page.keyboard.press('s');
  await until('back', async () => (await trashed()).length === 0);
  expect((await marks()).find((mark) => mark.id === id)?.savedAt).toBeDefined();
  await page.close();
});

it('is legible in the dark and on a narrow window', async () => {
  await library.bringToFront();
  await library.getByRole('button', { name: /^Trash/ }).click();
  await library.getByText('The trash is empty.').waitFor();
  await picture('trash-empty');
  await library.getByRole('button', { name: 'Back to the papers' }).click();
  await library.locator('[role=row][data-id]').first().click();
  await library.keyboard.press('Delete');
  await library.getByRole('button', { name: /^Trash/ }).click();
  await library.locator('.trash-row').first().waitFor();
  await library.emulateMedia({ colorScheme: 'dark' });
  await picture('trash-dark');
  expect(await violations()).toEqual([]);
  await library.setViewportSize({ width: 420, height: 700 });
  await picture('trash-420');
  await library.setViewportSize({ width: 320, height: 600 });
  expect(await library.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await picture('trash-320');
});
