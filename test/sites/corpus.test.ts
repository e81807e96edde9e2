// @vitest-environment node
/** Every real page there is, whole set, compared field by field with what independent readers found. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Entry } from '../../src/core/paper.ts';
import { fold } from '../../src/core/text.ts';
import { anyKnown } from '../../src/sites/any.ts';
import { siteFor } from '../../src/sites/index.ts';
import { readPage } from '../../src/sites/read-page.ts';
import { differences } from './differences.ts';
import { corpusNames, corpusPage, corpusRoot, type Expected } from './shared-corpus.ts';

/** arXiv's lists hold nothing that the expectations leave out: what is not expected must not be invented. */
const ABSENT: Record<string, (keyof Expected)[]> = {
  arxiv: ['abstract', 'entryType', 'published', 'upvotes'],
  huggingface: ['entryType'],
};

/** Folders whose pages belong to no site of the catalogue: read by links and metadata alone. */
const NO_SITE = new Set(['generic', 'paperswithcode', 'plos', 'sciencedirect']);

/** An expectation may hold what a page says beside a name: links before it ("[code] Ada Lovelace"), control characters. */
const nameIn = (name: string): string => name.replace(/^(?:\[\w+\]\s*)+|[\u0080-\u009f]/g, '');
const corrected = (entry: Expected): Expected => ({
  ...entry,
  ...(entry.authors ? { authors: entry.authors.map(nameIn) } : {}),
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what a reader cannot see is not kept
  ...(entry.abstract ? { abstract: entry.abstract.replace(/[\u0000-\u0008]/g, '') } : {}),
});

/**
 * A page that only mentions papers may link to more than is asserted: publishers' pages without an id are neither
 * required nor wrong. What has no id of its own counts where its title is asserted.
 */
const required = (read: readonly Entry[], asserted: readonly Expected[]): Entry[] => {
  const titles = new Set(asserted.map((entry) => fold(entry.title ?? '')));
  const ids = new Set(asserted.map((entry) => entry.id));
  return read
    .filter(({ id, title }) =>
      id.startsWith('title:') ? titles.has(fold(title)) : ids.has(id) || !isOptional(id),
    )
    .map((entry, i) => ({ ...entry, position: i + 1 }));
};

/** A page whose list its scripts would draw still names one paper, which a reader of links finds. */
const NAMED: Record<string, string[]> = { paperswithcode: ['arxiv:1312.6114'] };

/** Ids that are read out of publishers' addresses, where the expectations ask for none. */
const isOptional = (id: string): boolean => /^doi:10\.(?:1038|1057)\//.test(id);

const root = corpusRoot();
if (!root) {
  describe.skip('real pages: the folder is absent (set MANICULE_SHARED)', () => {
    it('is skipped', () => undefined);
  });
}

const folders = root
  ? readdirSync(root, { withFileTypes: true })
      .filter((one) => one.isDirectory() && one.name !== 'digest')
      .map((one) => one.name)
      .sort()
  : [];

describe.each(folders)('real pages of %s', (id) => {
  const folder = join(root as string, id);
  const names = corpusNames(folder);

  it('has pages', () => {
    expect(names.length, `${folder} is empty`).toBeGreaterThan(0);
  });

  it.each(names)('%s', (name) => {
    const page = corpusPage(folder, name);
    const url = new URL(page.url.split(' ')[0] ?? page.url);
    const { window } = new JSDOM(page.html, { url: url.href });
    const found = siteFor(url) ?? anyKnown(window.document, url);
    if (NO_SITE.has(id)) expect(siteFor(url), 'no site claims it').toBeUndefined();
    else expect(found.site.id, `the site of ${url}`).toBe(id.replaceAll('.', ''));
    expect(found.listing.kind, 'kind of page').toBe(page.kind === 'paper' ? 'paper' : 'listing');
    const reading = readPage(found.site, found.listing, window.document, url);
    expect(reading.entries.map((entry) => entry.position)).toEqual(reading.entries.map((_, i) => i + 1));
    const named = NAMED[id];
    if (named) {
      expect(reading.entries.map((entry) => entry.id)).toEqual(named);
      return;
    }
    const read = page.kind === 'mentions' ? required(reading.entries, page.entries) : reading.entries;
    expect(differences(read, page.entries.map(corrected), ABSENT[id] ?? [])).toEqual([]);
    expect(reading.recognised, 'the layout is known').toBe(true);
    expect(reading.problems).toEqual([]);
    if (NO_SITE.has(id)) return;
    expect(reading.via, 'read as the site file says').toBeUndefined();
    if (reading.expected !== undefined)
      expect(reading.expected, 'count by the page’s own words').toBe(page.entries.length);
    // every entry can be marked, once, without touching another's place
    const items = found.listing.items(window.document);
    const slots = items.map((item) => found.listing.slot(item));
    expect(slots.filter((slot) => slot === undefined).length, 'entries without a place for their mark').toBe(
      0,
    );
    window.close();
  });
});
