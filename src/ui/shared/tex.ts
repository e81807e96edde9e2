/**
 * Titles and abstracts come with TeX: this makes the common part of it readable as plain text. Never markup, never
 * less than the source: what is not understood stays as it was written.
 */
import { ACCENTS, ALPHABETS, FONTS, FUNCTIONS, SUBSCRIPTS, SUPERSCRIPTS, SYMBOLS } from './tex-symbols.ts';

/** Not understood: the whole text or formula is shown as its source. */
class Unreadable extends Error {}

const MAX_DEPTH = 20;

/** What would be read otherwise beside a slash: `1−x`, `n log n`, `a/b`. */
const inBrackets = (part: string): string =>
  /[+−/=<>·×∑∏ ]./.test(part.trim()) ? `(${part.trim()})` : part.trim();

class Reader {
  at = 0;
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** Everything up to `until` (consumed) or the end, readable. */
  all(math: boolean, until: string | undefined, depth: number): string {
    if (depth > MAX_DEPTH) throw new Unreadable();
    let out = '';
    while (this.at < this.#text.length) {
      const c = this.#text[this.at] as string;
      if (c === until) {
        this.at++;
        return out;
      }
      out += this.#one(c, math, depth);
    }
    if (until) throw new Unreadable();
    return out;
  }

  #one(c: string, math: boolean, depth: number): string {
    if (c === '\\') return this.#command(math, depth);
    this.at++;
    if (c === '{') return this.all(math, '}', depth + 1);
    if (c === '}') throw new Unreadable();
    if (math && (c === '^' || c === '_')) return this.#script(c, depth);
    if (math && c === '-') return '−';
    if (math && c === "'") return '′';
    if (c === '~') return math ? ' ' : '\u00a0';
    return c;
  }

  /** The argument of a command: a group, a command or one character. */
  #argument(math: boolean, depth: number): string {
    while (this.#text[this.at] === ' ') this.at++;
    const c = this.#text[this.at];
    if (c === undefined) throw new Unreadable();
    return this.#one([...this.#text.slice(this.at, this.at + 2)][0] ?? c, math, depth + 1);
  }

  #command(math: boolean, depth: number): string {
    const name = /^\\([a-zA-Z]+|.)/su.exec(this.#text.slice(this.at, this.at + 40))?.[1];
    if (name === undefined) throw new Unreadable();
    this.at += name.length + 1;
    const word = /^[a-zA-Z]/.test(name);
    const accent = ACCENTS.get(name);
    // \c, \v and the like are accents only before an argument; single letters are never anything else here
    if (accent) {
      const base = this.#argument(math, depth).replace('ı', 'i').replace('ȷ', 'j');
      if (base === '') throw new Unreadable();
      const [first = '', ...rest] = [...base];
      return (first + accent).normalize('NFC') + rest.join('');
    }
    const alphabet = ALPHABETS.get(name);
    if (alphabet)
      return [...this.#argument(math, depth)].map((letter) => alphabet.get(letter) ?? letter).join('');
    if (FONTS.has(name)) {
      this.#skipSpaces();
      return '';
    }
    if (name === 'sqrt') {
      const body = this.#argument(math, depth);
      return [...body].length > 1 ? `√(${body})` : `√${body}`;
    }
    if (name === 'frac' || name === 'tfrac' || name === 'dfrac') {
      const over = inBrackets(this.#argument(math, depth));
      return `${over}/${inBrackets(this.#argument(math, depth))}`;
    }
    const symbol = SYMBOLS.get(name);
    if (symbol !== undefined) {
      if (word && !math) this.#skipSpaces();
      return symbol;
    }
    if (math && FUNCTIONS.has(name)) return name;
    throw new Unreadable();
  }

  /** In text TeX swallows the space after a command word; in formulas a space helps the reader. */
  #skipSpaces(): void {
    while (this.#text[this.at] === ' ') this.at++;
  }

  #script(kind: '^' | '_', depth: number): string {
    const body = this.#argument(true, depth).trim();
    if (body === '∘' && kind === '^') return '°';
    const table = kind === '^' ? SUPERSCRIPTS : SUBSCRIPTS;
    const letters = [...body.replaceAll('−', '-')];
    if (letters.length > 0 && letters.every((letter) => table.has(letter)))
      return letters.map((letter) => table.get(letter)).join('');
    return letters.length > 1 ? `${kind}(${body})` : `${kind}${body}`;
  }
}

function readable(source: string, math: boolean): string | undefined {
  try {
    return new Reader(source).all(math, undefined, 0);
  } catch (error) {
    if (error instanceof Unreadable) return undefined;
    throw error;
  }
}

/** `$…$`, `$$…$$`, `\(…\)`, `\[…\]`; a lone dollar before a digit is money. */
const MATH = /\$\$([^$]+)\$\$|\$((?:\\.|[^$\\])+?)\$|\\\((.+?)\\\)|\\\[(.+?)\\\]/gs;

/** Stand for formulas: characters of no meaning, which no stored text holds. */
const PLACE = '\u0000';
const CUT = '\u0001';

const outside = (text: string): string =>
  text === '' || !/[\\{]/.test(text) ? text : (readable(text, false) ?? text);

/** What stands for a formula: by default its readable text. */
type Show = (body: string, readable: string) => string;

function texTo(text: string, show: Show): string {
  const formulas: string[] = [];
  // formulas stand aside while the text around them is read: they may lie inside of groups
  const without = text.replace(MATH, (source, ...groups: (string | undefined)[]) => {
    const body = groups.slice(0, 4).find((group) => group !== undefined) ?? '';
    // "costs $5 to $10": money, not a formula
    if (groups[1] !== undefined && /^\d/.test(body) && /\s$/.test(body)) return source;
    formulas.push(show(body, readable(body, true)?.trim() ?? source));
    return PLACE;
  });
  let at = 0;
  return outside(without).replaceAll(PLACE, () => formulas[at++] ?? '');
}

/**
 * `text` as a reader would want it: `$\alpha$-divergence` → `α-divergence`, `Gr\"obner` → `Gröbner`, `$L_2$` → `L₂`.
 * Formulas and passages that are not understood are returned as their source.
 */
export function texToText(text: string): string {
  if (!/[\\${]/.test(text) || text.includes(PLACE)) return text;
  return texTo(text, (_body, shown) => shown);
}

/** A formula that stands apart: as it was written between its dollars, and as text. */
export interface Formula {
  body: string;
  text: string;
}

/** `texToText` cut at the formulas for which `apart` holds. */
export function texPieces(text: string, apart: (body: string) => boolean): (string | Formula)[] {
  if (!/[\\$]/.test(text) || text.includes(PLACE) || text.includes(CUT)) return [texToText(text)];
  const formulas: Formula[] = [];
  const shown = texTo(text, (body, readable) => {
    if (!apart(body)) return readable;
    formulas.push({ body, text: readable });
    return CUT;
  });
  const between = shown.split(CUT);
  return between.flatMap((piece, at) => {
    const formula = formulas[at];
    return [...(piece === '' ? [] : [piece]), ...(formula ? [formula] : [])];
  });
}
