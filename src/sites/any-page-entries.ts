/** Titles, authors and places of the papers that a page of no known layout links to. */
import { oneLine } from '../core/text.ts';
import { textIn } from './any-page-lines.ts';
import { around, type Found, isId, Papers } from './any-page-links.ts';
import { titleByLine, titleByLink } from './any-page-near.ts';
import { says, type Title } from './any-page-pieces.ts';
import { beside, titleByCell, titleByHeading, titleByHeadingAbove, titleByTop } from './any-page-rows.ts';
import { blockOf, isBlock, Scene } from './any-page-scene.ts';
import { isAddress, isLabel, isNames, linkText, readAnew, spoken } from './any-page-titles.ts';
import { coins } from './citation-data.ts';
import { textOf } from './dom.ts';
import type { KeyOf } from './evidence.ts';
import { type Fields, namesIn } from './parts.ts';

/** A paper and its place. */
export interface Placed extends Found {
  title?: string;
  item: Element;
  /** The element that shows the title, and what the mark stands behind. */
  shown: Element;
  behind: Node;
  authors: string[];
  /** What the page's own data for reference managers tells. */
  coins?: Fields | undefined;
}

/** A block longer than this is an article that mentions a paper, not an entry. */
const ENTRY = 4_000;
/** A card is at most so long, where nothing else tells where it ends. */
const CARD = 600;
/** A link with so much text shows an abstract. */
const ABSTRACT = 300;
/** Lists of authors are shorter than this where no class says that they are authors. */
const NAMES = 1_000;
const LIST = /^(?:main|body|ul|ol|dl|table|tbody)$/;

/** The row or card around a block where nothing else on the page tells where it ends. */
function rowAround(block: Element): Element | undefined {
  let row: Element | undefined;
  let at: Element | null = block;
  for (
    let i = 0;
    at && i < 5 && at.localName !== 'section' && !LIST.test(at.localName);
    i++, at = around(at)
  ) {
    if (spoken(at).length > CARD) break;
    row = at;
    if (/^(?:li|tr|dt|article)$/.test(at.localName)) break;
  }
  return row;
}

const lengthOf = (scene: Scene, area: Element): number =>
  scene
    .linesOf(area)
    .reduce((sum, { pieces }) => pieces.reduce((length, { text }) => length + text.length, sum), 0);

interface Ground {
  block: Element;
  /** The paper's own row or card. */
  entry: Element | undefined;
  /** The element that is its item where there is no entry. */
  alone: Element;
  /** Part of a sentence, or one of several papers in a line. */
  inline: boolean;
  /** Over this a heading may stand. */
  under: Element;
}

function groundOf(scene: Scene, paper: Found): Ground {
  const link = paper.links[0] as Element;
  const { land, bounded } = scene.landOf(paper);
  const block = blockOf(link);
  const list = !bounded || LIST.test(land.localName);
  const inline = !list && (land === link || !isBlock(land));
  let entry: Element | undefined;
  if (list) entry = rowAround(block);
  else if (!inline && lengthOf(scene, land) <= ENTRY) entry = land;
  return {
    block,
    entry,
    alone: scene.papers.owner(block) === paper ? block : inline ? land : link,
    inline,
    under: bounded && !inline ? land : block,
  };
}

/** Whether a paper's links say nothing but where they lead, so that the title stands elsewhere. */
function isCalled(scene: Scene, { links }: Found, isBare: boolean): boolean {
  // "Comments: extends [arXiv:…]" speaks of another paper than the title near by
  if (!isBare && isAddress(linkText(links[0] as Element))) return false;
  return scene.words === 1 || links.every((link) => !says(link) || linkText(link).length > ABSTRACT);
}

function titleOf(
  scene: Scene,
  paper: Found,
  { entry, block }: Ground,
  called: boolean,
  isBare: boolean,
): Title | undefined {
  const found =
    titleByLink(scene, paper) ??
    (entry && called ? titleByHeading(scene, entry) : undefined) ??
    titleByLine(scene, paper);
  if (found || !entry || !called) return found;
  const row = block.closest('tr');
  if (row && scene.papers.owner(row) === paper) return titleByCell(scene, row);
  if (!isBare) return undefined;
  for (const part of [entry, ...beside(scene, entry)]) {
    const title = titleByTop(scene, part);
    if (title) return title;
  }
  return undefined;
}

function namesOf(box: Element): string[] {
  const links = Array.from(box.getElementsByTagName('a'), (link) => textOf(link).replace(/[,;]$/, ''));
  const names = links.filter((name) => name !== '');
  return names.length > 1 ? names : namesIn(textOf(box).replace(/^(?:authors?|by)\b:?\s*/i, '')).authors;
}

/** Authors where a class says so, or where a list of names follows the title. `alone`: one name is a list. */
function authorsIn(scene: Scene, area: Element, title: Title, alone: boolean): string[] {
  const lines = scene.linesOf(area).slice(0, 12);
  for (const one of beside(scene, area)) lines.push(...scene.linesOf(one));
  for (const { pieces } of lines) {
    for (const { authors, link } of pieces) if (authors && !link?.contains(authors)) return namesOf(authors);
  }
  const begin = title.text.slice(0, 20);
  const at = lines.findIndex(({ pieces }) => textIn(pieces).includes(begin));
  for (const [i, { pieces }] of lines.slice(Math.max(at, 0), at + 3).entries()) {
    const written = textIn(pieces);
    // longer lines tell of the paper
    if (written.length > NAMES) continue;
    const text = oneLine(written);
    const rest = at >= 0 && i === 0 ? (text.split(title.text)[1] ?? '') : text;
    const line = rest.replace(/^[\s.,:;–—-]+|^(?:authors?|by)\b:?\s*/gi, '').replace(/[\s[(]+$/, '');
    if (line && isNames(line, alone)) return namesIn(line).authors;
  }
  return [];
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
  readAnew();
  const scene = new Scene(new Papers(area, base, key), words);
  const items = new Set<Element>();
  const headed: { paper: Placed; above: Title & { tag: string }; sure: boolean }[] = [];
  const placed = scene.papers.all.map((paper): Placed => {
    const link = paper.links[0] as Element;
    const ground = groundOf(scene, paper);
    const { block, entry } = ground;
    const data = ground.inline ? undefined : coinsAt(entry ?? block);
    const isBare = scene.isBare(link);
    const called = isCalled(scene, paper, isBare);
    const title = data
      ? { text: data.title, shown: block, behind: link }
      : titleOf(scene, paper, ground, called, isBare);
    let item = entry ?? ground.alone;
    if (items.has(item)) item = link;
    items.add(item);
    let authors = data?.authors ?? [];
    if (authors.length === 0 && entry && title) authors = authorsIn(scene, entry, title, words === 1);
    const one: Placed = {
      ...paper,
      ...(title ? { title: oneLine(title.text) } : {}),
      item,
      shown: title?.shown ?? link,
      behind: title?.behind ?? link,
      authors: [...authors],
      coins: data,
    };
    if (!title && called && scene.papers.owner(block) === paper) {
      const above = titleByHeadingAbove(scene, ground.under, paper);
      if (above) headed.push({ paper: one, above, sure: isLabel(spoken(block)) });
    }
    return one;
  });
  // one heading over one link in a text may be that of a chapter; where several are like that, they are titles
  const tags = headed.map(({ above }) => above.tag);
  for (const { paper, above, sure } of headed) {
    if (!sure && tags.indexOf(above.tag) === tags.lastIndexOf(above.tag)) continue;
    Object.assign(paper, { title: above.text, shown: above.shown, behind: above.behind });
  }
  return placed.filter((paper) => paper.title !== undefined || [...paper.keys.values()].some(isId));
}
