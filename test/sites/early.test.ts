/** Listings whose first entries are read while the page is still coming: wherever it is cut, they read as in the whole page. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/root.ts';
import type { Listing } from '../../src/sites/define-site.ts';
import { SITES, siteFor } from '../../src/sites/index.ts';

const FIXTURES = `${ROOT}/test/fixtures/`;
/** Places at which each page is cut. */
const CUTS = 40;

interface Early {
  name: string;
  html: string;
  url: URL;
  listing: Listing;
}

const pages: Early[] = SITES.flatMap(({ id }) => {
  const folder = `${FIXTURES}${id}`;
  return (existsSync(folder) ? readdirSync(folder) : []).flatMap((name): Early[] => {
    const { url } = JSON.parse(readFileSync(`${folder}/${name}/meta.json`, 'utf8')) as { url: string };
    const listing = siteFor(new URL(url))?.listing;
    if (!listing?.early) return [];
    const html = readFileSync(`${folder}/${name}/page.html`, 'utf8');
    return [{ name: `${id}/${name}`, html, url: new URL(url), listing }];
  });
});

/** What is read of each item of a page, and how many items it has. */
function readIn({ listing, url }: Early, html: string): unknown[] {
  const doc = new JSDOM(html, { url: url.href }).window.document;
  const context = listing.context(doc, url, []);
  return listing.items(doc).map((item) => listing.read(item, context) ?? null);
}

describe.each(pages.map((page) => [page.name, page] as const))('%s', (_name, page) => {
  it('reads every entry but the last as in the whole page', () => {
    const whole = readIn(page, page.html);
    let most = 0;
    for (let n = 1; n < CUTS; n++) {
      const first = readIn(page, page.html.slice(0, (page.html.length * n) / CUTS)).slice(0, -1);
      expect(first).toEqual(whole.slice(0, first.length));
      most = Math.max(most, first.length);
    }
    if (whole.length > 2) expect(most).toBeGreaterThan(0);
  });

  it('does not change while one looks', () => {
    expect(page.listing.live).toBe(false);
    expect(page.listing.hydrates ?? false).toBe(false);
  });
});

it('there are such pages', () => {
  expect(pages.length).toBeGreaterThan(5);
});
