/** A real Firefox with the built extension in it, over WebDriver BiDi. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import manifest from '../../manifest.json' with { type: 'json' };
import { executable } from '../../scripts/lib/ensure.ts';
import { ROOT } from '../../scripts/lib/root.ts';
import { PATIENCE_MS } from './marks.ts';
import type { Server } from './server.ts';

/** Firefox makes up an extension's host name per profile; a test fixes it. */
const HOST = '5c6f2a3e-8f0e-4b53-9d3a-0a1b2c3d4e5f';
const ID = manifest.browser_specific_settings.gecko.id;

export interface Firefox {
  browser: Browser;
  /** Folder where downloads arrive. */
  downloads: string;
  /** Opens one of the extension's pages in a tab. */
  open(path: string): Promise<Page>;
  visit(url: string): Promise<Page>;
  /** `<action>: <title>` → pressed, of every toggle button in the page's marks. */
  pressed(page: Page): Promise<Map<string, boolean>>;
  /** Attributes of every element in the page's marks that matches `selector`, mark by mark. */
  inMarks(page: Page, selector: string): Promise<Record<string, string>[][]>;
  /** Runs a function in the browser's own process, with its privileges. JSON in, JSON out. */
  privileged<T, A extends unknown[]>(run: (...args: A) => T | Promise<T>, ...args: A): Promise<T>;
  /** Puts the extension's event page to sleep, as the browser does when it idles. */
  killWorker(): Promise<void>;
  /** 'running', 'stopped', … as Firefox names the event page's state. */
  workerState(): Promise<string>;
  close(): Promise<void>;
}

interface Bidi {
  send(method: string, params: object): Promise<{ result: unknown }>;
}

/** @throws when dist/firefox is missing or the extension cannot be installed. */
export async function launchFirefox(
  options: { server?: Server; prefs?: Record<string, unknown> } = {},
): Promise<Firefox> {
  const extension = join(ROOT, 'dist/firefox');
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error('dist/firefox is missing: run `npm run build` first.');
  }
  const downloads = mkdtempSync(join(tmpdir(), 'manicule-downloads-'));
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: executable('firefox'),
    headless: true,
    timeout: PATIENCE_MS,
    acceptInsecureCerts: true,
    defaultViewport: { width: 1280, height: 800 },
    args: ['-remote-allow-system-access'], // lifts the ban on moz-extension:// and opens the parent process
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ID]: HOST }),
      'extensions.webextOptionalPermissionPrompts': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.alwaysOpenPanel': false,
      'browser.download.always_ask_before_handling_new_types': false,
      ...options.server?.firefoxPrefs,
      ...options.prefs,
    },
  });
  await browser.installExtension(extension);
  const connection = (browser as unknown as { connection: Bidi }).connection;
  const send = async <T>(method: string, params: object): Promise<T> =>
    (await connection.send(method, params)).result as T;
  const tree = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {
    'moz:scope': 'chrome',
  });
  const parent = tree.contexts[0]?.context;
  const privileged: Firefox['privileged'] = async (run, ...args) => {
    const reply = await send<{
      type: string;
      result: { value?: string };
      exceptionDetails: { text: string };
    }>('script.callFunction', {
      functionDeclaration: `async (args) => JSON.stringify((await (${String(run)})(...JSON.parse(args))) ?? null)`,
      awaitPromise: true,
      target: { context: parent },
      arguments: [{ type: 'string', value: JSON.stringify(args) }],
    });
    if (reply.type === 'exception') throw new Error(reply.exceptionDetails.text);
    return JSON.parse(reply.result.value ?? 'null');
  };
  const newPage = async () => {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    return page;
  };
  return {
    browser,
    downloads,
    privileged,
    async open(path) {
      const page = await newPage();
      const { _id: context } = page.mainFrame() as unknown as { _id: string };
      // puppeteer's own goto never resolves for moz-extension: addresses
      await send('browsingContext.navigate', {
        context,
        url: `moz-extension://${HOST}/${path}`,
        wait: 'complete',
      });
      return page;
    },
    async visit(url) {
      const page = await newPage();
      await page.goto(url);
      return page;
    },
    pressed: async (page) => pressedOf(await inMarks(send, page, 'button[aria-pressed]')),
    inMarks: (page, selector) => inMarks(send, page, selector),
    killWorker: () =>
      privileged((id: string) => {
        const policy = (globalThis as unknown as Gecko).WebExtensionPolicy.getByID(id);
        return policy.extension.terminateBackground();
      }, ID),
    workerState: () =>
      privileged((id: string) => {
        const policy = (globalThis as unknown as Gecko).WebExtensionPolicy.getByID(id);
        return policy.extension.backgroundState;
      }, ID),
    async close() {
      await browser.close();
      rmSync(downloads, { recursive: true, force: true });
    },
  };
}

type Send = <T>(method: string, params: object) => Promise<T>;

interface Remote {
  type: string;
  sharedId?: string;
  value?: { shadowRoot?: Remote | null; attributes?: Record<string, string> };
}

/** WebDriver hands out closed shadow roots to whoever serialises their host, though no page script may see them. */
async function inMarks(send: Send, page: Page, selector: string): Promise<Record<string, string>[][]> {
  const { _id: context } = page.mainFrame() as unknown as { _id: string };
  const { result } = await send<{ result: { value: Remote[] } }>('script.callFunction', {
    functionDeclaration: "() => [...document.querySelectorAll('div[data-manicule]')]",
    awaitPromise: false,
    target: { context },
    serializationOptions: { maxDomDepth: 0, includeShadowTree: 'all' },
  });
  const found: Record<string, string>[][] = [];
  for (const { value } of result.value) {
    const sharedId = value?.shadowRoot?.sharedId;
    if (!sharedId) continue;
    const { nodes } = await send<{ nodes: Remote[] }>('browsingContext.locateNodes', {
      context,
      locator: { type: 'css', value: selector },
      startNodes: [{ sharedId }],
    });
    found.push(nodes.map((node) => node.value?.attributes ?? {}));
  }
  return found;
}

const pressedOf = (marks: Record<string, string>[][]): Map<string, boolean> =>
  new Map(marks.flat().map((button) => [button['aria-label'] ?? '', button['aria-pressed'] === 'true']));

interface Gecko {
  WebExtensionPolicy: {
    getByID(id: string): { extension: { backgroundState: string; terminateBackground(): Promise<void> } };
  };
}
