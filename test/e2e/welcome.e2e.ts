/** The first page: opened once at the installation, what is on it works, and how it looks. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { until } from './marks.ts';
import { howMany } from './stored.ts';

const WELCOME = 'src/ui/welcome/index.html';

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map((one) => [
    one.id,
    one.nodes.map((node) => node.html),
  ]);

/** Leaves a picture in the folder of the variable, for whoever wants to look. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['WELCOME_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/welcome-${name}.png`, fullPage: true });
}

let chromium: Chromium;
let page: Page;
const greetings = () => chromium.context.pages().filter((one) => one.url() === chromium.url(WELCOME));
beforeAll(async () => {
  chromium = await launchChromium({ welcome: true });
  page = greetings()[0] as Page;
  await page.locator('h1').waitFor();
});
afterAll(() => chromium?.close());

it('is opened by the installation, in front, once', async () => {
  expect(greetings()).toHaveLength(1);
  expect(await page.locator('h1').textContent()).toBe('Manicule is ready');
  expect(await page.evaluate(() => document.visibilityState)).toBe('visible');
  await chromium.killWorker(); // the next beginning of the worker is no installation
  const library = await chromium.open('src/ui/library/index.html');
  await library
    .evaluate(() =>
      (globalThis as unknown as { chrome: Sender }).chrome.runtime.sendMessage({ type: 'nothing' }),
    )
    .catch(() => undefined);
  await until('the worker', async () => chromium.worker() !== undefined);
  await library.close();
  expect(greetings()).toHaveLength(1);
});

interface Sender {
  runtime: { sendMessage(message: object): Promise<unknown> };
}

it('says what it does in four pictures, and the keys', async () => {
  expect(await page.locator('.pictures li').count()).toBe(4);
  const keys = await page.locator('.keys dt').allTextContents();
  expect(keys.slice(0, 3)).toEqual(['jk', 's', 'f']);
  expect(await page.locator('#pin + p').textContent()).toContain('then the pin beside Manicule');
});

it('has three papers to try, of which nothing is stored', async () => {
  const save = page.getByRole('button', { name: /^Save: Reading in the margin/ });
  await save.focus();
  await page.keyboard.press('Enter');
  expect(await save.getAttribute('aria-pressed')).toBe('true');
  expect(await save.locator('.hand-saved').count()).toBe(1);
  await page.getByRole('button', { name: /^Flag: Reading/ }).click();
  expect(await save.locator('.hand-saved-flagged').count()).toBe(1);
  await page.getByRole('button', { name: /^Dismiss: Reading/ }).click();
  expect(await save.getAttribute('aria-pressed')).toBe('false');
  expect(await save.locator('.hand-dismissed').count()).toBe(1);
  expect([await howMany(page, 'papers'), await howMany(page, 'marks')]).toEqual([0, 0]);
});

it('leads to real listings, to the import and to the sites', async () => {
  const hrefs = await page
    .locator('.listings a')
    .evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href));
  expect(hrefs[0]).toBe('https://huggingface.co/papers');
  expect(hrefs.slice(1).every((href) => /^https:\/\/arxiv\.org\/list\/[\w.]+\/new$/.test(href))).toBe(true);
  const options = await chromium.context.newPage();
  for (const [name, id] of [
    ['bring the file in here', 'import'],
    ['the list of sites', 'sites'],
  ] as const) {
    const href = await page.getByRole('link', { name }).getAttribute('href');
    expect(href).toBe(chromium.url(`src/ui/options/index.html#${id}`));
    await options.goto('about:blank');
    await options.goto(href ?? '');
    await options.locator(`#${id}`).waitFor();
    await until(`${id} in sight`, () =>
      options.locator(`#${id}`).evaluate((part) => {
        const { top, bottom } = part.getBoundingClientRect();
        return top < innerHeight && bottom > 0;
      }),
    );
  }
  await options.close();
});

it('is shown again from the options', async () => {
  const options = await chromium.open('src/ui/options/index.html');
  await options.getByRole('link', { name: 'Show the first page again' }).click();
  await options.waitForURL(chromium.url(WELCOME));
  await options.locator('.pictures').waitFor();
  await options.close();
});

it.each(['light', 'dark'] as const)('looks right and is accessible, %s', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width: 1280, height: 900 });
  expect(await violations(page)).toEqual([]);
  await picture(page, colorScheme);
  await page.setViewportSize({ width: 420, height: 800 });
  await picture(page, `${colorScheme}-420`);
});

it('fits 320 px, and shows its pictures in forced colours', async () => {
  await page.setViewportSize({ width: 320, height: 700 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  expect(await violations(page)).toEqual([]);
  await picture(page, 'forced-320');
  expect(chromium.errors).toEqual([]);
});
