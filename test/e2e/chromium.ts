/** A real Chromium with the built extension in it. */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';
import { executable } from '../../scripts/lib/ensure.ts';
import { ROOT } from '../../scripts/lib/root.ts';
import { PATIENCE_MS, until } from './marks.ts';
import { nestedSession } from './nested-session.ts';
import type { Server } from './server.ts';

export interface Chromium {
  context: BrowserContext;
  /** The extension's id. */
  id: string;
  /** Errors of the extension's own pages, content scripts and worker, in order; those of sites are theirs. */
  errors: string[];
  /** Address of a file of the extension. */
  url(path: string): string;
  /** Opens one of the extension's pages in a tab. */
  open(path: string): Promise<Page>;
  /** Opens a page of a site in a tab. */
  visit(url: string): Promise<Page>;
  /** The worker as it runs now; undefined while it sleeps. */
  worker(): Worker | undefined;
  /** Stops the worker as the browser does after half a minute, and waits until it is gone. */
  killWorker(): Promise<void>;
  /** The real popup of the toolbar button, over the tab that is in front. */
  popup(): Promise<{ evaluate<T>(expression: string): Promise<T>; screenshot(): Promise<Buffer> }>;
  /** A CDP session with the browser itself. */
  browserSession(): Promise<CDPSession>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  server?: Server;
  /** False: the same browser without the extension, to compare with. */
  extension?: boolean;
  headless?: boolean;
  args?: string[];
  viewport?: { width: number; height: number } | null;
  colorScheme?: 'light' | 'dark';
  /**
   * Hosts the reader allowed, as match patterns: no test can answer the browser's question, so they are granted from the
   * start, in a copy of the build that differs in nothing else.
   */
  allowed?: readonly string[];
  /** Optional permissions the reader gave, likewise. */
  granted?: readonly string[];
  /**
   * The language of the browser. On Linux the messages of extensions follow `--lang`, whatever languages the browser
   * itself came with; its own words and `navigator.language` stay as they are.
   */
  language?: string;
  /** Messages of that language, put into a copy of a build that has none of it. */
  messages?: Readonly<Record<string, { message: string }>>;
  /** Leaves the first page open, which the extension shows when it is installed; else it is closed before anything else. */
  welcome?: boolean;
}

const QUIET = ['--disable-gpu', '--disable-quic', '--disable-background-networking', '--disable-sync'].concat(
  ['--disable-component-update', '--no-first-run'],
);

/** A copy of the build with more hosts and permissions from install. */
function withMore(built: string, hosts: readonly string[], granted: readonly string[]): string {
  const copy = mkdtempSync(join(tmpdir(), 'manicule-allowed-'));
  cpSync(built, copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as {
    host_permissions: string[];
    permissions: string[];
  };
  manifest.host_permissions.push(...hosts);
  manifest.permissions.push(...granted);
  writeFileSync(file, JSON.stringify(manifest));
  return copy;
}

/** @throws when dist/chrome is missing, or the extension's worker does not start. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Chromium> {
  const built = join(ROOT, 'dist/chrome');
  const withIt = options.extension ?? true;
  if (withIt && !existsSync(join(built, 'manifest.json'))) {
    throw new Error('dist/chrome is missing: run `npm run build` first.');
  }
  const { allowed = [], granted = [] } = options;
  const { language, messages } = options;
  const copied = allowed.length + granted.length > 0 || messages !== undefined;
  const extension = copied ? withMore(built, allowed, granted) : built;
  if (language && messages) {
    mkdirSync(join(extension, '_locales', language));
    writeFileSync(join(extension, '_locales', language, 'messages.json'), JSON.stringify(messages));
  }
  const profile = mkdtempSync(join(tmpdir(), 'manicule-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable('chromium'),
    headless: options.headless ?? true,
    chromiumSandbox: false,
    timeout: PATIENCE_MS,
    acceptDownloads: true,
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    ...(options.colorScheme ? { colorScheme: options.colorScheme } : {}),
    args: [
      ...(withIt ? [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`] : []),
      ...QUIET,
      ...(language ? [`--lang=${language}`] : []),
      ...(options.server?.chromiumArgs ?? []),
      ...(options.args ?? []),
    ],
  });
  context.setDefaultTimeout(PATIENCE_MS);
  // functions sent to pages by scripts run with tsx refer to this helper of its compiler
  await context.addInitScript('globalThis.__name ??= (named) => named;');
  const errors: string[] = [];
  context.on('weberror', (error) => {
    const { message, stack = '' } = error.error();
    const own = stack.includes('chrome-extension:') || error.page()?.url().startsWith('chrome-extension:');
    if (own) errors.push(`uncaught: ${message}`);
  });
  context.on('console', (message) => {
    const from = message.location().url;
    if (message.type() === 'error' && from.startsWith('chrome-extension:')) errors.push(message.text());
  });
  const listen = (worker: Worker) =>
    worker.on('console', (message) => {
      if (message.type() === 'error') errors.push(`worker: ${message.text()}`);
    });
  context.on('serviceworker', listen);
  let id = '';
  if (withIt) {
    const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    listen(first);
    id = new URL(first.url()).host;
    const greets = (page: Page) => page.url().includes(`${id}/src/ui/welcome/`);
    // a new tab has no address at first
    await until('the first page', async () => context.pages().some(greets));
    if (!options.welcome) await context.pages().find(greets)?.close();
  }
  const url = (path: string) => `chrome-extension://${id}/${path}`;
  const browserSession = async () => {
    const browser = context.browser();
    if (!browser) throw new Error('the browser is gone');
    return browser.newBrowserCDPSession();
  };
  const find = async (session: CDPSession, type: string, path: string) => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find((one) => one.type === type && one.url.startsWith(url(path)));
  };
  const goto = async (address: string) => {
    const page = await context.newPage();
    await page.goto(address);
    return page;
  };
  return {
    context,
    id,
    errors,
    url,
    open: (path) => goto(url(path)),
    visit: goto,
    worker: () => context.serviceWorkers().at(-1),
    browserSession,
    async killWorker() {
      const session = await browserSession();
      let closed = false;
      const gone = () => {
        closed = true;
      };
      for (const running of context.serviceWorkers()) running.once('close', gone);
      // a message on its way may start the next one at once, under the same target id
      context.once('serviceworker', gone);
      const kill = async () => {
        const target = await find(session, 'service_worker', '');
        if (target) await session.send('Target.closeTarget', { targetId: target.targetId });
        return target !== undefined;
      };
      let asked = 0;
      await until('the worker stopped', async () => {
        // one that is only just starting does not hear it: it is told again
        const there =
          asked++ % 5 === 0 ? await kill() : (await find(session, 'service_worker', '')) !== undefined;
        return !there || closed;
      });
      context.off('serviceworker', gone);
      await session.detach();
    },
    async popup() {
      const session = await browserSession();
      const waker = context.serviceWorkers().at(-1) ?? (await context.waitForEvent('serviceworker'));
      await waker.evaluate(() => (globalThis as unknown as { chrome: PopupApi }).chrome.action.openPopup());
      let target: Awaited<ReturnType<typeof find>>;
      await until('the popup', async () => {
        target = await find(session, 'page', 'src/ui/popup/');
        return target !== undefined;
      });
      return nestedSession(session, target?.targetId ?? '');
    },
    async close() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
      if (extension !== built) rmSync(extension, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

interface PopupApi {
  action: { openPopup(): Promise<void> };
}
