/** Where there is little room for chips: whole ones or none, and nothing of the page under them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { DIGEST_URL, digestPage, LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { button, heights, until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { type ChipPlace, chipPlaces } from './shadow.ts';

const papers = PAPERS.slice(0, 6).map((paper) => ({ ...paper, categories: ['cs.CL'] }));
const BOOK = 'https://proceedings.icml.cc/book/2020';
const RESULTS = 'https://scholar.google.com/scholar?q=hedges';

/** Results as Scholar sets them: a column of text, and what leads to PDFs in a column of its own to the right. */
const results = `<!doctype html><meta charset="utf-8"><title>hedges</title>
<style>.gs_r{position:relative;width:900px;margin:24px 0 24px 60px}.gs_ri{width:600px}.gs_ggs{float:right;width:220px}.gs_a{white-space:nowrap}#long span{display:inline-block;width:640px}</style>
<div id="gs_res_ccl"><div id="gs_res_ccl_mid">${papers
  .map(
    ({ title }, i) => `<div class="gs_r gs_or gs_scl" data-cid="hedge${i}xyzJ">
${i % 2 === 0 ? `<div class="gs_ggs gs_fl"><div class="gs_ggsd"><div class="gs_or_ggsm"><a href="https://hedges.example.edu/${i}.pdf">[PDF] example.edu</a></div></div></div>` : ''}
<div class="gs_ri"><h3 class="gs_rt"><a href="https://hedges.example.edu/${i}">${title}</a></h3>
<div class="gs_a"${i === 0 ? ' id="long"' : ''}><span>M Beech, N Ash, O Elder - Transactions on Tall Hedges, 2024 - example.edu</span></div><div class="gs_rs">Hedges …</div></div></div>`,
  )
  .join('')}</div></div>`;

/** A book of one line for every paper, as dense as text is. */
const book = `<!doctype html><meta charset="utf-8"><title>Book</title><style>body{font:15px/18px sans-serif;margin:8px 60px}</style>
<ul>${papers.map(({ title }, i) => `<li><a href="/book/${3241 + i}.pdf">${title}</a> <i>M Beech</i></li>`).join('')}</ul>`;

/** Cards of very different topics: some names of theirs nearly fill the width. */
const cards = PAPERS.slice(0, 20);

let server: Server;
let chromium: Chromium;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(papers));
  server.add(DIGEST_URL, digestPage(cards));
  server.add(RESULTS, results);
  server.add(BOOK, book);
  chromium = await launchChromium({
    server,
    allowed: ['https://scholar.google.com/*', 'https://icml.cc/*', 'https://proceedings.icml.cc/*'],
  });
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

async function places(page: Page): Promise<ChipPlace[][]> {
  let marks: ChipPlace[][] = [];
  await until('chips of all entries', async () => {
    marks = await chipPlaces(page);
    return marks.length === papers.length && marks.every((chips) => chips.length > 1);
  });
  return marks;
}

it('shows whole chips in a narrow window, the first of each entry at least, and no scroll bar of its own', async () => {
  const page = await chromium.visit(LIST_URL);
  await places(page);
  await page.setViewportSize({ width: 420, height: 800 });
  await until('places in the narrow window', async () =>
    (await chipPlaces(page)).every((chips) => chips.every(({ right, whole }) => !whole || right <= 420)),
  );
  const marks = await places(page);
  expect(marks.flat().filter(({ whole }) => whole === undefined)).toEqual([]);
  expect(marks.map(([first]) => first?.whole)).toEqual(papers.map(() => true));
  expect(marks.flat().some(({ whole }) => whole === false)).toBe(true);
  await page.close();
});

it('ends the chips before what stands to the right of their line', async () => {
  const page = await chromium.visit(RESULTS);
  const marks = await places(page);
  const columns = await page
    .locator('.gs_r')
    .evaluateAll((rows) => rows.map((row) => row.querySelector('.gs_ggs')?.getBoundingClientRect().left));
  expect(marks.flat().filter(({ whole }) => whole === undefined)).toEqual([]);
  for (const [i, chips] of marks.entries()) {
    const column = columns[i];
    const shown = chips.filter(({ whole }) => whole);
    // a line that ends at the column leaves no room
    expect(shown.length > 0).toBe(i > 0);
    // where nothing stands there, all of them have room
    if (column === undefined) expect(shown).toEqual(chips);
    else expect(shown.filter(({ right }) => right >= column)).toEqual([]);
  }
  await page.close();
});

it('keeps the number of further topics in the line of the topics, on cards of any width', async () => {
  const page = await chromium.visit(DIGEST_URL);
  for (const width of [1280, 1140, 1020, 900, 420]) {
    await page.setViewportSize({ width, height: 4000 });
    const edges = async () =>
      page.locator('article.card').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().right));
    let marks: ChipPlace[][] = [];
    await until('chips of all cards in their places', async () => {
      const right = await edges();
      marks = await chipPlaces(page);
      return (
        marks.length === cards.length &&
        marks.every((chips, i) => chips.length > 0 && chips.every((chip) => chip.right <= (right[i] ?? 0)))
      );
    });
    const more = marks.flatMap((chips) => {
      const at = chips.findIndex(({ text }) => /^\+\d+$/.test(text));
      return at < 0 ? [] : [{ tops: chips.slice(0, at + 1).map(({ top }) => top), topic: chips[at - 1] }];
    });
    expect(more).toHaveLength(4);
    for (const { tops, topic } of more) {
      expect(tops.at(-1)).toBe(tops.at(-2));
      // wide enough to be told by
      expect((topic?.right ?? 0) - (topic?.left ?? 0)).toBeGreaterThan(60);
      // cut, it leaves all of them in one line
      if (width === 1280 && topic?.text === 'Medical imaging') expect(new Set(tops).size).toBe(1);
    }
  }
  await page.close();
});

it('keeps what belongs to one entry off its neighbours where lines are close', async () => {
  const page = await chromium.visit(BOOK);
  await places(page);
  for (const action of ['Save', 'Flag', 'Dismiss']) {
    let boxes: [number, number][] = [];
    await until('places', async () => {
      boxes = await heights(page, new RegExp(`^${action}: `));
      return (
        boxes.length === papers.length &&
        boxes.every(([, bottom], i) => bottom <= (boxes[i + 1]?.[0] ?? bottom))
      );
    });
    expect(boxes.every(([top, bottom]) => bottom - top >= 14)).toBe(true);
  }
  // at the lower end of the third line
  const [, bottom = 0] = (await heights(page, /^Save: /))[2] ?? [];
  const left = await page
    .locator('li a')
    .first()
    .evaluate((link) => link.getBoundingClientRect().left);
  await page.mouse.click(left - 24, bottom - 2);
  await until('saved', async () => (await button(page, 'Save', papers[2]?.title ?? '')).pressed === true);
  await page.close();
});

it('scrolls the foot of the card above the bar in a low window', async () => {
  const page = await chromium.visit(LIST_URL);
  await places(page);
  await page.setViewportSize({ width: 1100, height: 560 });
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await until('the foot above the bar', async () => {
    const [foot] = await heights(page, /^Less like this/);
    const [bar] = await heights(page, /collapse the bar$/);
    return foot !== undefined && bar !== undefined && foot[1] < bar[0];
  });
  await page.close();
});
