/** The worker killed where it hurts: between a key and its answer, and in the middle of a long list. Nothing is lost or counted twice. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { DIGEST_URL, digestPage, LIST_URL, listPage, manyPapers, PAPERS } from './made-pages.ts';
import { marked, until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { drawn, overlay } from './shadow.ts';
import { howMany, stored } from './stored.ts';

const COUNT = 2_000;
const many = manyPapers(COUNT).map((paper) => ({ ...paper, categories: ['cs.CL'] }));

let server: Server;
beforeAll(async () => {
  server = await serve();
  server.add(DIGEST_URL, digestPage(PAPERS));
  server.add(LIST_URL, listPage(many, { abstracts: false }));
});
afterAll(() => server?.close());

const isOn = (timed: { value: unknown } | undefined) => timed?.value === true;

describe('between a key press and its answer', () => {
  let chromium: Chromium;
  let own: Page;
  let page: Page;
  beforeAll(async () => {
    chromium = await launchChromium({ server, viewport: { width: 1280, height: 4000 } });
    own = await chromium.open('src/ui/options/index.html');
    page = await chromium.visit(DIGEST_URL);
    await known();
  });
  afterAll(() => chromium?.close());

  const known = () =>
    until('all entries known', async () => {
      const all = await drawn(page);
      return all.length === PAPERS.length && all.every((one) => one.chips.length > 0);
    });
  /** Titles of the entries whose mark says so, in page order. */
  const titles = async (what: 'saved' | 'flagged') =>
    (await drawn(page)).filter((one) => one[what]).map((one) => one.title);

  // the kill arrives before the message, with it, while it is worked on, or after the answer: each must do
  const WAITS = [0, 0, 2, 4, 6, 8, 10, 12, 15, 20];

  it('stores every decision', async () => {
    for (const [at, wait] of WAITS.entries()) {
      await page.keyboard.press('j');
      const killed = (async () => {
        await new Promise((done) => setTimeout(done, wait));
        await chromium.killWorker();
      })();
      await page.keyboard.press(at % 2 === 0 ? 's' : 'f');
      await killed;
    }
    const saved = PAPERS.slice(0, 10).filter((_, at) => at % 2 === 0);
    const flagged = PAPERS.slice(0, 10).filter((_, at) => at % 2 === 1);
    const marks = async () => {
      const all = await stored(own, 'marks');
      return {
        saved: all.filter((mark) => isOn(mark.saved)).map((mark) => mark.id),
        flagged: all.filter((mark) => mark.flagged?.value.on).map((mark) => mark.id),
      };
    };
    const wanted = {
      saved: saved.map(({ id }) => `arxiv:${id}`),
      flagged: flagged.map(({ id }) => `arxiv:${id}`),
    };
    await until('all stored', async () => JSON.stringify(await marks()) === JSON.stringify(wanted)).catch(
      () => undefined, // the comparison says more
    );
    expect(await marks()).toEqual(wanted);
    expect(await stored(own, 'meta')).toContainEqual({ papers: 20, saved: 5, flagged: 5 });
    // and no failure was told after it
    expect(await overlay(page, '[role=status]')).toContain(`Flagged: ${PAPERS[9]?.title}`);
    await page.reload();
    await known();
    expect(await titles('saved')).toEqual(saved.map((paper) => paper.title));
    expect(await titles('flagged')).toEqual(flagged.map((paper) => paper.title));
    expect([await howMany(own, 'papers'), await howMany(own, 'sightings')]).toEqual([20, 20]);
  });

  it('takes back the same way', async () => {
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await until('dismissed', async () => (await stored(own, 'marks')).some((mark) => isOn(mark.dismissed)));
    await Promise.all([page.keyboard.press('u'), chromium.killWorker()]);
    await until('saved again', async () => {
      const mark = (await stored(own, 'marks')).find((one) => one.id === `arxiv:${PAPERS[0]?.id}`);
      return isOn(mark?.saved) && !isOn(mark?.dismissed);
    });
    expect(chromium.errors).toEqual([]);
  });
});

describe(`while a list of ${COUNT} entries is being stored`, () => {
  let chromium: Chromium;
  let own: Page;
  beforeAll(async () => {
    chromium = await launchChromium({ server });
    own = await chromium.open('src/ui/options/index.html');
  });
  afterAll(() => chromium?.close());

  it('stores each paper and each sighting once', async () => {
    const page = await chromium.visit(LIST_URL);
    let kills = 0;
    for (const from of [1, 800]) {
      await until(`${from} stored`, async () => (await howMany(own, 'papers')) >= from);
      if ((await howMany(own, 'papers')) === COUNT) break;
      await chromium.killWorker();
      kills++;
    }
    expect(kills).toBeGreaterThan(0);
    await marked(page, COUNT);
    await until('all stored', async () => (await howMany(own, 'papers')) === COUNT);
    const check = async () => {
      const papers = await stored(own, 'papers');
      expect(new Set(papers.map((paper) => paper.id)).size).toBe(COUNT);
      expect(new Set(papers.map((paper) => paper.seen.count))).toEqual(new Set([1]));
      expect(await howMany(own, 'sightings')).toBe(COUNT);
      expect(await stored(own, 'meta')).toContainEqual({ papers: COUNT, saved: 0, flagged: 0 });
    };
    await check();
    // the bar counts what the worker answered: every entry has its state
    await until(
      'all new',
      async () => (await overlay(page, '.bar .count'))[0] === `${COUNT.toLocaleString('en')} new`,
    );

    await page.reload();
    await marked(page, COUNT);
    await until(
      'all still new',
      async () => (await overlay(page, '.bar .count'))[0] === `${COUNT.toLocaleString('en')} new`,
    );
    await check();
    expect(chromium.errors).toEqual([]);
  });
});
