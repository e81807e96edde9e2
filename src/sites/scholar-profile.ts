/**
 * Tables of articles: an author's profile ("Show more" adds rows), the most cited of a venue. The links of a profile's
 * titles name the article in every markup since 2012: `.gsc_a_tr`, before that `tr.item`; until 2021 in `data-href`.
 */
import { defineListing, type Slot } from './define-site.ts';
import { textOf } from './dom.ts';
import { entryOf, hrefOf, type Read } from './parts.ts';
import { arxivIn, firstOfEach, idIn, outside, people, plain, venueAndYear } from './scholar-ids.ts';

const ARTICLE = 'a[href*="citation_for_view="], a[data-href*="citation_for_view="]';

/** The article a link of a profile leads to. */
export const articleIn = (address: string): string | undefined =>
  /[?&]citation_for_view=([\w-]+(?::|%3A)[\w-]+)/i.exec(address)?.[1]?.replace(/%3a/i, ':');

const addressIn = (link: Element): string =>
  articleIn(link.getAttribute('href') ?? '')
    ? (link.getAttribute('href') ?? '')
    : (link.getAttribute('data-href') ?? '');

const rowOf = (link: Element): Element => link.closest('tr') ?? (link.parentElement as Element);

/** Title links, one an article, in order. */
function articles(doc: Document): Map<string, Element> {
  const found = new Map<string, Element>();
  for (const link of doc.querySelectorAll(ARTICLE)) {
    const key = articleIn(addressIn(link));
    if (key && !found.has(key) && link.textContent?.trim()) found.set(key, link);
  }
  return found;
}

/** Lines below the title: names, then venue. */
function linesOf(title: Element): Element[] {
  let last = title;
  while (last.parentElement && !last.nextElementSibling && last.parentElement.localName !== 'td')
    last = last.parentElement;
  const lines: Element[] = [];
  for (let next = last.nextElementSibling; next; next = next.nextElementSibling)
    if (next.localName !== 'br' && next.textContent) lines.push(next);
  return lines;
}

/** The year's own column: empty, or four digits; asterisks and counts of citations stand before it. */
function yearOf(row: Element): string | undefined {
  const year = /^(?:1[5-9]|20)\d{2}$/.exec(textOf(row.querySelector(':scope > td:last-child')));
  return year?.[0];
}

function readRow(row: Element, title: Element, page: string | undefined): Read | undefined {
  const lines = linesOf(title).map((line) => textOf(line));
  // one line alone may be either: names are not dated
  const [names = '', place = ''] = lines;
  const published = yearOf(row);
  const target = outside(title);
  return entryOf(
    {
      ...people(names),
      ...venueAndYear(place),
      ...(published ? { published } : {}),
      ids: firstOfEach([target && idIn(target), arxivIn(place)]),
      title: plain(textOf(title)),
      page,
    },
    row.ownerDocument.URL,
  );
}

function slotIn(row: Element, beside: Element | null | undefined): Slot | undefined {
  if (!beside) return undefined;
  const parent = linesOf(beside).at(-1) ?? beside.parentElement ?? row;
  return { parent, before: null, style: 'gutter', beside };
}

/** "Articles 1–20", in any language. */
function shown(doc: Document): number {
  const range = /(\d+)\s*[–-]\s*(\d+)/.exec(doc.querySelector('#gsc_a_nn')?.textContent ?? '');
  return range ? Number(range[2]) - Number(range[1]) + 1 : 0;
}

const titleIn = (row: Element): Element | null =>
  Array.from(row.querySelectorAll(ARTICLE)).find((link) => link.textContent?.trim()) ?? null;

export const profile = defineListing({
  kind: 'listing',
  live: true,
  root: (doc) =>
    doc.querySelector('#gsc_a_b, #gsc_art') ??
    doc.querySelector(ARTICLE)?.closest('table') ??
    doc.querySelector('#gsc_bdy, [role="main"]'),
  items: (doc) => [...new Set(Array.from(articles(doc).values(), rowOf))],
  context: () => undefined,
  read(row) {
    const title = titleIn(row);
    return title ? readRow(row, title, new URL(addressIn(title), row.ownerDocument.URL).href) : undefined;
  },
  slot: (row) => slotIn(row, titleIn(row)),
  texts: (row) => [titleIn(row)].filter((one) => one !== null),
  expected: (doc) => Math.max(articles(doc).size, shown(doc)),
});

const CITED = 'a[href*="cites="]';

/** The first link of a row is its title, and "cited by" makes it a row. */
const ranked = (doc: Document): Element[] =>
  Array.from(doc.querySelectorAll('tr')).filter((row) => row.querySelector(`td ${CITED}`));

export const venueTop = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => doc.querySelector('#gsc_mpat_table') ?? doc.querySelector('table'),
  items: ranked,
  context: () => undefined,
  read(row) {
    const title = row.querySelector('a[href]');
    return title && !title.matches(CITED) ? readRow(row, title, hrefOf(title)) : undefined;
  },
  slot: (row) => slotIn(row, row.querySelector('a[href]')),
  texts: (row) => Array.from(row.querySelectorAll('a[href]')).slice(0, 1),
  expected(doc) {
    const cited = Array.from(
      doc.querySelectorAll(CITED),
      (link) => /[?&]cites=([\d,]+)/.exec(link.getAttribute('href') ?? '')?.[1],
    );
    return new Set(cited.filter(Boolean)).size;
  },
});
