/**
 * OpenReview's notes: one paper in a list of submissions, in every markup the site has had. Handlebars until 2020 and
 * beside React since wrote `li.note > h4, .note-authors, div.note-meta-info > span`; React writes `li > div.note` with
 * `ul.note-meta-info > li` (openreview/openreview-web: components/Note.js, NoteTitle.js, NoteAuthors.js, ExpandableList.js).
 * The heading and the address of its link have stayed the same throughout, so a note is found by them.
 */
import { idOfUrl } from '../core/identity.ts';
import { lostFormula, textOf } from './dom.ts';
import { FRAME, keyOfLink } from './evidence.ts';
import { dateOf, distinct, entryOf, hrefOf, type Read } from './parts.ts';

/** What a note tells beyond its heading: its fields may link to other papers ("Previous URL"). */
const DETAILS = '.note-content, .collapse, .collapse-widget';
/** Where links are no entries: menus, the venue's own description. */
const ELSEWHERE = `${FRAME}, .venue-header, #header, ${DETAILS}`;
const NOTE = '.note, li, tr';
/** Beside the names: "et al. (12 additional authors not shown)", numbers of institutions, a label for insiders. */
const NO_NAME =
  'sup, .show-all, [role="button"], .private-author-label, .note-authors-institutions, .glyphicon';
/** Stands for names that are not shown: "Anonymous", "ICLR 2024 Conference Submission71 Authors". */
const ANONYMOUS = /^anonymous\b|\b(?:submission|paper)\s*\d+ authors$/i;
/** Where a submission stands, which is no place of publication. */
const STANDING = /\b(?:submi(?:tted|ssions?)|withdrawn|reject\w*|under review|record)\b/i;

/** The paper a link leads to; undefined for replies to it, which have addresses of the paper's page too. */
export function paperOf(url: URL): string | undefined {
  if (url.hostname !== 'openreview.net') return undefined;
  const reply = url.search.includes('noteId') && url.searchParams.get('noteId');
  return reply && reply !== url.searchParams.get('id') ? undefined : idOfUrl(url);
}

const keyOf = keyOfLink(paperOf);

/** The links that are headings of papers: the first of each note, in document order, with the note they stand in. */
function* headings(doc: Document): Generator<[link: Element, note: Element]> {
  const seen = new Set<Element>();
  for (const link of (doc.querySelector('main, #content') ?? doc).querySelectorAll('a[href*="/forum?"]')) {
    const note = link.closest(NOTE) ?? link.parentElement?.parentElement;
    if (!note || seen.has(note) || link.closest(ELSEWHERE) || !keyOf(link) || !link.textContent?.trim())
      continue;
    seen.add(note);
    yield [link, note];
  }
}

/** The link that is the heading of a note. */
export const headingOf = (note: Element): Element | undefined => {
  for (const link of note.querySelectorAll('a[href*="/forum?"]'))
    if (link.textContent?.trim() && !link.closest(DETAILS) && keyOf(link)) return link;
  return undefined;
};

/** One element per place of a paper: a paper that stands in several tabs has several. */
export const notes = (doc: Document): Element[] => Array.from(headings(doc), ([, note]) => note);

/** Papers that the links of each tab lead to: tabs show the same paper again ("Oral", "All submissions"). */
export function linked(doc: Document): number {
  const tabs = new Map<Element | null, Set<string>>();
  const area = doc.querySelector('main, #content') ?? doc;
  for (const link of area.querySelectorAll(
    'a:is([href*="/forum?"], [href*="/pdf?"], [href*="/attachment?"])',
  )) {
    const key = keyOf(link);
    if (!key || link.closest(ELSEWHERE)) continue;
    const tab = link.closest('[role="tabpanel"], .tab-pane');
    const found = tabs.get(tab) ?? new Set<string>();
    tabs.set(tab, found.add(key));
  }
  let count = 0;
  for (const found of tabs.values()) count += found.size;
  return count;
}

/** The element whose children are the names: boxes around all of them are stepped into. */
function innermost(line: Element | null): Element | null {
  const [only, other] = Array.from(line?.children ?? []).filter((child) => !child.matches(NO_NAME));
  if (!only || other || only.localName === 'a') return line;
  const bare = Array.from(line?.childNodes ?? []).some(
    (node) => node.nodeType === 3 && node.nodeValue?.trim(),
  );
  return bare ? line : innermost(only);
}

/** Names between commas; a name in an element of its own may hold commas itself. */
export function namesOf(line: Element | null): { authors: string[]; authorsCut: boolean } {
  const box = innermost(line);
  const names = [''];
  for (const node of box?.childNodes ?? []) {
    const last = names.length - 1;
    if (node.nodeType === 1) {
      const element = node as Element;
      if (!element.matches(NO_NAME)) names[last] += textOf(element, (inner) => inner.matches(NO_NAME));
    } else if (node.nodeType === 3) {
      const [first = '', ...others] = (node.nodeValue ?? '').split(/[,;]/);
      names[last] += first;
      names.push(...others);
    }
  }
  const authors = names.map((name) => name.trim()).filter((name) => name !== '' && !ANONYMOUS.test(name));
  return { authors, authorsCut: /\bet al\b/i.test(line?.querySelector('.show-all')?.textContent ?? '') };
}

/** The fields under "Show details": name without colon, lower case → element of its value. */
export function fieldsOf(note: Element): Map<string, Element> {
  const fields = new Map<string, Element>();
  for (const name of note.querySelectorAll('.note-content-field')) {
    const value = name.parentElement?.querySelector('.note-content-value');
    const key = textOf(name).replace(/:$/, '').toLowerCase();
    if (value && !fields.has(key)) fields.set(key, value);
  }
  return fields;
}

/** What the fields of a paper tell, on lists and on its own page. */
export function detailsOf(fields: Map<string, Element>) {
  const abstract = fields.get('abstract');
  const keywords = textOf(fields.get('keywords'))
    .split(/\s*[,;]\s*/)
    .filter((word) => word !== '');
  const more = ['code', 'project page', 'website', 'data', 'software'].flatMap((name) =>
    Array.from(fields.get(name)?.querySelectorAll('a[href^="http"]') ?? [], hrefOf),
  );
  return {
    // typeset by the page, its source is gone: not the abstract as its authors wrote it
    abstract: abstract && !lostFormula(abstract) ? textOf(abstract) : undefined,
    keywords,
    more,
  };
}

/** "Published: 26 Jan 2026, Last Modified: 31 Jan 2026", "29 Sept 2021 (modified: 10 Feb 2022)": the first, not the last. */
export const firstDate = (text: string): string | undefined =>
  dateOf(text.replace(/\(?\b(?:last )?modified\b.*$/i, ''));

/** The venue as displayed, or where the submission stands ("Submitted to ICLR 2024"). */
export const venueOf = (text: string): { venue?: string; comment?: string } =>
  text === '' ? {} : STANDING.test(text) ? { comment: text } : { venue: text };

export function read(note: Element): Read | undefined {
  const link = headingOf(note);
  if (!link) return undefined;
  const heading = link.closest('h1, h2, h3, h4, h5') ?? link.parentElement;
  const [date, venue] = note.querySelector('.note-meta-info')?.children ?? [];
  // a heading may also hold the paper's PDF and its page elsewhere (arXiv, DOI): ids of the same paper
  const beside = Array.from(heading?.querySelectorAll('a[href]') ?? [], hrefOf);
  const outside = beside.filter((href) => href && new URL(href).hostname !== 'openreview.net');
  return entryOf(
    {
      ids: [keyOf(link), ...outside.map((href) => href && idOfUrl(href))],
      title: textOf(link),
      ...namesOf(note.querySelector('.note-authors')),
      ...detailsOf(fieldsOf(note)),
      ...venueOf(textOf(venue)),
      published: date && firstDate(textOf(date)),
      page: hrefOf(link)?.replace(/&referrer=[^&]*/, ''),
      pdf: beside.find((href) => href && /\/pdf\?|[?&]name=pdf\b|\.pdf$/.test(href)),
    },
    note.ownerDocument.URL,
  );
}

/** Title and whatever of the abstract is shown. */
export const texts = (note: Element): Element[] =>
  distinct([headingOf(note), fieldsOf(note).get('abstract'), fieldsOf(note).get('tl;dr')]);
