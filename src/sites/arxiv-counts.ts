/** How many entries an arXiv list says it holds: the evidence against which reading is checked. */
import { count, linkedPapers } from './arxiv-parts.ts';

/** The container of the lists; null where the markup is unknown. */
export function listRoot(doc: Document): Element | null {
  const named = doc.getElementById('dlpage') ?? doc.querySelector('dl#articles')?.parentElement;
  if (named) return named;
  const list = doc.querySelector('dt a[href*="/abs/"]')?.closest('dl');
  return list?.closest('main') ?? list?.parentElement ?? null;
}

/** The headings of the list, in document order; those within entries are none. */
export const headingsIn = (root: Element | null): Element[] =>
  [...(root?.querySelectorAll('h2, h3, h4') ?? [])].filter((one) => !one.closest('dt, dd'));

/** "showing 57 of 57 entries", "showing first 25 of 29 entries", "continued, showing last 4 of 29 entries". */
const SECTION = /showing\s+(?:first\s+|last\s+|next\s+)?([\d,]+)\s+of\s+[\d,]+\s+entr/i;
const TOTAL = /total\s+of\s+([\d,]+)\s+entr(?:y|ies)/i;

function inSections(root: Element): number | undefined {
  let sum: number | undefined;
  for (const heading of headingsIn(root)) {
    const shown = SECTION.exec(heading.textContent ?? '')?.[1];
    if (shown) sum = (sum ?? 0) + count(shown);
  }
  return sum;
}

/** From "Total of 5648 entries : 1-3 4-6 …": the range that is no link is this page's. */
function inPaging(root: Element): number | undefined {
  const line = Array.from(root.querySelectorAll('.paging, small, #dlpage > div')).find((one) =>
    TOTAL.test(one.textContent ?? ''),
  );
  if (!line) return undefined;
  for (const part of line.querySelectorAll('span, b, strong')) {
    const range = /^\s*([\d,]+)\s*-\s*([\d,]+)\s*$/.exec(part.textContent ?? '');
    if (range) return count(range[2]) - count(range[1]) + 1;
  }
  const total = count(TOTAL.exec(line.textContent ?? '')?.[1]);
  const pages = line.querySelector('a[href*="page="], a[href*="skip="]');
  return pages ? undefined : total;
}

/** Sentences by which a list or a missing paper says that there is nothing, outside of any entry. */
const NOTHING =
  /no (?:further )?updates (?:for|on)|no (?:new )?(?:submissions|articles|papers|listings?) (?:found|for)/i;

function saysNothing(root: Element): boolean {
  for (const part of root.querySelectorAll('p, div, h1, h2, h3')) {
    if (part.childElementCount > 3 || part.closest('dd')) continue;
    const text = part.textContent ?? '';
    if (text.length < 300 && NOTHING.test(text)) return true;
  }
  return false;
}

/** Entries this list page should hold by its own words, else by the papers it links to. */
export function expectedOfList(doc: Document): number | undefined {
  const root = listRoot(doc);
  if (root) {
    const told = inSections(root) ?? inPaging(root);
    if (told !== undefined) return told;
    const titled = root.querySelectorAll('dt a[title="Abstract"]').length;
    if (titled > 0) return titled;
  }
  const area = root ?? doc.querySelector('main, #content') ?? doc.body;
  if (!area) return undefined;
  const linked = linkedPapers(area);
  if (linked > 0) return linked;
  return saysNothing(area) ? 0 : undefined;
}
