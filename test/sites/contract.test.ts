/** What every site owes: a place in each list, addresses of its own, fixtures that read exactly, a row in the README. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/root.ts';
import { projectLacks, siteLacks } from '../../scripts/lib/site-contract.ts';
import { CATALOG } from '../../src/core/catalog.ts';
import { SITES, siteFor } from '../../src/sites/index.ts';
import { type Reading, readPage } from '../../src/sites/read-page.ts';
import { type Known, listingOf } from './support/ways.ts';

const PROJECT = { root: ROOT, sites: SITES, catalog: CATALOG };
const FIXTURES = `${ROOT}/test/fixtures/`;

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

const readIn = ({ site, listing }: Known, doc: Document, url: URL): Omit<Reading, 'site'> => {
  const { site: _site, ...reading } = readPage(site, listing, doc, url);
  return reading;
};

describe('sites', () => {
  it('stand in the same lists, and nothing stands beside them', () => {
    expect(SITES.length).toBeGreaterThan(0);
    expect(projectLacks(PROJECT)).toEqual([]);
  });

  it('know no page that lists no papers', () => {
    for (const url of [
      'https://example.org/',
      'https://arxiv.org/',
      'https://arxiv.org/help/arxiv_identifier',
      'https://arxiv.org/catchup',
      'https://arxiv.org/abs/not-an-id',
      'https://arxiv.org/pdf/2403.06504',
      'https://arxiv.org/a/quill_i_1.atom2',
      'https://notarxiv.org/list/cs.CL/new',
      'https://arxiv.org.example.com/list/cs.CL/new',
      'https://arxiv.org/abs/%E0%A4%A',
    ]) {
      expect(siteFor(new URL(url))?.site.id, url).toBeUndefined();
    }
  });
});

describe.each(SITES.map((site) => [site.id, site] as const))('%s', (id) => {
  const folder = `${FIXTURES}${id}`;
  const cases = existsSync(folder) ? readdirSync(folder).sort() : [];

  it('has all that a site needs', () => {
    expect(siteLacks(PROJECT, id)).toEqual([]);
  });

  // what is missing in a fixture is said above
  const whole = cases.filter((name) =>
    ['page.html', 'meta.json', 'expected.json'].every((file) => existsSync(`${folder}/${name}/${file}`)),
  );
  describe.each(whole)('fixture %s', (name) => {
    let known: Known;
    let document: Document;
    let url: URL;
    let reading: Omit<Reading, 'site'>;

    beforeAll(() => {
      const meta = json(`${folder}/${name}/meta.json`) as { url: string };
      url = new URL(meta.url);
      const found = siteFor(url);
      if (found?.site.id !== id)
        throw new Error(`${meta.url} is read by ${found?.site.id ?? 'no site'}, not by ${id}`);
      known = found;
      document = new JSDOM(readFileSync(`${folder}/${name}/page.html`, 'utf8'), { url: meta.url }).window
        .document;
      reading = readIn(known, document, url);
    });

    it('reads exactly', () => {
      expect(reading).toEqual(json(`${folder}/${name}/expected.json`));
    });

    it('reads the same when it is read again', () => {
      const { items } = known.listing;
      expect(items(document)).toEqual(items(document));
      expect(readIn(known, document, url)).toEqual(reading);
    });

    it('gives every entry one place for its mark, inside the page and apart from the others', () => {
      if (reading.via === 'embedded') return; // nothing can be drawn at those
      const listing = listingOf(known, reading as Reading, document);
      const context = listing.context(document, url, []);
      const items = listing.items(document).filter((item) => listing.read(item, context));
      const places = new Set<Element>();
      for (const item of items) {
        const slot = listing.slot(item);
        expect(slot, 'a slot').toBeDefined();
        if (!slot) continue;
        expect(document.body.contains(slot.parent)).toBe(true);
        if (slot.before) expect(slot.before.parentNode).toBe(slot.parent);
        if (slot.beside) expect(document.body.contains(slot.beside)).toBe(true);
        places.add(slot.parent);
        expect(listing.texts(item).length).toBeGreaterThan(0);
        for (const part of listing.extent?.(item) ?? [item]) expect(document.body.contains(part)).toBe(true);
      }
      expect(places.size).toBe(items.length);
      expect(items.length).toBe(reading.entries.length);
    });
  });
});
