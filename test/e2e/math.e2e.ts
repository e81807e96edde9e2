/** Formulas of an abstract: set where one paper is read, text in lists, and text where they are copied. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { madeLibrary, putLibrary } from './made-library.ts';
import { until } from './marks.ts';

const ABSTRACT =
  'We prove $\\frac{a}{b} \\leq \\sum_{i=1}^{n} x_i^{p-1}$ for $\\alpha$, ' +
  'and \\(\\unknown{\\frac{1}{2}}\\) <b>stays</b> as it is; see $\\begin{pmatrix} 1 & 0 \\\\ 0 & 1 \\end{pmatrix}$.';

let chromium: Chromium;
let library: Page;
beforeAll(async () => {
  chromium = await launchChromium();
  library = await chromium.open('src/ui/library/index.html');
  const made = madeLibrary(6, 3, new Date());
  Object.assign(made.papers[1] ?? {}, { title: 'On $\\frac{1}{2}$-things', abstract: ABSTRACT });
  await putLibrary(library, made);
  await library.goto(chromium.url('src/ui/library/index.html?view=met&q=things'));
  await until('the paper', async () => (await library.getByRole('row').count()) === 1);
  await library.getByRole('row').first().click();
});
afterAll(() => chromium?.close());

const abstract = () => library.locator('.detail .abstract');

it('sets what reads badly in a line, in the detail', async () => {
  await abstract().locator('math').first().waitFor();
  expect(await abstract().locator('math').count()).toBe(2);
  expect(await abstract().locator('math mfrac').count()).toBe(1);
  expect(await abstract().locator('math mtd').count()).toBe(4);
  expect(await abstract().locator('math').first().getAttribute('alttext')).toBe('a/b ≤ ∑ᵢ₌₁ⁿ xᵢ^(p−1)');
  expect(await library.locator('#paper-title mfrac').count()).toBe(1);
  const box = await abstract().locator('mfrac').boundingBox();
  expect(box?.height).toBeGreaterThan(15); // drawn in two rows
});

it('leaves what is not understood as it was written, and markup as text', async () => {
  const text = (await abstract().textContent()) ?? '';
  expect(text).toContain('for α, and \\(\\unknown{\\frac{1}{2}}\\) <b>stays</b> as it is');
  expect(await abstract().locator('b').count()).toBe(0);
});

it('lists show text only', async () => {
  const row = library.getByRole('row').first();
  expect(await row.locator('math').count()).toBe(0);
  expect(await row.textContent()).toContain('On 1/2-things');
});

it('copies formulas as text', async () => {
  const copied = await abstract().evaluate((paragraph) => {
    getSelection()?.selectAllChildren(paragraph);
    const event = new ClipboardEvent('copy', {
      bubbles: true,
      cancelable: true,
      clipboardData: new DataTransfer(),
    });
    paragraph.dispatchEvent(event);
    return [event.defaultPrevented, event.clipboardData?.getData('text/plain')];
  });
  expect(copied).toEqual([true, expect.stringContaining('We prove a/b ≤ ∑ᵢ₌₁ⁿ xᵢ^(p−1) for α, and ')]);
});

it('is accessible and looks right', async () => {
  const found = (await new AxeBuilder({ page: library }).include('.detail').analyze()).violations;
  expect(found.map((one) => [one.id, one.nodes.map((node) => node.html)])).toEqual([]);
  const folder = process.env['STATS_PICTURES'];
  if (folder) await library.locator('.detail').screenshot({ path: `${folder}/math.png` });
});

it('is set in a review too', async () => {
  const review = await chromium.open('src/ui/review/index.html');
  const title = review.locator('article h2');
  for (let i = 0; i < 6; i++) {
    const shown = (await title.textContent()) ?? '';
    if (shown.includes('things')) break;
    await review.keyboard.press('Space');
    await until('the next', async () => (await title.textContent()) !== shown);
  }
  await review.locator('.abstract mfrac').waitFor();
  expect(chromium.errors).toEqual([]);
});
