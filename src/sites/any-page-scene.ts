/** A page of no known layout while it is read: its papers, and the lines around their links, each gone through once. */
import { isHeading, type Line, linesIn, type Piece } from './any-page-lines.ts';
import { around, type Found, type Papers } from './any-page-links.ts';
import { isBare } from './any-page-pieces.ts';

const BLOCKS = /^(?:li|p|tr|td|dt|dd|h[1-6]|article|figcaption|blockquote|cite|pre|div|section)$/;

export const isBlock = (element: Element): boolean => BLOCKS.test(element.localName);

/** The smallest block a link stands in. */
export function blockOf(link: Element): Element {
  for (let at: Element | null = link; at; at = at.parentElement) if (isBlock(at)) return at;
  return link;
}

/** Whether a block is an item of a list, where a short text is an entry rather than part of a sentence. */
export const isListed = (block: Element): boolean =>
  /^(?:li|td|dt|dd|tr|h[1-6])$/.test(block.localName) || block.parentElement?.localName === 'li';

/** Whether a link is, or holds, what is marked as a title. */
export function isHeaded(link: Element): boolean {
  let at: Element | null = link;
  for (let i = 0; at && i < 4; i++, at = at.parentElement) if (isHeading(at)) return true;
  return link.firstElementChild !== null && Array.from(link.getElementsByTagName('*')).some(isHeading);
}

/** Where a link stands: in which of its block's lines, at which of the line's pieces. */
export interface Place {
  lines: Line[];
  line: number;
  piece: number;
}

export class Scene {
  readonly papers: Papers;
  /** Words a title has at least: one where links are known to be a site's own entries. */
  readonly words: number;
  /** By table: which of its columns holds titles. */
  readonly columns = new Map<Element, number>();
  /** By list: whether its links stand ahead of what they lead to. */
  readonly linksFirst = new Map<Element, boolean>();
  readonly #lines = new Map<Element, Line[]>();
  readonly #places = new Map<Element, Map<Element, Place>>();

  constructor(papers: Papers, words: number) {
    this.papers = papers;
    this.words = words;
  }

  linesOf(block: Element): Line[] {
    let lines = this.#lines.get(block);
    if (!lines) {
      lines = linesIn(block);
      this.#lines.set(block, lines);
    }
    return lines;
  }

  placeOf(link: Element): Place | undefined {
    const block = blockOf(link);
    let places = this.#places.get(block);
    if (!places) {
      places = new Map();
      this.#places.set(block, places);
      const lines = this.linesOf(block);
      for (const [line, { pieces }] of lines.entries()) {
        for (const [piece, one] of pieces.entries()) {
          if (one.link && !places.has(one.link)) places.set(one.link, { lines, line, piece });
        }
      }
    }
    return places.get(link);
  }

  /** Whether a link stands among labels alone. */
  isBare(link: Element): boolean {
    const place = this.placeOf(link);
    return isBare(place?.lines[place.line]?.pieces ?? []);
  }

  /** Whether a piece of text is a link to another paper than this. */
  isOther({ link }: Piece, paper: Found): boolean {
    const owner = link && this.papers.owner(link);
    return owner !== undefined && owner !== paper;
  }

  /** The largest element that is this paper's alone; `bounded`: others' stand beside it. */
  landOf(paper: Found): { land: Element; bounded: boolean } {
    let land = paper.links[0] as Element;
    for (let up = around(land); up; up = around(land)) {
      const owner = this.papers.owner(up);
      if (owner !== paper) return { land, bounded: owner === null };
      land = up;
    }
    return { land, bounded: false };
  }
}
