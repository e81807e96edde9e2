/** Exports in Firefox: files in the downloads, byte for byte. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Paper } from '../../src/core/paper.ts';
import { citeKeysFor, exportablesOf, type StoredRow } from '../../src/exchange/from-row.ts';
import { type Exportable, exportPapers, FORMATS, type TextFormatId } from '../../src/exchange/index.ts';
import { zipChunks } from '../../src/exchange/note-pieces.ts';
import { inOrder } from '../../src/exchange/order.ts';
import { topicLabel } from '../../src/topics/index.ts';
import { NASTY } from '../exchange/nasty.ts';
import { type Firefox, launchFirefox } from './firefox.ts';
import { press } from './firefox-page.ts';
import { until } from './marks.ts';
import { stored } from './stored.ts';

const FILE = join(tmpdir(), `manicule-${process.pid}-firefox-export.jsonl`);

let firefox: Firefox;
let page: Page;
let items: Exportable[];
let keys: Map<string, string>;

/** What is stored, as it is exported. */
async function read(): Promise<void> {
  const marks = new Map((await stored(page as never, 'marks')).map((mark) => [mark['id'], mark]));
  const rows = (await stored(page as never, 'papers')).map(
    (paper): StoredRow => ({
      paper: paper as Paper,
      ...(marks.has(paper['id']) ? { mark: marks.get(paper['id']) as NonNullable<StoredRow['mark']> } : {}),
    }),
  );
  items = exportablesOf(rows, topicLabel);
  keys = citeKeysFor(items, new Map()).keys;
}

/** The export sheet, over all papers in the order of their keys. */
async function openSheet(): Promise<void> {
  await press(page, 'button', 'Export shown');
  await press(page, '[role=menuitem]', 'More formats and choices…');
  await page.waitForSelector('#export-scope');
  const last = await page.$$eval(
    '#export-scope option',
    (all) => all.at(-1)?.getAttribute('value') ?? all.at(-1)?.textContent ?? '',
  );
  await page.select('#export-scope', last);
  await page.select('#export-order', 'key');
}

beforeAll(async () => {
  firefox = await launchFirefox();
  page = await firefox.open('src/ui/options/index.html');
  await page.bringToFront();
  writeFileSync(
    FILE,
    exportPapers(
      'jsonl',
      // flagged, so that a feed has them
      NASTY.map((item) => ({ ...item, saved: true, flagged: true })),
    ).text,
  );
  const input = (await page.waitForSelector('#library input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(FILE);
  await press(page, '#library button', 'Restore');
  await until('restored', async () =>
    (
      await page.$$eval('#library [role=status]', (all) => all.map((one) => one.textContent).join(' '))
    ).includes('Restored '),
  );
  page = await firefox.open('src/ui/library/index.html');
  await page.bringToFront();
  await page.waitForSelector('[role=row]');
  await read();
  await openSheet();
});
afterAll(() => firefox?.close());

async function exported(format: string, extension: string, button: string): Promise<Buffer> {
  const known = new Set(readdirSync(firefox.downloads));
  await page.select('#export-format', format);
  await press(page, '.export-sheet button', button);
  const fresh = () =>
    readdirSync(firefox.downloads).filter((name) => !known.has(name) && name.endsWith(extension));
  await until('said', async () =>
    (await page.$eval('.export-sheet .said', (at) => at.textContent ?? '')).startsWith('Exported'),
  );
  await until('the file', async () => fresh().length === 1);
  const path = join(firefox.downloads, fresh()[0] ?? '');
  let size = -1;
  // it is there before it is whole
  await until('all of it', async () => {
    const before = size;
    size = readFileSync(path).length;
    return size > 0 && size === before;
  });
  return readFileSync(path);
}

/** Times of the export itself. */
const undated = (text: string): string =>
  text
    .replace(/<updated>[^<]*<\/updated>\n(?=<author><name>Manicule)/, '')
    .replace(/Reading list, \d{4}-\d\d-\d\d/, '')
    .replace(/"exported":"[^"]*"/, '')
    .replace(/"at":"[^"]*"/g, '');

describe('the export sheet', () => {
  it.each(FORMATS.filter(({ id }) => id !== 'obsidian'))(
    'writes $label byte for byte',
    async ({ id, extension }) => {
      const bytes = await exported(id, `.${extension}`, 'Export');
      await read(); // keys are stored now
      const own = exportPapers(id as TextFormatId, inOrder(items, 'key', keys), { keys }).text;
      // as bytes, so that a mark of byte order counts
      expect(undated(bytes.toString('latin1'))).toBe(undated(Buffer.from(own).toString('latin1')));
    },
  );

  it('writes Obsidian notes as a ZIP, and offers no folder, which cannot be picked here', async () => {
    const pieces: Uint8Array[] = [];
    for (const piece of zipChunks(inOrder(items, 'key', keys), { keys })) pieces.push(piece);
    expect(unzipSync(await exported('obsidian', '.zip', 'Save as ZIP'))).toEqual(
      unzipSync(Buffer.concat(pieces)),
    );
    const buttons = await page.$$eval('.export-sheet button', (all) => all.map((one) => one.textContent));
    expect(buttons).not.toContain('Write into a folder…');
  });
});
