/** Topics corrected, renamed, merged, hidden and made by the reader: in pages and in the library, after kills and reloads. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { DIGEST_URL, digestPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { clickOverlay, drawn, overlay } from './shadow.ts';
import { type Raw, stored } from './stored.ts';

const TITLE = PAPERS[0]?.title ?? '';

let server: Server;
let chromium: Chromium;
let page: Page;
let options: Page;

beforeAll(async () => {
  server = await serve();
  server.add(DIGEST_URL, digestPage(PAPERS));
  chromium = await launchChromium({ server, viewport: { width: 1280, height: 4000 } });
  page = await chromium.visit(DIGEST_URL);
  options = await chromium.open('src/ui/options/index.html');
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const known = () =>
  until('all entries known', async () => {
    const all = await drawn(page);
    return all.length === PAPERS.length && all.every((one) => one.chips.length > 0);
  });
const chips = async (): Promise<string[]> =>
  ((await drawn(page)).find(({ title }) => title === TITLE)?.chips ?? []).map(({ text }) => text);
/** What the tagger finds in the first paper, as its card shows it: one topic to take off, one to keep. */
let wrong = '';
let right = '';
const has = async (chip: string): Promise<boolean> => (await chips()).includes(chip);
const markOfFirst = async (): Promise<Raw | undefined> =>
  (await stored(options, 'marks')).find(({ id }) => id === `arxiv:${PAPERS[0]?.id}`);

it('one click in the card takes a topic off, and u brings it back', async () => {
  await known();
  await page.bringToFront();
  await page.keyboard.press('j');
  await page.keyboard.press('a');
  await until('the card', async () => (await overlay(page, '.card .off')).length > 1);
  [right = '', wrong = ''] = (await overlay(page, '.card .chip')).map((chip) => chip.replace(/×$/, ''));
  expect([await has(right), await has(wrong)]).toEqual([true, true]);
  await clickOverlay(page, `Not about ${wrong}: ${TITLE}`);
  await until('the chip gone', async () => !(await has(wrong)));
  await until('the card without it', async () => !(await overlay(page, '.card .chip')).includes(`${wrong}×`));
  await until('the correction', async () => (await markOfFirst())?.['topics'] !== undefined);
  expect(Object.values((await markOfFirst())?.['topics'] as Raw).map(({ value }) => value)).toEqual([false]);
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await until('the chip again', () => has(wrong));
});

it('a correction outlives a killed worker and a reload', async () => {
  await page.keyboard.press('a');
  await until('the card', async () => (await overlay(page, '.card .off')).length > 0);
  await clickOverlay(page, `Not about ${wrong}: ${TITLE}`);
  await until('the chip gone', async () => !(await has(wrong)));
  await until('stored', async () =>
    Object.values(((await markOfFirst())?.['topics'] ?? {}) as Raw).some(({ value }) => value === false),
  );
  await chromium.killWorker();
  await page.reload();
  await known();
  expect(await has(wrong)).toBe(false);
});

it('the library adds one, and says so where there is none of that name', async () => {
  await page.bringToFront();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await until('saved', async () => (await drawn(page))[0]?.saved === true);
  const library = await chromium.open('src/ui/library/index.html');
  await library.getByRole('row', { name: TITLE }).click();
  const field = library.getByRole('combobox', { name: `Add a topic: ${TITLE}` });
  await field.fill('Lamplighting');
  await field.press('Enter');
  await library.getByText('There is no topic “Lamplighting”.').waitFor();
  await field.fill('databases');
  await field.press('Enter');
  await library.getByRole('button', { name: new RegExp(`^Not about Databases.*: ${TITLE}$`) }).waitFor();
  await library
    .getByRole('button', { name: /^Databases/ })
    .first()
    .waitFor(); // its facet
  await library.close();
});

it('names, colours and hidden topics show in pages', async () => {
  await options.bringToFront();
  const find = options.getByRole('searchbox', { name: 'Find a topic' });
  await find.fill(right);
  await options
    .getByRole('button', { name: new RegExp(`^${right}`) })
    .first()
    .click();
  await options.locator('.topic-edit').getByLabel('Name').fill('Big models');
  await options.locator('.topic-edit').getByLabel('Name').press('Enter');
  await options.getByLabel('Colour').selectOption('teal');
  await find.fill('databases');
  await options.getByRole('button', { name: /^Databases/ }).click();
  await options.getByRole('switch', { name: /^Hide Databases/ }).click();
  // the options store what was chosen on their own time
  await until('the other name, and none of the hidden one', async () => {
    await page.reload();
    await known();
    return (await has('Big models')) && !(await chips()).some((chip) => chip.startsWith('Databases'));
  });
});

it('a topic of the reader’s own is found by its words, and rules can ask for it', async () => {
  await options.bringToFront();
  await options.locator('.own-new').getByLabel('Name').fill('Lanterns');
  await options.locator('.own-new').getByLabel('Words').fill('lantern*');
  await options.getByRole('button', { name: 'Add topic' }).click();
  await options.getByRole('button', { name: 'Delete Lanterns' }).waitFor();
  await page.reload();
  await until('the own topic', () => has('Lanterns'));
  await options.getByRole('button', { name: 'New rule' }).click();
  await options.getByRole('combobox', { name: 'Topics' }).fill('lant');
  await options.getByRole('option', { name: /Lanterns/ }).waitFor();
  expect(chromium.errors).toEqual([]);
});
