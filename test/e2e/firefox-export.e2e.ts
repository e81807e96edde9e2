/** Exports in Firefox: files in the downloads, byte for byte. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Paper } from '../../src/core/paper.ts';
import { citeKeysFor, exportablesOf, type StoredRow } from '../../src/exchange/from-row.ts';
import { type Exportable, exportPapers } from '../../src/exchange/index.ts';
import { zipChunks } from '../../src/exchange/notes.ts';
import { inOrder } from '../../src/exchange/order.ts';
import { topicLabel } from '../../src/topics/index.ts';
import { NASTY } from '../exchange/nasty.ts';
import { type Firefox, launchFirefox } from './firefox.ts';
import { until } from './marks.ts';

const FILE = join(tmpdir(), `manicule-${process.pid}-firefox-export.jsonl`);

let firefox: Firefox;
let page: Page;
let items: Exportable[];
let keys: Map<string, string>;

// biome-ignore lint/suspicious/noExplicitAny: records as they are stored
const stored = (store: string): Promise<any[]> =>
  page.evaluate(
    (name) =>
      new Promise((done) => {
        const opening = indexedDB.open('manicule');
        opening.onsuccess = () => {
          const asking = opening.result.transaction(name).objectStore(name).getAll();
          asking.onsuccess = () => {
            opening.result.close();
            done(asking.result);
          };
        };
      }),
    store,
  ) as Promise<never[]>;

beforeAll(async () => {
  firefox = await launchFirefox();
  page = await firefox.open('src/ui/options/index.html');
  await page.bringToFront();
  writeFileSync(
    FILE,
    exportPapers(
      'jsonl',
      NASTY.map((item) => ({ ...item, saved: true })),
    ).text,
  );
  const input = (await page.waitForSelector('#library input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(FILE);
  await press('#library button', 'Restore');
  await until('restored', async () =>
    (
      await page.$$eval('#library [role=status]', (all) => all.map((one) => one.textContent).join(' '))
    ).includes('Restored '),
  );
  page = await firefox.open('src/ui/library/index.html');
  await page.bringToFront();
  await page.waitForSelector('[role=row]');
  const marks = new Map((await stored('marks')).map((mark) => [mark.id, mark]));
  const rows = (await stored('papers')).map(
    (paper): StoredRow => ({
      paper: paper as Paper,
      ...(marks.has(paper.id) ? { mark: marks.get(paper.id) } : {}),
    }),
  );
  items = exportablesOf(rows, topicLabel);
  keys = citeKeysFor(items, new Map()).keys;
});
afterAll(() => firefox?.close());

/** Presses what is labelled so, once it is there. */
async function press(selector: string, label: string): Promise<void> {
  let found: ElementHandle<Element> | undefined;
  await until(`${label}`, async () => {
    for (const one of await page.$$(selector))
      if ((await one.evaluate((at) => at.textContent?.trim() ?? '')).startsWith(label)) found = one;
    return found !== undefined;
  });
  await found?.evaluate((at) => (at as HTMLElement).click());
}

async function exported(format: string, extension: string, button: string): Promise<Buffer> {
  const known = new Set(readdirSync(firefox.downloads));
  await page.select('#export-format', format);
  await press('.export-sheet button', button);
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

it('writes BibLaTeX byte for byte, and Obsidian notes as a ZIP', async () => {
  await press('button', 'Export shown');
  await press('[role=menuitem]', 'More formats and choices…');
  await page.waitForSelector('#export-scope');
  const last = await page.$$eval(
    '#export-scope option',
    (all) => all.at(-1)?.getAttribute('value') ?? all.at(-1)?.textContent ?? '',
  );
  await page.select('#export-scope', last);
  await page.select('#export-order', 'key');
  const text = (await exported('biblatex', '.bib', 'Export')).toString();
  expect(text).toBe(exportPapers('biblatex', inOrder(items, 'key', keys), { keys }).text);
  const pieces: Uint8Array[] = [];
  for (const piece of zipChunks(inOrder(items, 'key', keys), { keys })) pieces.push(piece);
  expect(unzipSync(await exported('obsidian', '.zip', 'Save as ZIP'))).toEqual(
    unzipSync(Buffer.concat(pieces)),
  );
  // no folder can be picked here
  expect(await page.$$eval('.export-sheet button', (all) => all.map((one) => one.textContent))).not.toContain(
    'Write into a folder…',
  );
});
