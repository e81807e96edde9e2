/**
 * Names in an arXiv author line. What is displayed counts: linked names are taken whole, unlinked text is cut at commas,
 * what stands in parentheses (affiliations, their numbers) is dropped, "et al." says that the line is cut.
 */
import { oneLine } from '../core/text.ts';

export interface Names {
  authors: string[];
  cut: boolean;
}

/** One stretch of the line: a linked name, or the text between. */
interface Piece {
  text: string;
  linked: boolean;
}

const LABEL = /^\s*authors?\s*:\s*$/i;
const SILENT = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT']);

function pieces(node: Node, out: Piece[]): void {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3) {
      out.push({ text: child.nodeValue ?? '', linked: false });
    } else if (child.nodeType === 1) {
      const element = child as Element;
      if (SILENT.has(element.tagName) || element.hasAttribute('data-manicule')) continue;
      if (element.tagName === 'A') {
        const script = /^javascript:/i.test(element.getAttribute('href') ?? '');
        // "et al. (1,950 additional authors not shown)" unfolds names that are in the page already
        if (script && element.parentElement?.querySelector('#long-author-list')) continue;
        out.push({ text: element.textContent ?? '', linked: !script });
      } else if (element.tagName === 'BR') {
        out.push({ text: ' ', linked: false });
      } else if (!LABEL.test(element.textContent ?? '')) {
        const block = element.tagName === 'DIV' || element.tagName === 'P';
        if (block) out.push({ text: ',', linked: false });
        pieces(element, out);
        if (block) out.push({ text: ',', linked: false });
      }
    }
  }
}

/** Reads the line, dropping what its parentheses hold where `parentheses` is set; `open`: one of them never closes. */
function names(line: Piece[], parentheses: boolean): { names: Names; open: boolean } {
  const authors: string[] = [];
  let cut = false;
  let depth = 0;
  let current = '';
  const flush = () => {
    let name = oneLine(current);
    current = '';
    if (/^(?:and\s+)?et al\b/i.test(name)) {
      cut = true;
      return;
    }
    if (/\bet al\.?$/i.test(name)) {
      cut = true;
      name = name.replace(/\s*\bet al\.?$/i, '');
    }
    name = name.replace(/^(?:and|&)\s+/i, '');
    if (/\p{L}/u.test(name)) authors.push(name);
  };
  for (const piece of line) {
    if (piece.linked) {
      if (depth === 0) current += piece.text;
      continue;
    }
    if (depth === 0 && /^\s*(?:and|&)\s*$/i.test(piece.text)) flush();
    else
      for (const char of piece.text) {
        if (parentheses && char === '(') depth++;
        else if (parentheses && char === ')') depth = Math.max(0, depth - 1);
        else if (depth > 0) continue;
        else if (char === ',' || char === ';') flush();
        else if (char === ':')
          flush(); // "ATLAS Collaboration: G. Aad, …"
        else current += char;
      }
  }
  flush();
  return { names: { authors, cut }, open: depth > 0 };
}

/** What the careful way is for. */
const SPECIAL = /[(:;&]| and|et al/;

/**
 * The usual line, "A, B, C" with every name linked, without a look at each node. Names with commas or parentheses of
 * their own, unlinked ones and labels make the counts differ, and are left to the careful way.
 */
function allLinked(element: Element): string[] | undefined {
  const line = element.textContent ?? '';
  if (SPECIAL.test(line)) return undefined;
  const names = oneLine(line).split(', ');
  const plain =
    names.length === element.childElementCount && !names.some((name) => !name || name.includes(','));
  return plain ? names : undefined;
}

/** The names in `element`, in order; namesakes are kept. Empty where the author list is missing or said to be. */
export function authorsIn(element: Element | null | undefined): Names {
  if (!element) return { authors: [], cut: false };
  const plain = allLinked(element);
  if (plain) return { authors: plain, cut: false };
  const line: Piece[] = [];
  pieces(element, line);
  const first = line[0];
  if (first && !first.linked) first.text = first.text.replace(/^\s*authors?\s*:/i, '');
  const read = names(line, true);
  return read.open ? names(line, false).names : read.names;
}

/** "Vaswani, Ashish" as "Ashish Vaswani": how citation metas give names. */
export function turned(name: string): string {
  const comma = name.indexOf(',');
  return oneLine(comma < 0 ? name : `${name.slice(comma + 1)} ${name.slice(0, comma)}`);
}
