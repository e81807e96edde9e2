/** Values of BibTeX fields → text as papers show it: grouping braces off, TeX's signs and dashes as Unicode, formulas kept. */
import { cleanLine } from '../clean.ts';
import { findDollarMath } from '../latex-math.ts';
import { plainText } from '../latex-read.ts';
import { ACCENTS } from '../latex-symbols.ts';
import type { Name } from '../names.ts';
import { type GivenName, givenName } from './import-text.ts';

const TEX = /[\\{}$~`]|--|''/;
/** A run that is text for TeX too. */
const PLAIN = /[^\\{}$~`'!?-]+/y;
/** Spaces behind a command are TeX's: quotation marks that open, and an apostrophe within a word, stand close. */
const CLOSE_UP =
  /(?:text(?:quote(?:dbl)?left|exclamdown|questiondown)|guil\w+left|quote\w+base|textquote(?:single|right)(?=\s+(?:s|t|d|m|re|ve|ll)(?![A-Za-z])))\s+/y;
const MAX_DEPTH = 40;
const SUPERSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-'].map((sign, i) => [sign, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻'][i] as string]),
);
const SUBSCRIPTS: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789'].map((sign, i) => [sign, [...'₀₁₂₃₄₅₆₇₈₉'][i] as string]),
);

/** One clean line of Unicode: what a paper's title, abstract or name looks like here. */
export function bibText(raw: string): string {
  return cleanLine(TEX.test(raw) ? plainText(new Undresser(raw).text()) : raw);
}

/** Index of each opening brace → that of its closing one. A brace after a backslash is a sign, not a group. */
function groupsOf(source: string): Map<number, number> {
  const closing = new Map<number, number>();
  const open: number[] = [];
  for (const { 0: c, index } of source.matchAll(/\\[\s\S]|[{}]/g)) {
    if (c === '{') open.push(index);
    else if (c === '}') {
      const from = open.pop();
      if (from !== undefined) closing.set(from, index);
    }
  }
  return closing;
}

/** Takes off what BibTeX needs and readers never see, and leaves what `readTex` understands. */
export class Undresser {
  readonly #closing: Map<number, number>;

  /** @param signs quotes, dashes and ties are what TeX makes of them */
  constructor(
    readonly source: string,
    readonly signs = true,
  ) {
    this.#closing = groupsOf(source);
  }

  text = (): string => this.#part(0, this.source.length, 0);

  #part(start: number, end: number, depth: number): string {
    const { source } = this;
    let out = '';
    for (let i = start; i < end; ) {
      const c = source[i] as string;
      if (c === '\\') {
        const step = this.#command(i, end, depth);
        out += step.text;
        i = step.next;
      } else if (c === '$') {
        const math = findDollarMath(source, i, end);
        out += math ? source.slice(i, math.next) : c;
        i = math?.next ?? i + 1;
      } else if (c === '{') {
        const close = this.#closing.get(i);
        const known = close !== undefined && close < end && depth < MAX_DEPTH;
        out += known ? this.#group(i + 1, close, depth + 1) : c;
        i = known ? close + 1 : i + 1;
      } else {
        PLAIN.lastIndex = i;
        const run = PLAIN.test(source) ? Math.min(PLAIN.lastIndex, end) : i;
        const step = run > i ? { text: source.slice(i, run), next: run } : this.#sign(i);
        out += step.text;
        i = step.next;
      }
    }
    return out;
  }

  /** Quotes, dashes and ties; a character that is none of them. */
  #sign(at: number): { text: string; next: number } {
    if (!this.signs) return { text: this.source[at] ?? '', next: at + 1 };
    const ahead = this.source.slice(at, at + 3);
    const sign = /^(?:---?|``|''|~|[!?]`(?!`))/.exec(ahead)?.[0];
    const quoted =
      ahead[0] === '`' ? /^`([^`'\\{}$]{1,80})'(?!')/.exec(this.source.slice(at, at + 84)) : null;
    if (quoted) return { text: `‘${quoted[1]}’`, next: at + quoted[0].length };
    return sign
      ? { text: SIGNS[sign] as string, next: at + sign.length }
      : { text: ahead[0] ?? '', next: at + 1 };
  }

  /** Braces stay where they are short enough for `readTex` to see that they only group. */
  #group(start: number, end: number, depth: number): string {
    const part = this.#part(start, end, depth);
    // a command that nobody knows must not take in the letters behind the group
    const inner = /\\[A-Za-z]+$/.test(part) ? `${part}{}` : part;
    return inner.startsWith('\\') || !/[\s,;]/.test(inner) ? `{${inner}}` : inner;
  }

  #command(at: number, end: number, depth: number): { text: string; next: number } {
    const { source } = this;
    const name = /^[A-Za-z]+/.exec(source.slice(at + 1, at + 40))?.[0];
    const stacked = this.#stacked(at, end, depth);
    if (stacked) return stacked;
    if (!name) return { text: source.slice(at, Math.min(at + 2, end)), next: at + 2 };
    const after = at + 1 + name.length;
    CLOSE_UP.lastIndex = at + 1;
    if (CLOSE_UP.test(source) && CLOSE_UP.lastIndex < end)
      return { text: `\\${name}{}`, next: CLOSE_UP.lastIndex };
    const close = source[after] === '{' ? this.#closing.get(after) : undefined;
    if (close === undefined || close >= end || depth >= MAX_DEPTH) return { text: `\\${name}`, next: after };
    const inner = source.slice(after + 1, close);
    const table =
      name === 'textsuperscript' ? SUPERSCRIPTS : name === 'textsubscript' ? SUBSCRIPTS : undefined;
    const signs = table && [...inner].map((sign) => table[sign]);
    if (signs && signs.length > 0 && signs.every((sign) => sign !== undefined))
      return { text: signs.join(''), next: close + 1 };
    if (name === 'ensuremath') return { text: `$${inner}$`, next: close + 1 };
    return { text: `\\${name}{${this.#part(after + 1, close, depth + 1)}}`, next: close + 1 };
  }

  /** An accent on a letter that has one already, `\`{\^{a}}`, or that Unicode has no single sign for: `\^{x}`. */
  #stacked(at: number, end: number, depth: number): { text: string; next: number } | undefined {
    const accent = this.source[at + 1] ?? '';
    const combining = Object.hasOwn(ACCENTS, accent) ? ACCENTS[accent] : undefined;
    const close = combining && this.source[at + 2] === '{' ? this.#closing.get(at + 2) : undefined;
    if (close === undefined || close >= end || close - at > 30 || depth >= MAX_DEPTH) return undefined;
    const letter = plainText(this.#part(at + 3, close, depth + 1)).replace('ı', 'i');
    if (!/^\p{L}\p{M}*$/u.test(letter)) return undefined;
    return { text: (letter + combining).normalize('NFC'), next: close + 1 };
  }
}

const SIGNS: Readonly<Record<string, string>> = {
  '---': '—',
  '--': '–',
  '``': '“',
  "''": '”',
  '~': ' ',
  '!`': '¡',
  '?`': '¿',
};

/** Splits at `separator` (sticky) where no brace is open. */
function splitOutside(source: string, separator: RegExp): string[] {
  const out: string[] = [];
  let depth = 0;
  let start = 0;
  for (let i = 0; i < source.length; i++) {
    const c = source[i];
    if (c === '{') depth++;
    else if (c === '}') depth = Math.max(0, depth - 1);
    else if (depth === 0 && (c === ',' || c === ';' || /\s/.test(c as string))) {
      separator.lastIndex = i;
      const found = separator.exec(source);
      if (!found) continue;
      out.push(source.slice(start, i));
      start = separator.lastIndex;
      i = start - 1;
    }
  }
  out.push(source.slice(start));
  return out.map((part) => part.trim()).filter((part) => part !== '');
}

/** The keywords of a field: separated by commas, else by semicolons. */
export function bibLabels(raw: string): string[] {
  const parts = splitOutside(raw, /\s*,\s*/y);
  return (parts.length > 1 ? parts : splitOutside(raw, /\s*;\s*/y)).map(bibText);
}

/** `family=…, given=…, prefix=…, suffix=…`: biblatex's extended names (biblatex manual, section 2.3.4). */
function extendedName(parts: readonly string[]): Name | undefined {
  const found = new Map<string, string>();
  for (const part of parts) {
    const [, name = '', value = ''] =
      /^([a-z-]+)\s*=\s*([\s\S]*)$/i.exec(part.replace(/^"(.*)"$/, '$1')) ?? [];
    if (name === '') return undefined;
    found.set(name.toLowerCase(), bibText(value));
  }
  const family = [found.get('prefix'), found.get('family')].filter((part) => part).join(' ');
  const [given, suffix] = [found.get('given'), found.get('suffix')];
  return found.has('family')
    ? { family, ...(given ? { given } : {}), ...(suffix ? { suffix } : {}) }
    : undefined;
}

/** A name in its parts, "von Last, Jr, First", or as it is shown; braces hold a name, or a family name, together. */
function bibName(raw: string): GivenName {
  if (/^\{[^{}]*\}$/.test(raw)) return { literal: bibText(raw) };
  const parts = splitOutside(raw, /\s*,\s*/y);
  const extended = /[a-z]\s*=/.test(raw) ? extendedName(parts) : undefined;
  if (extended !== undefined) return extended;
  const [last = '', second, third] = parts.map(bibText);
  if (second === undefined) {
    const held = /^([^{}]*[^{}\s])\s+\{([^{}\\]*\s[^{}\\]*)\}$/.exec(raw);
    return held?.[1] && held[2] ? { given: bibText(held[1]), family: bibText(held[2]) } : last;
  }
  if (parts.length > 3) return givenName(parts.map(bibText).join(', '));
  return third === undefined
    ? { family: last, given: second }
    : { family: last, given: third, suffix: second };
}

/** The names of an author field, and whether it ends in "and others". */
export function bibNames(raw: string): { authors: GivenName[]; authorsCut?: true } {
  const names = splitOutside(raw.replace(/\s+/g, ' '), /\s+and\s+/iy);
  const authors = names
    .filter((name) => !/^others$/i.test(name))
    .map(bibName)
    .filter((name) => name !== '');
  return authors.length < names.length && /^others$/i.test(names.at(-1) ?? '')
    ? { authors, authorsCut: true }
    : { authors };
}
