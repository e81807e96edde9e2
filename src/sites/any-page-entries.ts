/** Titles, authors and places of the papers that a page of no known layout links to. */
import { oneLine } from '../core/text.ts';
import { type Found, type Owners, ownersOf, papersUnder } from './any-page-links.ts';
import { isLabel, isTitle, type Line, linesIn, linkText, titleInLine } from './any-page-titles.ts';
import { coins } from './citation-data.ts';
import { textOf } from './dom.ts';
import type { KeyOf } from './evidence.ts';
import { type Fields, namesIn } from './parts.ts';

/** A paper and its place. */
export interface Placed extends Found {
  item: Element;
  /** The element that shows the title. */
  shown: Element;
  authors: string[];
  /** What the page's own data for reference managers tells. */
  coins?: Fields | undefined;
}

/** A block longer than this is an article that mentions a paper, not an entry. */
const ENTRY = 4_000;
const LEVELS = 5;

interface Title {
  text: string;
  shown: Element;
}

/** The title marked as such under `area`, and not by a link that says something else. */
function marked(area: Element, selector: string, words: number, link?: Element): Title | undefined {
  for (const shown of [area, ...area.querySelectorAll(selector)]) {
    if ((shown === area && !area.matches(selector)) || (link && shown.contains(link))) continue;
    const text = titleInLine(textOf(shown), words);
    if (isTitle(text, words)) return { text, shown };
  }
  return undefined;
}

/** What no title says of itself: a description. */
const TOLD =
  /\b(?:this (?:paper|work|study|article)|the authors?|we|(?:introduc|propos|present|explor|discuss|survey|investigat)(?:es|e)|is an?)\b/i;
/** A year behind the title: a line of a bibliography, where two words are a title as well. */
const DATED = /[([][^()[\]]{0,40}\b(?:19|20)\d\d\b[^()[\]]*[)\]]/;

function plainTitle(line: string, words: number): string | undefined {
  const text = titleInLine(line, words);
  // of a site's own lines, a single word is more likely a tag
  const least = DATED.test(line) || /[“"]/.test(line) ? Math.min(words, 2) : words;
  if (!isTitle(text, least) || (words === 1 && !text.includes(' ') && text === line)) return undefined;
  return TOLD.test(text) && words > 1 ? undefined : text;
}

const BLOCKS = 'p, div, li, td, dd, h1, h2, h3, h4, h5, h6';

/** The title among lines of plain text. */
function titlesOf(lines: readonly Line[], area: Element, words: number): Title[] {
  const row = area.localName === 'tr';
  return lines.flatMap(({ text, element }, i) => {
    // a cell begins with the title, and goes on about it
    if (row && element === lines[i - 1]?.element) return [];
    // formulas are drawn: read what they were
    const whole =
      element !== area &&
      !element.querySelector(BLOCKS) &&
      element.textContent?.trim().startsWith(text.slice(0, 1));
    const line = whole && element.querySelector('script, math, mjx-container') ? textOf(element) : text;
    const title = plainTitle(row ? line.replace(/\s[-–—:]\s.{30,}$/, '') : line, words);
    return title && !(row && title.split(' ').length > 14) ? [{ text: title, shown: element }] : [];
  });
}

/** The title in the text before a paper's first link, or right behind it. */
function inText(area: Element, link: Element, words: number): Title | undefined {
  const before = titlesOf(
    linesIn(area, (one) => one === link),
    area,
    words,
  );
  // what else stands in a row is short
  if (area.localName === 'tr') return before.sort((a, b) => b.text.length - a.text.length)[0];
  if (before[0] || isTitle(linkText(link), 2)) return before[0];
  return titlesOf(
    linesIn(area, () => true, link),
    area,
    words,
  )[0];
}

/** The title between the link before and this one, in a block of several papers: a list without markup. */
function inRun(link: Element, owners: Owners): string | undefined {
  let run = '';
  for (let node = link.previousSibling; node; node = node.previousSibling) {
    const name = node.nodeName.toLowerCase();
    // links to something else of the same paper are passed over
    const passed = name === 'a' && !owners.has(node as Element) && isLabel(run + node.textContent);
    if (!passed && (name === 'a' || name === 'br')) break;
    if (passed) continue;
    run = (node.textContent ?? '') + run;
  }
  const line = run.split(/\n\s*(?=[-*•])/).at(-1) ?? '';
  const listed = /^\s*[-*•]\s/.test(line) || DATED.test(line);
  return listed ? plainTitle(oneLine(line), 3) : undefined;
}

const HEADINGS = 'h1, h2, h3, h4, h5, h6, [class*="title" i]';

/** The title in what follows a block without one (a term's description) or stands above it (a heading). */
function beside(area: Element, paper: Found, owners: Owners, words: number): Title | undefined {
  if (area.localName === 'dt' || words === 1) {
    for (let next = area.nextElementSibling, i = 0; next && next.localName !== 'dt' && i < 3; i++) {
      // up to where another paper is linked
      const lines = linesIn(next, (link) => owners.has(link) && !paper.links.includes(link));
      const [first] = lines;
      const found =
        first &&
        (marked(next, HEADINGS, words) ??
          titlesOf(lines, next, words)[0] ??
          // "Preface", alone in its paragraph
          (words === 1 &&
          first.element === next &&
          /^\p{Lu}[\p{L}-]{3,}$/u.test(first.text) &&
          lines.length === 1
            ? { text: first.text, shown: next }
            : undefined));
      if (found || lines.length === 0) return found;
      next = next.nextElementSibling;
    }
  }
  const above = area.previousElementSibling;
  return above && /^(?:h[1-6]|p)$/.test(above.localName) && !owners.has(above)
    ? marked(above, HEADINGS, words)
    : undefined;
}

/** Whether a block speaks of one paper: a term also where its descriptions alone link to it. */
function isOwn(area: Element, paper: Found, owners: Owners): boolean {
  if (owners.has(area) || area.localName !== 'dt') return owners.get(area) === paper;
  for (let next = area.nextElementSibling; next?.localName === 'dd'; next = next.nextElementSibling)
    if (owners.has(next) && owners.get(next) !== paper) return false;
  return true;
}

/** Looks for the title where the paper's links stand, then further around, as long as nothing else is meant. */
function titleAround(paper: Found, owners: Owners, words: number): (Title & { area: Element }) | undefined {
  const link = paper.links[0] as Element;
  let area = paper.block;
  for (let level = 0; level < LEVELS; level++) {
    if (!isOwn(area, paper, owners) || (level > 0 && (area.textContent ?? '').length > ENTRY))
      return undefined;
    const prose = level === 0 && area.localName === 'p';
    const found =
      marked(area, HEADINGS, words, link) ??
      marked(area, 'strong, b', words, link) ??
      (prose && !closes(area, link) ? undefined : inText(area, link, words)) ??
      marked(area, 'em, i, cite', words + 1, link);
    if (found) return { ...found, area };
    const other = beside(area, paper, owners, words);
    if (other) return { ...other, area };
    if (!area.parentElement || /^(?:main|body|ul|ol|dl|tbody|table)$/.test(area.parentElement.localName))
      return undefined;
    area = area.parentElement;
  }
  return undefined;
}

/** Whether nothing but labels follows a link in its paragraph: a line of a list, not a sentence. */
const closes = (area: Element, link: Element): boolean =>
  linesIn(area, () => true, link).every(({ text }) => !/\p{L}{4,}/u.test(text)) &&
  !isTitle(linkText(link), 1);

/** The block that is one paper's alone, the whole row or card where there is one; else the link itself. */
function itemOf(paper: Found, area: Element, owners: Owners): Element {
  if (!isOwn(area, paper, owners)) return paper.titled ?? (paper.links[0] as Element);
  const row = area.closest('li, tr, article');
  return row && owners.get(row) === paper && (row.textContent ?? '').length <= ENTRY ? row : area;
}

function authorsIn(item: Element): string[] {
  const box = item.querySelector('[class*="author" i]');
  if (!box || item.localName === 'a') return [];
  const links = Array.from(box.querySelectorAll('a'), (link) => textOf(link)).filter(Boolean);
  return links.length > 0 ? links : namesIn(textOf(box).replace(/^authors?:\s*/i, '')).authors;
}

function coinsAt(area: Element): Fields | undefined {
  const next = area.nextElementSibling;
  const span = next?.matches('.Z3988') ? next : area.querySelector('.Z3988');
  return span ? coins(span) : undefined;
}

/**
 * The papers that `area` links to, each with its title where there evidently is one.
 * @param words words a title has at least: one where links are known to be a site's own entries
 */
export function papersIn(area: Element, base: string, key: KeyOf, words: number): Placed[] {
  const papers = papersUnder(area, base, key, words);
  const owners = ownersOf(papers, area);
  const items = new Set<Element>();
  return papers.flatMap((paper) => {
    const data = owners.get(paper.block) === paper ? coinsAt(paper.block) : undefined;
    const short = paper.title ? undefined : paper.links.find((link) => isWhole(link, words));
    const around = paper.title || short || data ? undefined : titleAround(paper, owners, words);
    const run = owners.get(paper.block) === paper ? undefined : inRun(paper.links[0] as Element, owners);
    const title = data?.title ?? paper.title ?? (short ? linkText(short) : (around?.text ?? run));
    if (title === undefined && ![...paper.keys.keys()].some((kind) => kind !== 'own')) return [];
    const shown = paper.titled ?? short ?? around?.shown ?? (paper.links[0] as Element);
    let item = itemOf(paper, around?.area ?? paper.block, owners);
    if (items.has(item)) item = paper.links[0] as Element;
    items.add(item);
    const { title: _, ...rest } = paper;
    return [
      {
        ...rest,
        ...(title === undefined ? {} : { title: oneLine(title) }),
        item,
        shown,
        authors: data?.authors?.length ? [...data.authors] : authorsIn(item),
        coins: data,
      },
    ];
  });
}

/** A short title that is all its line says: "Mistral 7B". */
function isWhole(link: Element, words: number): boolean {
  const text = linkText(link);
  return isTitle(text, Math.min(words, 2)) && textOf(link.parentElement) === textOf(link);
}
