/** A paper's own page: what the reader decided and wrote about it is there, and follows what is changed elsewhere. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/root.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { drawn, overlay } from './shadow.ts';
import { stored } from './stored.ts';

const CASE = join(ROOT, 'test/fixtures/arxiv/abs');
const { url } = JSON.parse(readFileSync(join(CASE, 'meta.json'), 'utf8')) as { url: string };
const expected = JSON.parse(readFileSync(join(CASE, 'expected.json'), 'utf8')) as {
  entries: { id: string; title: string }[];
};
const [{ title = '' } = {}] = expected.entries;

let server: Server;
let chromium: Chromium;
let paper: Page;

beforeAll(async () => {
  server = await serve();
  chromium = await launchChromium({ server });
  paper = await chromium.visit(url);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const chips = async () => (await drawn(paper))[0]?.chips.map(({ text }) => text) ?? [];

it('shows its mark, and the note written in the library, also after it is opened again', async () => {
  await until('known', async () => (await chips()).length > 0);
  expect(await chips()).not.toContain('note');
  await paper.bringToFront();
  await paper.keyboard.press('j');
  await paper.keyboard.press('s');
  await until('saved', async () => (await drawn(paper))[0]?.saved === true);
  const library = await chromium.open('src/ui/library/index.html');
  await library.getByRole('row', { name: title }).click();
  await library.getByRole('textbox', { name: `Note: ${title}` }).fill('Compare with ours.\nAsk Noor.');
  await until('stored', async () =>
    (await stored(library, 'marks')).some((mark) => mark.note?.value.endsWith('Noor.')),
  );
  await library.close();
  for (const again of [false, true]) {
    if (again) await paper.reload();
    // a tab in the background of a headless browser is visible all the same
    else await paper.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await until('the note', async () => (await chips()).includes('note'));
    const [mark] = await drawn(paper);
    expect(mark).toMatchObject({ title, saved: true });
    expect(mark?.chips.find(({ text }) => text === 'note')?.name).toBe(
      'Your note: Compare with ours.\nAsk Noor.',
    );
  }
  await paper.bringToFront();
  await paper.keyboard.press('j');
  await paper.keyboard.press('a');
  await until('the card', async () => (await overlay(paper, '.card .note')).length === 1);
  expect(await overlay(paper, '.card .note')).toEqual(['Your note: Compare with ours.\nAsk Noor.']);
  expect(chromium.errors).toEqual([]);
});
