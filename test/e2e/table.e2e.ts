/** The library as a table: sorted, laid out and gone about by mouse and by keyboard. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasFocus, tabTo } from './keyboard.ts';
import { type MadePaper, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { listIs, type SavedLibrary, savedLibrary } from './saved-library.ts';
import { stored } from './stored.ts';

const papers = PAPERS.slice(0, 6) as MadePaper[];
const idOf = (paper: MadePaper) => `arxiv:${paper.id}`;
/** The library shows the last saved first. */
const ids = papers.map(idOf).reverse();
const byTitle = [...papers]
  .sort((a, b) => (a.title.toLowerCase() < b.title.toLowerCase() ? -1 : 1))
  .map(idOf);

let opened: SavedLibrary;
let library: Page;

beforeAll(async () => {
  opened = await savedLibrary(papers);
  library = opened.library;
  await shows(ids);
});
afterAll(() => opened?.close());

const marks = () => stored(library, 'marks');
const shows = (wanted: readonly string[]) => listIs(library, wanted);
const heads = () =>
  library
    .locator('[role=columnheader] .name > span:first-child')
    .evaluateAll((all) => all.map((one) => one.textContent ?? ''));
const width = (name: string) =>
  library
    .getByRole('columnheader', { name })
    .first()
    .evaluate((one) => Math.round(one.getBoundingClientRect().width));
const sortOf = (name: string) =>
  library.getByRole('columnheader', { name }).first().getAttribute('aria-sort');
const picture = async (name: string) => {
  const folder = process.env['PICTURES'];
  if (folder) await library.screenshot({ path: `${folder}/${name}.png` });
};
const violations = async () =>
  (await new AxeBuilder({ page: library }).analyze()).violations.map(({ id, nodes }) => [
    id,
    nodes.map((node) => node.html),
  ]);

it('in the list, the actions of a row lie beside its chips', async () => {
  const row = library.locator('[role=row][data-id]').nth(1);
  await row.hover();
  await until('actions', async () => (await row.locator('.acts button').count()) > 4);
  const [acts, chips] = await Promise.all(
    ['.acts', '.chips'].map((part) => row.locator(part).first().boundingBox()),
  );
  expect((chips?.x ?? 0) + (chips?.width ?? 0)).toBeLessThanOrEqual(acts?.x ?? 0);
  expect(chips?.width).toBeGreaterThan(200);
  await picture('row-hover');
});

describe('by keyboard alone', () => {
  it('the table takes the place of the list, with its rows, columns and their places told', async () => {
    await tabTo(library, 'Show as a table');
    await library.keyboard.press('Enter');
    await library.getByRole('columnheader', { name: 'Title' }).waitFor();
    await shows(ids);
    const grid = library.getByRole('grid', { name: 'Papers' });
    expect(await grid.getAttribute('aria-rowcount')).toBe('7');
    const shown = (await heads()).length;
    expect(await grid.getAttribute('aria-colcount')).toBe(String(shown + 2));
    const row = library.locator('[role=row][data-id]').first();
    expect(await row.getAttribute('aria-rowindex')).toBe('2');
    expect(
      await row
        .locator('[role=gridcell]')
        .evaluateAll((all) => all.map((one) => one.getAttribute('aria-colindex'))),
    ).toEqual(Array.from({ length: shown + 2 }, (_, n) => String(n + 1)));
    expect(await violations()).toEqual([]);
  });

  it('a column is sorted by one way, the other, and not at all', async () => {
    await tabTo(library, 'Title');
    await library.keyboard.press('Enter');
    await shows(byTitle);
    expect(await sortOf('Title')).toBe('ascending');
    await picture('table-sorted');
    await library.keyboard.press('Enter');
    await shows([...byTitle].reverse());
    expect(await sortOf('Title')).toBe('descending');
    await library.keyboard.press('Enter');
    await shows(ids);
    expect(await sortOf('Title')).toBe('none');
    await library.keyboard.press('ArrowRight');
    await hasFocus(library, /Authors/);
    await library.keyboard.press('ArrowLeft');
    await library.keyboard.press('Enter');
    await shows(byTitle);
  });

  it('a column is made wider and narrower from the line at its end', async () => {
    const before = await width('Title');
    await library.keyboard.press('Tab');
    await hasFocus(library, 'Width of the column Title');
    await library.keyboard.press('ArrowRight');
    await expect.poll(() => width('Title')).toBe(before + 10);
    await library.keyboard.press('Shift+ArrowLeft');
    await expect.poll(() => width('Title')).toBe(before - 40);
    expect(
      await library
        .getByRole('separator', { name: 'Width of the column Title' })
        .getAttribute('aria-valuenow'),
    ).toBe(String(before - 40));
  });

  it('rows are gone through, selected and decided about as in the list', async () => {
    await library.keyboard.press('j');
    await library.keyboard.press('Home');
    await library.keyboard.press('j');
    await expect
      .poll(() => library.evaluate(() => document.activeElement?.getAttribute('data-id')))
      .toBe(byTitle[1]);
    await library.keyboard.press('Space');
    await library.keyboard.press('J');
    await library.getByText('2 of 6 selected').waitFor();
    await library.keyboard.press('r');
    await until('to read', async () => (await marks()).filter((mark) => mark.status).length === 2);
    expect((await marks()).flatMap((mark) => (mark.status ? [mark.id] : [])).sort()).toEqual(
      byTitle.slice(1, 3).sort(),
    );
    await library.keyboard.press('Escape');
  });

  it('columns are shown, hidden and moved from their menu, which is remembered', async () => {
    const before = await heads();
    await tabTo(library, 'Columns');
    await library.keyboard.press('Enter');
    await library.getByRole('region', { name: 'Columns' }).waitFor();
    await picture('table-columns');
    expect(await violations()).toEqual([]);
    await tabTo(library, 'Venue');
    await library.keyboard.press('Space');
    await tabTo(library, 'Move earlier: Status');
    await library.keyboard.press('Enter');
    const wanted = before.filter((one) => one !== 'Venue');
    const at = wanted.indexOf('Status');
    wanted.splice(at - 1, 2, 'Status', wanted[at - 1] as string);
    await until('moved', async () => (await heads()).join() === wanted.join());
    await library.keyboard.press('Escape');
    await hasFocus(library, 'Columns');
    const wide = await width('Title');
    await library.reload();
    await shows(byTitle);
    expect(await heads()).toEqual(wanted);
    await expect.poll(() => width('Title')).toBe(wide);
    expect(await sortOf('Title')).toBe('ascending');
  });
});

it('a column is dragged wider', async () => {
  const before = await width('Authors');
  const line = library.getByRole('separator', { name: 'Width of the column Authors' });
  const box = await line.boundingBox();
  if (!box) throw new Error('no line');
  await library.mouse.move(box.x + 4, box.y + 10);
  await library.mouse.down();
  await library.mouse.move(box.x + 64, box.y + 10, { steps: 4 });
  await library.mouse.up();
  await expect.poll(() => width('Authors')).toBe(before + 60);
});

it('a search is sorted by the table too, and tells its own order without one', async () => {
  const search = library.getByRole('searchbox');
  const some = byTitle.slice(0, 1);
  const title = papers.find((one) => idOf(one) === some[0])?.title ?? '';
  await search.fill(`title:"${title}"`);
  await shows(some);
  await search.fill('sort:title');
  await shows(byTitle);
  await library.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
  await library.getByRole('columnheader', { name: 'Title' }).getByRole('button').click();
  await until('sort: of the search', async () => (await sortOf('Title')) === 'ascending');
  await shows(byTitle);
  await search.fill('');
  await shows(ids);
});

it('is a list again on a narrow window, and legible in the dark', async () => {
  await picture('table-light');
  await library.emulateMedia({ colorScheme: 'dark' });
  await picture('table-dark');
  expect(await violations()).toEqual([]);
  await library.setViewportSize({ width: 760, height: 700 });
  await picture('table-760');
  await library.setViewportSize({ width: 420, height: 700 });
  await library.getByRole('columnheader', { name: 'Title' }).waitFor({ state: 'detached' });
  await shows(ids);
  await picture('table-420');
  await library.setViewportSize({ width: 320, height: 600 });
  expect(await library.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  await library.getByRole('button', { name: 'Show as a table' }).waitFor({ state: 'detached' });
});
