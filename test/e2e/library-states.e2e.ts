/** The library in states one seldom sees: empty views, long labels, deep nests; and topics corrected in many papers. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keysBetween } from '../../src/core/order-keys.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { madeLibrary, putLibrary } from './made-library.ts';
import { until } from './marks.ts';
import { listIs, rowsOf } from './saved-library.ts';
import { putRaw, type Raw, stored } from './stored.ts';

const LIBRARY = 'src/ui/library/index.html';
const COUNT = 4;
const DEEP = 16;

const made = madeLibrary(COUNT, 1, new Date('2026-03-17T12:00:00Z'));
const ids = made.papers.map(({ id }) => id as string);
const at = '2026-03-17T12:00:00.000Z';
const LONG = 'unbreakable'.repeat(9);
const marks = ids.map((id, n): Raw => {
  const saved = new Date(Date.UTC(2026, 2, 17, 12, COUNT - n)).toISOString();
  const mark: Raw = { id, saved: { value: true, at: saved }, savedAt: saved, listedAt: saved };
  return n > 0 ? mark : { ...mark, tags: { [LONG]: { value: true, at } }, labels: [LONG] };
});

let chromium: Chromium;
let library: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  library = await chromium.open(LIBRARY);
});
afterAll(() => chromium?.close());

const view = (name: string) =>
  library.getByRole('button', { name: new RegExp(`^${name}\\s*\\d`) }).press('Enter');
const nothing = () => library.locator('.nothing');
const accessible = async () => {
  const { violations } = await new AxeBuilder({ page: library }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

it('a library of nothing says in each view how something gets there', async () => {
  await library.getByText('Your library is empty.').waitFor();
  for (const [name, words] of [
    ['Saved', /^Nothing saved yet\. Press s/],
    ['Flagged', /^Nothing flagged\. Press f .* watch rule/],
    ['Dismissed', /^Nothing dismissed\. Press x/],
    ['Reading list', /^Nothing to read\. /],
    ['Everything met', /^No paper met yet\. Open Hugging Face/],
  ] as const) {
    await view(name);
    await until(name, async () => words.test((await nothing().innerText()).replace(/\s+/g, ' ')));
    expect(await nothing().getByText('No paper here matches.').count()).toBe(0);
    // what is not narrowed cannot be widened
    expect(await nothing().getByRole('button').count()).toBe(0);
    await accessible();
  }
});

it('an empty view leads to everything met where there is something; a search in it can be left', async () => {
  await putLibrary(library, { papers: made.papers, marks });
  await library.reload();
  await listIs(library, ids);
  await view('Flagged');
  await nothing()
    .getByText(/^Nothing flagged\./)
    .waitFor();
  expect(await nothing().getByRole('button').allTextContents()).toEqual([`Search everything met (${COUNT})`]);
  await library.getByRole('searchbox').fill('number');
  await nothing().getByText('No paper here matches.').waitFor();
  await nothing().getByRole('button', { name: 'Show all of this view' }).press('Enter');
  await nothing()
    .getByText(/^Nothing flagged\./)
    .waitFor();
  await nothing()
    .getByRole('button', { name: /^Search everything met/ })
    .press('Enter');
  await until('all met', async () => (await rowsOf(library)).length === COUNT);
});

it('topics of many papers are corrected in one step, and taken back in one', async () => {
  const topics = async () => (await stored(library, 'marks')).map((mark) => mark.topics ?? {});
  const said = async (topic: string) => (await topics()).map((of) => of[topic]?.value);
  const ask = async (item: string, field: string) => {
    await library.getByRole('row').first().focus();
    await library.keyboard.press('Control+a');
    await library.getByRole('button', { name: 'More for the selected papers' }).press('Enter');
    await library.getByRole('menuitem', { name: item, exact: true }).press('Enter');
    const box = library.getByRole('combobox', { name: field });
    await until('the focus', () => box.evaluate((one) => one === document.activeElement));
    return box;
  };
  const add = await ask('Add a topic…', 'Add a topic to the selected papers');
  await add.fill('Lamplighting');
  await add.press('Enter');
  await library.getByText('There is no topic “Lamplighting”.').waitFor();
  expect(await add.getAttribute('aria-invalid')).toBe('true');
  await accessible();
  await add.fill('databases');
  await add.press('Enter');
  await library
    .getByRole('status')
    .getByText(/^About Databases.*: 4 papers$/)
    .waitFor();
  const [database = ''] = Object.keys((await topics())[0]);
  expect(await said(database)).toEqual(ids.map(() => true));
  const off = await ask('Take a topic off…', 'Take a topic off the selected papers');
  await off.fill('databases');
  await off.press('Enter');
  await library
    .getByRole('status')
    .getByText(/^Not about Databases.*: 4 papers$/)
    .waitFor();
  expect(await said(database)).toEqual(ids.map(() => false));
  await library.getByRole('row').first().focus();
  await library.keyboard.press('u');
  await until('taken back', async () => (await said(database)).every((one) => one === true));
  await library.keyboard.press('u');
  await until('both taken back', async () => (await said(database)).every((one) => one === null));
  const box = await ask('Add a topic…', 'Add a topic to the selected papers');
  await box.press('Escape');
  await library.getByRole('button', { name: 'More for the selected papers' }).waitFor();
});

it('menus stay within a narrow and low window, and can be scrolled by keyboard', async () => {
  for (const [width, height] of [
    [320, 600],
    [640, 400],
    [400, 420],
  ] as const) {
    await library.setViewportSize({ width, height });
    await library.getByRole('row').first().focus();
    await library.keyboard.press('Control+a');
    await library.getByRole('button', { name: 'More for the selected papers' }).press('Enter');
    const menu = library.getByRole('menu', { name: 'More for the selected papers' });
    const box = await menu.boundingBox();
    const label = `${width} × ${height}: ${JSON.stringify(box)}`;
    expect(box?.x, label).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0), label).toBeLessThanOrEqual(width);
    expect(box?.y, label).toBeGreaterThanOrEqual(0);
    expect((box?.y ?? 0) + (box?.height ?? 0), label).toBeLessThanOrEqual(height);
    expect(box?.height, label).toBeGreaterThanOrEqual(100);
    await library.keyboard.press('End');
    expect(
      await menu
        .getByRole('menuitem')
        .last()
        .evaluate((one) => one === document.activeElement),
    ).toBe(true);
    await accessible();
    await library.keyboard.press('Escape');
    await library.keyboard.press('Escape');
  }
  await library.setViewportSize({ width: 1280, height: 800 });
});

it('menus stay at their button where there is room', async () => {
  await library.getByRole('row').first().focus();
  await library.keyboard.press('Control+a');
  for (const [name, end] of [
    ['More for the selected papers', false],
    [/^Export selected/, true],
  ] as const) {
    const button = library.getByRole('button', { name });
    await button.press('Enter');
    const [place, menu] = [await button.boundingBox(), await library.getByRole('menu').boundingBox()];
    if (!place || !menu) throw new Error('no menu');
    const edge = (box: typeof place) => Math.round(end ? box.x + box.width : box.x);
    expect([edge(menu), Math.round(menu.y)]).toEqual([edge(place), Math.round(place.y + place.height + 4)]);
    await library.keyboard.press('Escape');
  }
  await library.keyboard.press('Escape');
});

it('a tag as long as can be keeps its cross in sight, and leaves room for the other chips', async () => {
  await view('Saved');
  await listIs(library, ids);
  const row = library.locator(`[role=row][data-id="${ids[0]}"]`);
  await row.click();
  const inside = async (what: ReturnType<Page['locator']>, frame: ReturnType<Page['locator']>) => {
    const [a, b] = [await what.boundingBox(), await frame.boundingBox()];
    if (!a || !b) throw new Error('nothing there');
    return a.x >= b.x && a.x + a.width <= b.x + b.width;
  };
  const editor = library.locator('.detail .tags').first();
  await until('the editor', async () => (await editor.count()) === 1);
  expect(await inside(editor.locator('.tag-off'), editor)).toBe(true);
  expect(await inside(row.locator('.chip.tag'), row.locator('.chips'))).toBe(true);
  expect(await row.locator('.chip.seen').evaluate((chip) => chip.scrollWidth <= chip.clientWidth + 1)).toBe(
    true,
  );
});

it('forced colours tell which view, which row and which papers are chosen', async () => {
  await library.emulateMedia({ forcedColors: 'active' });
  const style = (what: ReturnType<Page['locator']>) =>
    what.evaluate((one) => {
      const { backgroundColor, outlineStyle, outlineWidth } = getComputedStyle(one);
      return { ground: backgroundColor, outline: `${outlineStyle} ${outlineWidth}` };
    });
  const views = library.getByRole('list', { name: 'Views' }).getByRole('button');
  const grounds = await views.evaluateAll((all) => all.map((one) => getComputedStyle(one).backgroundColor));
  expect(new Set(grounds).size).toBe(2);
  for (const table of [false, true]) {
    if (table) await library.getByRole('button', { name: 'Show as a table' }).press('Enter');
    const rows = library.locator('[role=row][data-id]');
    await rows.first().focus();
    await library.keyboard.press('j');
    await until('the second row', () => rows.nth(1).evaluate((one) => one === document.activeElement));
    expect((await style(rows.nth(1))).outline).toBe('solid 2px');
    await library.keyboard.press('k');
    await library.keyboard.press('v');
    await library.keyboard.press('j');
    await until('one selected', async () => (await rows.first().getAttribute('aria-selected')) === 'true');
    expect((await style(rows.first())).outline).toBe('dashed 2px');
    await library.keyboard.press('Escape');
    await accessible();
    if (table) await library.getByRole('button', { name: 'Show as a table' }).press('Enter');
  }
  await library.emulateMedia({ forcedColors: null });
});

it('collections nested as deep as one likes keep their names in sight', async () => {
  const keys = keysBetween('', '', DEEP);
  for (let n = 0; n < DEEP; n++)
    await putRaw(library, 'collections', {
      id: `c-deep-${n}`,
      name: { value: `Level ${n}`, at },
      parent: { value: n === 0 ? null : `c-deep-${n - 1}`, at },
      place: { value: keys[n], at },
    });
  await library.reload();
  await library.locator('.collections').getByRole('button', { name: '6 more' }).click();
  await until('the tree', async () => (await library.getByRole('treeitem').count()) === DEEP);
  const items = await library.getByRole('treeitem').evaluateAll((all) =>
    all.map((one) => {
      const name = one.querySelector('.collection-name')?.getBoundingClientRect();
      const menu = one.querySelector('.collection-menu')?.getBoundingClientRect();
      const pane = one.closest('.facets')?.getBoundingClientRect();
      return { width: name?.width ?? 0, x: name?.x ?? 0, inside: (menu?.right ?? 0) <= (pane?.right ?? 0) };
    }),
  );
  for (const [n, { width, x, inside }] of items.entries()) {
    expect(width, `level ${n}`).toBeGreaterThanOrEqual(35);
    expect(inside, `menu of level ${n}`).toBe(true);
    if (n > 0) expect(x).toBeGreaterThan(items[n - 1]?.x ?? 0);
  }
  await accessible();
  expect(chromium.errors).toEqual([]);
});
