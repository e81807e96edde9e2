/**
 * Watch words in the page, through the CSS Custom Highlight API (https://www.w3.org/TR/css-highlight-api-1/): ranges
 * only, the page's text nodes stay as they are. Words match as the rules do: whole words, accents and case ignored.
 */
import { fold, UNPARTED } from '../core/text.ts';

const NAME = 'manicule-watch';

interface Needle {
  words: string[];
  open: boolean;
}

/** Words; of scripts that part none, each letter by itself. */
const TOKEN = new RegExp(`[${UNPARTED}]\\p{M}*|[[\\p{L}\\p{N}\\p{M}]--[${UNPARTED}]]+`, 'gv');

const needleOf = (word: string): Needle => ({
  words: fold(word).match(TOKEN) ?? [],
  open: word.trim().endsWith('*'),
});

/** The stretches of `text` that match, as [start, end) in UTF-16 units. */
export function findWords(text: string, needles: readonly Needle[]): [number, number][] {
  const tokens: { folded: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(TOKEN)) {
    // one run of letters may fold to several words or none; comparing the joined fold keeps offsets simple
    const folded = fold(match[0]);
    if (folded) tokens.push({ folded, start: match.index, end: match.index + match[0].length });
  }
  const found: [number, number][] = [];
  for (let i = 0; i < tokens.length; i++) {
    for (const { words, open } of needles) {
      const last = words.length - 1;
      const hit = words.every((word, k) => {
        const token = tokens[i + k]?.folded;
        return token !== undefined && (open && k === last ? token.startsWith(word) : token === word);
      });
      const first = tokens[i];
      const final = tokens[i + last];
      if (hit && first && final) found.push([first.start, final.end]);
    }
  }
  return found;
}

/** Compiles words as the reader typed them. */
export const needles = (words: readonly string[]): Needle[] =>
  words.map(needleOf).filter((needle) => needle.words.length > 0);

/** Highlights words in elements of the page; one instance a visit. */
/** Highlights words in elements of the page; one instance a visit. */
export class WordHighlighter {
  #highlight: Highlight | undefined;
  #sheet: CSSStyleSheet | undefined;
  #needles: Needle[] = [];
  #key = '';
  #dark = false;

  /** Whether there are words to look for. */
  get active(): boolean {
    return this.#highlight !== undefined && this.#needles.length > 0;
  }

  /** Comes with the first word: a new style sheet makes the browser work out the style of the whole page. */
  #install(): void {
    if (this.#highlight || typeof Highlight === 'undefined' || !CSS.highlights) return; // before Chrome 105, Firefox 140
    this.#highlight = new Highlight();
    CSS.highlights.set(NAME, this.#highlight);
    this.#sheet = new CSSStyleSheet();
    this.setDark(this.#dark);
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, this.#sheet];
  }

  setDark(dark: boolean): void {
    this.#dark = dark;
    const colours = dark
      ? 'background-color:#4a1512;color:#f5d0cd'
      : 'background-color:#fde2df;color:#1c1917';
    this.#sheet?.replaceSync(`::highlight(${NAME}){${colours}}`);
  }

  /** Sets the words; true when they changed, so that elements must be searched again. */
  setWords(words: readonly string[]): boolean {
    const key = words.join('\n');
    if (key === this.#key) return false;
    this.#key = key;
    this.#needles = needles(words);
    if (this.#needles.length > 0) this.#install();
    this.#highlight?.clear();
    return true;
  }

  /** Adds the matches in one element. Text is searched node by node: a phrase broken by markup is not found, and nothing breaks. */
  add(element: Element): void {
    if (!this.#highlight || this.#needles.length === 0) return;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const [start, end] of findWords(node.nodeValue ?? '', this.#needles)) {
        const range = new Range();
        range.setStart(node, start);
        range.setEnd(node, end);
        this.#highlight.add(range);
      }
    }
  }

  remove(): void {
    if (!this.#highlight) return;
    this.#highlight.clear();
    CSS.highlights?.delete(NAME);
    const sheet = this.#sheet;
    document.adoptedStyleSheets = [...document.adoptedStyleSheets].filter((one) => one !== sheet);
    this.#highlight = undefined;
    this.#key = '';
  }
}
