/** Collections and the reading list: by keyboard, by mouse, in search, in exports, and through a backup. */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { pressAll } from './keyboard.ts';
import { madeLibrary, putLibrary } from './made-library.ts';
import { until } from './marks.ts';
import { type Raw, stored } from './stored.ts';

const LIBRARY = 'src/ui/library/index.html';
const OPTIONS = 'src/ui/options/index.html';
const COUNT = 6;

const made = madeLibrary(COUNT, 1, new Date('2026-03-17T12:00:00Z'));
const ids = made.papers.map(({ id }) => id as string);
/** Saved one after the other, the first the last. */
const marks = ids.map((id, n): Raw => {
  const at = new Date(Date.UTC(2026, 2, 17, 12, COUNT - n)).toISOString();
  return { id, saved: { value: true, at }, savedAt: at, listedAt: at };
});
const of = (...places: number[]) => places.map((n) => ids[n] as string);

let chromium: Chromium;
let library: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  library = await chromium.open(LIBRARY);
  await putLibrary(library, { papers: made.papers, marks });
  await library.reload();
});
afterAll(() => chromium?.close());

const rows = () =>
  library.getByRole('row').evaluateAll((all) => all.map((row) => row.getAttribute('data-id')));
const shows = async (wanted: readonly string[]) => {
  await until(`${wanted.length} rows`, async () => (await rows()).join() === wanted.join());
  expect(await rows()).toEqual(wanted);
};
const row = (n: number) => library.locator(`[role=row][data-id="${ids[n]}"]`);
/** Indented names of the tree. */
const tree = () =>
  library
    .getByRole('treeitem')
    .evaluateAll((all) =>
      all.map(
        (one) =>
          '.'.repeat(Number(one.getAttribute('aria-level')) - 1) +
          one.querySelector('.collection-name')?.textContent,
      ),
    );
const hasTree = async (wanted: readonly string[]) => {
  await until(`the tree ${wanted.join(' ')}`, async () => (await tree()).join() === wanted.join());
};
const item = (name: string) => library.getByRole('treeitem', { name: new RegExp(`^${name}`) });
const says = (words: string) => library.getByRole('status').getByText(words).first().waitFor();
const press = async (...keys: string[]) => {
  for (const key of keys) await library.keyboard.press(key);
};
const make = async (name: string) => {
  await library.getByRole('button', { name: 'New collection', exact: true }).press('Enter');
  await library.getByRole('textbox', { name: 'Name of the collection' }).fill(name);
  await press('Enter');
  await item(name).waitFor();
};
const toList = async () => {
  await library.getByRole('searchbox').focus();
  await press('ArrowDown', 'Home');
};
const isAccessible = async () => {
  const { violations } = await new AxeBuilder({ page: library }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
};

describe('by keyboard', () => {
  it('collections are made, renamed, nested, and put out again', async () => {
    await shows(ids);
    await make('Thesis');
    await make('Talks');
    await make('Methods');
    await hasTree(['Thesis', 'Talks', 'Methods']);
    await item('Methods').focus();
    await press('Alt+ArrowUp');
    await hasTree(['Thesis', 'Methods', 'Talks']);
    await until('the focus', async () => item('Methods').evaluate((one) => one === document.activeElement));
    await press('Alt+ArrowRight');
    await hasTree(['Thesis', '.Methods', 'Talks']);
    await until('the focus', async () => item('Methods').evaluate((one) => one === document.activeElement));
    await press('F2');
    await library.getByRole('textbox', { name: 'New name for Methods' }).waitFor();
    await isAccessible();
    await library.getByRole('textbox', { name: 'New name for Methods' }).fill('Related work');
    await press('Enter');
    await hasTree(['Thesis', '.Related work', 'Talks']);
    await until('the focus', async () =>
      item('Related work').evaluate((one) => one === document.activeElement),
    );
    await press('ArrowLeft', 'ArrowLeft');
    await hasTree(['Thesis', 'Talks']);
    await press('ArrowRight');
    await hasTree(['Thesis', '.Related work', 'Talks']);
  });

  it('who goes on before a new name is stored is not called back', async () => {
    const holder = await chromium.open(OPTIONS);
    // a transaction that stays open: what is stored meanwhile waits for it
    const release = await holder.evaluateHandle(
      () =>
        new Promise<() => void>((done) => {
          const opening = indexedDB.open('manicule');
          opening.onsuccess = () => {
            const tx = opening.result.transaction('collections', 'readwrite');
            let held = true;
            const hold = () => {
              tx.objectStore('collections').count().onsuccess = () => held && hold();
            };
            hold();
            tx.oncomplete = () => opening.result.close();
            done(() => {
              held = false;
            });
          };
        }),
    );
    const focused = (name: string) => item(name).evaluate((one) => one === document.activeElement);
    await item('Related work').focus();
    await press('F2');
    await library.getByRole('textbox', { name: 'New name for Related work' }).fill('Others');
    await press('Enter');
    await until(
      'the focus',
      async () => (await library.locator(':focus').getAttribute('role')) === 'treeitem',
    );
    await press('ArrowLeft');
    await until('the parent', () => focused('Thesis'));
    await release.evaluate((go) => go());
    await hasTree(['Thesis', '.Others', 'Talks']);
    await library.waitForTimeout(100);
    expect(await focused('Thesis')).toBe(true);
    await holder.close();
    await item('Others').focus();
    await press('F2');
    await library.getByRole('textbox', { name: 'New name for Others' }).fill('Related work');
    await press('Enter');
    await hasTree(['Thesis', '.Related work', 'Talks']);
  });

  it('papers are put into a collection, one and several, and taken out', async () => {
    await toList();
    await press('l');
    await library.getByRole('dialog').waitFor();
    await isAccessible();
    await library.getByRole('listbox').selectOption({ label: 'Thesis' });
    await press('Enter');
    await says('Added “A made paper, number 0” to “Thesis”');
    await toList();
    await press('ArrowDown', 'v', 'ArrowDown', 'v', 'ArrowDown', 'v', 'l');
    await library.getByRole('listbox').selectOption({ label: 'Thesis' });
    await press('Enter');
    await says('Added 3 papers to “Thesis”');
    await until('the count', async () => (await item('Thesis, 4 papers').count()) === 1);
    await item('Thesis').focus();
    await press('Enter');
    await shows(of(0, 1, 2, 3));
    await press('Escape');
    await library.getByRole('button', { name: 'Take out of Thesis: A made paper, number 0' }).click();
    await shows(of(1, 2, 3));
    await toList();
    await press('u');
    await shows(of(0, 1, 2, 3));
  });

  it('papers of a collection are ordered, and each move is taken back by itself', async () => {
    await toList();
    await press('Alt+ArrowDown', 'Alt+ArrowDown');
    await shows(of(1, 2, 0, 3));
    await says('Moved “A made paper, number 0”: now 3 of 4');
    await press('End', 'Alt+ArrowUp');
    await shows(of(1, 2, 3, 0));
    await press('u');
    await shows(of(1, 2, 0, 3));
    await library.reload();
    await shows(ids);
    await item('Thesis').click();
    await shows(of(1, 2, 0, 3));
    await library.getByRole('combobox', { name: 'Order' }).selectOption('Newest first');
    await shows(of(0, 1, 2, 3));
    await library.getByRole('combobox', { name: 'Order' }).selectOption('By hand');
    await shows(of(1, 2, 0, 3));
  });

  it('a collection is deleted with what is in it, its papers stay, and it comes back whole', async () => {
    await item('Thesis').focus();
    await press('Delete');
    await hasTree(['Talks']);
    await shows(ids);
    await toList();
    await press('u');
    await hasTree(['Thesis', '.Related work', 'Talks']);
    await item('Thesis').click();
    await shows(of(1, 2, 0, 3));
  });

  it('“Move into…” asks where to, and never offers a collection itself', async () => {
    await item('Talks').focus();
    await press('Tab', 'Enter');
    await library.getByRole('menuitem', { name: 'Move into…' }).press('Enter');
    const options = library.getByRole('listbox', { name: 'Collection' }).getByRole('option');
    await options.first().waitFor();
    expect((await options.allTextContents()).map((text) => text.trim())).toEqual([
      'Top level',
      'Thesis',
      'Related work',
    ]);
    await library.getByRole('listbox').selectOption({ label: 'Thesis' });
    await press('Enter');
    await hasTree(['Thesis', '.Related work', '.Talks']);
    await toList();
    await press('u');
    await hasTree(['Thesis', '.Related work', 'Talks']);
    await press('Control+Shift+Z');
    await hasTree(['Thesis', '.Related work', '.Talks']);
    await press('Control+z');
    await hasTree(['Thesis', '.Related work', 'Talks']);
  });
});

describe('by mouse', () => {
  it('papers are dragged onto a collection, the selected ones together', async () => {
    await item('Thesis').click();
    await shows(ids);
    await row(5).dragTo(item('Related work'));
    await says('Added “A made paper, number 5” to “Related work”');
    await row(3).getByRole('checkbox').click();
    await row(4).getByRole('checkbox').click();
    await row(4).dragTo(item('Related work'));
    await says('Added 2 papers to “Related work”');
    await press('Escape');
    await item('Related work').click();
    await shows(of(5, 3, 4));
  });

  it('papers are dragged to their place', async () => {
    await row(4).dragTo(row(5), { targetPosition: { x: 60, y: 5 } });
    await shows(of(4, 5, 3));
    await row(4).dragTo(row(3), { targetPosition: { x: 60, y: 80 } });
    await shows(of(5, 3, 4));
  });

  it('a collection is dragged into another, and shown with what is inside', async () => {
    await item('Talks').dragTo(item('Thesis'));
    await hasTree(['Thesis', '.Related work', '.Talks']);
    await item('Thesis').click();
    await shows(of(1, 2, 0, 3));
    await library.getByRole('checkbox', { name: 'With what is inside' }).click();
    await shows(of(1, 2, 0, 3, 5, 4));
    // what goes out of it and comes into it is shown no more, and again
    await item('Related work').focus();
    await press('Alt+ArrowLeft');
    await hasTree(['Thesis', '.Talks', 'Related work']);
    await shows(of(1, 2, 0, 3));
    await item('Related work').dragTo(item('Thesis'));
    await hasTree(['Thesis', '.Talks', '.Related work']);
    await shows(of(1, 2, 0, 3, 5, 4));
    await item('Talks').focus();
    await press('Alt+ArrowDown');
    await hasTree(['Thesis', '.Related work', '.Talks']);
    await library.getByRole('button', { name: 'Leave this collection' }).click();
    await shows(ids);
    await isAccessible();
  });

  it('a paper is put into a new collection from its detail', async () => {
    await row(2).click();
    await library
      .getByRole('combobox', { name: 'Add to a collection: A made paper, number 2' })
      .fill('For later');
    await press('Enter');
    await hasTree(['Thesis', '.Related work', '.Talks', 'For later']);
    await library.getByRole('button', { name: 'For later', exact: true }).click();
    await shows(of(2));
    await library.getByRole('button', { name: 'Leave this collection' }).click();
  });
});

describe('search', () => {
  it('knows collections by name, with those they are in, and the others as facets', async () => {
    const search = library.getByRole('searchbox');
    await search.fill('collection:thesis');
    await shows(of(0, 1, 2, 3, 4, 5));
    await search.fill('collection:"related work" -collection:later');
    await shows(of(3, 4, 5));
    await search.fill('number 3');
    await shows(of(3));
    await until('the count', async () => (await item('Thesis, 1 paper').count()) === 1);
    await search.fill('');
    await shows(ids);
  });
});

describe('the reading list', () => {
  it('goes by priority and by hand', async () => {
    await toList();
    for (let n = 0; n < 4; n++) await press('r', 'ArrowDown');
    await pressAll(library, 'g', 'l');
    await shows(of(0, 1, 2, 3));
    await toList();
    await press('End', '1');
    await shows(of(3, 0, 1, 2));
    await press('End', 'Alt+ArrowUp');
    await shows(of(3, 0, 2, 1));
    // past the first of its priority, a paper takes that of the one it passes
    await press('Alt+ArrowUp', 'Alt+ArrowUp');
    await shows(of(2, 3, 0, 1));
    await until('two of high priority', async () => {
      const high = (await stored(library, 'marks')).filter((mark) => mark.priority?.value === 'high');
      return high.map(({ id }) => id).join() === of(2, 3).join();
    });
    await row(1).dragTo(row(0), { targetPosition: { x: 60, y: 5 } });
    await shows(of(2, 3, 1, 0));
    await press('u');
    await shows(of(2, 3, 0, 1));
    await isAccessible();
  });

  it('loses what was read, and shows it again when that is taken back', async () => {
    await row(3).click();
    await library
      .locator('.detail')
      .getByRole('combobox', { name: /^Status/ })
      .selectOption('Read');
    await shows(of(2, 0, 1));
    await toList();
    await press('u');
    await shows(of(2, 3, 0, 1));
  });
});

describe('a collection', () => {
  it('is exported in its order, with what is inside when asked', async () => {
    await pressAll(library, 'g', 'p');
    await shows(ids);
    await library.getByRole('button', { name: /^Export shown/ }).click();
    await library.getByRole('menuitem', { name: 'More formats and choices…' }).click();
    const sheet = library.getByRole('dialog', { name: 'Export' });
    await sheet
      .getByLabel('Papers', { exact: true })
      .selectOption({ label: 'collection “Thesis” (4 papers)' });
    await sheet.getByLabel('Format').selectOption('csv');
    expect(await sheet.getByLabel('Order').locator('option').first().textContent()).toBe('By hand');
    await sheet.getByLabel('Order').selectOption('By hand');
    const exported = async () => {
      const arriving = library.waitForEvent('download');
      await sheet.getByRole('button', { name: 'Export', exact: true }).click();
      const file = await arriving;
      expect(file.suggestedFilename()).toMatch(/^manicule-Thesis-/);
      const text = readFileSync(await file.path(), 'utf8');
      return [...text.matchAll(/A made paper, number (\d)"/g)].map(([, n]) => Number(n));
    };
    expect(await exported()).toEqual([1, 2, 0, 3]);
    await sheet.getByRole('checkbox', { name: 'With collections inside (6 papers)' }).click();
    expect(await exported()).toEqual([1, 2, 0, 3, 5, 4]);
    await sheet.getByRole('button', { name: 'Close' }).click();
  });

  it('comes back from a backup with its place, its papers and their order', async () => {
    let options = await chromium.open(OPTIONS);
    const all = async () => ({
      collections: await stored(options, 'collections'),
      marks: await stored(options, 'marks'),
    });
    const before = await all();
    const arriving = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export everything' }).click();
    const text = readFileSync(await (await arriving).path(), 'utf8');
    await options.close();
    await library.close();
    const page = await chromium.open('src/ui/popup/index.html');
    await page.evaluate(
      () =>
        new Promise((done, failed) => {
          const deleting = indexedDB.deleteDatabase('manicule');
          deleting.onsuccess = done;
          deleting.onerror = failed;
        }),
    );
    await page.close();
    options = await chromium.open(OPTIONS);
    expect((await all()).collections).toEqual([]);
    const path = join(tmpdir(), `manicule-${process.pid}-collections.jsonl`);
    writeFileSync(path, text);
    await options.locator('input[type=file]').first().setInputFiles(path);
    const panel = options.locator('.panel', { hasText: 'Merges a backup' });
    await panel.getByRole('button', { name: 'Restore', exact: true }).click();
    await panel.getByText(/^Restored /).waitFor();
    expect(await all()).toEqual(before);
    await options.close();
    library = await chromium.open(LIBRARY);
    await hasTree(['Thesis', '.Related work', '.Talks', 'For later']);
    await item('Thesis').click();
    await shows(of(1, 2, 0, 3));
    await library.getByRole('button', { name: 'Leave this collection' }).click();
    await pressAll(library, 'g', 'l');
    await shows(of(2, 3, 0, 1));
    expect(chromium.errors).toEqual([]);
  });
});
