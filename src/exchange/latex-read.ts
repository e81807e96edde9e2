/**
 * Reads running text as papers show it, Unicode with some TeX in it, into text, formulas and styled parts. Total: any
 * input gives a result, in time linear in its length, and what is no TeX it knows stays as it was written.
 */

import { type Found, findBracketMath, findDollarMath } from './latex-math.ts';
import {
  ACCENTS,
  LETTERS,
  MATH_SYMBOLS,
  PLAIN_ARGUMENT,
  STYLES,
  type Style,
  SWITCHES,
  TEXT_SYMBOLS,
} from './latex-symbols.ts';
import { holdsAny } from './signs.ts';

export type Inline =
  | { kind: 'text'; text: string }
  /** A formula without its dollars. */
  | { kind: 'math'; tex: string }
  | { kind: 'style'; style: Style; inner: Inline[] };

const MAX_DEPTH = 20;
/** Whether text holds what may begin a command, a formula or a group: without any of them it is read as it stands. */
export const holdsTex = holdsAny('\\${}');
/** A brace, or a backslash with what it stands before. */
const GROUPING = /[{}]|\\[\s\S]?/g;
/** A run without any of them. */
const PLAIN = /[^\\${}]+/y;

/** Text, formulas and styled parts of `source`, which should be one clean line. */
export function readTex(source: string): Inline[] {
  if (!holdsTex(source)) return source === '' ? [] : [{ kind: 'text', text: source }];
  return new Reader(source).read(0, source.length, 0);
}

/** The same as one line of Unicode: accents composed, styles and grouping dropped, formulas kept as `$…$`. */
export function plainText(source: string): string {
  return holdsTex(source) ? flatten(readTex(source)) : source;
}

/** The words of `source` without its formulas: what a key or a comparison is made of. */
export function wordsOnly(source: string): string {
  const words = (parts: readonly Inline[]): string =>
    parts
      .map((part) => (part.kind === 'text' ? part.text : part.kind === 'math' ? ' ' : words(part.inner)))
      .join('');
  return words(readTex(source));
}

function flatten(inlines: readonly Inline[]): string {
  let out = '';
  for (const part of inlines) {
    out += part.kind === 'text' ? part.text : part.kind === 'math' ? `$${part.tex}$` : flatten(part.inner);
  }
  return out;
}

class Reader {
  /** Index of an opening brace → index of the one that closes it: found once, so that hostile nesting costs nothing. */
  readonly #closing = new Map<number, number>();

  constructor(readonly source: string) {
    const open: number[] = [];
    for (const { 0: found, index } of source.matchAll(GROUPING)) {
      if (found === '{') open.push(index);
      else if (found === '}') {
        const from = open.pop();
        if (from !== undefined) this.#closing.set(from, index);
      }
    }
  }

  read(start: number, end: number, depth: number): Inline[] {
    const out: Inline[] = [];
    let text = '';
    const add = (parts: readonly Inline[]) => {
      for (const part of parts) {
        if (part.kind === 'text') text += part.text;
        else {
          if (text !== '') out.push({ kind: 'text', text });
          text = '';
          out.push(part);
        }
      }
    };
    let i = start;
    while (i < end) {
      const c = this.source[i] as string;
      if (c === '\\') {
        const step = this.#command(i, end, depth);
        add(step.parts);
        i = step.next;
      } else if (c === '$') {
        const math = findDollarMath(this.source, i, end);
        if (math) add([{ kind: 'math', tex: math.tex }]);
        else text += c;
        i = math ? math.next : i + 1;
      } else if (c === '{') {
        const close = this.#close(i, end);
        if (close !== undefined && depth < MAX_DEPTH) {
          add(this.#group(i + 1, close, depth + 1));
          i = close + 1;
        } else {
          text += c;
          i++;
        }
      } else {
        PLAIN.lastIndex = i;
        const next = Math.min(PLAIN.test(this.source) ? PLAIN.lastIndex : i + 1, end);
        text += this.source.slice(i, next);
        i = next;
      }
    }
    if (text !== '') out.push({ kind: 'text', text });
    return out;
  }

  #close(open: number, end: number): number | undefined {
    const close = this.#closing.get(open);
    return close !== undefined && close < end ? close : undefined;
  }

  /** `{BERT}` and `{\L}` are grouping, which readers never see; `{1, 2}` and `{a b}` are a set. */
  #group(start: number, end: number, depth: number): Inline[] {
    const inner = this.source.slice(start, end);
    const turn = /^\\([a-z]{2})(?![a-zA-Z])\s*/.exec(inner);
    const style = turn?.[1] ? SWITCHES[turn[1]] : undefined;
    if (turn && style)
      return [{ kind: 'style', style, inner: this.read(start + turn[0].length, end, depth) }];
    const parts = this.read(start, end, depth);
    if (!/[\s,;]/.test(inner) || inner.startsWith('\\')) return parts;
    return [{ kind: 'text', text: '{' }, ...parts, { kind: 'text', text: '}' }];
  }

  #command(at: number, end: number, depth: number): { parts: Inline[]; next: number } {
    const { source } = this;
    const text = (value: string, next: number) => ({ parts: [{ kind: 'text' as const, text: value }], next });
    if (at + 1 >= end) return text('\\', end);
    const c = source[at + 1] as string;
    if (/[&%#_${}]/.test(c)) return text(c, at + 2);
    if (c === ' ' || c === ',' || c === ';') return this.#space(at, end);
    if (c === '-' || c === '/' || c === '@' || c === '!') return text('', at + 2);
    // a line break in TeX; at the very end it is none, and the backslashes are the author's
    if (c === '\\') return at + 2 < end ? this.#space(at, end) : text('\\\\', end);
    if (c === '(' || c === '[') {
      const math: Found | undefined = findBracketMath(source, at, end);
      return math ? { parts: [{ kind: 'math', tex: math.tex }], next: math.next } : text(`\\${c}`, at + 2);
    }
    const accent = this.#accent(at, end);
    if (accent) return text(accent.char, accent.next);
    const name = /^[A-Za-z]+/.exec(source.slice(at + 1, Math.min(end, at + 40)))?.[0];
    if (!name) return text(`\\${c}`, at + 2);
    return this.#named(name, at, end, depth) ?? text(`\\${name}`, at + 1 + name.length);
  }

  /** One space for the command of two characters at `at` and for the spaces around it. */
  #space(at: number, end: number): { parts: Inline[]; next: number } {
    let next = at + 2;
    while (next < end && this.source[next] === ' ') next++;
    return { parts: this.source[at - 1] === ' ' ? [] : [{ kind: 'text', text: ' ' }], next };
  }

  #named(name: string, at: number, end: number, depth: number) {
    const { source } = this;
    const after = at + 1 + name.length;
    const own = (table: Readonly<Record<string, string>>) =>
      Object.hasOwn(table, name) ? table[name] : undefined;
    const letter = own(LETTERS);
    const char = letter ?? own(TEXT_SYMBOLS) ?? own(MATH_SYMBOLS);
    if (char !== undefined) {
      let next = after;
      if (source.startsWith('{}', after) && after + 2 <= end) next += 2;
      else if (letter && source[after] === ' ' && /\p{L}/u.test(source[after + 1] ?? '')) next += 1;
      return { parts: [{ kind: 'text' as const, text: char }], next };
    }
    const close = source[after] === '{' ? this.#close(after, end) : undefined;
    if (close === undefined) return undefined;
    if (depth < MAX_DEPTH) {
      const style = STYLES.find((known) => known === name);
      const inner = () => this.read(after + 1, close, depth + 1);
      if (style) return { parts: [{ kind: 'style' as const, style, inner: inner() }], next: close + 1 };
      if (PLAIN_ARGUMENT.has(name)) return { parts: inner(), next: close + 1 };
      const second = name === 'href' && source[close + 1] === '{' ? this.#close(close + 1, end) : undefined;
      if (second !== undefined) return { parts: this.read(close + 2, second, depth + 1), next: second + 1 };
    }
    // an author's own command: nobody can tell what it stands for, so it stays with its argument
    return { parts: [{ kind: 'text' as const, text: source.slice(at, close + 1) }], next: close + 1 };
  }

  /** `\"o`, `\"{o}`, `\'{\i}`, `\c{c}`, `\v s`: the composed letter. */
  #accent(at: number, end: number): { char: string; next: number } | undefined {
    const mark = this.source[at + 1] as string;
    const combining = Object.hasOwn(ACCENTS, mark) ? ACCENTS[mark] : undefined;
    if (!combining) return undefined;
    const rest = this.source.slice(at + 2, Math.min(end, at + 16));
    const named = /[a-zA-Z]/.test(mark);
    // an accent named by a letter needs a brace or a space, else it begins a longer command (\copyright, \url)
    const found =
      /^\s?\{\\?(\p{L})\}/u.exec(rest) ?? (named ? /^ (\p{L})(?!\p{L})/u : /^\s?\\?(\p{L})/u).exec(rest);
    const base = found?.[1];
    if (!found || !base) return undefined;
    if (mark === "'" && !found[0].includes('{') && this.#isApostrophe(at, rest))
      return { char: "'", next: at + 2 };
    const char = ((base === 'ı' ? 'i' : base) + combining).normalize('NFC');
    return [...char].length === 1 ? { char, next: at + 2 + found[0].length } : undefined;
  }

  /** `the model\'s` comes from a program that escaped its quotes, not from TeX. */
  #isApostrophe(at: number, rest: string): boolean {
    return /\p{L}/u.test(this.source[at - 1] ?? '') && /^(?:s|t|d|m|re|ve|ll)(?!\p{L})/u.test(rest);
  }
}
