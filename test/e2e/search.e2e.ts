/** Search in the library: every kind of query, what is wrong, suggestions by keyboard, facets, saved searches. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MarkChange } from '../../src/core/mark.ts';
import type { Entry } from '../../src/core/paper.ts';
import { seed } from '../bench/support/seed.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { until } from './marks.ts';

const LIBRARY = 'src/ui/library/index.html';

const made = (n: number, change: Partial<Entry>): Entry => ({
  id: `arxiv:2603.0000${n}`,
  site: 'arxiv',
  title: `Paper ${n}`,
  authors: ['Nobody Known'],
  abstract: 'An abstract of no interest.',
  published: '2026-03-01',
  categories: ['cs.CL'],
  links: { page: `https://arxiv.org/abs/2603.0000${n}`, code: [], project: [] },
  position: n,
  ...change,
});

const entries: Entry[] = [
  made(1, { title: 'Lanterns that Dim: Gradual Pre-training', authors: ['Ada Lovelace', 'Émile Žižek'] }),
  made(2, {
    title: 'Tidal Caches',
    abstract: 'A lantern is lit for every round trip.',
    published: '2024-05-01',
  }),
  made(3, {
    title: 'Gr\\"obner Bases at Sea',
    venue: 'ACL 2024',
    doi: '10.5555/3',
    links: { page: 'https://arxiv.org/abs/2603.00003', code: ['https://github.com/x/y'], project: [] },
  }),
  made(4, { title: 'On Ropes', authors: ['Lantern Smith'], published: '2023' }),
  made(5, { title: 'Watermarks on Ropes', abstract: 'Ropes, ropes, and a trip around them.' }),
  made(6, { title: 'Kites' }),
];
const ids = entries.map(({ id }) => id);
/** The ids of these, by their numbers. */
const of = (...numbers: number[]) => numbers.map((n) => ids[n - 1]);

let chromium: Chromium;
let library: Page;

beforeAll(async () => {
  chromium = await launchChromium();
  const filler = await chromium.open('src/ui/options/index.html');
  await seed(filler, entries, 3);
  const mark = (n: number, change: MarkChange) =>
    filler.evaluate(
      ([id, what]) =>
        (globalThis as unknown as { markMany(all: unknown, at: string): Promise<void> }).markMany(
          [{ id, change: what }],
          new Date().toISOString(),
        ),
      [ids[n - 1], change] as const,
    );
  await mark(1, { tags: { 'reading group': true } });
  await mark(2, { note: 'Ask about zebras', status: 'read' });
  await mark(4, { flagged: true, reasons: [{ by: 'rule', rule: 'r', text: 'watch: "ropes"' }] });
  await mark(6, { dismissed: true });
  await filler.close();
  library = await chromium.open(LIBRARY);
  await library.getByRole('button', { name: /^Everything met/ }).click();
  await shows(6);
});
afterAll(() => chromium?.close());

const box = () => library.getByRole('searchbox');
const rows = () =>
  library.getByRole('row').evaluateAll((all) => all.map((row) => row.getAttribute('data-id')));
const settled = () => library.locator('main[aria-busy=false]').waitFor();
const shows = (count: number) => until(`${count} rows`, async () => (await rows()).length === count);
const clean = async () => {
  const { violations } = await new AxeBuilder({ page: library }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
};

describe('a query', () => {
  it.each<[string, number[]]>([
    ['lantern', [1, 4, 2]],
    ['LANTERNS zizek', [1]],
    ['grobner', [3]],
    ['"round trip"', [2]],
    ['trip -round', [5]],
    ['grobner or tidal', [2, 3]],
    ['title:ropes', [4, 5]],
    ['author:lantern', [4]],
    ['pretraining', [1]],
    ['lnaterns', [1]],
    ['tag:"reading group"', [1]],
    ['note:zebra', [2]],
    ['venue:acl', [3]],
    ['site:arxiv id:00005', [5]],
    ['year:2023..2024', [2, 4]],
    ['saved:<1d -is:saved', []],
    ['seen:1 is:read', [2]],
    ['is:flagged', [4]],
    ['rule:ropes', [4]],
    ['is:dismissed', [6]],
    ['has:doi', [3]],
    ['has:code', [3]],
    ['lantern sort:title', [1, 4, 2]],
    ['ropes sort:year', [5, 4]],
  ])('%s', async (typed, expected) => {
    await box().fill(typed);
    const wanted = of(...expected);
    const same = (found: (string | null)[]) =>
      typed.includes('sort:') || expected.length < 2
        ? found.join() === wanted.join()
        : [...found].sort().join() === [...wanted].sort().join();
    await until(typed, async () => same(await rows()));
    await settled();
    expect([...(await rows())].sort()).toEqual([...wanted].sort());
  });

  it('puts titles before authors before abstracts', async () => {
    await box().fill('lantern');
    await until('in order', async () => (await rows()).join() === of(1, 4, 2).join());
    expect(await rows()).toEqual(of(1, 4, 2));
  });

  it('says what it took a word for', async () => {
    await box().fill('lnaterns');
    await library.getByText('Also searched for “lanterns” (typed “lnaterns”).').waitFor();
    await clean();
  });

  it('leads from a view without it to everything met', async () => {
    await box().fill('watermarks');
    await library.getByRole('button', { name: /^Saved/ }).click();
    await library.getByRole('button', { name: 'Search everything met (1)' }).click();
    await until('found', async () => (await rows()).join() === of(5).join());
    expect(await rows()).toEqual(of(5));
  });
});

describe('what is no syntax', () => {
  it('is underlined, told, and searched as words', async () => {
    await box().fill('year:soon tidal');
    await library
      .getByText('Expected a year or years, such as 2024 or 2023..2025. Searched as words.')
      .waitFor();
    expect(await library.locator('.underlined u').allTextContents()).toEqual(['year:soon']);
    expect(await box().getAttribute('aria-invalid')).toBe('true');
    expect(await box().getAttribute('aria-describedby')).toBe('search-problem');
    await shows(0);
    await clean();
    await box().fill('year:2024 tidal');
    await until('found', async () => (await rows()).join() === of(2).join());
    expect(await library.locator('.underlined').count()).toBe(0);
    expect(await box().getAttribute('aria-invalid')).toBeNull();
  });
});

describe('suggestions', () => {
  const offers = () =>
    library.getByRole('listbox', { name: 'Suggestions' }).getByRole('option').allTextContents();

  it('are fields and values, taken by keyboard', async () => {
    await box().fill('');
    await box().focus();
    await library.keyboard.type('ta');
    await until('a field', async () => (await offers()).join() === 'tag:');
    await library.keyboard.press('ArrowDown');
    expect(await box().getAttribute('aria-activedescendant')).toBe('search-offer-0');
    await library.keyboard.press('Enter');
    await until('values', async () => (await offers()).join() === 'reading group1');
    expect(await box().inputValue()).toBe('tag:');
    await clean();
    await library.keyboard.press('ArrowDown');
    await library.keyboard.press('Enter');
    expect(await box().inputValue()).toBe('tag:"reading group" ');
    await until('found', async () => (await rows()).join() === of(1).join());
    expect(await rows()).toEqual(of(1));
  });

  it('are left by Escape, then the box is emptied, then arrow down leads into the list', async () => {
    await box().fill('is:');
    await until('values', async () => (await offers()).length === 8);
    await library.keyboard.press('Escape');
    expect(await offers()).toEqual([]);
    expect(await box().inputValue()).toBe('is:');
    await library.keyboard.press('Escape');
    expect(await box().inputValue()).toBe('');
    await shows(6);
    await library.keyboard.press('ArrowDown');
    await expect.poll(() => library.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('row');
  });
});

describe('opened with a search in its address', () => {
  it('the library searches by the worker that its first script began, and by no other', async () => {
    const session = await chromium.browserSession();
    const begun = async () => {
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'worker' }] });
      return targetInfos.filter(({ url }) => url.includes('search-worker')).length;
    };
    const before = await begun(); // that of the library
    const page = await chromium.open(`${LIBRARY}?q=lantern&view=met`);
    await page.locator('main[aria-busy=false] [role=row]').first().waitFor();
    const found = await page
      .getByRole('row')
      .evaluateAll((all) => all.map((row) => row.getAttribute('data-id')));
    expect([...found].sort()).toEqual(of(1, 2, 4));
    expect(await begun()).toBe(before + 1);
    await session.detach();
    expect(chromium.errors).toEqual([]);
    await page.close();
  });
});

describe('facets and saved searches', () => {
  it('narrow, and count what each choice would leave', async () => {
    await box().fill('lantern');
    await until('found', async () => (await rows()).length === 3);
    const year = library.locator('section[aria-labelledby=facet-year]');
    // choices are counted after the rows
    await expect.poll(() => year.getByRole('button').allTextContents()).toEqual(['20261', '20241', '20231']);
    await year.getByRole('button', { name: '2024' }).click();
    await until('narrowed', async () => (await rows()).join() === of(2).join());
    await year.getByRole('button', { name: '2023' }).click();
    await until('widened', async () => (await rows()).length === 2);
    expect([...(await rows())].sort()).toEqual(of(2, 4));
    const rules = library.locator('section[aria-labelledby=facet-rules]');
    await until(
      'counted',
      async () => (await rules.getByRole('button').allTextContents()).join() === 'watch: "ropes"1',
    );
    expect(await rules.getByRole('button').allTextContents()).toEqual(['watch: "ropes"1']);
  });

  it('are kept under a name, over a reload, forgotten and put back', async () => {
    await library.getByRole('button', { name: 'Save this search…' }).click();
    await library.keyboard.type('Old lanterns');
    await library.keyboard.press('Enter');
    const saved = library.getByRole('button', { name: 'Old lanterns', exact: true });
    await saved.waitFor();
    expect(await saved.getAttribute('aria-current')).toBe('true');
    await clean();
    await library.goto(chromium.url(LIBRARY));
    await saved.click();
    await until('found again', async () => [...(await rows())].sort().join() === of(2, 4).join());
    expect(await box().inputValue()).toBe('lantern');
    await library.getByRole('button', { name: 'Forget the search Old lanterns' }).click();
    await library.getByRole('button', { name: 'Put “Old lanterns” back' }).click();
    await saved.waitFor();
    expect(await saved.count()).toBe(1);
    expect(chromium.errors).toEqual([]);
  });
});
