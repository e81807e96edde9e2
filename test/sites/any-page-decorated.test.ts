/** Titles of links on pages of no known site, with what such pages put around them. */
import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { anyListing } from '../../src/sites/any-page.ts';
import type { Site } from '../../src/sites/define-site.ts';
import { readPage } from '../../src/sites/read-page.ts';

const site: Site = { id: 'example', any: true, verified: true, examples: [], listing: () => undefined };
const links = [
  ['[2401.00003] Bog models for peat and heather', 'Bog models for peat and heather'],
  ['[2401.00008v2] Marsh learning: a survey - arXiv.org', 'Marsh learning: a survey'],
  ['Fen networks in practice | arXiv', 'Fen networks in practice'],
  ['arXiv:2401.00007 - Swamp things in vision', 'Swamp things in vision'],
  ['Moss nets for everyone and all, ICLR 2024', 'Moss nets for everyone and all'],
  ['Heath models at scale (2024) [pdf]', 'Heath models at scale'],
  ['Peat, Heather and the Year 2024', 'Peat, Heather and the Year 2024'],
  ['A survey of bogs from 1990 - 2020', 'A survey of bogs from 1990 - 2020'],
] as const;

it('reads titles without them', () => {
  const url = 'https://example.org/list';
  const items = links.map(
    ([text], n) => `<li><a href="https://arxiv.org/abs/2401.0000${n + 1}">${text}</a></li>`,
  );
  const { document } = new JSDOM(`<main><ul>${items.join('')}</ul></main>`, { url }).window;
  const { entries } = readPage(site, anyListing(), document, new URL(url));
  expect(entries.map(({ title }) => title)).toEqual(links.map(([, title]) => title));
});
