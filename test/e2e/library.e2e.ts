/** The library and the backup: search, facets, bulk steps by keyboard, notes, files, restore, and what is broken. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topicLabel } from '../../src/topics/index.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { hasFocus } from './keyboard.ts';
import { type MadePaper, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { LIBRARY, listIs, type SavedLibrary, savedLibrary } from './saved-library.ts';
import type { Server } from './server.ts';
import { putRaw, type Raw, type Store, stored } from './stored.ts';

const OPTIONS = 'src/ui/options/index.html';
const NOTE = 'Compare with “Éclair”: 100 % & more <b>not bold</b>';

/** In the order they are saved, so that the library shows them the other way round. */
const papers = PAPERS.filter((paper) => paper.categories.includes('cs.CL') && paper.categories[0] !== 'cs.LG')
  .sort((a, b) => Number(b.categories[0] === 'cs.CL') - Number(a.categories[0] === 'cs.CL'))
  .slice(0, 6) as MadePaper[];
const ids = papers.map((paper) => `arxiv:${paper.id}`).reverse();
const titles = papers.map((paper) => paper.title).reverse();

let opened: SavedLibrary;
let server: Server;
let chromium: Chromium;
let library: Page;
let backup: string;

beforeAll(async () => {
  opened = await savedLibrary(papers, async (listing, own) => {
    await listing.keyboard.press('f');
    await until('flagged', async () => (await stored(own, 'marks')).some((mark) => mark.flagged));
  });
  ({ server, chromium, library } = opened);
});
afterAll(() => opened?.close());

const marks = () => stored(library, 'marks');
const shows = (wanted: readonly string[], page = library) => listIs(page, wanted);
const selected = () =>
  library
    .getByRole('row', { selected: true })
    .evaluateAll((all) => all.map((row) => row.getAttribute('data-id')));
/** Ids of the papers whose label `tag` is on. */
const tagged = async (tag: string) =>
  (await marks())
    .filter((mark) => mark.tags?.[tag]?.value)
    .map((mark) => mark.id)
    .sort();

/** Everything of these stores, to be compared. */
async function everything(page: Page): Promise<Record<string, Raw[]>> {
  const stores: Store[] = ['papers', 'aliases', 'marks', 'sightings', 'rules'];
  return Object.fromEntries(await Promise.all(stores.map(async (name) => [name, await stored(page, name)])));
}

describe('the library', () => {
  it('lists what was saved, newest first', async () => {
    await shows(ids);
  });

  it('finds words of titles and abstracts, fields, and nothing else', async () => {
    const search = library.getByRole('searchbox');
    const find = async (words: string, at: number[]) => {
      await search.fill(words);
      await shows(at.map((place) => ids[place] as string));
    };
    const at = (part: string) => titles.findIndex((title) => title.includes(part));
    await find('lantern', [at('Lantern')]);
    await find('"round trip"', [at('Watermarks')]);
    await find('author:teague', [at('Speech')]);
    await find('is:flagged', [0]);
    await find(
      '-lantern',
      ids.flatMap((_, n) => (n === at('Lantern') ? [] : [n])),
    );
    await search.fill('nothing has these words');
    await library.getByText('No paper here matches.').waitFor();
    await library.keyboard.press('Escape');
    await shows(ids);
  });

  it('narrows by a topic to exactly the papers of it', async () => {
    const stored_ = await stored(library, 'papers');
    const facet = library.locator('section[aria-labelledby=facet-topics] button[aria-pressed]').first();
    const about = (label: string) =>
      ids.filter((id) =>
        stored_.find((paper) => paper.id === id)?.topics.some((one: Raw) => topicLabel(one.id) === label),
      );
    // facets follow the list when the keys rest
    const site = library.locator('section[aria-labelledby=facet-sites] .n').first();
    await until('facets of all papers', async () => (await site.textContent()) === String(ids.length));
    const [label = '', n = ''] = await facet.locator('span').allTextContents();
    const of = about(label);
    expect(of.length).toBeGreaterThan(0);
    expect(n).toBe(String(of.length));
    await facet.click();
    await shows(of);
    await library.getByRole('button', { name: 'Clear filters' }).click();
    await shows(ids);
  });

  it('selects by keyboard, tags the selection in one step and takes it back in one', async () => {
    await library.getByRole('searchbox').focus();
    await library.keyboard.press('ArrowDown');
    await library.keyboard.press('Home');
    await library.keyboard.press('v');
    await library.keyboard.press('J');
    await library.keyboard.press('J');
    await library.getByText('3 of 6 selected').waitFor();
    expect(await selected()).toEqual(ids.slice(0, 3));
    const tag = async () => {
      await library.getByRole('button', { name: 'Tag…' }).press('Enter');
      await library.keyboard.type('reading group');
      await library.keyboard.press('Enter');
      await until('tagged', async () => (await tagged('reading group')).length === 3);
      expect(await tagged('reading group')).toEqual(ids.slice(0, 3).sort());
    };
    await tag();
    await library.getByRole('row', { selected: true }).first().focus();
    await library.keyboard.press('u');
    await until('taken back', async () => (await tagged('reading group')).length === 0);
    expect(await selected()).toEqual(ids.slice(0, 3));
    await tag();
  });

  it('writes exactly the selection into a file', async () => {
    await library.getByRole('button', { name: 'Export selected: 3 papers' }).click();
    const arriving = library.waitForEvent('download');
    await library.getByRole('menuitem', { name: /CSL-JSON/ }).click();
    const file = readFileSync(await (await arriving).path(), 'utf8');
    const items = JSON.parse(file) as Raw[];
    expect(items.map((item) => item.title)).toEqual(titles.slice(0, 3));
    expect(items[0]?.author).toEqual(
      papers.at(-1)?.authors.map((name) => {
        const family = name.split(' ').at(-1);
        return { family, given: name.slice(0, -1 - String(family).length) };
      }),
    );
  });

  it('keeps a note as it is typed, over a reload', async () => {
    await library.getByRole('row').nth(1).focus();
    await library.keyboard.press('n');
    await hasFocus(library, `Note: ${titles[1]}`);
    await library.keyboard.type(NOTE);
    await library.keyboard.press('Escape');
    await until('stored', async () => (await marks()).some((mark) => mark.note?.value === NOTE));
    await library.reload();
    await shows(ids);
    await library.getByRole('row').nth(1).click();
    const note = library.getByRole('textbox', { name: `Note: ${titles[1]}` });
    expect(await note.inputValue()).toBe(NOTE);
    await library.getByRole('searchbox').fill('note:eclair');
    await shows([ids[1] as string]);
    await library.getByRole('searchbox').fill('');
  });
});

describe('a backup', () => {
  let other: Chromium;
  let options: Page;
  let before: Record<string, Raw[]>;

  beforeAll(async () => {
    other = await launchChromium({ server });
    options = await other.open(OPTIONS);
  });
  afterAll(() => other?.close());

  const give = (text: string, name = 'backup.jsonl') =>
    options
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'application/x-ndjson', buffer: Buffer.from(text) });
  const panel = () => options.locator('.panel', { hasText: 'Merges a backup' });

  it('is one file with everything', async () => {
    before = await everything(library);
    const page = await chromium.open(OPTIONS);
    const arriving = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export everything' }).click();
    backup = readFileSync(await (await arriving).path(), 'utf8');
    await page.close();
    const [header, ...lines] = backup
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Raw);
    expect(header).toMatchObject({ format: 'manicule', version: 2 });
    const kinds = (kind: string) => lines.filter((line) => line.kind === kind).map((line) => line.value.id);
    expect(kinds('paper').sort()).toEqual([...ids].sort());
    expect(kinds('mark').sort()).toEqual([...ids].sort());
    expect(kinds('sighting').sort()).toEqual([...ids].sort());
  });

  it('cut short is named and loses nothing; something else is refused', async () => {
    await give('{"some":"other file"}\n', 'other.json');
    await panel().getByText('This file is not a Manicule backup. Nothing was changed.').waitFor();
    await give(backup.slice(0, Math.floor(backup.length * 0.6)), 'cut.jsonl');
    await panel()
      .getByText(/it may have been cut short/)
      .first()
      .waitFor();
    expect(await panel().getByText('Nothing is changed yet.').count()).toBe(1);
    await panel().getByRole('button', { name: 'Cancel' }).click();
    for (const records of Object.values(await everything(options))) expect(records).toEqual([]);
  });

  it('is shown before it is written, and brings everything back', async () => {
    await give(backup);
    await panel().getByText('Restoring would bring:').waitFor();
    expect(await panel().locator('.brings li').allTextContents()).toEqual([
      '6 new papers',
      '6 new marks (saves, flags, notes, tags …)',
      '6 more sightings',
    ]);
    expect(await stored(options, 'papers')).toEqual([]);
    await panel().getByRole('button', { name: 'Restore', exact: true }).click();
    await panel().getByText('Restored backup.jsonl.').waitFor();
    expect(await everything(options)).toEqual(before);
    const page = await other.open(LIBRARY);
    await shows(ids, page);
    await page.getByRole('row').nth(1).click();
    expect(await page.getByRole('textbox', { name: `Note: ${titles[1]}` }).inputValue()).toBe(NOTE);
    await page.getByRole('searchbox').fill('tag:"reading group"');
    await shows(ids.slice(0, 3), page);
    await page.close();
  });

  it('can be taken back, and brought once more', async () => {
    await panel().getByRole('button', { name: 'Undo restore' }).click();
    await options.getByText('The restore was undone. What you did since then is kept.').waitFor();
    for (const records of Object.values(await everything(options))) expect(records).toEqual([]);
    await give(backup);
    await panel().getByRole('button', { name: 'Restore', exact: true }).click();
    await panel().getByText('Restored backup.jsonl.').waitFor();
    expect(await everything(options)).toEqual(before);
  });

  it('changes nothing when restored once more', async () => {
    await give(backup);
    await panel().getByText('Everything in this file is already here.').waitFor();
    const again = panel().getByRole('button', { name: 'Restore', exact: true });
    if ((await again.count()) > 0) {
      await again.click();
      await panel().getByText('Restored backup.jsonl.').waitFor();
    }
    expect(await everything(options)).toEqual(before);
    expect(other.errors).toEqual([]);
  });
});

describe('a record that cannot be read', () => {
  it('is left out, with a sentence, and the rest is shown', async () => {
    const [broken = '', ...rest] = ids;
    await putRaw(library, 'papers', { id: broken, title: 17, authors: 'nobody' });
    for (const [path, tab] of [
      [LIBRARY, undefined],
      ['src/ui/popup/index.html', /^Saved/],
    ] as const) {
      const page = await chromium.open(path);
      if (tab) await page.getByRole('tab', { name: tab }).click();
      await page.getByText('1 record could not be read and was left out (see the log in options).').waitFor();
      await shows(rest, page);
      await page.close();
    }
    const log = (await stored(library, 'log')) as { message: string }[];
    expect(log.map((line) => line.message)).toEqual([
      `The stored record of ${broken} cannot be read; it was left out and left as it is.`,
    ]);
    expect(chromium.errors).toEqual([]);
  });
});
