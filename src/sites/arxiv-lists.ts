/**
 * arXiv lists: new, recent, past week, months and years, catch-up, author pages. Each entry is a `dt` and the `dd` after
 * it; `dl`s come one a section, with the heading inside (since 2024) or before it. The Perl pages until 2023 differ by
 * `span.list-identifier` and by a `dl` without id. Templates: https://github.com/arXiv/arxiv-browse (browse/templates/list).
 */
import { arxivId, titleId } from '../core/identity.ts';
import type { EntryType } from '../core/paper.ts';
import { authorsIn } from './arxiv-authors.ts';
import { expectedOfList, headingsIn, listRoot } from './arxiv-counts.ts';
import { categoriesIn, field, idOfHref, isLabel, linksOf, publishedDoi, type Read } from './arxiv-parts.ts';
import { defineListing } from './define-site.ts';
import { textOf } from './dom.ts';

/** Sections of /new and /catchup; dates and anything else say nothing of the entries below them. */
function typeOfHeading(text: string): EntryType | undefined {
  if (/^\s*new\s+submissions/i.test(text)) return 'new';
  if (/^\s*cross/i.test(text)) return 'cross';
  return /^\s*replace/i.test(text) ? 'replaced' : undefined;
}

const items = (doc: Document): Element[] => Array.from(listRoot(doc)?.getElementsByTagName('dt') ?? []);

/** One walk through the page, since asking each entry for the heading above it would be quadratic. */
function sections(doc: Document): WeakMap<Element, EntryType> {
  const types = new WeakMap<Element, EntryType>();
  const root = listRoot(doc);
  const headings = new Map(headingsIn(root).map((one) => [one, typeOfHeading(one.textContent ?? '')]));
  // days say nothing of the entries below them: no need to walk
  if (![...headings.values()].some(Boolean)) return types;
  let current: EntryType | undefined;
  for (const element of root?.querySelectorAll('h2, h3, h4, dt') ?? []) {
    if (headings.has(element)) current = headings.get(element);
    else if (current && element.localName === 'dt') types.set(element, current);
  }
  return types;
}

/** The `dd` of an entry; undefined where the next entry comes first. */
function body(dt: Element): Element | undefined {
  for (let next = dt.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.localName === 'dd') return next;
    if (next.localName === 'dt') return undefined;
  }
  return undefined;
}

interface Fields {
  title?: Element;
  authors?: Element;
  comments?: Element;
  journal?: Element;
  subjects?: Element;
  abstract?: Element[];
}

const KEYS = new Map<string, Exclude<keyof Fields, 'abstract'>>([
  ['list-title', 'title'],
  ['list-title mathjax', 'title'],
  ['list-authors', 'authors'],
  ['list-comments', 'comments'],
  ['list-comments mathjax', 'comments'],
  ['list-journal-ref', 'journal'],
  ['list-subjects', 'subjects'],
]);

/** The parts of an entry by one walk over its children: cheaper than one query each, 2,000 times. */
function fieldsOf(dd: Element | undefined): Fields {
  const fields: Fields = {};
  if (!dd) return fields;
  const first = dd.firstElementChild;
  const parent = first?.className === 'meta' ? first : (dd.querySelector('.meta') ?? dd);
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
    const name = child.className;
    let key = KEYS.get(name);
    if (!key && child.localName === 'p') {
      fields.abstract = [...(fields.abstract ?? []), child];
      continue;
    }
    key ??= name
      .split(' ')
      .map((one) => KEYS.get(one))
      .find(Boolean);
    if (key) fields[key] ??= child;
  }
  return fields;
}

interface Identifier {
  id: string | undefined;
  pdf: boolean;
  html: boolean;
}

/** An id of today's form, as the line prints it: nearly all. */
const PRINTED = /arXiv:(\d\d(?:0[1-9]|1[0-2])\.\d{4,5})(?:v\d+)?(?![^\s[\]])/;

/** By the printed line "arXiv:2606.30775 (cross-list from cs.CV) [pdf, html, other]", or else by its links. */
function identifier(dt: Element): Identifier {
  const line = dt.textContent ?? '';
  const at = line.indexOf('arXiv:');
  const said = at < 0 ? '' : line.slice(at, at + 60);
  let id = PRINTED.exec(said)?.[1] ?? arxivId(/^arXiv:\s*([^\s[\]]+)/.exec(said)?.[1] ?? '');
  if (!id) {
    const link = dt.querySelector('a[href*="/abs/"], a[href*="/pdf/"]');
    id = idOfHref(link?.getAttribute('href') ?? null);
  }
  const last = line.slice(Math.max(0, line.lastIndexOf('[')));
  const formats = /\b(?:pdf|ps|html|other)\b/.test(last) ? last : undefined;
  return {
    id,
    // withdrawn papers list other formats only
    pdf: formats === undefined || formats.includes('pdf'),
    html: formats?.includes('html') ?? false,
  };
}

function read(dt: Element, types: WeakMap<Element, EntryType>): Read | undefined {
  const fields = fieldsOf(body(dt));
  const title = field(fields.title, /^Title:\s*/);
  if (!title) return undefined;
  const { authors, cut } = authorsIn(fields.authors);
  const { id, pdf, html } = identifier(dt);
  const abstract = fields.abstract
    ?.map((part) => textOf(part, isLabel))
    .filter(Boolean)
    .join(' ');
  const comment = field(fields.comments, /^Comments:\s*/);
  const journalRef = field(fields.journal, /^Journal-ref:\s*/);
  const doi = journalRef ? publishedDoi(journalRef) : undefined;
  const entryType = types.get(dt);
  const entry: Read = {
    id: id ? `arxiv:${id}` : titleId(title, authors),
    title,
    authors,
    categories: categoriesIn(fields.subjects?.textContent ?? ''),
    links: linksOf(id, title, {
      abstract: fields.abstract?.[0],
      abstractText: abstract,
      comment: fields.comments,
      commentText: comment,
      html,
      pdf,
    }),
  };
  // one by one: for thousands of entries, an object made of pieces takes its time
  if (cut) entry.authorsCut = true;
  if (abstract) entry.abstract = abstract;
  if (comment) entry.comment = comment;
  if (journalRef) entry.journalRef = journalRef;
  if (doi) entry.doi = doi;
  if (entryType) entry.entryType = entryType;
  return entry;
}

export const list = defineListing({
  kind: 'listing',
  live: false,
  early: true,
  root: listRoot,
  items,
  context: sections,
  read,
  slot: (dt) => ({
    parent: dt,
    before: null,
    style: 'gutter',
    // asked when a mark is given its place, which on a long page few are
    get beside() {
      return body(dt)?.querySelector('.list-title') ?? undefined;
    },
  }),
  extent(dt) {
    const dd = body(dt);
    return dd ? [dt, dd] : [dt];
  },
  texts(dt) {
    const { title, abstract } = fieldsOf(body(dt));
    return [...(title ? [title] : []), ...(abstract ?? [])];
  },
  expected: expectedOfList,
});
