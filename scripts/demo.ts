/**
 * `npm run demo`: builds the extension, serves a digest and a list written for this project at the addresses of the
 * sites, and opens them in Chromium with the extension in it. With a display the browser stays open to be tried;
 * without one a few papers are saved and flagged, and pictures of pages, popup and library are left in out/demo.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type Chromium, launchChromium } from '../test/e2e/chromium.ts';
import { DIGEST_URL, digestPage, LIST_URL, listPage, PAPERS } from '../test/e2e/made-pages.ts';
import { controls, marked, until } from '../test/e2e/marks.ts';
import { serve } from '../test/e2e/server.ts';
import { buildFor } from './build.ts';
import { ensure } from './lib/ensure.ts';
import { ROOT } from './lib/root.ts';

const OUT = join(ROOT, 'out/demo');

const display = (): boolean =>
  process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);

/** Presses `j` and a key for each step: the decisions a reader takes in the first minute. */
async function read(page: Page, keys: string): Promise<void> {
  for (const key of keys) {
    await page.keyboard.press('j');
    if (key !== ' ') await page.keyboard.press(key);
  }
  const wanted = [...keys].filter((key) => 'sf'.includes(key)).length;
  await until('the decisions', async () => {
    const on = await controls(page, /^(?:Save|Flag): /);
    return on.filter((one) => one.pressed).length >= wanted;
  });
}

/** Saves a picture of what the tab shows and says where. */
async function picture(page: Page, name: string): Promise<void> {
  const path = join(OUT, `${name}.png`);
  await page.screenshot({ path });
  console.log(path);
}

async function pictures(chromium: Chromium): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const digest = await chromium.visit(DIGEST_URL);
  await marked(digest, PAPERS.length);
  await until('answers', async () => (await controls(digest, /^Flag: /)).length > 0);
  await read(digest, 'sfs x s');
  await digest.evaluate(() => scrollTo(0, 0));
  await digest.waitForTimeout(400);
  await picture(digest, 'digest');
  const list = await chromium.visit(LIST_URL);
  await marked(list, PAPERS.length);
  await until('answers', async () => (await controls(list, /^Flag: /)).length > 0);
  await list.waitForTimeout(400);
  await picture(list, 'list');
  for (const [name, path, width, height, colorScheme] of [
    ['popup', 'src/ui/popup/index.html', 400, 560, 'light'],
    ['popup-dark', 'src/ui/popup/index.html', 400, 560, 'dark'],
    ['library', 'src/ui/library/index.html', 1280, 800, 'light'],
    ['library-dark', 'src/ui/library/index.html', 1280, 800, 'dark'],
    ['options', 'src/ui/options/index.html', 1280, 800, 'light'],
  ] as const) {
    const page = await chromium.context.newPage();
    await page.setViewportSize({ width, height });
    await page.emulateMedia({ colorScheme });
    await page.goto(chromium.url(path));
    if (name.startsWith('popup')) await page.getByRole('tab', { name: /^Saved/ }).click();
    await page.waitForTimeout(600);
    await picture(page, name);
    await page.close();
  }
}

ensure(['chromium', 'openssl']);
await buildFor('chrome');
const server = await serve();
server.add(DIGEST_URL, digestPage(PAPERS));
server.add(LIST_URL, listPage(PAPERS));
const headed = display();
const chromium = await launchChromium({ server, headless: !headed, ...(headed ? { viewport: null } : {}) });
try {
  if (headed) {
    await chromium.visit(LIST_URL);
    await chromium.visit(DIGEST_URL);
    console.log('Two listings are open. j and k move, s saves, f flags, x dismisses, ? shows every key.');
    console.log('The hand in the toolbar opens the popup. Close the browser to end the demo.');
    await new Promise<void>((closed) => chromium.context.on('close', () => closed()));
  } else {
    await pictures(chromium);
  }
} finally {
  await chromium.close();
  await server.close();
}
