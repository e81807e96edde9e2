/** The library: papers related to one, papers that may be one, and what the reader says of them. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Chromium } from './chromium.ts';
import { LIST_URL } from './made-pages.ts';
import { HI, HIER, RELATIVES as papers, TWICE } from './made-relatives.ts';
import { until } from './marks.ts';
import { type SavedLibrary, savedLibrary } from './saved-library.ts';
import { clickOverlay, drawn, overlay } from './shadow.ts';
import { stored } from './stored.ts';

let opened: SavedLibrary;
let chromium: Chromium;
let library: Page;

beforeAll(async () => {
  opened = await savedLibrary(papers);
  ({ chromium, library } = opened);
});
afterAll(() => opened?.close());

const saved = async () => (await stored(library, 'marks')).filter((mark) => mark['saved']?.value).length;
const stays = async () => (await stored(library, 'papers')).length;
const choose = async (title: string, at = 0) => {
  await library
    .getByRole('row', { name: new RegExp(`^${title.replaceAll('+', '\\+')}`) })
    .nth(at)
    .click();
  await library.getByRole('heading', { name: title, level: 2 }).waitFor();
};
const detail = () => library.locator('.detail');
const region = () => detail().getByRole('region', { name: 'Perhaps the same paper' });

describe('related papers', () => {
  it('are listed beside a paper with what both have in common; a follow-up is no duplicate', async () => {
    await choose(HI);
    const list = detail().getByRole('list', { name: `Papers related to ${HI}` });
    await list.waitFor();
    const first = list.getByRole('listitem').first();
    expect(await first.getByRole('link').textContent()).toBe(HIER);
    const words = await first.textContent();
    expect(words).toContain('Also by Ada Lovelace, Mary Shelley');
    expect(words).toContain('Both speak of');
    expect(await region().count()).toBe(0);
  });

  it('are shown in the list when asked for', async () => {
    await detail()
      .getByRole('button', { name: `Show in the list: ${HIER}` })
      .click();
    await library.getByRole('heading', { name: HIER, level: 2 }).waitFor();
  });

  it('have no accessibility defect', async () => {
    const { violations } = await new AxeBuilder({ page: library }).include('.detail').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});

describe('in the page', () => {
  it('the card of a paper tells what is related to it, and passes on "less like this"', async () => {
    const page = await chromium.visit(LIST_URL);
    await until('marks', async () => (await drawn(page)).length === papers.length);
    await page.keyboard.press('j');
    await page.keyboard.press('a');
    await clickOverlay(page, 'Related in your library');
    const list = async () => (await overlay(page, '.card .related li')).join('\n');
    await until('related papers', async () => (await list()).includes(HIER));
    expect(await list()).toContain('Also by Ada Lovelace, Mary Shelley');
    await clickOverlay(page, `Less like this: ${HI}`);
    const less = async () => (await stored(library, 'marks')).filter((mark) => mark['less']?.value);
    await until('said', async () => (await less()).length === 1);
    await page.keyboard.press('u');
    await until('taken back', async () => (await less()).length === 0);
    expect(await saved()).toBe(papers.length);
    await page.close();
  });
});

describe('papers that may be one', () => {
  it('are shown side by side; kept apart, they are not proposed again, until that is undone', async () => {
    await choose(TWICE);
    await region().waitFor();
    expect(await region().getByRole('link', { name: TWICE }).count()).toBe(2);
    await region()
      .getByRole('button', { name: `Not the same: ${TWICE}` })
      .click();
    await region().waitFor({ state: 'detached' });
    expect((await stored(library, 'marks')).filter((mark) => mark['distinct'])).toHaveLength(2);
    await library.getByRole('button', { name: 'Undo', exact: true }).click();
    await choose(HI);
    await choose(TWICE);
    await region().waitFor();
  });

  it('are made one, two again by undo, one again by doing it again', async () => {
    await region()
      .getByRole('button', { name: `Same paper, merge: ${TWICE}` })
      .click();
    await until('one fewer', async () => (await stays()) === papers.length - 1);
    await library
      .getByRole('row', { name: new RegExp(`^${TWICE}`) })
      .nth(1)
      .waitFor({ state: 'detached' });
    const both = async () => (await stays()) === papers.length && (await saved()) === papers.length;
    await library.getByRole('button', { name: 'Undo', exact: true }).click();
    await until('both again', both);
    await library.keyboard.press('Control+Shift+Z');
    await library
      .getByText(/^Done again: Made one/)
      .first()
      .waitFor();
    expect(await stays()).toBe(papers.length - 1);
    await library.keyboard.press('Control+Z');
    await until('both once more', both);
  });

  it('are all listed by a command; what was made one is taken apart after the page was closed', async () => {
    const open = async () => {
      await library.getByRole('button', { name: 'Possible duplicates…' }).click();
      return library.getByRole('dialog', { name: 'Possible duplicates' });
    };
    const dialog = await open();
    await dialog.getByText('1 pair').waitFor();
    const { violations } = await new AxeBuilder({ page: library }).include('.duplicates').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await dialog.getByRole('button', { name: `Same paper, merge: ${TWICE}` }).click();
    await dialog.getByText('No two papers look like the same one.').waitFor();
    expect(await stays()).toBe(papers.length - 1);
    await library.reload();
    const again = await open();
    await again.getByRole('button', { name: `Take apart: ${TWICE}` }).click();
    await again.getByText('1 pair').waitFor();
    expect(await stays()).toBe(papers.length);
    await library.keyboard.press('Escape');
    await again.waitFor({ state: 'hidden' });
  });
});

describe('a topic learned from papers', () => {
  it('is looked over before it is added, and shown in the options with what it is found by', async () => {
    await library.reload();
    await library.getByRole('row').first().waitFor();
    await library.getByRole('checkbox', { name: 'Select all shown' }).click();
    await library.getByRole('button', { name: 'More for the selected papers' }).click();
    await library.getByRole('menuitem', { name: 'New topic from these papers…' }).click();
    const dialog = library.getByRole('dialog', { name: 'New topic from these papers' });
    const terms = dialog.getByRole('list', { name: 'What it is found by' }).getByRole('listitem');
    await terms.first().waitFor();
    const first = ((await terms.first().textContent()) ?? '').replace('×', '');
    await dialog.getByRole('button', { name: `Take out: ${first}`, exact: true }).click();
    await until('taken out', async () => !(await terms.allTextContents()).includes(`${first}×`));
    const { violations } = await new AxeBuilder({ page: library }).include('.learn-topic').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
    await dialog.getByRole('button', { name: 'Add topic' }).click();
    await dialog.getByRole('alert').waitFor();
    await dialog.getByLabel('Name of the topic').fill('Ships');
    const second = (await terms.first().textContent()) ?? '';
    await dialog.getByRole('button', { name: 'Add topic' }).click();
    await dialog.waitFor({ state: 'hidden' });
    const options = await chromium.open('src/ui/options/index.html');
    const own = options.locator('.own-topic', { hasText: 'Ships' });
    await own.getByText('Learned from papers').waitFor();
    expect(await own.getByRole('listitem').first().textContent()).toBe(second);
    await options.getByText('Papers met before are gone through').waitFor();
    await options.close();
  });
});
