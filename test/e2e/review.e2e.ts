/** A review of a page from its first paper to the summary: by keys alone, over a reload, by buttons alone, and how it looks. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { hasFocus } from './keyboard.ts';
import { LIST_URL, listPage, type MadePaper, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { drawn } from './shadow.ts';
import { stored } from './stored.ts';

const REVIEW = 'src/ui/review/index.html';
const papers = PAPERS.slice(0, 6).map((paper) => ({ ...paper, categories: ['cs.CL'] })) as MadePaper[];
const ids = papers.map((paper) => `arxiv:${paper.id}`);
/** The fourth is flagged in the page, so that it comes first. */
const order = [3, 0, 1, 2, 4, 5];
const titles = order.map((at) => papers[at]?.title ?? '');
const idAt = (place: number) => ids[order[place] ?? 0] ?? '';

let server: Server;
beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(papers));
});
afterAll(() => server?.close());

/** The listing read and its fourth entry flagged, and a review of it in a tab of its own. */
async function reviewOf(chromium: Chromium): Promise<{ review: Page; tab: number }> {
  const page = await chromium.visit(LIST_URL);
  await until('marks', async () => (await drawn(page)).filter((one) => one.chips.length > 0).length === 6);
  for (let i = 0; i < 4; i++) await page.keyboard.press('j');
  await page.keyboard.press('f');
  await until('flagged', async () => (await drawn(page)).some((one) => one.flagged));
  const own = await chromium.open('src/ui/options/index.html');
  await until('stored', async () => (await stored(own, 'marks')).some((mark) => mark.flagged?.value.on));
  const tab = await own.evaluate(async (url) => {
    const { chrome } = globalThis as unknown as { chrome: { tabs: Tabs } };
    return (await chrome.tabs.query({})).find((one) => one.url === url)?.id ?? -1;
  }, LIST_URL);
  await own.close();
  const review = await chromium.open(`${REVIEW}?tab=${tab}`);
  await shows(review, 0);
  return { review, tab };
}

interface Tabs {
  query(which: object): Promise<{ id: number; url: string }[]>;
}

const titleOf = (review: Page) => review.locator('article h2').textContent();
const shows = (review: Page, place: number) =>
  until(
    `paper ${place + 1}: ${titles[place]}`,
    async () => (await review.locator('article h2').allTextContents())[0] === titles[place],
  );
const marks = async (review: Page) =>
  new Map((await stored(review, 'marks')).map((mark) => [mark['id'] as string, mark]));
const decided = (review: Page, what: string, place: number, wanted: boolean) =>
  until(`${what}: ${wanted}`, async () => {
    const value = (await marks(review)).get(idAt(place))?.[what]?.value;
    return (typeof value === 'object' ? value.on : (value ?? false)) === wanted;
  });
const counts = async (review: Page) =>
  Object.fromEntries(
    await review
      .locator('.counts > div')
      .evaluateAll((all) =>
        all.map((one) => [one.querySelector('dt')?.textContent, one.querySelector('dd')?.textContent]),
      ),
  );
const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map((one) => [
    one.id,
    one.nodes.map((node) => node.html),
  ]);

/** Leaves a picture in the folder of the variable, for whoever wants to look. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['REVIEW_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

describe('by keys alone', () => {
  let chromium: Chromium;
  let review: Page;
  let tab: number;
  beforeAll(async () => {
    chromium = await launchChromium({ server });
    ({ review, tab } = await reviewOf(chromium));
  });
  afterAll(() => chromium?.close());

  it('begins with what is flagged, and says why and how many there are', async () => {
    expect(await titleOf(review)).toBe(titles[0]);
    expect(await review.locator('.chip.why').allTextContents()).toEqual(['flagged by you']);
    expect(await review.locator('.place').textContent()).toBe('1 of 6');
    expect(await review.getByRole('status').first().textContent()).toBe(`1 of 6: ${titles[0]}`);
  });

  it('saves, flags and dismisses, each bringing the next; space passes over', async () => {
    await review.keyboard.press('Space');
    await shows(review, 1);
    await review.keyboard.press('s');
    await shows(review, 2);
    await review.keyboard.press('f');
    await shows(review, 3);
    await review.keyboard.press('x');
    await shows(review, 4);
    await decided(review, 'saved', 1, true);
    await decided(review, 'flagged', 2, true);
    await decided(review, 'dismissed', 3, true);
  });

  it('undoes, and comes back to the paper it undid', async () => {
    await review.keyboard.press('u');
    await shows(review, 3);
    await decided(review, 'dismissed', 3, false);
    await review.keyboard.press('u');
    await shows(review, 2);
    await decided(review, 'flagged', 2, false);
    await review.keyboard.press('f');
    await shows(review, 3);
    await review.keyboard.press('x');
    await shows(review, 4);
    await review.keyboard.press('k');
    await shows(review, 3);
    await review.keyboard.press('j');
    await shows(review, 4);
    await decided(review, 'dismissed', 3, true);
  });

  it('goes on after a reload where it stopped', async () => {
    await review.reload();
    await shows(review, 4);
    expect(await review.locator('.place').textContent()).toBe('5 of 6');
  });

  it('takes a tag and a note without leaving the paper', async () => {
    await review.keyboard.press('t');
    await hasFocus(review, `Add a tag: ${titles[4]}`);
    await review.keyboard.type('jot sss');
    await review.keyboard.press('Enter');
    await review.keyboard.press('Escape');
    await until('no editor', async () => (await review.locator('.editor').count()) === 0);
    await review.keyboard.press('n');
    await hasFocus(review, `Note: ${titles[4]}`);
    await review.keyboard.type('x marks the spot');
    await review.keyboard.press('Escape');
    await until('stored', async () => {
      const mark = (await marks(review)).get(idAt(4));
      return mark?.['note']?.value === 'x marks the spot' && mark['tags']?.['jot sss']?.value === true;
    });
    await shows(review, 4);
    expect(await review.locator('.own').innerText()).toContain('x marks the spot');
  });

  it('opens paper and PDF in tabs', async () => {
    for (const [key, path] of [
      ['o', `/abs/${ids[4]?.slice(6)}`],
      ['p', `/pdf/${ids[4]?.slice(6)}`],
    ] as const) {
      const opening = chromium.context.waitForEvent('page');
      await review.keyboard.press(key);
      const opened = await opening;
      await until('its address', async () => new URL(opened.url()).pathname.startsWith(path));
      await opened.close();
    }
  });

  it('shows its keys, which then are nobody else’s', async () => {
    await review.keyboard.press('?');
    await review.getByRole('dialog', { name: 'Keys' }).waitFor();
    await review.keyboard.press('j');
    await review.keyboard.press('Escape');
    await until('closed', async () => !(await review.getByRole('dialog').isVisible()));
    await shows(review, 4);
  });

  it('ends with what came of it, and comes back from there', async () => {
    await review.keyboard.press('ArrowRight');
    await shows(review, 5);
    await review.keyboard.press('Space');
    await until('the summary', async () => (await review.locator('.counts').count()) === 1);
    const { time, ...rest } = await counts(review);
    expect(rest).toEqual({ seen: '6', saved: '1', flagged: '2', dismissed: '1', 'passed over': '2' });
    expect(time).toMatch(/^\d+ (?:seconds?|minutes?)$/);
    expect(await review.getByRole('region', { name: 'Flagged' }).getByRole('link').allTextContents()).toEqual(
      [titles[0], titles[2]],
    );
    await review.keyboard.press('k');
    await shows(review, 5);
    await review.keyboard.press('s');
    await until('one more', async () => (await counts(review))['saved'] === '2');
    await review.keyboard.press('u');
    await shows(review, 5);
    await decided(review, 'saved', 5, false);
    await review.keyboard.press('Space');
    await until('one less', async () => (await counts(review))['saved'] === '1');
  });

  it('shows nothing twice, and says so', async () => {
    const again = await chromium.open(`${REVIEW}?tab=${tab}`);
    await again.getByText('Nothing new waits on this page of arXiv.').waitFor();
    expect(await violations(again)).toEqual([]);
    await again.getByLabel('Papers to review').selectOption('30');
    await again.getByText('Nothing new waits from the last 30 days.').waitFor();
    await again.close();
    expect(chromium.errors).toEqual([]);
  });
});

describe('by buttons alone, on a small screen', () => {
  let chromium: Chromium;
  let review: Page;
  beforeAll(async () => {
    chromium = await launchChromium({ server, viewport: { width: 320, height: 640 } });
    ({ review } = await reviewOf(chromium));
  });
  afterAll(() => chromium?.close());

  const tap = (name: string) => review.getByRole('group').getByRole('button', { name, exact: true }).click();

  it('has no sideways scrolling, and targets of at least 44 px', async () => {
    expect(await review.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await picture(review, 'narrow');
    const sizes = await review
      .locator('.actions button')
      .evaluateAll((all) =>
        all.map((one) => one.getBoundingClientRect()).map(({ width, height }) => [width, height]),
      );
    expect(sizes).toHaveLength(10);
    expect(Math.min(...sizes.flat())).toBeGreaterThanOrEqual(44);
  });

  it('can stay on a paper after a decision', async () => {
    await review.getByRole('button', { name: 'Auto-next' }).click();
    await tap('Save');
    await decided(review, 'saved', 0, true);
    await shows(review, 0);
    await tap('Undo');
    await decided(review, 'saved', 0, false);
    await review.getByRole('button', { name: 'Auto-next' }).click();
  });

  it('goes through all of it', async () => {
    for (const [at, name] of ['Next', 'Save', 'Flag', 'Dismiss'].entries()) {
      await shows(review, at);
      await tap(name);
    }
    await shows(review, 4);
    await tap('Back');
    await shows(review, 3);
    await tap('Next');
    await tap('Tag');
    await review
      .getByRole('textbox')
      .or(review.getByRole('combobox', { name: 'Add a tag' }))
      .first()
      .waitFor();
    await review.getByRole('button', { name: 'Done (Esc)' }).click();
    // the key after a tap is the review's, not the button's
    await tap('Next');
    await shows(review, 5);
    await review.keyboard.press('Space');
    await until('the summary', async () => (await review.locator('.counts').count()) === 1);
    const { time: _time, ...rest } = await counts(review);
    expect(rest).toEqual({ seen: '6', saved: '1', flagged: '2', dismissed: '1', 'passed over': '2' });
    expect(await review.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    await picture(review, 'narrow-summary');
  });
});

describe('of a reader who saved before', () => {
  const SUBJECTS = [
    ['Protein folding', 'We predict how protein chains fold from amino acid sequences and cryo-EM maps.'],
    ['Tokenizer', 'We segment morphemes of agglutinative languages with a subword tokenizer.'],
  ] as const;
  const LINES = ['in Practice', 'at Scale', 'Revisited', 'without Labels', 'under Noise', 'for Beginners'];
  /** By turns of one subject and the other. */
  const mixed = LINES.flatMap((line, at) =>
    SUBJECTS.map(([subject, abstract], n) => ({
      ...(PAPERS[at] as MadePaper),
      id: `2603.8${at}${n}11`,
      title: `${subject} ${line}`,
      abstract,
      authors: [`Author ${'ABCDEF'[at]}${n}`],
      categories: ['cs.CL'],
    })),
  );
  let chromium: Chromium;
  beforeAll(async () => {
    server.add(LIST_URL, listPage(mixed));
    chromium = await launchChromium({ server });
  });
  afterAll(() => chromium?.close());

  it('begins with what fits what was saved, and says why', async () => {
    const page = await chromium.visit(LIST_URL);
    await until('marks', async () => (await drawn(page)).filter((one) => one.chips.length > 0).length === 12);
    for (let i = 0; i < 6; i++) {
      await page.keyboard.press('j');
      if (i % 2 === 1) await page.keyboard.press('s');
    }
    const own = await chromium.open('src/ui/options/index.html');
    await until(
      'saved',
      async () => (await stored(own, 'marks')).filter((mark) => mark['saved']).length === 3,
    );
    await own.close();
    const review = await chromium.open(REVIEW);
    const seen: string[] = [];
    for (let i = 0; i < 9; i++) {
      await until('the next', async () => (await review.locator('.place').textContent()) === `${i + 1} of 9`);
      const title = (await titleOf(review)) ?? '';
      seen.push(title);
      if (i === 0) {
        expect(await review.locator('.fits').textContent()).toMatch(
          /^Fits what you saved: Pre-training & data curation, /,
        );
        expect(await violations(review)).toEqual([]);
        await picture(review, 'fits');
      }
      await review.keyboard.press('Space');
    }
    const subject = seen.map((title) => title.startsWith('Tokenizer'));
    expect(subject).toEqual([true, true, true, false, false, false, false, false, false]);
    expect(chromium.errors).toEqual([]);
  });
});

describe('in every state', () => {
  let chromium: Chromium;
  let review: Page;
  beforeAll(async () => {
    server.add(LIST_URL, listPage(papers));
    chromium = await launchChromium({ server });
    ({ review } = await reviewOf(chromium));
  });
  afterAll(() => chromium?.close());

  const states: [string, () => Promise<unknown>][] = [
    ['a flagged paper', async () => undefined],
    [
      'a saved one, with what was done',
      async () => {
        await review.keyboard.press('s');
        await shows(review, 1);
        await review.keyboard.press('k');
        await shows(review, 0);
        await decided(review, 'saved', 0, true);
      },
    ],
    [
      'a tag being given',
      async () => {
        await review.keyboard.press('t');
        await hasFocus(review, /^Add a tag: /);
      },
    ],
    [
      'a note being written',
      async () => {
        await review.keyboard.press('Escape');
        await review.keyboard.press('n');
        await hasFocus(review, /^Note: /);
      },
    ],
    [
      'the keys',
      async () => {
        await review.keyboard.press('Escape');
        await review.keyboard.press('?');
        await review.getByRole('dialog', { name: 'Keys' }).waitFor();
      },
    ],
    [
      'the summary',
      async () => {
        await review.keyboard.press('Escape');
        await until('closed', async () => !(await review.getByRole('dialog').isVisible()));
        await review.keyboard.press('Escape');
        await review.locator('.counts').waitFor();
      },
    ],
  ];

  it.each(states)('%s is accessible, light and dark', async (name, reach) => {
    await reach();
    for (const colorScheme of ['light', 'dark'] as const) {
      await review.emulateMedia({ colorScheme });
      expect(await violations(review)).toEqual([]);
      await picture(review, `${name.replaceAll(/\W+/g, '-')}-${colorScheme}`);
    }
  });
});
