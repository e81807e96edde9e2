/** A browser used in German: marks, popup and library speak it, numbers and dates are written its way. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/root.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { LIST_URL, listPage, manyPapers } from './made-pages.ts';
import { controls, marked, until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { putRaw, stored } from './stored.ts';

type Messages = Record<string, { message: string }>;

/** Enough for a number with a mark for thousands. */
const MANY = 1_010;
const SHORT_URL = LIST_URL.replace('cs.CL', 'cs.LG');
const POPUP = 'src/ui/popup/index.html';

/** What is looked at here; the rest of the extension falls back to English where German is not in the build. */
const SOME: Messages = {
  language: { message: 'de' },
  markSave: { message: '$1 speichern' },
  pageSaved: { message: 'Gespeichert: $1' },
  barEntries_one: { message: '$1 Eintrag' },
  barEntries_other: { message: '$1 Einträge' },
  seenOnce: { message: 'gesehen| am $1 bei $2' },
  paperCount_one: { message: '$1 Artikel' },
  paperCount_other: { message: '$1 Artikel' },
};

const FILE = join(ROOT, 'dist/chrome/_locales/de/messages.json');
const built = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Messages) : undefined;
const german = built ?? SOME;

const said = (key: keyof typeof SOME, ...parts: string[]): string =>
  (german[key]?.message ?? '').replace(/\$([1-9])/g, (_slot, at) => parts[Number(at) - 1] ?? '');

const papers = manyPapers(MANY);
const [first] = papers;
const title = first?.title ?? '';

let server: Server;
let chromium: Chromium;
beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(papers));
  server.add(SHORT_URL, listPage(papers.slice(0, 3), { category: 'cs.LG' }));
  chromium = await launchChromium({
    server,
    language: 'de',
    ...(built ? {} : { messages: SOME }),
  });
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const named = (name: string): RegExp => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`);

it('names the buttons of marks, and says what was done', async () => {
  const listing = await chromium.visit(SHORT_URL);
  await marked(listing, 3);
  const name = said('markSave', title);
  await until('the button', async () => (await controls(listing, named(name))).length > 0);
  expect((await controls(listing, named(name)))[0]).toMatchObject({ role: 'button', pressed: false });
  await listing.keyboard.press('j');
  await listing.keyboard.press('s');
  const done = said('pageSaved', title);
  await until('the toast', async () => (await controls(listing, named(done))).length > 0);
  expect((await controls(listing, named(name)))[0]?.pressed).toBe(true);
});

it('writes numbers as German does', async () => {
  const words = said('barEntries_other', '1.010');
  expect(words).toContain('1.010');
  const listing = await chromium.visit(LIST_URL);
  await marked(listing, MANY);
  await until(words, async () => (await controls(listing, named(words))).length > 0);
});

it('speaks it in its own pages, dates included', async () => {
  const popup = await chromium.open(POPUP);
  expect(await popup.evaluate(() => document.documentElement.lang)).toBe('de');
  await until('the papers', async () => (await stored(popup, 'papers')).length === MANY);
  const paper = (await stored(popup, 'papers')).find((one) => one['title'] === title);
  const at = '2024-03-17T09:00:00.000Z';
  const site = Object.keys(paper?.['seen'].bySite)[0] ?? '';
  await putRaw(popup, 'papers', {
    ...paper,
    seen: { count: 1, first: { at, site }, last: { at, site }, bySite: { [site]: at } },
  });
  await popup.close();
  const again = await chromium.open(POPUP);
  const words = said('seenOnce', '17. März 2024', 'arXiv').replace('|', '');
  await again.getByText(words).or(again.getByTitle(words)).first().waitFor();
  expect(chromium.errors).toEqual([]);
});

it('cuts no button and no count in a narrow window, where its words are longer', async () => {
  const inside = (all: Element[]) =>
    all.map((one) => {
      const { left, right } = one.getBoundingClientRect();
      return left >= 0 && right <= innerWidth && one.scrollWidth <= one.clientWidth;
    });
  const review = await chromium.open('src/ui/review/index.html');
  await review.setViewportSize({ width: 320, height: 640 });
  const acts = review.locator('.actions button');
  await acts.first().waitFor();
  expect(await acts.evaluateAll(inside)).toEqual(Array.from({ length: 10 }, () => true));
  const tops = await review
    .locator('.review > header > :is(h1, button)')
    .evaluateAll((all) => all.map((one) => Math.round(one.getBoundingClientRect().bottom / 20)));
  expect(new Set(tops).size).toBe(1);
  await review.close();
  const popup = await chromium.open(POPUP);
  await popup.setViewportSize({ width: 320, height: 560 });
  const counts = popup.locator('.tab .count');
  await counts.first().waitFor();
  expect(await counts.evaluateAll(inside)).toEqual([true, true, true]);
  await popup.close();
});

it('keeps the words of pages beside the settings, so that no page waits for them', async () => {
  const page = await chromium.open(POPUP);
  let words: Record<string, string> = {};
  await until('the words', async () => {
    const kept = await page.evaluate(async () => {
      const { chrome } = globalThis as unknown as {
        chrome: { storage: { local: { get(key: string): Promise<{ pageWords?: { words: object } }> } } };
      };
      return (await chrome.storage.local.get('pageWords')).pageWords?.words;
    });
    words = (kept ?? {}) as Record<string, string>;
    return kept !== undefined;
  });
  for (const key of ['language', 'markSave', 'pageSaved', 'barEntries_other'] as const)
    expect(words[key]).toBe(german[key]?.message);
  expect(words).not.toHaveProperty('optionsAndMore_one');
  await page.close();
});
