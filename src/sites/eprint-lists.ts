/**
 * Lists of the Cryptology ePrint Archive. A paper's number is a link of that text; title, names and abstract follow it
 * in the same box (search), in the next box (by year, by day, all), or in the next `dd`s (before 2022).
 */
import { defineListing } from './define-site.ts';
import { lostFormula, textOf } from './dom.ts';
import { FRAME, keyOfLink, linkedPapers } from './evidence.ts';
import { distinct, entryOf, idsIn, namesIn, type Read } from './parts.ts';

export const area = (doc: Document): Element =>
  doc.querySelector('#eprintContent') ?? doc.querySelector('main, [role="main"]') ?? doc.body;

/** `2024/123` of the addresses of a paper, whatever its format. */
export function paperAt(url: URL): string | undefined {
  if (!/^(?:www\.)?eprint\.iacr\.org$/.test(url.hostname)) return undefined;
  const [, year, number] = /^\/((?:19|20)\d{2})\/0*(\d{1,4})(?:\.pdf|\.ps)?\/?$/.exec(url.pathname) ?? [];
  return year && number ? `${year}/${number.padStart(3, '0')}` : undefined;
}

const keyOf = keyOfLink(paperAt);

/** Number links, the first of each paper, in order. */
function numbers(doc: Document): Element[] {
  const found = new Map<string, Element>();
  for (const link of area(doc).querySelectorAll('a[href]')) {
    const key = keyOf(link);
    if (key && !found.has(key) && !link.closest(FRAME)) found.set(key, link);
  }
  return [...found.values()];
}

const TITLE = '.papertitle, strong, b';
const NAMES = '.summaryauthors, .fst-italic, em, i';

/** The boxes with the numbers: as large as they can be without holding another paper's. */
function items(doc: Document): Element[] {
  const all = numbers(doc);
  const top = area(doc);
  return distinct(
    all.map((link, i) => {
      const beside = distinct([all[i - 1], all[i + 1]]);
      let box = link;
      for (
        let up = link.parentElement;
        up && up !== top && !box.querySelector(TITLE);
        up = up.parentElement
      ) {
        if (beside.some((other) => up?.contains(other))) break;
        box = up;
      }
      return box;
    }),
  );
}

const linksIn = (element: Element): Element[] =>
  element.matches('a[href]') ? [element] : Array.from(element.querySelectorAll('a[href]'));

interface Box {
  key: string;
  /** The box with the number, and those up to the next paper's where its title is not in it. */
  parts: Element[];
}

function boxAt(item: Element): Box {
  const key = linksIn(item).map(keyOf).find(Boolean) ?? '';
  const parts = [item];
  if (item.querySelector(TITLE)) return { key, parts };
  for (let next = item.nextElementSibling; next; next = next.nextElementSibling) {
    if (linksIn(next).some((link) => keyOf(link))) break;
    parts.push(next);
  }
  return { key, parts };
}

const find = ({ parts }: Box, selector: string): Element | undefined => {
  for (const part of parts) {
    const found = part.matches(selector) ? part : part.querySelector(selector);
    if (found) return found;
  }
  return undefined;
};

/** The first text behind the number is the title, whatever it is called. */
const titleIn = (box: Box): Element | undefined =>
  find(box, TITLE) ?? box.parts[1]?.querySelector('*') ?? box.parts[1];

function namesOf(box: Box, title: Element | undefined): Element | undefined {
  const found = find(box, NAMES);
  return found ?? title?.nextElementSibling ?? undefined;
}

const ABSTRACT = '.search-abstract, [class*="abstract"]';

function abstractOf(box: Box): string | undefined {
  const element = find(box, ABSTRACT);
  if (!element || lostFormula(element) || element.querySelector('mjx-lazy')) return undefined;
  const text = textOf(element);
  return /(?:…|\.{3})$/.test(text) ? undefined : text;
}

function read(item: Element): Read | undefined {
  const box = boxAt(item);
  const title = titleIn(box);
  const page = `https://eprint.iacr.org/${box.key}`;
  const category = textOf(find(box, '.badge, [class*="category"]'));
  return entryOf(
    {
      // abstracts may link to other papers
      ids: box.parts.flatMap((part) => (part.querySelector('p a[href]') ? [] : idsIn(part))),
      title: textOf(title),
      ...namesIn(textOf(namesOf(box, title))),
      abstract: abstractOf(box),
      // the day shown is that of the last revision
      published: box.key.slice(0, 4),
      keywords: category ? [category] : [],
      page,
      pdf: find(box, 'a[href$=".pdf"]') ? `${page}.pdf` : undefined,
    },
    item.ownerDocument.URL,
  );
}

export const list = defineListing({
  kind: 'listing',
  live: false,
  root: area,
  items,
  context: () => undefined,
  read,
  slot(item) {
    const box = boxAt(item);
    const beside = titleIn(box);
    const parent = namesOf(box, beside) ?? beside?.parentElement;
    return beside && parent ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  extent: (item) => boxAt(item).parts,
  texts(item) {
    const box = boxAt(item);
    return distinct([titleIn(box), find(box, ABSTRACT)]);
  },
  expected: (doc) => linkedPapers(area(doc), doc.URL, paperAt),
});
