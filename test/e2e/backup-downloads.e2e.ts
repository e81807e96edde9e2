/** Automatic backups among the downloads, where no folder was picked and the reader gave leave to save files. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { until } from './marks.ts';
import { type Raw, stored } from './stored.ts';

let chromium: Chromium;
let options: Page;

beforeAll(async () => {
  chromium = await launchChromium({ granted: ['downloads'] });
  options = await chromium.open('src/ui/options/index.html');
});
afterAll(() => chromium?.close());

const auto = () => options.locator('#auto-backup');
const place = async (): Promise<Raw | undefined> =>
  (await stored(options, 'meta')).find((one) => one?.['every'] !== undefined);

it('are written once switched on, and said to be complete', async () => {
  await auto().getByLabel('Write one').selectOption('day');
  await until('written', async () => (await place())?.['written'] !== undefined);
  const { written, failure, every } = (await place()) ?? {};
  expect([every, failure]).toEqual(['day', undefined]);
  expect(written).toMatchObject({ way: 'download', records: 1 });
  await auto()
    .getByText(/^Last: manicule-auto-.*, today .*, complete\.$/)
    .waitFor();
});

it('wait for a page where the worker cannot hand files over', async () => {
  const before = await place();
  const worker = chromium.worker() ?? (await chromium.context.waitForEvent('serviceworker'));
  expect(await worker.evaluate(() => typeof URL.createObjectURL)).toBe('undefined');
  await options.evaluate(
    () =>
      new Promise<void>((done) => {
        const opening = indexedDB.open('manicule');
        opening.onsuccess = () => {
          const tx = opening.result.transaction('meta', 'readwrite');
          tx.objectStore('meta').put({ every: 'day', keep: 2 }, 'backupPlace');
          tx.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
  );
  const page = await chromium.open('src/ui/library/index.html');
  await until('the library page wrote it', async () => (await place())?.['written'] !== undefined);
  expect((await place())?.['written']?.['at']).not.toBe(before?.['written']?.['at']);
  await page.close();
  expect(chromium.errors).toEqual([]);
});
