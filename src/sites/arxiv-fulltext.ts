/** Full text made by LaTeXML (https://math.nist.gov/~BMiller/LaTeXML/): arxiv.org/html/… and ar5iv. Not a list, though it holds a bibliography. */
import { oneLine } from '../core/text.ts';
import { idOfPage } from './arxiv-abs.ts';
import { dateIn, isCategory, linksOf, type Read } from './arxiv-parts.ts';
import { defineListing } from './define-site.ts';
import { textOf } from './dom.ts';

interface Page {
  doc: Document;
  id: string | undefined;
}

/** Footnotes, affiliation marks, conversion errors, numbers of sections: in the line, not of the text. */
const ASIDE =
  /(?:^|\s)ltx_(?:note|role_footnote|ERROR|tag|role_(?:affiliation|address|email|thanks|institutetext))/;
const isAside = (element: Element): boolean =>
  element.localName === 'sup' || ASIDE.test(element.getAttribute('class') ?? '');

const MAX_NAME = 60;

/** "Senior Member, IEEE": no names, though they stand between commas as these do. */
const RANK = /^(?:[\w ]+ )?(?:member|fellow)$|^(?:IEEE|ACM|OSA|SPIE)$/i;
const ADDRESS = /\b(?:universit|institut|department|laborator|college|faculty|school of|research cent)/i;

/** The names before an address that stands in their line: of these it may have swallowed the last. */
function withoutAddress(names: string[]): { authors: string[]; authorsCut?: true } {
  const end = names.findIndex((name) => ADDRESS.test(name));
  const authors = names.slice(0, end < 0 ? names.length : end).filter((name) => !RANK.test(name));
  return end < 0 ? { authors } : { authors, authorsCut: true };
}

/** Names in one `ltx_personname`: the first line, which may hold several; what follows is address. */
function namesIn(person: Element): string[] {
  const copy = person.cloneNode(true) as Element;
  for (const aside of copy.querySelectorAll('sup, .ltx_note, .ltx_ERROR, .ltx_tag')) aside.remove();
  const lineBreak = copy.querySelector('br');
  const first = lineBreak ? textBefore(copy, lineBreak) : '';
  if (first) return split(first);
  return split(textOf(copy));
}

/** Text of `root` up to `end`, '' when nothing stands before it. */
function textBefore(root: Element, end: Element): string {
  const range = root.ownerDocument.createRange();
  range.setStart(root, 0);
  range.setEndBefore(end);
  return oneLine(range.toString());
}

const split = (line: string): string[] =>
  line
    .split(/\s*(?:,|;|&|\band\b|\\AND|\\And)\s*/)
    .map((name) => name.replace(/[\d*†‡§¶∗]+/g, '').trim())
    .filter((name) => /\p{L}{2}/u.test(name) && name.length <= MAX_NAME && !name.includes('@'));

function read(item: Element, { doc, id }: Page): Read | undefined {
  const title = textOf(item.querySelector('h1.ltx_title_document'), isAside);
  if (!title || !id) return undefined;
  const people = [...item.querySelectorAll('.ltx_authors .ltx_personname')].map((person) =>
    withoutAddress(namesIn(person)),
  );
  const abstractElement = item.querySelector('.ltx_abstract');
  const abstract = textOf(
    abstractElement,
    (element) => isAside(element) || element.classList.contains('ltx_title_abstract'),
  );
  // arXiv prints "arXiv:2501.12599v1 [cs.AI] 22 Jan 2025" in the margin: the day of this version
  const stamp = /v(\d+)\s+\[([\w.-]+)\]\s+(.*)/.exec(textOf(doc.getElementById('watermark-tr')));
  const published = stamp?.[1] === '1' ? dateIn(stamp[3] ?? '') : undefined;
  return {
    id: `arxiv:${id}`,
    title,
    authors: people.flatMap(({ authors }) => authors),
    ...(people.some(({ authorsCut }) => authorsCut) ? { authorsCut: true } : {}),
    ...(abstract ? { abstract } : {}),
    ...(published ? { published } : {}),
    categories: stamp?.[2] && isCategory(stamp[2]) ? [stamp[2]] : [],
    links: linksOf(id, title, { abstract: abstractElement, abstractText: abstract }),
  };
}

const article = (doc: Document): Element | null => doc.querySelector('article.ltx_document, .ltx_document');

export const fulltext = defineListing<Page>({
  kind: 'paper',
  live: false,
  root: article,
  items: (doc) => {
    const root = article(doc);
    return root ? [root] : [];
  },
  context: (doc, url) => ({ doc, id: idOfPage(doc, url) }),
  read,
  slot(item) {
    const beside = item.querySelector('h1.ltx_title_document');
    return beside ? { parent: beside, before: null, style: 'gutter', beside } : undefined;
  },
  // the article holds the whole text: dimming it would dim the page
  extent: (item) => Array.from(item.querySelectorAll('h1.ltx_title_document')),
  texts: (item) => Array.from(item.querySelectorAll('h1.ltx_title_document, .ltx_abstract')),
  expected: () => 1,
});
