/** What Semantic Scholar shows of a paper, in a row of a list or at the top of its own page: the same pieces in both. */

import { textOf } from './dom.ts';
import { addressOf, FRAME, linkedPapers } from './evidence.ts';
import { dateOf, type Fields, hrefOf, idsIn } from './parts.ts';

export const area = (doc: Document): Element | null =>
  doc.querySelector('#main-content, [role="main"], main') ?? doc.querySelector('#app');

/** The paper an address of the site leads to: 40 hexadecimal digits, most often behind words of the title. */
export function paperAt(url: URL): string | undefined {
  if (!/^(?:www\.)?semanticscholar\.org$/.test(url.hostname)) return undefined;
  return /^\/(?:paper|reader)\/(?:[^/]+\/)?([0-9a-f]{40})\/?$/.exec(url.pathname)?.[1];
}

/** Attributes for the site's own tests and statistics: older and steadier than its classes. */
const NAMES = ['data-test-id', 'data-heap-id', 'data-selenium-selector'];

const isTitle = (link: Element): boolean =>
  NAMES.some((name) => /title/.test(link.getAttribute(name) ?? '')) ||
  link.querySelector('h2, h3, h4, .cl-paper-title') !== null ||
  link.closest('h2, h3, h4') !== null;

/** Title links under `box`, one a paper, in order. Counts of citations lead to a part of a paper's page. */
export function titleLinks(box: Element | null): Map<string, Element> {
  const sure = new Map<string, Element>();
  const likely = new Map<string, Element>();
  for (const link of box?.querySelectorAll('a[href*="/paper/"]') ?? []) {
    const url = addressOf(link, link.ownerDocument.URL);
    const key = url && !url.hash ? paperAt(url) : undefined;
    if (!key || link.closest(FRAME)) continue;
    if (isTitle(link)) {
      if (!sure.has(key)) sure.set(key, link);
    } else if (!likely.has(key) && (link.textContent ?? '').trim().length > 12) likely.set(key, link);
  }
  return sure.size > 0 ? sure : likely;
}

export const rowOf = (link: Element): Element =>
  link.closest('[data-paper-id], .cl-paper-row') ??
  link.closest('li, article') ??
  (link.parentElement as Element);

/** Rows by what each carries apart from its title; else papers that anything leads to. */
export function shown(doc: Document): number {
  const box = area(doc);
  const ids = Array.from(box?.querySelectorAll('[data-paper-id]') ?? [], (row) =>
    row.getAttribute('data-paper-id'),
  );
  return Math.max(new Set(ids).size, titleLinks(box).size) || linkedPapers(box, doc.URL, paperAt);
}

/** "+5 authors": the first two and the last are shown, the others on demand. */
const isMore = (button: Element): boolean =>
  /^\s*\+\s*\d/.test(button.textContent ?? '') || /\d+ more/.test(button.getAttribute('aria-label') ?? '');

/** Names, place and day, full text and ids under `box`. */
export function fieldsIn(box: Element): Omit<Fields, 'title'> {
  const marked = box.querySelectorAll('[data-test-id="author-list"]');
  const names = marked.length > 0 ? marked : box.querySelectorAll('a[href*="/author/"]');
  const venue = box.querySelector('a[href*="/venue?name="]');
  const whole = venue && addressOf(venue, box.ownerDocument.URL)?.searchParams.get('name');
  const day = box.querySelector('.cl-paper-pubdates, [data-test-id="paper-year"]');
  const abstract = textOf(box.querySelector('.full-abstract'));
  const copy = Array.from(box.querySelectorAll('a[href]')).find(
    (link) =>
      link.getAttribute('data-heap-direct-pdf-link') === 'true' ||
      /\.pdf(?:$|\?)|\/\/arxiv\.org\/pdf\//.test(link.getAttribute('href') ?? ''),
  );
  return {
    ids: idsIn(box),
    authors: Array.from(names, (name) => textOf(name)),
    authorsCut: Array.from(box.querySelectorAll('button')).some(isMore),
    venue:
      whole ||
      textOf(venue ?? box.querySelector('.cl-paper-venue, [data-selenium-selector="venue-metadata"]')),
    published: dateOf(textOf(day)),
    abstract: /(?:…|\.{3})$/.test(abstract) ? undefined : abstract,
    pdf: hrefOf(copy),
  };
}
