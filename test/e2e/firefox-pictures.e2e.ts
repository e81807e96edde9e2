/** In Firefox: the first page names Firefox' own way to pin the button, and the library in pictures counts in its worker. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from './firefox.ts';
import { madeLibrary, putLibrary } from './made-library.ts';

let firefox: Firefox;
beforeAll(async () => {
  firefox = await launchFirefox();
});
afterAll(() => firefox?.close());

it('shows the first page, and not by itself to whoever works on the extension', async () => {
  const open = (await firefox.browser.pages()).map((page) => page.url());
  expect(open.filter((url) => url.includes('/welcome/'))).toEqual([]);
  const page = await firefox.open('src/ui/welcome/index.html');
  await page.waitForSelector('.pictures');
  expect(await page.$eval('#pin + p', (one) => one.textContent)).toContain('Pin to Toolbar');
  await page.close();
});

it('draws the library in pictures', async () => {
  const empty = await firefox.open('src/ui/stats/index.html');
  await empty.waitForSelector('.empty');
  await putLibrary(empty as never, madeLibrary(60, 30, new Date()));
  await empty.close();
  const page = await firefox.open('src/ui/stats/index.html');
  await page.waitForSelector('#authors-title');
  expect(await page.$$eval('.facts dd', (all) => all.map((one) => one.textContent).slice(0, 2))).toEqual([
    '60',
    '12',
  ]);
  expect(
    await page.$$eval('section[aria-labelledby="days-title"] a.mark', (all) => all.length),
  ).toBeGreaterThan(10);
});
