/** Sites in Firefox: allowed by one click in the options, read at once where open, not read any more once revoked. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Firefox, launchFirefox } from './firefox.ts';
import { click } from './firefox-page.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';

const PMLR = 'https://proceedings.mlr.press/v87/';

let server: Server;
let firefox: Firefox;
let options: Page;
let page: Page;

beforeAll(async () => {
  server = await serve();
  firefox = await launchFirefox({ server });
  page = await firefox.visit(PMLR);
  options = await firefox.open('src/ui/options/index.html');
});
afterAll(async () => {
  await firefox?.close();
  await server?.close();
});

const marks = () => page.evaluate(() => document.querySelectorAll('div[data-manicule]').length);

const registered = () =>
  options.evaluate(async () =>
    (
      await (
        globalThis as unknown as {
          browser: { scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> } };
        }
      ).browser.scripting.getRegisteredContentScripts()
    ).map(({ id }) => id),
  );

it('reads nothing of a site that is not allowed', async () => {
  expect([await marks(), await registered()]).toEqual([0, []]);
});

it('reads it once allowed, the page that is open at once', async () => {
  await click(options, 'button', 'Allow PMLR');
  await until('the script', async () => (await registered()).join() === 'site-pmlr');
  await until('marks', async () => (await marks()) === 5);
});

it('reads it on every visit', async () => {
  await page.reload();
  await until('marks', async () => (await marks()) === 5);
});

it('does not read it any more once that is revoked', async () => {
  await click(options, 'button', 'Revoke PMLR');
  await until('no script', async () => (await registered()).length === 0);
  // the page that is open is left at once
  await until('no marks', async () => (await marks()) === 0);
  await page.reload();
  await new Promise((tick) => setTimeout(tick, 1_000));
  expect(await marks()).toBe(0);
});
