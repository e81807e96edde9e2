/**
 * arXiv lists: new, recent, past week, months and years, catch-up, author pages. Each entry is a `dt` and the `dd` after
 * it; `dl`s come one a section, with the heading inside (since 2024) or before it. The Perl pages until 2023 differ by
 * `span.list-identifier` and by a `dl` without id. Templates: https://github.com/arXiv/arxiv-browse (browse/templates/list).
 */
import { titleId } from '../core/identity.ts';
import type { EntryType } from '../core/paper.ts';
import { authorsIn } from './arxiv-authors.ts';
import { expectedOfList, listRoot } from './arxiv-counts.ts';
import { categoriesIn, field, idOfHref, isLabel, linksOf, publishedDoi, type Read } from './arxiv-parts.ts';
import { defineListing } from './define-site.ts';
import { textOf } from './dom.ts';

const ITEMS = '#dlpage dt, dl#articles > dt';

/** Sections of /new and /catchup; dates and anything else say nothing of the entries below them. */
function typeOfHeading(text: string): EntryType | undefined {
  if (/^\s*new\s+submissions/i.test(text)) return 'new';
  if (/^\s*cross/i.test(text)) return 'cross';
  return /^\s*replace/i.test(text) ? 'replaced' : undefined;
}

/** One walk through the page, since asking each entry for the heading above it would be quadratic. */
function sections(doc: Document): WeakMap<Element, EntryType> {
  const types = new WeakMap<Element, EntryType>();
  let current: EntryType | undefined;
  for (const element of doc.querySelectorAll(`#dlpage :is(h2, h3, h4), dl#articles h3, ${ITEMS}`)) {
    if (element.localName !== 'dt') current = typeOfHeading(element.textContent ?? '');
    else if (current) types.set(element, current);
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

const FIELDS = {
  'list-title': 'title',
  'list-authors': 'authors',
  'list-comments': 'comments',
  'list-journal-ref': 'journal',
  'list-subjects': 'subjects',
} as const;

/** The parts of an entry by one walk over its children: cheaper than one query each, 2,000 times. */
function fieldsOf(dd: Element | undefined): Fields {
  const fields: Fields = {};
  if (!dd) return fields;
  const first = dd.firstElementChild;
  const parent = first?.classList.contains('meta') ? first : (dd.querySelector('.meta') ?? dd);
  for (let child = parent.firstElementChild; child; child = child.nextElementSibling) {
    if (child.localName === 'p') {
      fields.abstract = [...(fields.abstract ?? []), child];
      continue;
    }
    for (const name of child.className.split(' ')) {
      const key = FIELDS[name as keyof typeof FIELDS];
      if (key) fields[key] ??= child;
    }
  }
  return fields;
}

interface Identifier {
  id: string | undefined;
  pdf: boolean;
  html: string | undefined;
}

function identifier(dt: Element): Identifier {
  const out: Identifier = { id: undefined, pdf: false, html: undefined };
  let others = false;
  for (const link of dt.getElementsByTagName('a')) {
    const href = link.getAttribute('href');
    if (!href) continue;
    if (!out.id && href.includes('/abs/')) out.id = idOfHref(href);
    else if (href.includes('/pdf/')) out.pdf = true;
    else if (href.includes('/html/')) out.html = new URL(href, 'https://arxiv.org').href;
    else if (href.includes('/format/') || href.includes('/ps/')) others = true;
  }
  // the link may be gone or renamed, the printed id is not
  out.id ??= idOfHref(`/abs/${/arXiv:\s*(\S+)/i.exec(dt.textContent ?? '')?.[1] ?? ''}`);
  if (!others) out.pdf = true; // no format is listed at all: every paper has a PDF, unless its formats say otherwise
  return out;
}

function read(dt: Element, types: WeakMap<Element, EntryType>): Read | undefined {
  const fields = fieldsOf(body(dt));
  const title = field(fields.title, /^Title:\s*/);
  if (!title) return undefined;
  const { authors, cut } = authorsIn(fields.authors);
  const { id, pdf, html } = identifier(dt);
  const abstract = fields.abstract?.map((part) => textOf(part, isLabel)).join(' ');
  const comment = field(fields.comments, /^Comments:\s*/);
  const journalRef = field(fields.journal, /^Journal-ref:\s*/);
  const doi = journalRef ? publishedDoi(journalRef) : undefined;
  const entryType = types.get(dt);
  return {
    id: id ? `arxiv:${id}` : titleId(title, authors),
    title,
    authors,
    ...(cut ? { authorsCut: true } : {}),
    ...(abstract ? { abstract } : {}),
    ...(comment ? { comment } : {}),
    ...(journalRef ? { journalRef } : {}),
    ...(doi ? { doi } : {}),
    categories: categoriesIn(field(fields.subjects, /^Subjects?:\s*/)),
    ...(entryType ? { entryType } : {}),
    links: linksOf(id, {
      abstract: fields.abstract?.[0],
      abstractText: abstract,
      comment: fields.comments,
      commentText: comment,
      html,
      pdf,
    }),
  };
}

export const list = defineListing({
  kind: 'listing',
  live: false,
  root: listRoot,
  items: (doc) => Array.from(doc.querySelectorAll(ITEMS)),
  context: sections,
  read,
  slot(dt) {
    const beside = fieldsOf(body(dt)).title;
    return beside && { parent: dt, before: null, style: 'gutter' as const, beside };
  },
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
