import { JSDOM } from 'jsdom';
import { expect, it } from 'vitest';
import { anyListing } from '../../src/sites/any-page.ts';
import type { Site } from '../../src/sites/define-site.ts';
import { readPage } from '../../src/sites/read-page.ts';
import { leadsTo } from '../../src/sites/unwrapped.ts';

const TO = 'https://arxiv.org/abs/2403.06504';
const CODED = encodeURIComponent(TO);
const { document } = new JSDOM('<a></a>', { url: 'https://example.org/' }).window;
const link = document.querySelector('a') as Element;

it.each([
  [`https://www.google.com/url?q=${CODED}&sa=D&source=editors`, TO],
  [`https://www.google.com/url?q=${TO}&sa=D`, TO],
  [`https://nam02.safelinks.protection.outlook.com/?url=${CODED}&data=05%7C01`, TO],
  [`https://urldefense.com/v3/__${TO}__;!!Bt8fGhp8LhKGRg!x`, TO],
  [`https://www.linkedin.com/safety/go?url=${CODED}`, TO],
  [`https://l.facebook.com/l.php?u=${CODED}&h=AT0`, TO],
  [`https://web.archive.org/web/20240317000000/${TO}`, TO],
  [`https://web.archive.org/web/2024/https:/arxiv.org/abs/2403.06504`, TO],
  [
    `https://arxiv.org/ct?url=${encodeURIComponent('https://dx.doi.org/10.1145/7')}&v=1`,
    'https://dx.doi.org/10.1145/7',
  ],
  [TO, TO],
  ['https://www.google.com/url?q=javascript:alert(1)', 'https://www.google.com/url?q=javascript:alert(1)'],
  [
    'https://www.google.com/search?q=https://arxiv.org/',
    'https://www.google.com/search?q=https://arxiv.org/',
  ],
])('%s leads to %s', (href, to) => {
  link.setAttribute('href', href);
  expect(leadsTo(link, document.URL)?.href).toBe(to);
});

it('papers of a published document are read', () => {
  const site: Site = { id: 'example', any: true, verified: true, examples: [], listing: () => undefined };
  const url = 'https://docs.google.com/document/d/e/x/pub';
  const item = (n: number, title: string) =>
    `<li><a href="https://www.google.com/url?q=https://arxiv.org/abs/2403.0650${n}&sa=D">${title}</a></li>`;
  const html = `<ul>${item(1, 'Bog models for peat and heather')}${item(2, 'Moss nets for everyone and all')}${item(3, 'Fen networks in practice')}</ul>`;
  const doc = new JSDOM(html, { url }).window.document;
  const { entries } = readPage(site, anyListing(), doc, new URL(url));
  expect(entries.map(({ id, title, links }) => [id, title, links.page])).toEqual([
    ['arxiv:2403.06501', 'Bog models for peat and heather', 'https://arxiv.org/abs/2403.06501'],
    ['arxiv:2403.06502', 'Moss nets for everyone and all', 'https://arxiv.org/abs/2403.06502'],
    ['arxiv:2403.06503', 'Fen networks in practice', 'https://arxiv.org/abs/2403.06503'],
  ]);
});
