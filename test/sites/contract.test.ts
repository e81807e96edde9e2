/** What every site owes: addresses of its own, patterns in the manifest, fixtures that read exactly, a name in the README. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { CATALOG, covers, patternsOf, siteInfo } from '../../src/core/catalog.ts';
import { SITES, siteFor } from '../../src/sites/index.ts';
import { readPage } from '../../src/sites/read-page.ts';

const ROOT = new URL('../../', import.meta.url).pathname;
const FIXTURES = `${ROOT}test/fixtures/`;

const json = (path: string): unknown => JSON.parse(readFileSync(path, 'utf8'));

interface Manifest {
  host_permissions?: string[];
  optional_host_permissions?: string[];
  content_scripts?: { matches: string[] }[];
}

describe('sites', () => {
  it('are listed, with ids of their own', () => {
    expect(SITES.length).toBeGreaterThan(0);
    expect(new Set(SITES.map((site) => site.id)).size).toBe(SITES.length);
  });

  it('are the sites of the catalogue, in its order', () => {
    expect(SITES.map((site) => site.id)).toEqual(CATALOG.map((site) => site.id));
  });

  it('share no address: a page belongs to one site', () => {
    const patterns = CATALOG.flatMap((site) => patternsOf(site));
    expect(new Set(patterns).size).toBe(patterns.length);
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

describe.each(SITES.map((site) => [site.id, site] as const))('%s', (id, site) => {
  const manifest = json(`${ROOT}manifest.json`) as Manifest;
  const folder = `${FIXTURES}${id}`;

  it('knows its own addresses, and no other site does', () => {
    expect(site.examples.length).toBeGreaterThan(0);
    for (const example of site.examples) {
      const url = new URL(example);
      const knowing = SITES.filter((one) => one.listing(url)).map((one) => one.id);
      expect(knowing, example).toEqual([id]);
      expect(
        site.matches.some((pattern) => covers(pattern, url)),
        `${example} is outside of ${site.matches.join(', ')}`,
      ).toBe(true);
    }
  });

  it('stands in the manifest with every pattern', () => {
    const info = siteInfo(id);
    const scripts = manifest.content_scripts?.flatMap((script) => script.matches) ?? [];
    for (const pattern of patternsOf(info)) {
      if (info.fromInstall) {
        expect(manifest.host_permissions, 'host_permissions').toContain(pattern);
        expect(scripts, 'content_scripts').toContain(pattern);
      } else {
        expect(manifest.optional_host_permissions, 'optional_host_permissions').toContain(pattern);
        expect(scripts, 'content_scripts: runs before the reader allowed it').not.toContain(pattern);
      }
    }
  });

  it('has a row in the README, which says when no page of it was at hand', () => {
    const rows = readFileSync(`${ROOT}README.md`, 'utf8').split('\n');
    const row = rows.find((line) => line.startsWith(`| ${site.name} |`));
    expect(row, `README.md has no line “| ${site.name} | … |”`).toBeDefined();
    expect(row?.includes('unverified'), 'the row says “unverified”').toBe(!site.verified);
  });

  it('has fixtures', () => {
    expect(existsSync(folder), `${folder} is missing`).toBe(true);
    expect(readdirSync(folder).length).toBeGreaterThan(0);
  });

  describe.each(existsSync(folder) ? readdirSync(folder).sort() : [])('fixture %s', (name) => {
    const meta = json(`${folder}/${name}/meta.json`) as { url: string; about: string };
    const url = new URL(meta.url);
    const html = readFileSync(`${folder}/${name}/page.html`, 'utf8');
    const found = siteFor(url);
    const { document } = new JSDOM(html, { url: meta.url }).window;

    it(`reads exactly: ${meta.about}`, () => {
      expect(found?.site.id).toBe(id);
      if (!found) return;
      const { site: _site, ...reading } = readPage(found.site, found.listing, document, url);
      expect(reading).toEqual(json(`${folder}/${name}/expected.json`));
    });

    it('gives every entry one place for its mark, inside the page and apart from the others', () => {
      const listing = found?.listing;
      if (!listing) throw new Error(`no site knows ${url}`);
      const items = listing
        .items(document)
        .filter((item) => listing.read(item, listing.context(document, url, [])));
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
    });
  });
});
