/**
 * Google Scholar's results: search, "cited by", versions, related, library, alerts, Labs. One `[data-cid]` each since
 * 2018, before that a bare `.gs_r`; the title an `h3`, with or without a link ("[CITATION]").
 */

import { defineListing, type Slot } from './define-site.ts';
import { textOf } from './dom.ts';
import { entryOf, hrefOf, type Read } from './parts.ts';
import { arxivIn, byline, firstOfEach, idIn, outside, people, plain, venueAndYear } from './scholar-ids.ts';

/** Page frame and hidden dialogs hold headings of their own. */
const AREAS = '#gs_res_ccl, #gs_bdy_ccl, #gs_ccl, [role="main"], #gs_bdy';

/** Dialogs have such an attribute too: the id of what they hold. */
const RESULT = '[data-cid]:not([role], [data-wfc])';

const area = (doc: Document): Element | null => doc.querySelector(AREAS);

const headingOf = (item: Element): Element | null => item.querySelector('h3') ?? item.querySelector('.gs_rt');

/** Court opinions are listed like papers in case law. */
const isCase = (item: Element): boolean =>
  headingOf(item)?.querySelector('a[href*="/scholar_case?"]') != null;

/** "[PDF]", "[CITATION] [C]", "[引用]": kind of a result, before its title. */
const isKind = (element: Element): boolean => /^\s*\[[^\][]*\]/.test(element.textContent ?? '');
const KINDS = /^(?:\[[\p{Lu}\p{Lo}]+\]\s*)+(?=\S)/u;

function titleOf(heading: Element): string {
  // the link, or what stands for it, holds nothing but the title
  const own = heading.querySelector('a[href]') ?? heading.querySelector(':scope > span[id]');
  if (own) return plain(textOf(own));
  const spans = heading.querySelectorAll(':scope > span');
  const kinds = new Set(Array.from(spans).filter(isKind));
  return plain(textOf(heading, (element) => kinds.has(element)).replace(KINDS, ''));
}

/** The lines below the title. A single result comes with a second one, whose names are whole. */
function linesOf(item: Element, heading: Element): { short: Element | null; full: Element | null } {
  const lines = item.querySelectorAll('.gs_a');
  const full = item.querySelector('.gs_fmaa');
  const short = Array.from(lines).find((line) => !full || !line.contains(full));
  return { short: short ?? (full ? null : heading.nextElementSibling), full };
}

function told(item: Element, heading: Element): ReturnType<typeof byline> & { text: string } {
  const { short, full } = linesOf(item, heading);
  const text = textOf(short);
  const line = byline(text);
  if (!full) return { ...line, text };
  const rest = textOf(full.parentElement, (element) => element === full);
  return {
    ...line,
    ...venueAndYear(rest.split(/\s*[•·]\s*/)[0] ?? ''),
    ...people(textOf(full)),
    text: rest,
  };
}

function read(item: Element): Read | undefined {
  const heading = headingOf(item);
  if (!heading) return undefined;
  const title = titleOf(heading);
  const own = heading.querySelector('a[href]');
  const { text, ...line } = told(item, heading);
  // the title's own link says most of what the paper is
  const links = [...(own ? [own] : []), ...item.querySelectorAll('a[href]')];
  const targets = links.flatMap((link) => {
    const url = outside(link);
    return url ? [{ link, url }] : [];
  });
  const copy = (kind: RegExp) =>
    targets.find(({ link, url }) => link !== own && kind.test(`${textOf(link)} ${url.pathname}`))?.url.href;
  const versions = hrefOf(item.querySelector('a[href*="/scholar?cluster="]'));
  const page = targets.find(({ link }) => link === own)?.url.href ?? versions;
  return entryOf(
    {
      ...line,
      ids: firstOfEach([...targets.map(({ url }) => idIn(url)), arxivIn(text)]),
      title,
      page: page ?? searchFor(title, item.ownerDocument.URL),
      pdf: copy(/\[PDF\]|\.pdf$/i),
      html: copy(/\[HTML\]/),
    },
    item.ownerDocument.URL,
  );
}

/** Where a reader finds a result that links nowhere. */
const searchFor = (title: string, base: string): string =>
  new URL(`/scholar?${new URLSearchParams({ q: `"${title.slice(0, 300)}"` })}`, base).href;

function items(doc: Document): Element[] {
  const marked = Array.from(doc.querySelectorAll(RESULT));
  const all =
    marked.length > 0
      ? marked
      : // before 2018 and on some pages nothing but their headings sets results apart
        Array.from(area(doc)?.querySelectorAll('h3') ?? [], (heading) => {
          const box = heading.closest('.gs_r') ?? heading.parentElement;
          return box as Element;
        });
  return [...new Set(all)].filter((item) => headingOf(item) && !isCase(item));
}

/** Results by what each carries apart from its class: ids, headings, "Cite". */
function expected(doc: Document): number {
  const ids = new Set<string>();
  let cases = 0;
  for (const one of doc.querySelectorAll(RESULT)) {
    ids.add(one.getAttribute('data-cid') ?? '');
    if (isCase(one)) cases++;
  }
  const cite = doc.querySelectorAll('a[aria-controls="gs_cit"]').length;
  if (ids.size > 0) return Math.max(ids.size, cite) - cases;
  const headings = Array.from((area(doc) ?? doc.body)?.querySelectorAll('h3') ?? []);
  return headings.filter((one) => !one.querySelector('a[href*="/scholar_case?"]')).length;
}

function slot(item: Element): Slot | undefined {
  const beside = headingOf(item);
  if (!beside) return undefined;
  const { short, full } = linesOf(item, beside);
  // of the two lines of a single result only one is shown, and which one changes
  const parent = full ? item.querySelector('.gs_ri > .gs_fl') : short;
  return {
    parent: parent ?? item,
    before: null,
    style: 'gutter',
    beside,
    until: item.querySelector('.gs_ggs'),
  };
}

export const results = defineListing({
  kind: 'listing',
  // Labs and changed filters draw into the page
  live: true,
  root: (doc) => area(doc) ?? (items(doc).length > 0 ? doc.body : null),
  items,
  context: () => undefined,
  read,
  slot,
  texts: (item) => Array.from(item.querySelectorAll('h3, .gs_rs')),
  expected,
});
