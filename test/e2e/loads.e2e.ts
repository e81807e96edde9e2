/** The built extension loads in both browsers and answers; pages that list nothing are left alone. */
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { type Firefox, launchFirefox } from './firefox.ts';
import { hosts } from './marks.ts';
import { type Server, serve } from './server.ts';

const PAGES = ['popup', 'library', 'options', 'review', 'panel'].map((name) => `src/ui/${name}/index.html`);
const NO_LISTING = 'https://huggingface.co/docs/nothing-to-mark';

let server: Server;
beforeAll(async () => {
  server = await serve();
  server.add(NO_LISTING, '<!doctype html><title>Docs</title><h1>Docs</h1><p>No papers here.</p>');
});
afterAll(() => server.close());

/** One harmless question to the worker, asked from an extension page. */
const ASK = `(globalThis.browser ?? globalThis.chrome).runtime.sendMessage(
  { type: 'states.get', payload: { ids: ['arxiv:2403.06504'] } })`;

describe('Chromium', () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await launchChromium({ server });
  });
  afterAll(() => chromium?.close());

  it('binds its shortcuts', async () => {
    const page = await chromium.open('src/ui/options/index.html');
    const commands = await page.evaluate('chrome.commands.getAll()');
    expect(commands).toEqual([
      expect.objectContaining({ name: '_execute_action', shortcut: 'Alt+Shift+M' }),
      expect.objectContaining({ name: 'library', description: 'Open the library' }),
      expect.objectContaining({ name: 'panel', description: 'Show Manicule beside the page' }),
      expect.objectContaining({ name: 'review', shortcut: 'Alt+Shift+V' }),
    ]);
    await page.close();
  });

  it('answers messages, also after its worker was killed', async () => {
    const page = await chromium.open('src/ui/options/index.html');
    expect(await page.evaluate(ASK)).toEqual({ states: {}, words: [] });
    await chromium.killWorker();
    expect(await page.evaluate(ASK)).toEqual({ states: {}, words: [] });
    await page.close();
  });

  it('leaves a page alone that lists no papers', async () => {
    const page = await chromium.visit(NO_LISTING);
    const before = await page.content();
    await page.waitForTimeout(500);
    expect(await hosts(page)).toEqual({ count: 0, open: 0 });
    expect(await page.content()).toBe(before);
    await page.close();
  });

  it.each(PAGES)('%s has no errors and is accessible, light and dark', async (path) => {
    const page = await chromium.open(path);
    await page.waitForLoadState('networkidle');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
    }
    await page.close();
    expect(chromium.errors).toEqual([]);
  });
});

describe('Firefox', () => {
  let firefox: Firefox;
  beforeAll(async () => {
    firefox = await launchFirefox({ server });
  });
  afterAll(() => firefox?.close());

  it('answers messages, also after its event page was put to sleep', async () => {
    const page = await firefox.open('src/ui/options/index.html');
    expect(await page.evaluate(ASK)).toEqual({ states: {}, words: [] });
    await firefox.killWorker();
    expect(await firefox.workerState()).toBe('stopped');
    expect(await page.evaluate(ASK)).toEqual({ states: {}, words: [] });
    await page.close();
  });

  it('leaves a page alone that lists no papers', async () => {
    const page = await firefox.visit(NO_LISTING);
    const before = await page.content();
    await new Promise((done) => setTimeout(done, 500));
    expect(await page.content()).toBe(before);
    await page.close();
  });

  it.each(PAGES)('%s opens', async (path) => {
    const page = await firefox.open(path);
    expect(await page.evaluate(() => document.title)).toMatch(/Manicule/);
    await page.close();
  });
});
