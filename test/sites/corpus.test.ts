// @vitest-environment node
/** Every real page of the sites that are read, whole set, compared field by field with what independent readers found. */
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { siteFor } from '../../src/sites/index.ts';
import { readPage } from '../../src/sites/read-page.ts';
import { differences } from './differences.ts';
import { corpusFolder, corpusNames, corpusPage, type Expected } from './shared-corpus.ts';

/** arXiv's lists hold nothing that the expectations leave out: what is not expected must not be invented. */
const ABSENT: Record<string, (keyof Expected)[]> = {
  arxiv: ['abstract', 'entryType', 'published', 'upvotes'],
  huggingface: ['entryType'],
};

for (const id of ['arxiv', 'huggingface']) {
  const folder = corpusFolder(id);
  if (!folder) {
    describe.skip(`real pages of ${id}: the folder is absent (set MANICULE_SHARED)`, () => {
      it('is skipped', () => undefined);
    });
    continue;
  }
  const names = corpusNames(folder);
  describe(`real pages of ${id}`, () => {
    it('has pages', () => {
      expect(names.length, `${folder} is empty`).toBeGreaterThan(0);
    });

    it.each(names)('%s', (name) => {
      const page = corpusPage(folder, name);
      const url = new URL(page.url.split(' ')[0] ?? page.url);
      const found = siteFor(url);
      expect(found?.site.id, `no site knows ${url}`).toBe(id);
      if (!found) return;
      expect(found.listing.kind, 'kind of page').toBe(page.kind);
      const { window } = new JSDOM(page.html, { url: url.href });
      const reading = readPage(found.site, found.listing, window.document, url);
      expect(differences(reading.entries, page.entries, ABSENT[id] ?? [])).toEqual([]);
      expect(reading.entries.map((entry) => entry.position)).toEqual(page.entries.map((_, i) => i + 1));
      expect(reading.recognised, 'the layout is known').toBe(true);
      expect(reading.problems).toEqual([]);
      if (reading.expected !== undefined)
        expect(reading.expected, 'count by the page’s own words').toBe(page.entries.length);
      // every entry can be marked, once, without touching another's place
      const items = found.listing.items(window.document);
      const slots = items.map((item) => found.listing.slot(item));
      expect(
        slots.filter((slot) => slot === undefined).length,
        'entries without a place for their mark',
      ).toBe(0);
      window.close();
    });
  });
}
