/** The text of a page in lines as they are seen, with what is said of each piece: in a link, bold, slanted. */
import { formula } from './dom.ts';

export interface Look {
  link?: Element;
  bold?: Element;
  slanted?: Element;
  /** A heading, or what its class calls a title. */
  heading?: Element;
  /** What its class calls authors. */
  authors?: Element;
}

export interface Piece extends Look {
  text: string;
  node: Node;
}

export interface Line {
  /** The block whose line it is. */
  box: Element;
  pieces: Piece[];
}

const HEADING = /^h[1-6]$/;

export const isHeading = (element: Element): boolean =>
  HEADING.test(element.localName) || /title/i.test(element.getAttribute('class') ?? '');

function lookOf(element: Element, around: Look, named: string | null): Look {
  const tag = element.localName;
  if (tag === 'a') return { ...around, link: element };
  if (tag === 'b' || tag === 'strong') return around.bold ? around : { ...around, bold: element };
  if (tag === 'i' || tag === 'em' || tag === 'cite')
    return around.slanted ? around : { ...around, slanted: element };
  if (!around.heading && (HEADING.test(tag) || (named && /title/i.test(named))))
    return { ...around, heading: element };
  return named && !around.authors && /author/i.test(named) ? { ...around, authors: element } : around;
}

const BLOCK =
  /^(?:address|article|aside|blockquote|body|center|dd|details|div|dl|dt|figcaption|figure|footer|form|h[1-6]|header|hr|li|main|ol|p|pre|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)$/;
const SILENT = /^(?:style|template|noscript|button|svg|select|textarea|iframe)$/;
const FORMULA = /^(?:script|math|mjx-container)$/;

/** What elements of a name are; asked for every element, and there are few names. */
interface Kind {
  block: boolean;
  silent: boolean;
  formula: boolean;
}
const kinds = new Map<string, Kind>();
function kindOf(tag: string): Kind {
  let kind = kinds.get(tag);
  if (!kind) {
    kind = { block: BLOCK.test(tag), silent: SILENT.test(tag), formula: FORMULA.test(tag) };
    if (kinds.size < 500) kinds.set(tag, kind);
  }
  return kind;
}
/** A list that somebody wrote without markup. */
export const BREAK = /\n\s*(?=[-*•]\s)/;

/** Lines are for what is near: this much text tells. */
const ENOUGH = 5_000;

export function linesIn(area: Element): Line[] {
  const lines: Line[] = [];
  let now: Line | undefined;
  let left = ENOUGH;
  const say = (text: string, node: Node, box: Element, look: Look): void => {
    left -= text.length;
    if (!now) {
      if (text.trim() === '') return;
      now = { box, pieces: [] };
      lines.push(now);
    }
    now.pieces.push({ text, node, ...look });
  };
  const walk = (element: Element, box: Element, look: Look): void => {
    for (let node = element.firstChild; node && left > 0; node = node.nextSibling) {
      if (node.nodeType === 3) {
        const text = node.nodeValue ?? '';
        if (text.includes('\n')) {
          for (const [i, line] of text.split(BREAK).entries()) {
            if (i > 0) now = undefined;
            say(line, node, box, look);
          }
        } else {
          say(text, node, box, look);
        }
        continue;
      }
      if (node.nodeType !== 1) continue;
      const inner = node as Element;
      const tag = inner.localName;
      if (tag === 'br') {
        now = undefined;
        continue;
      }
      const kind = kindOf(tag);
      if (kind.silent || inner.hasAttribute('data-manicule')) continue;
      const named = inner.getAttribute('class');
      const tex = kind.formula || named ? formula(inner) : undefined;
      if (tex !== undefined) {
        if (tex) say(tex, inner, box, look);
        continue;
      }
      const { block } = kind;
      if (block) now = undefined;
      walk(inner, block ? inner : box, lookOf(inner, look, named));
      // an image says nothing, yet a link of one has its place in the line
      if (tag === 'a' && now?.pieces.at(-1)?.link !== inner) say(' ', inner, box, { ...look, link: inner });
      if (block) now = undefined;
    }
  };
  walk(area, area, lookOf(area, {}, area.getAttribute('class')));
  return lines;
}

export const textIn = (pieces: readonly Piece[]): string => pieces.map((piece) => piece.text).join('');
