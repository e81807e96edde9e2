/** Backups in Firefox, where no folder can be picked: exported, restored and undone; automatic ones among the downloads. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from './firefox.ts';
import { click, texts } from './firefox-page.ts';
import { madeBackup } from './made-backup.ts';
import { until } from './marks.ts';
import { howMany, type Store } from './stored.ts';

const COUNT = 120;
const FILE = join(tmpdir(), `manicule-${process.pid}-firefox.jsonl`);

let firefox: Firefox;
let page: Page;

beforeAll(async () => {
  firefox = await launchFirefox();
  page = await firefox.open('src/ui/options/index.html');
  await page.bringToFront();
  writeFileSync(FILE, madeBackup(COUNT).text);
});
afterAll(() => firefox?.close());

const text = async (selector: string) => (await texts(page, selector)).join(' ');
const count = (store: Store) => howMany(page as never, store);

async function restore(path: string): Promise<void> {
  const input = (await page.$('#library input[type=file]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  await click(page, '#library button', 'Restore');
  await until('restored', async () => (await text('#library [role=status]')).includes('Restored '));
}

/** Takes the last restore back, and waits until the page is ready for the next file. */
async function undo(): Promise<void> {
  await click(page, '#library button', 'Undo restore');
  await until('undone', async () => {
    const busy = (await page.$('#library progress')) !== null;
    return !busy && !(await text('#library button')).includes('Undo restore');
  });
  expect([await count('papers'), await count('undo'), await count('staged')]).toEqual([0, 0, 0]);
}

it('restores a file, puts a copy aside, and takes the whole back', async () => {
  await restore(FILE);
  expect([await count('papers'), await count('marks'), await count('sightings')]).toEqual([
    COUNT,
    COUNT / 3,
    COUNT,
  ]);
  await until('a copy', async () => (await text('.copies li')).includes('Save as a file'));
  await undo();
  await restore(FILE);
});

it('exports everything as one file that brings it back', async () => {
  await click(page, '#library button', 'Export everything');
  await until('the file', async () => readdirSync(firefox.downloads).some((name) => name.endsWith('.jsonl')));
  const [name = ''] = readdirSync(firefox.downloads).filter((one) => one.endsWith('.jsonl'));
  await until('all of it', async () => readFileSync(join(firefox.downloads, name), 'utf8').endsWith('}}\n'));
  const lines = readFileSync(join(firefox.downloads, name), 'utf8').trimEnd().split('\n');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 'manicule', papers: COUNT, marks: COUNT / 3 });
  await undo();
  await restore(join(firefox.downloads, name));
  expect([await count('papers'), await count('marks'), await count('sightings')]).toEqual([
    COUNT,
    COUNT / 3,
    COUNT,
  ]);
});

it('writes a backup a day among the downloads, once that is allowed', async () => {
  expect(await text('#auto-backup')).toContain('this browser lets no extension write into another folder');
  const select = (await page.$('#auto-backup select')) as ElementHandle<HTMLSelectElement>;
  await select.evaluate((at) => at.scrollIntoView({ block: 'center' }));
  await select.focus();
  await page.keyboard.press('ArrowDown'); // never → every day
  const folder = join(firefox.downloads, 'Manicule');
  const files = () => {
    try {
      return readdirSync(folder).filter((name) => name.endsWith('.jsonl'));
    } catch {
      return [];
    }
  };
  await until('a file', async () => files().length === 1);
  const [name = ''] = files();
  expect(name).toMatch(/^manicule-auto-\d{4}-\d\d-\d\d-\d{4}\.jsonl$/);
  await until('told', async () => (await text('#auto-backup')).includes(`Last: ${name}, today`));
  const [head = '', ...rest] = readFileSync(join(folder, name), 'utf8').trimEnd().split('\n');
  expect(JSON.parse(head)).toMatchObject({ format: 'manicule', papers: COUNT });
  expect(rest.length).toBe(COUNT * 2 + COUNT / 3 + 2 + 1);
});
