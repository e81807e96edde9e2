/** One paper met on both sites is one paper; papers with similar titles stay two. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { DIGEST_URL, digestPage, LIST_URL, listPage, type MadePaper, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { drawn, drawnAt, overlay } from './shadow.ts';
import { howMany, stored } from './stored.ts';

const base = PAPERS.slice(0, 4) as MadePaper[];
const like = base[0] as MadePaper;
const HI = 'Hi-SPLIT: Categorical Maps with Hierarchical Trees';
const HIER = 'Hier-SPLIT++: Categorical Maps with Hierarchical Trees';
/** Same authors, same abstract, all but the same title. */
const twins: MadePaper[] = [
  { ...like, id: '2603.90101', title: HI, authors: ['Noor Achterberg', 'Sunniva Pole'] },
  { ...like, id: '2603.90102', title: HIER, authors: ['Noor Achterberg', 'Sunniva Pole'] },
];
const papers = [...base, ...twins];
const [first, second] = papers as [MadePaper, MadePaper];

let server: Server;
let chromium: Chromium;
let own: Page;
let digest: Page;
let list: Page;

/** A day as chips write it; two, where midnight may come in between. */
const day = (when: Date) => new Intl.DateTimeFormat('en-US', { day: 'numeric', month: 'short' }).format(when);

beforeAll(async () => {
  server = await serve();
  server.add(DIGEST_URL, digestPage(papers));
  server.add(LIST_URL, listPage(papers, { abstracts: false }));
  chromium = await launchChromium({ server, viewport: { width: 1280, height: 2400 } });
  own = await chromium.open('src/ui/options/index.html');
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const known = (page: Page) =>
  until('all entries known', async () => {
    const all = await drawn(page);
    return all.length === papers.length && all.every((one) => one.chips.length > 0);
  });

it('is new on the first site, and saved there', async () => {
  digest = await chromium.visit(DIGEST_URL);
  await known(digest);
  for (const { chips } of await drawn(digest))
    expect(chips[0]).toMatchObject({ kind: 'chip new', text: 'new' });
  await digest.keyboard.press('j');
  await digest.keyboard.press('s');
  await until('saved', async () => (await drawnAt(digest, first.title)).saved);
  await until('stored', async () => (await stored(own, 'marks')).some((mark) => mark.saved?.value));
});

it('is marked saved on the other site, and says where it was met first', async () => {
  const start = new Date();
  list = await chromium.visit(LIST_URL);
  await known(list);
  const all = await drawn(list);
  expect(all.filter((one) => one.saved).map((one) => one.title)).toEqual([first.title]);
  const said = all.map((one) => one.chips.find((chip) => chip.text.startsWith('seen'))?.name);
  expect(new Set(said).size).toBe(1);
  expect(['today', day(start)].map((when) => `seen 2×, first ${when} on Hugging Face`)).toContain(said[0]);
  expect(all.flatMap((one) => one.chips.filter((chip) => chip.kind === 'chip new'))).toEqual([]);
});

it('has one record for each paper, with the best of both and both sightings', async () => {
  const records = await stored(own, 'papers');
  expect(records.map(({ id, title }) => [id, title])).toEqual(
    papers.map(({ id, title }) => [`arxiv:${id}`, title]),
  );
  const record = records.find((one) => one.title === first.title);
  expect(record).toMatchObject({
    abstract: first.abstract, // of the digest: the list shows none
    authors: first.authors,
    categories: first.categories, // of the list: the digest has none
    comment: first.comment,
    upvotes: first.upvotes,
    seen: { count: 2, first: { site: 'huggingface' }, last: { site: 'arxiv' } },
  });
  const sightings = (await stored(own, 'sightings')).map(({ id, site }) => `${id} ${site}`).sort();
  expect(sightings).toEqual(
    papers.flatMap(({ id }) => [`arxiv:${id} arxiv`, `arxiv:${id} huggingface`]).sort(),
  );
});

it('keeps papers with similar titles apart', async () => {
  const place = (await drawn(list)).findIndex((one) => one.title === HI);
  await list.bringToFront();
  for (let i = 0; i <= place; i++) await list.keyboard.press('j');
  await list.keyboard.press('f');
  await until('flagged', async () => (await drawnAt(list, HI)).flagged);
  expect((await drawnAt(list, HIER)).flagged).toBe(false);
  await until('one stored flag', async () =>
    (await stored(own, 'marks')).some((mark) => mark.id === 'arxiv:2603.90101' && mark.flagged?.value.on),
  );
  await digest.bringToFront();
  // a driven browser shows every tab at once, so the return to this one has to be said
  await digest.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await until('known in the other tab', async () => (await drawnAt(digest, HI)).flagged);
  expect((await drawnAt(digest, HIER)).flagged).toBe(false);
});

it('shows the abstract known from the other site in place', async () => {
  await list.bringToFront();
  expect(await list.content()).not.toContain('GUI agent on office software');
  const place = (await drawn(list)).findIndex((one) => one.title === second.title);
  const at = (await drawn(list)).findIndex((one) => one.title === HI);
  const key = place > at ? 'j' : 'k';
  for (let i = 0; i < Math.abs(place - at); i++) await list.keyboard.press(key);
  await list.keyboard.press('a');
  await until('the card', async () => (await overlay(list, '.card')).length === 1);
  expect(await overlay(list, '.card h2')).toEqual([second.title]);
  expect(await overlay(list, '.card .authors')).toEqual([second.authors.join(', ')]);
  expect(await overlay(list, '.card .abstract')).toEqual([second.abstract]);
  expect(await overlay(list, '.card .small')).toEqual(['Not on this page: known from elsewhere.']);
  await list.keyboard.press('Escape');
  await until('closed', async () => (await overlay(list, '.card')).length === 0);
});

it('counts no sighting twice when pages are loaded again in the same sitting', async () => {
  await digest.reload();
  await known(digest);
  await list.reload();
  await known(list);
  expect(await howMany(own, 'papers')).toBe(papers.length);
  expect(await howMany(own, 'sightings')).toBe(2 * papers.length);
  const counts = (await stored(own, 'papers')).map((paper) => paper.seen.count);
  expect(new Set(counts)).toEqual(new Set([2]));
  expect(chromium.errors).toEqual([]);
});
