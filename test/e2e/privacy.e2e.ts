/**
 * Nothing leaves the machine, and pages learn nothing. Traffic is read from three sides: what the server was asked, what
 * the driver saw pages and worker ask for, and the browser's own log of its network stack, which nothing gets past.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/root.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { hasFocus } from './keyboard.ts';
import { DIGEST_URL, digestPage, LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { clickOverlay, drawn, drawnAt, overlay } from './shadow.ts';
import { howMany, stored } from './stored.ts';

const OWN = 'https://elsewhere.test/the-page-asks-for-this';
const NEVER = 'https://elsewhere.test/nobody-asks-for-this';
const ASKS = `void fetch('${OWN}', { mode: 'no-cors' }).catch(() => undefined);`;

/** What a curious site would try, before any other script runs. */
const SPY = `
window.spy = { roots: 0, messages: 0, paths: [] };
const attach = Element.prototype.attachShadow;
Element.prototype.attachShadow = function (options) { spy.roots++; return attach.call(this, { ...options, mode: 'open' }); };
addEventListener('message', () => { spy.messages++; });
for (const type of ['click', 'pointerdown', 'focusin', 'mouseover'])
  addEventListener(type, (event) => {
    for (const node of event.composedPath()) if (node instanceof ShadowRoot) spy.paths.push(type);
  }, true);`;

const titles = PAPERS.map((paper) => paper.title);
const [first = '', second = ''] = titles;

const known = (page: Page) =>
  until('all entries known', async () => {
    const all = await drawn(page);
    return all.length === PAPERS.length && all.every((one) => one.chips.length > 0);
  });

async function decide(page: Page, key: string, what: 'saved' | 'flagged', title: string): Promise<void> {
  await page.keyboard.press('j');
  await page.keyboard.press(key);
  await until(`${what} ${title}`, async () => (await drawnAt(page, title))[what]);
}

describe('a whole session', () => {
  let server: Server;
  let folder: string;
  let netLog: string;
  const driverSaw: string[] = [];
  let errors: string[];

  beforeAll(async () => {
    server = await serve();
    server.add(DIGEST_URL, digestPage(PAPERS, { script: ASKS }));
    server.add(LIST_URL, listPage(PAPERS, { abstracts: false }));
    folder = mkdtempSync(join(tmpdir(), 'manicule-net-'));
    netLog = join(folder, 'net.json');
    const chromium = await launchChromium({
      server,
      viewport: { width: 1280, height: 4000 },
      args: [`--log-net-log=${netLog}`],
    });
    try {
      chromium.context.on('request', (request) => driverSaw.push(request.url()));
      await session(chromium);
      errors = [...chromium.errors];
      await tryToSend(chromium);
    } finally {
      await chromium.close();
    }
  });
  afterAll(async () => {
    await server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Both sites, every part of the extension, every way out for data. */
  async function session(chromium: Chromium): Promise<void> {
    const digest = await chromium.visit(DIGEST_URL);
    await known(digest);
    await decide(digest, 's', 'saved', first);
    await decide(digest, 'f', 'flagged', second);
    await digest.keyboard.press('a');
    await until('the abstract', async () => (await overlay(digest, '.card')).length === 1);
    await digest.keyboard.press('Escape');
    await clickOverlay(digest, 'Export ▾');
    const file = digest.waitForEvent('download');
    await clickOverlay(digest, 'RIS');
    await (await file).path();

    const list = await chromium.visit(LIST_URL);
    await known(list);
    await list.bringToFront();
    const popup = await chromium.popup();
    await until('the popup', async () =>
      /On this page\s*20/.test(await popup.evaluate<string>('document.body.innerText')),
    );
    await popup.evaluate('window.close()').catch(() => undefined);
    await chromium.killWorker();

    const options = await chromium.open('src/ui/options/index.html');
    await options.getByRole('button', { name: 'New rule' }).click();
    await hasFocus(options, /^Words and phrases/);
    await options.keyboard.type('language model');
    await options.keyboard.press('Enter');
    await until('the rule', async () => (await howMany(options, 'rules')) === 1);
    const backup = options.waitForEvent('download');
    await options.getByRole('button', { name: 'Export everything' }).click();
    await options.locator('input[type=file]').setInputFiles(await (await backup).path());
    await options.getByText('Everything in this file is already here.').waitFor();

    const library = await chromium.open('src/ui/library/index.html');
    await library.getByRole('searchbox').fill('lantern');
    await library.getByRole('row', { name: first }).click();
    await library.getByRole('button', { name: /^Export shown/ }).click();
    const exported = library.waitForEvent('download');
    await library.getByRole('menuitem', { name: /BibTeX/ }).click();
    await (await exported).path();
    await list.reload();
    await known(list);
    expect((await stored(options, 'marks')).length).toBeGreaterThan(1);
  }

  const refused: boolean[] = [];
  /** Even code of the extension itself is not let out: its content security policy says so. */
  async function tryToSend(chromium: Chromium): Promise<void> {
    const attempt = (url: string) =>
      fetch(url, { mode: 'no-cors' }).then(
        () => false,
        () => true,
      );
    const page = await chromium.open('src/ui/options/index.html');
    refused.push(await page.evaluate(attempt, NEVER));
    const worker = chromium.worker();
    if (worker) refused.push(await worker.evaluate(attempt, NEVER));
  }

  const allowed = [DIGEST_URL, LIST_URL, OWN];

  it('works without errors, and asks the network for nothing but the pages themselves', () => {
    expect(errors).toEqual([]);
    const asked = server.log.filter((one) => !one.endsWith('/favicon.ico'));
    expect(asked).toEqual([DIGEST_URL, OWN, LIST_URL, LIST_URL].map((url) => url.replace('https://', '')));
  });

  it('is seen by the driver to ask for its own files only', () => {
    const outward = driverSaw.filter((url) => /^(?:https?|wss?|ftp):/.test(url));
    expect(outward.filter((url) => url !== NEVER && !allowed.includes(url))).toEqual([]);
    expect(new Set(outward)).toContain(OWN); // what pages ask for would be seen
  });

  it('left no other trace in the browser’s log of its network', () => {
    const text = readFileSync(netLog, 'utf8');
    const log = JSON.parse(text) as {
      constants: { logEventTypes: Record<string, number> };
      events: { type: number; params?: { url?: string; initiator?: string } }[];
    };
    const starts = log.events.filter(
      (event) => event.type === log.constants.logEventTypes['URL_REQUEST_START_JOB'],
    );
    // what Chromium asks for itself (updates, accounts, the spelling dictionary for its text fields) has no origin that
    // asks, and goes to its maker's hosts
    const itself = ({ url = '', initiator = '' }: { url?: string; initiator?: string }) =>
      !/^(?:https?|chrome-extension):/.test(initiator) &&
      /\.(?:google|googleapis|gvt1)\.com$/.test(new URL(url).hostname);
    const urls = starts
      .flatMap(({ params }) => (params?.url && !itself(params) ? params.url : []))
      .filter((url) => /^(?:https?|wss?):/.test(url) && !url.endsWith('/favicon.ico'));
    expect(new Set(urls)).toEqual(new Set(allowed));
    expect(starts.filter(({ params }) => params?.initiator?.startsWith('chrome-extension:'))).toEqual([]);
  });

  it('cannot send anything from its own pages and worker', () => {
    expect(refused).toEqual([true, true]);
    expect(server.log.filter((one) => one.includes('nobody'))).toEqual([]);
  });
});

describe('a curious page', () => {
  let server: Server;
  let chromium: Chromium;
  let page: Page;
  beforeAll(async () => {
    server = await serve();
    server.add(DIGEST_URL, digestPage(PAPERS).replace('<head>', `<head><script>${SPY}</script>`));
    chromium = await launchChromium({ server, viewport: { width: 1280, height: 4000 } });
    page = await chromium.visit(DIGEST_URL);
    await known(page);
  });
  afterAll(async () => {
    await chromium?.close();
    await server?.close();
  });

  /** All a page's script can see of the extension. */
  const visible = () =>
    page.evaluate(() => ({
      hosts: [...document.querySelectorAll('[data-manicule], [data-manicule-layer]')].map(
        (one) => one.outerHTML,
      ),
      roots: [...document.querySelectorAll('*')].filter((one) => one.shadowRoot).length,
      text: document.documentElement.innerText,
      globals: Object.keys(window).sort(),
    }));

  it('sees no difference between a paper that is saved or flagged and one that is not', async () => {
    const before = await visible();
    expect(before.roots).toBe(0);
    await decide(page, 's', 'saved', first);
    await decide(page, 'f', 'flagged', second);
    const rows = (await drawn(page)).filter((one) => one.saved || one.flagged).map((one) => one.title);
    expect(rows).toEqual([first, second]);
    expect(await visible()).toEqual(before);
    await clickOverlay(page, 'Saved');
    await clickOverlay(page, 'All');
    const seen = (await page.evaluate('window.spy')) as Record<string, unknown>;
    expect(seen).toEqual({ roots: 0, messages: 0, paths: [] });
    const entries = await page.evaluate(() => performance.getEntries().map((one) => one.name));
    expect(entries.filter((name) => name.includes('extension') || name.includes('manicule'))).toEqual([]);
  });

  it('can fetch no file of the extension', async () => {
    const dist = join(ROOT, 'dist/chrome');
    const files = readdirSync(dist, { recursive: true, encoding: 'utf8' }).filter((name) =>
      statSync(join(dist, name)).isFile(),
    );
    expect(files).toContain('manifest.json');
    const got = await page.evaluate(
      async (urls) => {
        const open: string[] = [];
        const load = (tag: 'img' | 'script' | 'link' | 'iframe', url: string) =>
          new Promise<boolean>((done) => {
            const one = document.createElement(tag) as HTMLImageElement & HTMLLinkElement;
            one.onload = () => done(tag !== 'iframe');
            one.onerror = () => done(false);
            if (tag === 'link') Object.assign(one, { rel: 'stylesheet', href: url });
            else one.src = url;
            document.body.append(one);
          });
        for (const url of urls) {
          const fetched = await fetch(url).then(
            () => true,
            () => false,
          );
          const tag = url.endsWith('.js') ? 'script' : url.endsWith('.css') ? 'link' : 'img';
          if (fetched || (await load(tag, url))) open.push(url);
        }
        return open;
      },
      files.map((name) => chromium.url(name.replaceAll('\\', '/'))),
    );
    expect(got).toEqual([]);
  });
});
