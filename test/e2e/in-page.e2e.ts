/** The content script on pages that behave and on pages that do not: one mark per entry, and nothing of the page changed. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { DIGEST_URL, digestPage, escapeHtml, LIST_URL, listPage, manyPapers, PAPERS } from './made-pages.ts';
import { button, clickInMark, controls, hosts, marked, until } from './marks.ts';
import { type Server, serve } from './server.ts';

const LIST = LIST_URL.replace('cs.CL', 'cs.LG');
const HYDRATED = DIGEST_URL.replace(/\d\d$/, '18');
const BROKEN = DIGEST_URL.replace(/\d\d$/, '19');
const HOSTILE = DIGEST_URL.replace(/\d\d$/, '20');
const COMING = LIST_URL.replace('cs.CL', 'cs.RO');
const CHANGED = 'https://arxiv.org/list/cs.CV/new';
const CHANGED_CARDS = DIGEST_URL.replace(/\d\d$/, '22');
const RESTLESS = DIGEST_URL.replace(/\d\d$/, '23');
const SEARCH = 'https://huggingface.co/papers?date=2026-03-21';

/** What a framework does to server-rendered cards: takes them over after load, then draws each anew by copying it. */
const HYDRATE = `
const cards = () => [...document.querySelectorAll('article')];
const hosts = () => document.querySelectorAll('article [data-manicule]').length;
window.seen = { early: 0 };
const early = new MutationObserver(() => { seen.early = Math.max(seen.early, hosts()); });
early.observe(document.body, { childList: true, subtree: true });
addEventListener('load', () => {
  seen.early = Math.max(seen.early, hosts());
  early.disconnect();
  for (const card of cards()) card.replaceWith(card.cloneNode(true));
});
window.again = () => { for (const card of cards()) card.replaceWith(card.cloneNode(true)); };`;

/** Draws every card anew in the first frame, which is in the midst of a long page being read. */
const RESTLESS_SCRIPT = `
addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => {
  for (const card of document.querySelectorAll('article')) card.replaceWith(card.cloneNode(true));
}));`;

/** A search box that replaces the list without a load, as the site's does; the embedded data grows stale. */
const REPLACE = `
document.querySelector('input[name]').addEventListener('change', (event) => {
  const cards = [...document.querySelectorAll('article')];
  for (const card of cards) if (!card.textContent.includes(event.target.value)) card.remove();
  history.pushState({}, '', '/papers?q=' + encodeURIComponent(event.target.value));
});`;

let server: Server;
let chromium: Chromium;
beforeAll(async () => {
  server = await serve();
  server.add(LIST, listPage(PAPERS, { category: 'cs.LG' }));
  server.add(DIGEST_URL, digestPage(PAPERS));
  server.add(HYDRATED, digestPage(PAPERS, { script: HYDRATE }));
  server.add(RESTLESS, digestPage(manyPapers(60), { script: RESTLESS_SCRIPT }));
  server.add(SEARCH, digestPage(PAPERS, { script: REPLACE }));
  server.add(BROKEN, digestPage(PAPERS.slice(0, 5), { data: '{"dailyPapers":[{"paper":{"id":' }));
  // the same pages in markup nobody has seen yet
  const strange = listPage(PAPERS, { category: 'cs.CV' });
  server.add(
    CHANGED,
    strange.replaceAll(/<(\/?)(?:dl|dt|dd)\b[^>]*>/g, '<$1section>').replaceAll(/list-|meta/g, 'x-'),
  );
  server.add(
    CHANGED_CARDS,
    digestPage(PAPERS, { data: 'null' }).replaceAll(/<(\/?)(?:h3|article)\b[^>]*>/g, '<$1div>'),
  );
  chromium = await launchChromium({ server });
});
afterAll(async () => {
  await chromium?.close();
  await server.close();
});

const titlesOf = async (action: string, page: Parameters<typeof controls>[0]): Promise<string[]> =>
  (await controls(page, new RegExp(`^${action}: `))).map((one) => one.name.slice(action.length + 2)).sort();

describe.each([
  ['a digest', DIGEST_URL],
  ['a list', LIST],
])('on %s', (_name, url) => {
  it('draws exactly one mark per entry, in a closed shadow tree, and moves nothing', async () => {
    const page = await chromium.context.newPage();
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(url);
    await marked(page, PAPERS.length);
    await page.waitForTimeout(800);
    expect(await hosts(page)).toEqual({ count: PAPERS.length, open: 0 });
    expect(await page.evaluate('window.shifts')).toEqual([]);
    await page.close();
  });

  it('names every button after its action and its paper, reachable by the keyboard', async () => {
    const page = await chromium.visit(url);
    await marked(page, PAPERS.length);
    const titles = PAPERS.map((paper) => paper.title).sort();
    for (const action of ['Save', 'Flag', 'Dismiss'])
      await expect.poll(() => titlesOf(action, page)).toEqual(titles);
    const first = await controls(page, /^Save: /);
    expect(new Set(first.map((one) => `${one.role} ${one.pressed}`))).toEqual(new Set(['button false']));
    await page.close();
  });
});

describe('pages that misbehave', () => {
  it('draws nothing in the cards before the page took them over, and keeps one mark when it draws them anew', async () => {
    const page = await chromium.visit(HYDRATED);
    await marked(page, PAPERS.length);
    expect(await page.evaluate('window.seen.early')).toBe(0);
    await page.evaluate('window.again()');
    await page.waitForTimeout(1_500);
    expect(await hosts(page)).toEqual({ count: PAPERS.length, open: 0 });
    const each = await page.evaluate(() =>
      [...document.querySelectorAll('article')].map(
        (card) => card.querySelectorAll('[data-manicule]').length,
      ),
    );
    expect(each).toEqual(PAPERS.map(() => 1));
    // the marks are alive: a copied host would be an empty element
    await until('buttons', async () => (await titlesOf('Save', page)).length > 0);
    await clickInMark(page, PAPERS[0]?.title ?? '', 'Save');
    await until('saved', async () => (await button(page, 'Save', PAPERS[0]?.title ?? '')).pressed === true);
    await clickInMark(page, PAPERS[0]?.title ?? '', 'Save');
    await page.close();
  });

  it('marks a long page whose cards are drawn anew while it is being read', async () => {
    const page = await chromium.visit(RESTLESS);
    await marked(page, 60);
    await page.close();
  });

  it('marks the first entries of a long list while the rest is still coming, and every one in the end', async () => {
    const papers = manyPapers(300);
    const html = listPage(papers, { category: 'cs.LG' });
    const cut = html.indexOf('<dt>', html.length / 2) + 40;
    let send = (_rest: string): void => undefined;
    const rest = new Promise<string>((resolve) => {
      send = resolve;
    });
    server.addSlowly(COMING, html.slice(0, cut), rest);
    const page = await chromium.context.newPage();
    const loaded = page.goto(COMING);
    await until('early marks', async () => (await titlesOf('Save', page)).length > 0);
    expect(await page.evaluate(() => document.readyState)).toBe('loading');
    const early = await hosts(page);
    expect(early.count).toBeLessThan(40);
    await until('a state', async () => (await controls(page, /^new$|met for the first time/i)).length > 0);
    send(html.slice(cut));
    await loaded;
    await marked(page, papers.length);
    await page.waitForTimeout(1_000);
    expect(await hosts(page)).toEqual({ count: papers.length, open: 0 });
    await page.bringToFront();
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    const first = papers.find((paper) => paper.categories[0] === 'cs.LG')?.title ?? '';
    await until('saved', async () => (await button(page, 'Save', first)).pressed === true);
    await page.close();
  });

  it('follows a list that is replaced without a load', async () => {
    const page = await chromium.visit(SEARCH);
    await marked(page, PAPERS.length);
    await page.fill('input[name]', 'Hilltop Vision');
    await page.keyboard.press('Enter');
    const left = PAPERS.filter((paper) => paper.org === 'Hilltop Vision').map((paper) => paper.title);
    await marked(page, left.length);
    await until('buttons', async () => (await titlesOf('Save', page)).length === left.length);
    expect(await titlesOf('Save', page)).toEqual([...left].sort());
    await page.close();
  });

  it('reads the cards where the embedded data is broken', async () => {
    const page = await chromium.visit(BROKEN);
    await marked(page, 5);
    await until('buttons', async () => (await titlesOf('Save', page)).length > 0);
    await page.close();
  });

  it('shows markup in a title as text, cuts an endless abstract, and runs neither', async () => {
    const [first, second] = PAPERS;
    if (!first || !second) throw new Error('no papers');
    const title = 'Safe <img src=x onerror="window.bad=1"> & sound';
    const page = await chromium.context.newPage();
    server.add(
      HOSTILE,
      digestPage([
        { ...first, title },
        { ...second, abstract: 'word '.repeat(600_000) },
      ]),
    );
    await page.goto(HOSTILE);
    await marked(page, 2);
    await until('buttons', async () => (await titlesOf('Save', page)).includes(title));
    expect(await page.evaluate('window.bad')).toBeUndefined();
    expect(await page.content()).toContain(escapeHtml('Safe <img'));
    await page.close();
  });
});

it('the popup searches the papers of a page as it does all others, and keeps them in the order of the page', async () => {
  const page = await chromium.visit(DIGEST_URL);
  await marked(page, PAPERS.length);
  await page.bringToFront();
  const popup = await chromium.popup();
  await until('tabs', () => popup.evaluate<boolean>("document.querySelector('[role=tab]') !== null"));
  await popup.evaluate("document.getElementById('tab-page').click()");
  const [first, second] = [PAPERS[1], PAPERS[4]].map((paper) => paper?.title ?? '') as [string, string];
  const shows = async (query: string, titles: readonly string[]) => {
    await popup.evaluate(`{
      const field = document.getElementById('search');
      field.value = ${JSON.stringify(query)};
      field.dispatchEvent(new Event('input', { bubbles: true }));
    }`);
    const shown = "[...document.querySelectorAll('[role=row] a.title')].map((one) => one.textContent)";
    await until(query, async () => (await popup.evaluate<string[]>(shown)).join('\n') === titles.join('\n'));
  };
  await shows(`title:"${first}"`, [first]);
  await shows(`title:"${second}" or title:"${first}"`, [first, second]);
  await shows(`title:"${second}" or title:"${first}" sort:title`, [first, second].sort());
  await shows(`title:"${second}" or title:"${first}" -id:${PAPERS[1]?.id}`, [second]);
  await popup.evaluate('window.close()').catch(() => undefined);
  await page.close();
});

describe.each([
  ['a list', CHANGED],
  ['a digest', CHANGED_CARDS],
])('where the layout of %s changed', (_name, url) => {
  it('marks the entries by their links, and the popup says so', async () => {
    const page = await chromium.visit(url);
    await marked(page, PAPERS.length);
    await page.bringToFront();
    const popup = await chromium.popup();
    // a page that answers late leaves the popup on its saved papers
    await until('tabs', () => popup.evaluate<boolean>("document.querySelector('[role=tab]') !== null"));
    await popup.evaluate("document.getElementById('tab-page').click()");
    const words = 'its entries were read by their links';
    await until(words, async () => (await popup.evaluate<string>('document.body.innerText')).includes(words));
    expect(await hosts(page)).toEqual({ count: PAPERS.length, open: 0 });
    await popup.evaluate('window.close()').catch(() => undefined);
    await page.close();
  });
});

it('leaves no uncaught error behind', () => {
  expect(chromium.errors).toEqual([]);
});
