/** Watch rules made by keyboard in the options page, and what a page opened afterwards shows of them. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { topicLabel } from '../../src/topics/index.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { giveTerms, hasFocus, tabTo } from './keyboard.ts';
import { LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { controls, marked, until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { drawn, drawnAt } from './shadow.ts';
import { type Raw, stored } from './stored.ts';

const RED = 'rgb(179, 38, 30)';

const titleOf = (id: string) => PAPERS.find((paper) => paper.id === id)?.title ?? '';
const GUI = titleOf('2603.90002');
const REWARD = titleOf('2603.90004');
const PROTEIN = titleOf('2603.90016');
const LANTERN = titleOf('2603.90001');

/** Entry title → the words highlighted in it, in the order of the page. */
const HIGHLIGHTED: Record<string, string[]> = {
  [GUI]: ['GUI Agent', 'GUI agent'],
  [titleOf('2603.90005')]: ['forecast', 'forecast'],
  [titleOf('2603.90006')]: ['language model'],
  [titleOf('2603.90014')]: ['Forecasts', 'forecasts', 'forecast'],
  [PROTEIN]: ['language model'],
};

let server: Server;
let chromium: Chromium;
let options: Page;
let page: Page;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(PAPERS));
  // tall enough for every entry: marks are filled and words searched where one looks
  chromium = await launchChromium({ server, viewport: { width: 1280, height: 4000 } });
  page = await chromium.visit(LIST_URL);
  await until('all marks drawn', async () => (await drawn(page)).length === PAPERS.length);
  await until('all stored', async () => (await drawn(page)).every((one) => one.chips.length > 0));
  await page.close();
  options = await chromium.open('src/ui/options/index.html');
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const count = () => options.locator('.editor .count-said').innerText();

/** Opens a new rule by keyboard; the focus is in its first field then. */
async function newRule(): Promise<void> {
  await tabTo(options, 'New rule');
  await options.keyboard.press('Enter');
  await hasFocus(options, /^Words and phrases/);
}

/** Leaves the rule stored and closed. */
async function closeRule(stores: number): Promise<void> {
  await until('the rule stored', async () => (await stored(options, 'rules')).length === stores);
  await options.locator('.rule-name[aria-expanded=true]').focus();
  await options.keyboard.press('Enter');
  await options.locator('.editor').waitFor({ state: 'detached' });
}

it('counts live, term by term, what a rule matches among the stored papers', async () => {
  await newRule();
  await options.keyboard.type('gui agent');
  await until('the count while typing', async () => (await count()) === 'Matches 1 of 20 stored papers');
  await options.keyboard.press('Enter');
  await giveTerms(options, 'Authors', ['D. Caspari']);
  await until('with the author', async () => (await count()) === 'Matches 2 of 20 stored papers');
  await giveTerms(options, 'arXiv categories', ['q-bio.*']);
  await until('with the category', async () => (await count()) === 'Matches 3 of 20 stored papers');
  await closeRule(1);
});

it('takes highlighting rules and dimming rules of topics too', async () => {
  await newRule();
  await giveTerms(options, 'Words and phrases', ['forecast*', 'language model']);
  await tabTo(options, 'Flag');
  await options.keyboard.press('ArrowDown');
  await until('the count', async () => (await count()) === 'Matches 4 of 20 stored papers');
  await until('the effect stored', async () => (await stored(options, 'rules'))[1]?.effect === 'highlight');
  await closeRule(2);

  await newRule();
  await tabTo(options, 'Topics');
  await options.keyboard.type('robot');
  await options.getByRole('option').first().waitFor();
  await options.keyboard.press('Enter');
  await tabTo(options, 'Flag');
  await options.keyboard.press('ArrowUp');
  await until('dimming stored', async () => (await stored(options, 'rules'))[2]?.effect === 'dim');
  await closeRule(3);

  const rules = (await stored(options, 'rules')).map(({ words, authors, categories, topics, effect }) => ({
    words,
    authors,
    categories,
    topics: topics.length,
    effect,
  }));
  expect(rules).toEqual([
    { words: ['gui agent'], authors: ['D. Caspari'], categories: ['q-bio.*'], topics: 0, effect: 'flag' },
    { words: ['forecast*', 'language model'], authors: [], categories: [], topics: 0, effect: 'highlight' },
    { words: [], authors: [], categories: [], topics: 1, effect: 'dim' },
  ]);
});

it('flags in red, each with its reason, and nothing else', async () => {
  page = await chromium.visit(LIST_URL);
  await marked(page, PAPERS.length);
  await until('flags', async () => (await drawn(page)).filter((one) => one.flagged).length === 3);
  const flagged = (await drawn(page)).filter((one) => one.flagged);
  const why = new Map(
    flagged.map(({ title, chips, hand }) => [title, [hand, ...chips.filter((c) => c.kind === 'chip why')]]),
  );
  const reason = (text: string) => ({ kind: 'chip why', text, name: `Flagged: ${text}` });
  expect(why).toEqual(
    new Map<string, unknown>([
      [GUI, [RED, reason('watch: “gui agent”')]],
      [REWARD, [RED, reason('author: D. Caspari')]],
      [
        PROTEIN,
        [
          RED,
          reason('category: q-bio.*'),
          { kind: 'chip why', text: 'watch: “language model”', name: 'Watched: watch: “language model”' },
        ],
      ],
    ]),
  );
  expect((await drawnAt(page, LANTERN)).hand).toBe('none');
});

it('highlights exactly the watched words, without touching the text', async () => {
  const found = () =>
    page.evaluate(() => {
      const out: Record<string, string[]> = {};
      for (const range of CSS.highlights.get('manicule-watch') ?? []) {
        const at = (range as Range).startContainer.parentElement?.closest('dd');
        const title = at?.querySelector('.list-title')?.lastChild?.textContent?.trim() ?? '?';
        out[title] = [...(out[title] ?? []), String(range)];
      }
      return out;
    });
  const size = (lists: Record<string, string[]>) => Object.values(lists).flat().length;
  await until('highlights', async () => size(await found()) >= size(HIGHLIGHTED));
  expect(await found()).toEqual(HIGHLIGHTED);
  expect(await page.locator('dd mark, dd span:not([class])').count()).toBe(0);
});

it('fades what a dimming rule matches, and nothing else', async () => {
  const [, , rule] = (await stored(options, 'rules')) as [Raw, Raw, Raw];
  const topic: string = rule.topics[0];
  const dimmed = (await stored(options, 'papers'))
    .filter((paper) => paper.topics.some((one: Raw) => one.id === topic))
    .map((paper) => paper.title as string);
  expect(dimmed).toContain(titleOf('2603.90010'));
  expect(dimmed.length).toBeLessThan(5);
  const faded = await page.evaluate(() =>
    [...document.querySelectorAll('dt')].flatMap((dt) => {
      const dd = dt.nextElementSibling as Element;
      const opacity = [dt, dd].map((one) => getComputedStyle(one).opacity).join(' ');
      const title = dd.querySelector('.list-title')?.lastChild?.textContent?.trim();
      return opacity === '1 1' ? [] : [[title, opacity]];
    }),
  );
  expect(faded.sort()).toEqual(dimmed.map((title) => [title, '0.45 0.45']).sort());
  const chip = (await drawnAt(page, dimmed[0] ?? '')).chips[0];
  expect(chip?.name).toBe(`Dimmed by a rule: topic: ${topicLabel(topic)}`);
});

it('never flags again what was unflagged by hand', async () => {
  await page.bringToFront();
  const buttons = await controls(page, /^Flag: /);
  const place = buttons.findIndex((one) => one.name === `Flag: ${GUI}`);
  for (let i = 0; i <= place; i++) await page.keyboard.press('j');
  await page.keyboard.press('f');
  await until('unflagged', async () => !(await drawnAt(page, GUI)).flagged);
  await until('stored', async () =>
    (await stored(options, 'marks')).some((mark) => mark.flagged?.value.on === false),
  );
  await page.reload();
  await until('marks', async () => (await drawn(page)).filter((one) => one.chips.length > 0).length === 20);
  const flagged = (await drawn(page)).filter((one) => one.flagged).map((one) => one.title);
  expect(flagged.sort()).toEqual([PROTEIN, REWARD].sort());
  const gui = await drawnAt(page, GUI);
  expect([gui.hand, gui.chips.filter((chip) => chip.kind === 'chip why')]).toEqual(['none', []]);
});

it('shows the flagged papers with their reasons in the popup', async () => {
  const popup = await chromium.open('src/ui/popup/index.html');
  await popup.getByRole('tab', { name: /^Flagged/ }).click();
  await popup.getByRole('row', { name: REWARD }).waitFor();
  const rows = await popup
    .getByRole('row')
    .evaluateAll((all) =>
      all.map((row) => [
        row.querySelector('a.title')?.textContent,
        ...[...row.querySelectorAll('.chip.why')].map((chip) => chip.textContent),
      ]),
    );
  expect(rows.sort()).toEqual([
    [PROTEIN, 'category: q-bio.*'],
    [REWARD, 'author: D. Caspari'],
  ]);
  await popup.close();
  expect(chromium.errors).toEqual([]);
});
