/**
 * PaperMemory's popup beside ours, both with the same papers in them, one opened after the other so that whatever else
 * the machine does counts for both. Its storage: one object `papers` in `storage.local`, by id, with `__dataVersion`
 * (github.com/vict0rsch/PaperMemory, src/shared); `checkDirectOpen` is its setting that shows the list without a click.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium as browser, type Page } from 'playwright-core';
import { executable } from '../../../scripts/lib/ensure.ts';
import type { Entry } from '../../../src/core/paper.ts';
import { launchChromium } from '../../e2e/chromium.ts';
import { type Figure, figure, median } from './numbers.ts';
import { paintedOf, type Wanted, watchPaint } from './painted.ts';
import { seed } from './seed.ts';

const RUNS = 9;
/** Its list stays shut for longer than this: its switch is pressed. In ms. */
const SHUT = 5_000;

export interface BesidePeer {
  papers: number;
  peerVersion: string;
  ours: Figure;
  peer: Figure;
  /** How many times ours the peer's is. */
  factor: number;
  /** Its list did not open by itself. */
  pressed: boolean;
}

/** A paper as PaperMemory stores it. */
function asPeerHas({ id, title, authors }: Entry, n: number): [string, Record<string, unknown>] {
  const own = `Arxiv-${id.replace(/^\w+:/, '').replaceAll('/', '_')}`;
  const date = new Date(Date.parse('2026-01-01T00:00:00.000Z') + n * 60_000).toJSON();
  const author = authors.join(' and ');
  const bibtex = `@article{p${n}, title={${title}}, author={${author}}, year={2026}}`;
  const dates = { addDate: date, lastOpenDate: date, favoriteDate: '' };
  const texts = { title, author, bibtex, note: '', venue: '', key: `p${n}`, year: '2026', md: `[${title}]` };
  const links = { pdfLink: `https://arxiv.org/pdf/${id.replace(/^\w+:/, '')}.pdf`, codeLink: '' };
  const rest = { id: own, source: 'arxiv', tags: [], favorite: false, count: 1, code: {}, extras: {} };
  return [own, { ...rest, ...texts, ...dates, ...links }];
}

/** ms from the start of the navigation to the first list; where that stays shut, from `press` on. */
async function timed(page: Page, url: string, wanted: Wanted, press?: () => Promise<void>): Promise<number> {
  await page.goto(url, { waitUntil: 'commit' });
  try {
    const { list = Number.NaN } = await paintedOf(page, wanted, press ? SHUT : undefined);
    return list;
  } catch (error) {
    if (!press) throw error;
    const before = await page.evaluate(() => performance.now());
    await press();
    const { list = Number.NaN } = await paintedOf(page, wanted);
    return list - before;
  }
}

async function launchPeer(
  folder: string,
): Promise<{ context: BrowserContext; id: string; end(): Promise<void> }> {
  const profile = mkdtempSync(join(tmpdir(), 'manicule-peer-'));
  const context = await browser.launchPersistentContext(profile, {
    executablePath: executable('chromium'),
    chromiumSandbox: false,
    viewport: { width: 400, height: 560 },
    args: [
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--disable-gpu',
      '--no-first-run',
    ],
  });
  // functions sent to pages refer to this helper of tsx's compiler
  await context.addInitScript('globalThis.__name ??= (named) => named;');
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  return {
    context,
    id: new URL(worker.url()).host,
    async end() {
      await context.close();
      rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

interface Manifest {
  version: string;
  action?: { default_popup?: string };
}

/**
 * @param folder a checkout of PaperMemory that can be loaded as it is
 * @throws where it has no popup, or the popup never shows one of the papers
 */
export async function besidePeer(folder: string, entries: readonly Entry[]): Promise<BesidePeer> {
  const { version, action } = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')) as Manifest;
  const popup = action?.default_popup;
  if (!popup) throw new Error(`${folder} has no popup to be measured.`);
  const titles = entries.map(({ title }) => title);
  const own = await launchChromium({ viewport: { width: 400, height: 560 } });
  const peer = await launchPeer(folder);
  try {
    const filler = await own.open('src/ui/options/index.html');
    await seed(filler, entries, entries.length);
    await filler.close();
    const address = `chrome-extension://${peer.id}/${popup}`;
    const page = await peer.context.newPage();
    await page.goto(address);
    await page.evaluate(
      (papers) =>
        (
          globalThis as unknown as { chrome: { storage: { local: { set(all: object): Promise<void> } } } }
        ).chrome.storage.local.set({
          papers,
          prefs: { checkDirectOpen: true },
        }),
      { ...Object.fromEntries(entries.map(asPeerHas)), __dataVersion: 10_100 },
    );
    const ours = await own.context.newPage();
    const wanted = { selectors: { list: '*' }, titles };
    for (const one of [ours, page]) await watchPaint(one, wanted);
    let pressed = false;
    const press = async () => {
      pressed = true;
      await page.locator('#memory-switch').click();
    };
    const times: [number[], number[]] = [[], []];
    for (let n = 0; n <= RUNS; n++) {
      times[0].push(await timed(ours, own.url('src/ui/popup/index.html'), wanted));
      times[1].push(await timed(page, address, wanted, press));
    }
    // the first of each is not counted: what the browser keeps of both is there then
    const [mine, theirs] = [median(times[0].slice(1)), median(times[1].slice(1))];
    return {
      papers: entries.length,
      peerVersion: version,
      ours: figure(mine, 'ms'),
      peer: figure(theirs, 'ms'),
      factor: theirs / mine,
      pressed,
    };
  } finally {
    await peer.end();
    await own.close();
  }
}
