/** Exports on the built extension: every format byte for byte, choices kept, a report, notes in a folder. */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { unzipSync } from 'fflate';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../src/core/paper.ts';
import { citeKeysFor, exportablesOf, type StoredRow } from '../../src/exchange/from-row.ts';
import {
  type Exportable,
  exportPapers,
  FORMATS,
  readBackup,
  type TextFormatId,
} from '../../src/exchange/index.ts';
import { paperOfNote } from '../../src/exchange/note.ts';
import { zipChunks } from '../../src/exchange/note-pieces.ts';
import { inOrder } from '../../src/exchange/order.ts';
import { topicLabel } from '../../src/topics/index.ts';
import { NASTY } from '../exchange/nasty.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { until } from './marks.ts';
import { stored } from './stored.ts';

let chromium: Chromium;
let library: Page;
let items: Exportable[];
let keys: Map<string, string>;

/** What is stored, as it is exported. */
async function read(): Promise<void> {
  const marks = new Map((await stored(library, 'marks')).map((mark) => [mark.id, mark]));
  const rows = (await stored(library, 'papers')).map((paper): StoredRow => {
    const mark = marks.get(paper.id);
    return { paper: paper as Paper, ...(mark ? { mark: mark as NonNullable<StoredRow['mark']> } : {}) };
  });
  items = exportablesOf(rows, topicLabel);
  keys = citeKeysFor(items, new Map()).keys;
}

beforeAll(async () => {
  chromium = await launchChromium();
  const options = await chromium.open('src/ui/options/index.html');
  const path = join(tmpdir(), `manicule-${process.pid}-export.jsonl`);
  // flagged, so that a feed has them
  writeFileSync(
    path,
    exportPapers(
      'jsonl',
      NASTY.map((item) => ({ ...item, flagged: true })),
    ).text,
  );
  await options.locator('input[type=file]').setInputFiles(path);
  const panel = options.locator('.panel', { hasText: 'Merges a backup' });
  await panel.getByRole('button', { name: 'Restore', exact: true }).click();
  await panel.getByText(/^Restored /).waitFor();
  library = await chromium.open('src/ui/library/index.html');
  await library.getByRole('row').first().waitFor();
  await read();
});
afterAll(() => chromium?.close());

const sheet = (): Locator => library.getByRole('dialog', { name: 'Export' });

async function openSheet(): Promise<void> {
  await library.getByRole('button', { name: /^Export shown/ }).click();
  await library.getByRole('menuitem', { name: 'More formats and choices…' }).click();
  const papers = sheet().getByLabel('Papers', { exact: true });
  await papers.waitFor(); // counting does not wait
  await papers.selectOption({ index: (await papers.locator('option').count()) - 1 });
  await sheet().getByLabel('Order').selectOption('key');
}

async function exported(format: string): Promise<Buffer> {
  await sheet().getByLabel('Format', { exact: true }).selectOption(format);
  const arriving = library.waitForEvent('download');
  await sheet()
    .getByRole('button', { name: format === 'obsidian' ? 'Save as ZIP' : 'Export', exact: true })
    .click();
  const download = await arriving;
  const { extension } = FORMATS.find(({ id }) => id === format) ?? { extension: '' };
  expect(download.suggestedFilename()).toMatch(
    new RegExp(`^manicule-all-\\d{4}-\\d\\d-\\d\\d\\.${extension}$`),
  );
  return readFileSync(await download.path());
}

/** Times of the export itself. */
const undated = (text: string): string =>
  text
    .replace(/<updated>[^<]*<\/updated>\n(?=<author><name>Manicule)/, '')
    .replace(/Reading list, \d{4}-\d\d-\d\d/, '')
    .replace(/"exported":"[^"]*"/, '')
    .replace(/"at":"[^"]*"/g, '');

describe('the export sheet', () => {
  it.each(FORMATS.map(({ id }) => id).filter((id) => id !== 'obsidian'))(
    'writes %s byte for byte',
    async (format) => {
      if (!(await sheet().isVisible())) await openSheet();
      const bytes = await exported(format);
      await read(); // keys are stored now
      const own = exportPapers(format as TextFormatId, inOrder(items, 'key', keys), { keys });
      // as bytes, so that a mark of byte order counts
      expect(undated(bytes.toString('latin1'))).toBe(undated(Buffer.from(own.text).toString('latin1')));
      const report = sheet().locator('.report li');
      // in the reader's words, though the worker that wrote the file has no access to the browser's
      expect(await report.allTextContents()).toEqual(
        own.skipped.map(({ id, title, why }) => `${title || id}: ${why}`),
      );
      await sheet()
        .getByText(/^Exported \d+ papers as /)
        .waitFor();
    },
  );

  it('writes Obsidian notes into a ZIP', async () => {
    const files = unzipSync(await exported('obsidian'));
    const pieces: Uint8Array[] = [];
    for (const piece of zipChunks(inOrder(items, 'key', keys), { keys })) pieces.push(piece);
    expect(files).toEqual(unzipSync(Buffer.concat(pieces)));
  });

  it('writes them into a folder, and finds them again', async () => {
    // the picker is the browser's own window: the private folder stands in for it
    await library.evaluate(() => {
      const own = globalThis as unknown as { showDirectoryPicker: () => Promise<FileSystemDirectoryHandle> };
      own.showDirectoryPicker = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle('vault', { create: true });
    });
    const into = async (told: string) => {
      await sheet().getByRole('button', { name: 'Write into a folder…' }).click();
      await sheet().getByText(`Notes in “vault”: ${told}`, { exact: true }).waitFor();
    };
    await into(`${items.length} new, 0 brought up to date, 0 unchanged.`);
    const name = `${keys.get(items[0]?.paper.id ?? '')}.md`;
    const before = await vault(name);
    expect(paperOfNote(before)).toBe(items[0]?.paper.id);
    await vault(
      name,
      before.replace('%% manicule:end', 'typed here\n%% manicule:end').concat('My own words.\n'),
    );
    await sheet().getByLabel('Format', { exact: true }).selectOption('obsidian');
    await into(`0 new, 1 brought up to date, ${items.length - 1} unchanged.`);
    expect(await vault(name)).toBe(`${before}My own words.\n`);
  });

  it('shows what a template gives, and refuses a broken one', async () => {
    const template = sheet().getByLabel('Template of notes');
    await template.fill('{{colour}}');
    await sheet().getByText('There is no “{{colour}}”.').waitFor();
    await template.fill('Of {{year}}');
    await until('the preview', async () =>
      (await sheet().getByLabel('The first paper’s note').inputValue()).includes('%%\nOf '),
    );
    const { violations } = await new AxeBuilder({ page: library }).include('.export-sheet').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    await sheet().getByRole('button', { name: 'Built-in template' }).click();
  });

  it('makes cite keys by the pattern, keeps those that were given, and remembers every choice', async () => {
    const pattern = sheet().getByLabel('Pattern of cite keys');
    await pattern.fill('[auth');
    await sheet().getByText('A “[” is never closed.').waitFor();
    await pattern.fill('[auth:upper]_[year]');
    await sheet()
      .getByText(/^First paper: [^;]+; it has [^;]+, which stays$/)
      .waitFor();
    await sheet().getByLabel('Format', { exact: true }).selectOption('bibtex');
    await sheet().getByLabel('Abstract').uncheck();
    await sheet()
      .getByLabel(/^Accents and signs as TeX/)
      .check();
    const own = exportPapers('bibtex', inOrder(items, 'key', keys), {
      keys,
      unicode: false,
      fields: ['note', 'tags', 'topics', 'status', 'flags', 'categories', 'pdf', 'code'],
    });
    expect((await exported('bibtex')).toString()).toBe(own.text);
    await library.reload();
    await openSheet();
    expect(await pattern.inputValue()).toBe('[auth:upper]_[year]');
    expect(await sheet().getByLabel('Abstract').isChecked()).toBe(false);
    expect(await sheet().getByLabel('Format', { exact: true }).inputValue()).toBe('bibtex');
  });

  it('fits into a narrow window, and keeps the focus of whoever exports by key', async () => {
    const wide = library.viewportSize() ?? { width: 1280, height: 720 };
    await library.setViewportSize({ width: 400, height: 700 });
    for (const format of ['obsidian', 'bibtex']) {
      await sheet().getByLabel('Format', { exact: true }).selectOption(format);
      const outside = await sheet().evaluate((at) => {
        const { right } = at.getBoundingClientRect();
        const controls = [...at.querySelectorAll('select, input, textarea, button')];
        return controls.filter((one) => one.getBoundingClientRect().right > right).map((one) => one.id);
      });
      expect(outside).toEqual([]);
    }
    await library.setViewportSize(wide);
    await sheet().getByRole('button', { name: 'Export', exact: true }).focus();
    const arriving = library.waitForEvent('download');
    await library.keyboard.press('Enter');
    await arriving;
    await sheet()
      .getByText(/^Exported /)
      .waitFor();
    await library.keyboard.press('Tab');
    // the report, which comes before the buttons
    expect(await library.evaluate(() => document.activeElement?.textContent)).toBe(
      '2 papers simplified or left out',
    );
  });

  it('replaces keys that were given only when asked to', async () => {
    await sheet().getByLabel('Format', { exact: true }).selectOption('ris');
    await sheet()
      .getByLabel(/^Replace the keys/)
      .check();
    const text = (await exported('ris')).toString();
    const rule = { pattern: '[auth:upper]_[year]', fold: 'plain' as const };
    const fresh = citeKeysFor(
      items.map(({ citeKey: _, ...item }) => item),
      new Map(),
      rule,
    ).keys;
    expect([...text.matchAll(/^ID {2}- (.*)\r$/gm)].map((match) => match[1]).sort()).toEqual(
      [...fresh.values()].sort(),
    );
    await read();
    expect(new Map(items.map((item) => [item.paper.id, item.citeKey]))).toEqual(fresh);
  });
});

it('the menu writes everything as one backup, without what opens services of others', async () => {
  await library.reload();
  await library.getByRole('button', { name: /^Export shown/ }).click();
  const arriving = library.waitForEvent('download');
  await library.getByRole('menuitem', { name: /^Backup \(everything\)/ }).click();
  const text = readFileSync(await (await arriving).path(), 'utf8');
  const { papers, settings, problems } = readBackup(text);
  expect([papers.length, settings.length, problems]).toEqual([items.length, 1, []]);
  expect(text).not.toMatch(/openAlexKey|lookUp/);
  await library.getByText(`Backed up ${items.length} papers`, { exact: false }).first().waitFor();
  const options = await chromium.open('src/ui/options/index.html#backup');
  await options.getByText('Last backup: today', { exact: false }).first().waitFor();
  await options.close();
});

/** Reads, or writes, a note of the vault. */
const vault = (name: string, text?: string): Promise<string> =>
  library.evaluate(
    async ([file, typed]) => {
      const root = await navigator.storage.getDirectory();
      const handle = await (await root.getDirectoryHandle('vault')).getFileHandle(file as string);
      if (typed !== undefined) {
        const stream = await handle.createWritable();
        await stream.write(typed);
        await stream.close();
      }
      return (await handle.getFile()).text();
    },
    [name, text] as const,
  );
