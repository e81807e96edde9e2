/** Papers of hundreds of authors: their abstract is in sight all the same, and everyone can be seen. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { LIST_URL, listPage, type MadePaper, PAPERS } from './made-pages.ts';
import { marked, until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { clickOverlay, overlay } from './shadow.ts';

const crowd = Array.from({ length: 203 }, (_, n) => `Member ${n + 1}`);
const few = crowd.slice(0, 25);
const [first, second] = PAPERS as readonly [MadePaper, MadePaper];
const papers = [
  { ...first, authors: crowd },
  { ...second, authors: few },
];
const short = `${crowd.slice(0, 20).join(', ')} and 183 more`;

let server: Server;
let chromium: Chromium;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(papers));
  chromium = await launchChromium({ server });
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

it('names twenty in the card over the page, and all at a click; a list hardly longer is whole', async () => {
  const page = await chromium.visit(LIST_URL);
  await marked(page, 2);
  for (const key of ['j', 'f', 'a']) await page.keyboard.press(key);
  await until('the card', async () => (await overlay(page, '.card')).length === 1);
  expect(await overlay(page, '.card .authors')).toEqual([short]);
  await clickOverlay(page, 'and 183 more');
  await until('everyone', async () => (await overlay(page, '.card .authors'))[0] === crowd.join(', '));
  // the focus is still in the card: Esc closes it
  for (const key of ['Escape', 'j', 's', 'a']) await page.keyboard.press(key);
  await until('the next card', async () => (await overlay(page, '.card .authors'))[0] === few.join(', '));
  await page.close();
});

it('names twenty beside the library and in the review, and all at a click', async () => {
  const library = await chromium.open('src/ui/library/index.html');
  const row = library.getByRole('row').or(library.getByRole('option')).filter({ hasText: first.title });
  await row.first().click();
  const authors = library.locator('article .authors');
  await authors.filter({ hasText: short }).waitFor();
  await library.getByRole('button', { name: 'and 183 more' }).click();
  await authors.filter({ hasText: 'Member 203' }).waitFor();
  expect(await authors.textContent()).toBe(crowd.join(', '));
  expect(await library.evaluate(() => document.activeElement?.className)).toBe('authors');
  await library.close();

  const review = await chromium.open('src/ui/review/index.html');
  await review.locator('article .authors').filter({ hasText: short }).waitFor();
  await review.getByRole('button', { name: 'and 183 more' }).click();
  await review.locator('article .authors').filter({ hasText: 'Member 203' }).waitFor();
  await review.close();
});

it('leaves no error behind', () => {
  expect(chromium.errors).toEqual([]);
});
