/** Reads a page that is being captured, and says in words how two readings of it differ. */
import { siteName } from '../../src/core/catalog.ts';
import type { Entry } from '../../src/core/paper.ts';
import { anyKnown } from '../../src/sites/any.ts';
import { siteFor } from '../../src/sites/index.ts';
import { type Reading, readPage } from '../../src/sites/read-page.ts';

/** What a fixture's expected.json holds. */
export type Expectation = Omit<Reading, 'site'>;

export interface Captured {
  reading: Reading;
  /** The id of the site whose file says how the page is read; undefined: none does, it was read by links and metadata. */
  site: string | undefined;
}

export function readCaptured(doc: Document, url: URL): Captured {
  const own = siteFor(url);
  const { site, listing } = own ?? anyKnown(doc, url);
  return { reading: readPage(site, listing, doc, url), site: own?.site.id };
}

export function expectationOf({ site: _site, ...expectation }: Reading): Expectation {
  return expectation;
}

const count = (n: number, one: string): string =>
  `${n} ${n === 1 ? one : one.replace(/y$/, 'ie').concat('s')}`;

const WAYS = {
  era: 'by another of the site’s known markups',
  embedded: 'from the data the page carries',
  links: 'by its links alone',
};

/** "25 entries of arXiv, read as its site file says; 25 expected." */
export function summary({ reading, site }: Captured): string {
  const { entries, via, expected } = reading;
  const known = site === undefined ? '' : ` of ${siteName(site)}`;
  const usual = site === undefined ? 'by links and metadata' : 'as its site file says';
  const how = via ? WAYS[via] : usual;
  const told =
    expected === undefined ? 'the page tells no number to hold against it' : `${expected} expected`;
  return `${count(entries.length, reading.kind === 'paper' ? 'paper' : 'entry')}${known}, read ${how}; ${told}.`;
}

/** Every field that an entry has, "links.pdf" and the number of authors too. */
function shapeOf(entry: Entry): string[] {
  return Object.entries({ ...entry, ...entry.links }).flatMap(([key, value]) => {
    if (Array.isArray(value)) return [`${value.length} ${key}`];
    return key === 'links' ? [] : [key];
  });
}

/** How a page reads otherwise after it was changed, text aside; empty: in no way. */
export function shapeDifferences(before: Reading, after: Reading): string[] {
  const out: string[] = [];
  const say = (what: string, was: unknown, is: unknown) => {
    if (was !== is) out.push(`${what}: ${is ?? 'none'} instead of ${was ?? 'none'}`);
  };
  say('entries', before.entries.length, after.entries.length);
  say('expected', before.expected, after.expected);
  say('read', before.via ?? 'as the site file says', after.via ?? 'as the site file says');
  say('recognised', before.recognised, after.recognised);
  say('problems', before.problems.length, after.problems.length);
  const lost = new Map<string, number>();
  before.entries.forEach((was, i) => {
    const now = after.entries[i];
    if (!now) return;
    const has = new Set(shapeOf(now));
    for (const field of shapeOf(was)) if (!has.has(field)) lost.set(field, (lost.get(field) ?? 0) + 1);
  });
  for (const [field, n] of lost) out.push(`lost: ${field} (${count(n, 'entry')})`);
  return out;
}
