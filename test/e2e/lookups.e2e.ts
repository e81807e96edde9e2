/** What listings leave out, looked up once that is switched on: from the switch to the abstract in the page, through kills. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { atom } from '../exchange/api-answers.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Reply, type Server, serve } from './server.ts';
import { drawn, overlay } from './shadow.ts';
import { howMany, type Raw, stored } from './stored.ts';

const ARXIV = 'export.arxiv.org';
const FACE = 'huggingface.co';
/** The list in its own order: its category first, cross-lists after. */
const LISTED = [
  ...PAPERS.filter((paper) => paper.categories[0] === 'cs.CL'),
  ...PAPERS.filter((paper) => paper.categories[0] !== 'cs.CL'),
];

/** arXiv as it would answer: the papers of the ids asked for. */
function arxiv(path: string): Reply {
  const ids = new URL(path, 'https://x').searchParams.get('id_list')?.split(',') ?? [];
  const works = PAPERS.filter(({ id }) => ids.includes(id)).map((paper) => ({ ...paper, arxiv: paper.id }));
  return { body: atom(works), headers: { 'content-type': 'application/atom+xml' } };
}

let server: Server;
let chromium: Chromium;
let own: Page;
let page: Page;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(PAPERS, { abstracts: false }));
  chromium = await launchChromium({ server, viewport: { width: 1280, height: 4000 } });
  own = await chromium.open('src/ui/options/index.html');
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});
beforeEach(() => {
  server.answer(ARXIV, arxiv);
  server.answer(FACE, () => ({ status: 404, body: '{"error":"Paper not found"}' }));
});

const asked = (host: string) => server.log.filter((one) => one.startsWith(`${host}/api/`));
const paper = async (at: number): Promise<Raw | undefined> =>
  (await stored(own, 'papers')).find((one) => one['id'] === `arxiv:${LISTED[at]?.id}`);
const known = () =>
  until('all entries known', async () => {
    const all = await drawn(page);
    return all.length === PAPERS.length && all.every((one) => one.chips.length > 0);
  });
const arrives = (at: number) =>
  until('the abstract', async () => (await paper(at))?.['abstract'] === LISTED[at]?.abstract);

async function save(at: number): Promise<void> {
  await page.bringToFront();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await until('saved', async () => (await drawn(page))[at]?.saved === true);
}

describe('switched off', () => {
  it('asks nobody anything', async () => {
    page = await chromium.visit(LIST_URL);
    await known();
    await save(0);
    await new Promise((done) => setTimeout(done, 1_500));
    expect([asked(ARXIV), asked(FACE)]).toEqual([[], []]);
    expect(await howMany(own, 'lookups')).toBe(0);
  });
});

describe('the switch', () => {
  it('goes back, and says why, where the browser gives no permission', async () => {
    await own.bringToFront();
    // headless there is nobody to ask: what needs a question is refused, what is granted already is not
    await own.evaluate(() => {
      const { permissions } = (globalThis as unknown as { chrome: { permissions: Raw } }).chrome;
      const real = permissions['request'].bind(permissions);
      permissions['request'] = async (wanted: { origins: string[] }) =>
        (await permissions['contains'](wanted)) ? real(wanted) : false;
    });
    await own.getByRole('switch', { name: 'Look up papers I save' }).click();
    await own.getByText('the switch stays off').waitFor();
    expect(await own.getByRole('switch', { name: 'Look up papers I save' }).isChecked()).toBe(false);
    expect(asked(ARXIV)).toEqual([]);
  });

  it('can do with the hosts that are read anyway', async () => {
    await own.getByRole('button', { name: 'Ask only arXiv and Hugging Face' }).click();
    await until('switched on', () => own.getByRole('switch', { name: 'Look up papers I save' }).isChecked());
    expect(await own.getByText('the switch stays off').count()).toBe(0);
    const row = (name: string) =>
      own
        .locator('#lookups')
        .getByRole('row')
        .filter({ has: own.getByRole('rowheader', { name }) });
    expect(await row('arXiv').innerText()).toMatch(/\ballowed$/);
    expect(await row('Crossref').innerText()).toMatch(/not allowed\s*Allow$/);
  });
});

describe('switched on', () => {
  it('a paper saved gets its abstract, in the page as well', async () => {
    server.answer(FACE, (path) =>
      path.endsWith(LISTED[1]?.id ?? '')
        ? {
            body: JSON.stringify({
              id: LISTED[1]?.id,
              title: LISTED[1]?.title,
              upvotes: 3,
              githubRepo: 'https://github.com/made/up',
            }),
          }
        : { status: 404 },
    );
    let answer: () => void = () => undefined;
    server.answer(ARXIV, (path) => new Promise((done) => (answer = () => done(arxiv(path)))));
    await save(1);
    await page.keyboard.press('a');
    await until('the card', async () => (await overlay(page, '.card')).length === 1);
    expect(await overlay(page, '.card .abstract')).toEqual([]);
    await until('a request', async () => asked(ARXIV).length === 1);
    answer();
    await arrives(1);
    // the card that is open gains it
    await until(
      'the abstract in the card',
      async () => (await overlay(page, '.card .abstract')).length === 1,
    );
    expect(await overlay(page, '.card .abstract')).toEqual([LISTED[1]?.abstract]);
    expect(asked(ARXIV)).toEqual([`${ARXIV}/api/query?id_list=${LISTED[1]?.id}&max_results=1`]);
    await until('the code', async () => (await paper(1))?.['links'].code.length === 1);
    await page.keyboard.press('Escape');
    await until('an empty queue', async () => (await howMany(own, 'lookups')) === 0);
    expect((await paper(1))?.['seen'].count).toBe(1);
  });

  it('the library shows it', async () => {
    const library = await chromium.open('src/ui/library/index.html');
    await library.getByRole('row', { name: LISTED[1]?.title ?? '' }).click();
    await library
      .getByText((LISTED[1]?.abstract ?? '').slice(0, 60))
      .first()
      .waitFor();
    await library.close();
  });

  it('a worker killed with a request under way loses nothing', async () => {
    const times: number[] = [];
    let answer: () => void = () => undefined;
    server.answer(ARXIV, (path) => {
      times.push(Date.now());
      if (times.length > 1) return arxiv(path);
      return new Promise((done) => {
        answer = () => done(arxiv(path));
      });
    });
    await save(2);
    await until('a request', async () => times.length === 1);
    const alarm = await chromium.worker()?.evaluate(async () => {
      const { alarms } = (globalThis as unknown as { chrome: { alarms: Raw } }).chrome;
      return (await alarms['get']('lookups')) !== undefined;
    });
    expect(alarm).toBe(true); // that one brings it back, if nothing else does
    await chromium.killWorker();
    answer();
    expect((await paper(2))?.['abstract']).toBeUndefined();
    await page.reload(); // the reader goes on; any message wakes the worker
    await known();
    await arrives(2);
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(3_000);
    await until('an empty queue', async () => (await howMany(own, 'lookups')) === 0);
  });

  it('a source that asks for a pause gets it, and the options say so', async () => {
    let limited = true;
    server.answer(ARXIV, (path) =>
      limited ? { status: 429, headers: { 'retry-after': '3600' } } : arxiv(path),
    );
    await own.bringToFront();
    await own.getByRole('button', { name: 'Look up what my saved papers lack' }).click();
    await own
      .getByText(
        /^waiting until .*: it asks for fewer requests \(429\)|^waiting until .*: it asks for fewer requests/,
      )
      .waitFor();
    limited = false;
    const count = asked(ARXIV).length;
    await new Promise((done) => setTimeout(done, 4_000));
    expect(asked(ARXIV)).toHaveLength(count);
    expect(await stored(own, 'answers')).not.toContainEqual(
      expect.objectContaining({ key: `arxiv arxiv:${LISTED[0]?.id}` }),
    );
  });

  it('switched off again, nothing waits and nothing is asked', async () => {
    await own.getByRole('switch', { name: 'Look up papers I save' }).click();
    await until('an empty queue', async () => (await howMany(own, 'lookups')) === 0);
    const before = server.log.length;
    page = await chromium.visit(LIST_URL);
    await known();
    expect(server.log.slice(before).filter((one) => /\/api\//.test(one))).toEqual([]);
    expect(chromium.errors).toEqual([]);
  });
});
