// @vitest-environment node
/**
 * Sites change their markup without notice. Whatever one thing changes, the reading must still hold the page's entries
 * with their ids and titles, or say itself that it does not: never lose papers in silence.
 * One site alone: `npx vitest run --project unit test/sites/mutations.test.ts -t <id>`.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import type { Site } from '../../src/sites/define-site.ts';
import { SITES, siteFor } from '../../src/sites/index.ts';
import { type Reading, readPage } from '../../src/sites/read-page.ts';
import { corpusNames, corpusPage, corpusRoot } from './shared-corpus.ts';
import { losses, saysSo } from './support/losses.ts';
import { mutationsOf, placesOf, renewal } from './support/mutate.ts';
import { type Known, listingOf } from './support/ways.ts';

const FIXTURES = new URL('../fixtures/', import.meta.url).pathname;

/** Entries of a real page that are looked at, where its own words do not speak against leaving some out. */
const ENOUGH_ENTRIES = 12;
const MOST_ENTRIES = 300;
/** Nodes read in all that a real page is worth: a long one gets fewer mutations. */
const EFFORT = 15_000;

const open = (html: string, url: string): JSDOM =>
  new JSDOM(html, { url, virtualConsole: new VirtualConsole() });

const read = (known: Known, doc: Document, url: URL): Reading =>
  readPage(known.site, known.listing, doc, url);

/** Each mutation that loses something in silence, those with one effect on one line. */
async function failures(
  known: Known,
  doc: Document,
  url: URL,
  before: Reading,
  most?: number,
): Promise<string[]> {
  const places = placesOf(listingOf(known, before, doc), doc, url);
  const effects = new Map<string, string[]>();
  for (const { name, apply } of mutationsOf(doc, places, most)) {
    let effect: string | undefined;
    const undo = apply();
    try {
      effect = losses(before, read(known, doc, url));
    } catch (error) {
      effect = `thrown: ${error instanceof Error ? error.message : String(error)}`;
    }
    undo();
    await new Promise(setImmediate); // what is weakly held is freed between tasks alone
    if (effect) effects.set(effect, [...(effects.get(effect) ?? []), name]);
  }
  return [...effects].map(([effect, names]) => {
    const shown = names.length > 6 ? [...names.slice(0, 6), `${names.length - 6} more`] : names;
    return `${shown.join(' | ')} → ${effect}`;
  });
}

/** Leaves the first entries and takes the others out. */
function shorten(known: Known, doc: Document, url: URL): void {
  for (const part of placesOf(known.listing, doc, url).extents.slice(ENOUGH_ENTRIES).flat()) part.remove();
}

/** Leaves `doc` whole or shortened: what is left must read as whole, or every loss would be excused. */
function ready(known: Known, doc: Document, url: URL): Reading | undefined {
  const before = read(known, doc, url);
  if (before.entries.length === 0 || before.via || saysSo(before)) return undefined;
  if (before.entries.length > ENOUGH_ENTRIES && known.listing.kind === 'listing') {
    const renew = renewal(doc);
    shorten(known, doc, url);
    const less = read(known, doc, url);
    if (!less.via && !saysSo(less) && less.entries.length === ENOUGH_ENTRIES) return less;
    renew();
  }
  return before.entries.length <= MOST_ENTRIES ? before : undefined;
}

const corpus = corpusRoot();

/** Real pages of a site, shortest first, listings before papers. */
function realPages(site: Site): { name: string; html: string; url: URL; known: Known }[] {
  const names = corpus ? readdirSync(corpus).filter((name) => name.replaceAll('.', '') === site.id) : [];
  return names.flatMap((folder) => {
    const path = join(corpus as string, folder);
    return corpusNames(path)
      .sort((a, b) => statSync(join(path, `${a}.html`)).size - statSync(join(path, `${b}.html`)).size)
      .flatMap((name) => {
        const page = corpusPage(path, name);
        const url = new URL(page.url.split(' ')[0] ?? page.url);
        const known = siteFor(url);
        return known?.site.id === site.id && page.entries.length >= (page.kind === 'paper' ? 1 : 3)
          ? [{ name, html: page.html, url, known }]
          : [];
      })
      .sort((a, b) => a.known.listing.kind.localeCompare(b.known.listing.kind));
  });
}

describe.each(SITES.map((site) => [site.id, site] as const))('changed markup of %s', (id, site) => {
  const folder = join(FIXTURES, id);
  const cases = existsSync(folder) ? readdirSync(folder).sort() : [];

  it.each(cases)('fixture %s', async (name) => {
    const meta = JSON.parse(readFileSync(join(folder, name, 'meta.json'), 'utf8')) as { url: string };
    const url = new URL(meta.url);
    const known = siteFor(url);
    if (!known) throw new Error(`No site knows ${url}.`);
    const { window } = open(readFileSync(join(folder, name, 'page.html'), 'utf8'), url.href);
    const before = read(known, window.document, url);
    // without entries there is nothing to lose
    const found = before.entries.length > 0 ? await failures(known, window.document, url, before) : [];
    window.close();
    expect(found).toEqual([]);
  });

  it.skipIf(!corpus)('a real page (skipped where there is none)', async ({ skip }) => {
    for (const { name, html, url, known } of realPages(site)) {
      const { window } = open(html, url.href);
      const before = ready(known, window.document, url);
      const nodes = window.document.getElementsByTagName('*').length;
      // a paper's page is read by its metadata: classes matter little, and the page is long
      const [least, effort] = before?.kind === 'paper' ? [2, EFFORT / 3] : [8, EFFORT];
      const most = Math.max(least, Math.min(50, Math.round(effort / nodes)));
      const found = before && (await failures(known, window.document, url, before, most));
      window.close();
      if (!found) continue;
      expect(found, name).toEqual([]);
      return;
    }
    skip('no real page of it');
  });
});
