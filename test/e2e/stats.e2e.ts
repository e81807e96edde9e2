/** The library in pictures: what it counts, that each mark opens just its papers, keys, tables, and how it looks. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { pressAll } from './keyboard.ts';
import { madeLibrary, putLibrary } from './made-library.ts';
import { until } from './marks.ts';

const STATS = 'src/ui/stats/index.html';
const LIBRARY = 'src/ui/library/index.html';
const now = new Date();
const made = madeLibrary(600, 500, now);

const violations = async (page: Page) =>
  (await new AxeBuilder({ page }).analyze()).violations.map((one) => [
    one.id,
    one.nodes.map((node) => node.html),
  ]);

/** Leaves a picture in the folder of the variable, for whoever wants to look. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['STATS_PICTURES'];
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

let chromium: Chromium;
let page: Page;
beforeAll(async () => {
  chromium = await launchChromium();
  page = await chromium.open(STATS);
});
afterAll(() => chromium?.close());

const ready = () => page.locator('#authors-title').waitFor();
const marks = (section: string) => page.locator(`section[aria-labelledby="${section}-title"] a.mark`);
/** Waits until the library shows what it was opened with. */
async function shown(of: Page): Promise<void> {
  await of.locator('main[aria-busy="false"]').waitFor();
  await until('rows', async () => (await of.getByRole('row').count()) > 0);
}

it('says what to do while nothing is stored', async () => {
  await page.locator('.empty').waitFor();
  expect(await page.locator('.empty').textContent()).toContain('No papers are stored yet');
  expect(await violations(page)).toEqual([]);
});

describe('with a library', () => {
  beforeAll(async () => {
    await putLibrary(page, made);
    await page.reload();
    await ready();
  });

  it('tells how many papers, saved ones and days there are', async () => {
    const facts = await page.locator('.facts dd').allTextContents();
    expect(facts.slice(0, 2)).toEqual(['600', '120']);
    const days = new Set(
      [...made.papers.map((one) => one['seen'].first.at), ...made.marks.map((one) => one['saved'].at)].map(
        (at) => new Date(at).toDateString(),
      ),
    );
    expect(facts[2]).toBe(String(days.size));
    expect(await page.locator('h2').allTextContents()).toEqual([
      'Papers by week',
      'Reading days',
      'Topics over time',
      'Sites you meet papers on',
      'Authors you meet most',
    ]);
  });

  it.each([
    ['weeks', /: ([\d,]+) (?:new )?papers?/],
    ['days', /: ([\d,]+) papers?$/],
    ['topics', /: ([\d,]+) new papers?$/],
  ])('each mark of the %s opens the papers behind it, no more and no fewer', async (section, told) => {
    const all = await marks(section).all();
    expect(all.length).toBeGreaterThan(section === 'days' ? 50 : 20);
    for (const mark of [all[0], all.at(-1), all[Math.floor(all.length / 2)]]) {
      const name = (await mark?.getAttribute('aria-label')) ?? '';
      const href = (await mark?.getAttribute('href')) ?? '';
      const library = await chromium.context.newPage();
      await library.goto(href);
      await library.locator('.facet.view[aria-current="true"]').waitFor();
      const wanted = Number(told.exec(name)?.[1]?.replace(/\D/g, ''));
      await until(`${wanted} papers: ${name}`, async () => {
        const [text] = await library.locator('.how-many').allTextContents();
        return Number(text?.replace(/\D/g, '')) === wanted;
      });
      expect(await library.locator('.facet.view[aria-current="true"]').textContent()).toContain(
        'Everything met',
      );
      await library.close();
    }
  });

  it('sites and authors open theirs', async () => {
    for (const section of ['sites', 'authors']) {
      const first = page.locator(`section[aria-labelledby="${section}-title"] li a`).first();
      const wanted = Number(await first.locator('.n').textContent());
      const library = await chromium.context.newPage();
      await library.goto((await first.getAttribute('href')) ?? '');
      await until(`${wanted} papers`, async () => {
        const [text] = await library.locator('.how-many').allTextContents();
        return Number(text?.replace(/\D/g, '')) === wanted;
      });
      await library.close();
    }
  });

  it('has one tab stop a picture; arrow keys move between marks, Enter opens', async () => {
    for (const section of ['weeks', 'days', 'topics'])
      expect(
        await page.locator(`section[aria-labelledby="${section}-title"] a.mark[tabindex="0"]`).count(),
      ).toBe(1);
    await page.locator('section[aria-labelledby="days-title"] a.mark[tabindex="0"]').focus();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-x'));
    const from = Number(await focused());
    await page.keyboard.press('ArrowLeft');
    const to = Number(await focused());
    expect(to).toBeLessThan(from);
    await page.keyboard.press('Home');
    expect(Number(await focused())).toBeLessThanOrEqual(to);
    const href = await page.evaluate(() => document.activeElement?.getAttribute('href'));
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.href.startsWith(href ?? '-'));
    await page.goBack();
    await ready();
  });

  it('says the same as a table', async () => {
    for (const [section, head] of [
      ['weeks', ['Week of', 'New', 'Saved']],
      ['days', ['Day', 'Papers']],
    ] as const) {
      const part = page.locator(`section[aria-labelledby="${section}-title"]`);
      await part.getByText('Show as table').click();
      await part.locator('tbody tr').first().waitFor();
      expect(await part.locator('thead th').allTextContents()).toEqual(head);
      const rows = await part.locator('tbody tr').count();
      const columns = await marks(section).evaluateAll(
        (all) => new Set(all.map((one) => (one as SVGElement).dataset['x'])).size,
      );
      expect(rows).toBe(section === 'weeks' ? columns : await marks(section).count());
    }
  });

  it('shows another time', async () => {
    const year = String(now.getFullYear() - 1);
    await page.getByLabel('Time shown').selectOption(year);
    await until('days of that year', async () => {
      const [name] = await marks('days').evaluateAll((all) =>
        all.map((one) => one.getAttribute('aria-label')),
      );
      return name?.includes(year) ?? false;
    });
    const names = await marks('days').evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
    expect(names.length).toBeGreaterThan(5);
    expect(names.every((name) => name?.includes(year))).toBe(true);
    await page.getByLabel('Time shown').selectOption('');
    await marks('topics').first().waitFor();
  });

  it('counts anew what changed while the reader was elsewhere', async () => {
    const library = await chromium.open(`${LIBRARY}?view=met`);
    await shown(library);
    await library.getByRole('row').first().click();
    await library.keyboard.press('s');
    await until(
      'saved',
      async () => (await library.locator('.facet.view .n').nth(1).textContent()) !== '120',
    );
    await page.bringToFront();
    await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await until('counted', async () => (await page.locator('.facts dd').nth(1).textContent()) !== '120');
    await library.close();
  });

  it.each(['light', 'dark'] as const)('looks right and is accessible, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width: 1280, height: 900 });
    expect(await violations(page)).toEqual([]);
    await picture(page, colorScheme);
    await page.setViewportSize({ width: 420, height: 800 });
    await picture(page, `${colorScheme}-420`);
  });

  it('is usable at 320 px: only the pictures scroll sideways', async () => {
    await page.setViewportSize({ width: 320, height: 700 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await picture(page, '320');
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('shows its bars in forced colours', async () => {
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
    expect(await violations(page)).toEqual([]);
    await picture(page, 'forced');
    await page.emulateMedia({ forcedColors: 'none' });
  });
});

it('is opened from the library, by a button and by g w', async () => {
  const library = await chromium.open(LIBRARY);
  await shown(library);
  const opened = async (act: () => Promise<void>) => {
    const [tab] = await Promise.all([chromium.context.waitForEvent('page'), act()]);
    await tab.locator('.facts').waitFor();
    expect(new URL(tab.url()).pathname).toBe(`/${STATS}`);
    await tab.close();
  };
  await opened(() => library.getByRole('button', { name: 'The library in pictures' }).click());
  await library.getByRole('row').first().click();
  await opened(() => pressAll(library, 'g', 'w'));
  await library.keyboard.press('?');
  await library.getByRole('dialog').getByText('the library in pictures').first().waitFor();
  expect(chromium.errors).toEqual([]);
});
