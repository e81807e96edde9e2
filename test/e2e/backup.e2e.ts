/** Backups on the built extension: exported, wiped, restored; stopped half-way and gone on with; undone; encrypted; automatic. */
import { readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { madeBackup } from './made-backup.ts';
import { until } from './marks.ts';
import { howMany, type Raw, type Store, stored } from './stored.ts';

const OPTIONS = 'src/ui/options/index.html';
const STORES: readonly Store[] = ['papers', 'aliases', 'marks', 'sightings', 'rules'];
const COUNT = 1_500;
const MADE = madeBackup(COUNT);

let chromium: Chromium;
let options: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  options = await chromium.open(OPTIONS);
});
afterAll(() => chromium?.close());

const panel = () => options.locator('.panel', { hasText: 'Merges a backup' });
const auto = () => options.locator('#auto-backup');

/** Everything that a backup brings back, by store. */
async function everything(): Promise<Record<string, Raw[]>> {
  const all: Record<string, Raw[]> = {};
  for (const store of STORES) all[store] = await stored(options, store);
  return all;
}

async function give(text: string, name = 'made.jsonl'): Promise<void> {
  const path = join(tmpdir(), `manicule-${process.pid}-${name}`);
  writeFileSync(path, text);
  await options.locator('input[type=file]').setInputFiles(path);
}
const restoring = () => panel().getByRole('button', { name: 'Restore', exact: true });

async function restore(text: string): Promise<void> {
  await give(text);
  await restoring().click();
  await panel()
    .getByText(/^Restored /)
    .waitFor();
}

/** The database gone, as after clearing site data, and the page opened anew. */
async function wipe(): Promise<void> {
  await options.close();
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
}

const job = async (): Promise<Raw | undefined> => {
  const meta = await stored(options, 'meta');
  return meta.find((one) => one?.['state'] !== undefined && one['total'] !== undefined);
};

describe('a library of some thousand records', () => {
  let before: Record<string, Raw[]>;
  let backup: string;

  it('comes back whole from an exported file after everything was wiped', async () => {
    await restore(MADE.text);
    before = await everything();
    expect([before.papers?.length, before.marks?.length, before.rules?.length]).toEqual([
      COUNT,
      COUNT / 3,
      2,
    ]);
    const arriving = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export everything' }).click();
    backup = readFileSync(await (await arriving).path(), 'utf8');
    expect(JSON.parse(backup.slice(0, backup.indexOf('\n')))).toMatchObject({
      format: 'manicule',
      papers: COUNT,
      marks: COUNT / 3,
      sightings: COUNT,
      rules: 2,
      settings: 1,
    });
    await wipe();
    expect(await howMany(options, 'papers')).toBe(0);
    await restore(backup);
    expect(await everything()).toEqual(before);
  });

  it('puts a copy aside before each restore, which can be saved as a file', async () => {
    const copies = options.locator('.copies li');
    expect(await copies.count()).toBe(2);
    const arriving = options.waitForEvent('download');
    await copies.last().getByRole('button').click();
    const empty = readFileSync(await (await arriving).path(), 'utf8');
    expect(JSON.parse(empty.slice(0, empty.indexOf('\n')))).toMatchObject({ format: 'manicule', papers: 0 });
  });

  it('goes on when the page was closed half-way, and ends as if it had not', async () => {
    await wipe();
    await give(backup);
    await restoring().waitFor();
    await restoring().click();
    let under: Raw | undefined;
    await until('some of it', async () => {
      under = await job();
      return under?.['done'] > 0;
    });
    await options.close();
    const { done, total, state } = under ?? {};
    expect(state).toBe('merging');
    expect(done).toBeLessThan(total);
    options = await chromium.open(OPTIONS);
    const left = await howMany(options, 'papers');
    expect(left).toBeLessThanOrEqual(COUNT);
    await panel()
      .getByText(/^Restored /)
      .waitFor();
    expect(await everything()).toEqual(before);
    expect(await howMany(options, 'staged')).toBe(0);
  });

  it('is taken back as a whole, also when that was closed half-way', async () => {
    await panel().getByRole('button', { name: 'Undo restore' }).click();
    await until('some of it', async () => (await howMany(options, 'papers')) < COUNT);
    await options.close();
    options = await chromium.open(OPTIONS);
    await until('all of it', async () => (await job()) === undefined);
    for (const records of Object.values(await everything())) expect(records).toEqual([]);
    expect(await howMany(options, 'undo')).toBe(0);
    expect(chromium.errors).toEqual([]);
  });
});

describe('under a passphrase', () => {
  let sealed: string;

  it('an exported file is unreadable', async () => {
    await restore(madeBackup(50).text);
    await options.getByText('Encrypt with a passphrase').click();
    const fields = auto().locator('input[type=password]');
    await fields.first().fill('ten hands or more');
    await fields.last().fill('ten hands or more');
    await auto().getByRole('button', { name: 'Encrypt from now on' }).click();
    await options.getByText('From now on backups are encrypted').waitFor();
    const arriving = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export everything' }).click();
    sealed = readFileSync(await (await arriving).path(), 'utf8');
    expect(sealed).toContain('"iterations":600000');
    expect(sealed).not.toMatch(/Lovelace|pointing|papers/);
  });

  it('a wrong one is told, the right one restores', async () => {
    const before = await everything();
    await wipe();
    await give(sealed, 'sealed.jsonl');
    await panel().getByText('This backup is encrypted: give its passphrase.').waitFor();
    await panel().getByLabel('Passphrase').fill('eleven hands');
    await panel().getByRole('button', { name: 'Open' }).click();
    await panel().getByText('The passphrase does not fit this backup.').waitFor();
    await panel().getByLabel('Passphrase').fill('ten hands or more');
    await panel().getByRole('button', { name: 'Open' }).click();
    await restoring().click();
    await panel().getByText('Restored').waitFor();
    expect(await everything()).toEqual(before);
  });
});

describe('automatic backups', () => {
  /** Names and sizes in the folder that stands in for the picked one: the extension's own has the same interface. */
  const files = () =>
    options.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('vault', { create: true });
      const names: [string, number][] = [];
      for await (const entry of (
        folder as unknown as { values(): AsyncIterable<FileSystemFileHandle> }
      ).values()) {
        // one that is being moved into its place is gone between being listed and being opened
        const file = await entry.getFile().catch((error: DOMException) => {
          if (error.name !== 'NotFoundError') throw error;
        });
        if (file) names.push([entry.name, file.size]);
      }
      return names.sort();
    });

  /** Puts the plan where a picked folder would have put it. */
  const plan = (keep: number) =>
    options.evaluate(async (kept) => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('vault', { create: true });
      await new Promise<void>((done, failed) => {
        const opening = indexedDB.open('manicule');
        opening.onsuccess = () => {
          const tx = opening.result.transaction('meta', 'readwrite');
          tx.objectStore('meta').put({ every: 'day', keep: kept, folder }, 'backupPlace');
          tx.oncomplete = () => {
            opening.result.close();
            done();
          };
          tx.onabort = () => failed(tx.error);
        };
      });
    }, keep);

  it('are written by the worker when no page of the extension does it', async () => {
    await plan(2);
    const blank = await chromium.context.newPage();
    await chromium.context.newPage();
    const worker = chromium.worker() ?? (await chromium.context.waitForEvent('serviceworker'));
    await worker.evaluate(() =>
      (
        globalThis as unknown as { chrome: { alarms: { create(name: string, at: object): void } } }
      ).chrome.alarms.create('backup', { when: Date.now() + 100 }),
    );
    let [name, size] = ['', 0];
    await until('a file', async () => {
      const whole = (await files()).filter(([, bytes]) => bytes > 1_000);
      [name, size] = whole.find(([one]) => /^manicule-auto-\d{4}-\d\d-\d\d-\d{4}\.jsonl$/.test(one)) ?? [
        '',
        0,
      ];
      return name !== '';
    });
    await until('noted', async () =>
      (await stored(options, 'meta')).some((one) => one?.['written']?.['name'] === name),
    );
    const place = (await stored(options, 'meta')).find((one) => one?.['written']);
    expect(place?.['written']).toMatchObject({ name, bytes: size, way: 'folder' });
    expect(place?.['failure']).toBeUndefined();
    await blank.close();
  });

  it('are shown with their age, written on demand, and rotated', async () => {
    await options.evaluate(async () => {
      const root = await navigator.storage.getDirectory();
      const folder = await root.getDirectoryHandle('vault');
      for (const name of [
        'manicule-auto-2025-01-01-0900.jsonl',
        'manicule-auto-2025-01-02-0900.jsonl',
        'thesis.tex',
      ]) {
        const stream = await (await folder.getFileHandle(name, { create: true })).createWritable();
        await stream.write('mine');
        await stream.close();
      }
    });
    await options.reload();
    await auto()
      .getByText(/^Last: manicule-auto-.*, today .*, read back whole\.$/)
      .waitFor();
    await auto().getByText('Into the folder “vault”.').waitFor();
    await auto().getByRole('button', { name: 'Write one now' }).click();
    await options.getByText(/written and read back\.$/).waitFor();
    await until('rotated', async () => !(await files()).some(([name]) => name.includes('2025-01-01')));
    const names = (await files()).map(([name]) => name);
    expect(names).toContain('thesis.tex');
    expect(names.filter((name) => name.startsWith('manicule-auto-')).length).toBeLessThanOrEqual(3);
  });

  it('that have stopped are told in the popup, with the way to mend it', async () => {
    await options.evaluate(
      () =>
        new Promise<void>((done) => {
          const opening = indexedDB.open('manicule');
          opening.onsuccess = () => {
            const tx = opening.result.transaction('meta', 'readwrite');
            const meta = tx.objectStore('meta');
            const reading = meta.get('backupPlace');
            reading.onsuccess = () => {
              const failure = { at: new Date().toISOString(), sentence: 'Taken back.', why: 'permission' };
              meta.put({ ...reading.result, failure }, 'backupPlace');
            };
            tx.oncomplete = () => {
              opening.result.close();
              done();
            };
          };
        }),
    );
    const popup = await chromium.open('src/ui/popup/index.html');
    await popup.getByText('Automatic backups have stopped. Last backup: today.').waitFor();
    await popup.close();
    await options.reload();
    await auto().getByText('Taken back.').waitFor();
    await auto().getByRole('button', { name: 'Allow again' }).click();
    await options.getByText(/written and read back\.$/).waitFor();
    expect(await auto().getByText('Taken back.').count()).toBe(0);
    expect(chromium.errors).toEqual([]);
  });
});
