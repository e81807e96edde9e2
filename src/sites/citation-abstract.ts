/** The abstract that a paper's own page shows: publishers' metas often cut it, or spell its formulas otherwise. */

import { isWhole } from './citation-fields.ts';
import { textOf } from './dom.ts';

const LABEL = /^(?:abstract|summary)\s*[:.]?$/i;
const PLACES =
  '[id="abstract" i], .abstract, [class~="Abstract"], .abstract-text, .abstractSection, [property="abstract"], [itemprop="abstract"], [role="doc-abstract"]';
const OTHER =
  '[class*="highlight"], [class*="graphical"], [class*="related"], [class*="reference"], nav, footer';
/** Shorter text under the heading is a note such as "No abstract available." */
const SHORT = 100;

/** What stands in an abstract's box and is none of its words. */
const isApart = (element: Element): boolean =>
  /\b(?:kwd|keyword|copyright|sr-only|visually-hidden)/i.test(element.getAttribute('class') ?? '') ||
  (/^(?:h[1-6]|strong|b|span|dt)$/.test(element.localName) && LABEL.test(textOf(element)));

const told = (text: string): string | undefined => {
  const abstract = text.replace(/^(?:abstract|summary)\s*[:.—–-]\s+/i, '');
  return abstract.length >= SHORT && isWhole(abstract) ? abstract : undefined;
};

/** The text between a heading and the next of its kind. */
function below(heading: Element): string {
  const parts: string[] = [];
  for (let next = heading.nextElementSibling; next; next = next.nextElementSibling) {
    if (/^h[1-6]$/.test(next.localName) && next.localName <= heading.localName) break;
    if (!isApart(next)) parts.push(textOf(next, isApart));
  }
  return parts.join(' ').trim();
}

/** The whole abstract as the page shows it; undefined where it shows none, or part of it. */
export function abstractIn(doc: Document): string | undefined {
  for (const place of doc.querySelectorAll(PLACES)) {
    const abstract = place.closest(OTHER) ? undefined : told(textOf(place, isApart));
    if (abstract) return abstract;
  }
  for (const heading of doc.querySelectorAll('h1, h2, h3, h4, h5, h6')) {
    if (!/^\s*abstract\s*:?\s*$/i.test(heading.textContent ?? '') || heading.closest(OTHER)) continue;
    const abstract = told(below(heading));
    if (abstract) return abstract;
  }
  return undefined;
}
