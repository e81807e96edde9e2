/**
 * Takes a BibTeX or BibLaTeX file apart: entries with their fields as written, braces and all. The grammar is that of
 * btxdoc ("BibTeXing", Oren Patashnik, 1988) and its summary in Nicolas Markey's "Tame the BeaST" (2009): braces count
 * even after a backslash, what stands outside entries is a comment. One broken entry costs itself, not the file: where a
 * value runs into a line that begins the next entry, it ends there, and what was read before it is kept.
 */
import { say } from '../../core/say.ts';
import type { ImportProblem } from './import-record.ts';

export interface RawEntry {
  /** Lower case: "article". */
  type: string;
  key: string;
  /** Line of its "@", from 1. */
  line: number;
  /** Name in lower case → value: parts joined, abbreviations replaced, outer delimiters off. */
  fields: Map<string, string>;
  problems: ImportProblem[];
  /** Index behind it. */
  end: number;
}

const ENTRY = /@[ \t]*([A-Za-z]+)\s*([{(])/g;
const NEXT_ENTRY = /\n[ \t]*@[ \t]*[A-Za-z]+\s*[{(]\s*[^\s{}(),="#%'\\]*\s*,/y;
const KEY = /\s*([^\s,={}()"#%'\\]*)\s*(?=[,})])/y;
const SPACE = /\s*/y;
/** Between fields and their parts, as for biber; in a value it is a sign. */
const COMMENT = /%[^\n\r]*/y;
const NAME = /[^\s=,{}()"#%@\\]+/y;
const BARE = /[^\s,#%{}()"=]+/y;

/** What the macros of months, `jan` and so on, stand for (btxdoc, section 3.2). */
const MONTHS = 'January February March April May June July August September October November December';

/** A file with more values than this that never end is none worth going through again and again. */
const MAX_ENDLESS = 20;

/** A value or a field that does not end. */
class Broken extends Error {
  /** What is told of the entry of this name. */
  readonly why: (entry: string) => string;

  constructor(why: (entry: string) => string) {
    super();
    this.why = why;
  }
}

const noValue = (field: string): Broken =>
  new Broken((entry) => say('bibtexNoValue', entry, field.slice(0, 40)));

export class BibParser {
  readonly #text: string;
  readonly #macros = new Map(MONTHS.split(' ').map((name) => [name.slice(0, 3).toLowerCase(), name]));
  #at = 0;
  #line = 1;
  #counted = 0;
  #endless = 0;
  #unknown: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /** Entries in order, @string, @comment and @preamble left out. */
  *entries(): Generator<RawEntry, void> {
    for (;;) {
      ENTRY.lastIndex = this.#at;
      const found = ENTRY.exec(this.#text);
      if (!found || this.#endless > MAX_ENDLESS) return;
      this.#at = ENTRY.lastIndex;
      if (this.#isComment(found.index)) continue;
      const type = (found[1] as string).toLowerCase();
      const close = found[2] === '{' ? '}' : ')';
      if (type === 'comment' || type === 'preamble') this.#skip(found[2] as string);
      else {
        const entry = this.#entry(type, close, this.#lineAt(found.index));
        if (type !== 'string' || entry.problems.length > 0) yield entry;
      }
    }
  }

  /** An address in running text, or an entry that was commented out as biber reads it. */
  #isComment(at: number): boolean {
    const start = this.#text.lastIndexOf('\n', at - 1) + 1;
    const before = this.#text.slice(Math.max(start, at - 200), at);
    return /^\s*%/.test(before) || /[\w.]$/.test(before);
  }

  #lineAt(index: number): number {
    for (
      let i = this.#text.indexOf('\n', this.#counted);
      i >= 0 && i < index;
      i = this.#text.indexOf('\n', i + 1)
    ) {
      this.#line++;
      this.#counted = i + 1;
    }
    return this.#line;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found ?? undefined;
  }

  #peek(): string {
    do this.#match(SPACE);
    while (this.#match(COMMENT));
    return this.#text[this.#at] ?? '';
  }

  #skip(open: string): void {
    if (open === '(') return; // nobody knows where such a comment ends
    try {
      this.#braced();
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
    }
  }

  #entry(type: string, close: string, line: number): RawEntry {
    const fields = new Map<string, string>();
    const entry: RawEntry = { type, key: '', line, fields, problems: [], end: 0 };
    const body = this.#at;
    this.#unknown = [];
    try {
      if (type !== 'string') entry.key = this.#match(KEY)?.[1] ?? '';
      this.#fields(close, fields);
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      entry.problems.push({ line, why: error.why(this.#name(entry)) });
      if (this.#at >= this.#text.length && fields.size === 0) this.#at = body;
    }
    for (const name of new Set(this.#unknown))
      entry.problems.push({
        line,
        why: say('bibtexUnknown', this.#name(entry), name),
        kept: true,
      });
    if (type === 'string') for (const [name, value] of fields) this.#macros.set(name, value);
    entry.end = this.#at;
    return entry;
  }

  #name = ({ type, key }: RawEntry): string => (key ? say('bibtexEntry', key) : say('bibtexNoKey', type));

  #fields(close: string, fields: Map<string, string>): void {
    for (;;) {
      const next = this.#peek();
      if (next === ',') {
        this.#at++;
        continue;
      }
      if (next === close) {
        this.#at++;
        return;
      }
      if (next === '') throw new Broken((entry) => say('bibtexCut', entry));
      const line = this.#at > 0 ? this.#text.lastIndexOf('\n', this.#at - 1) : -1;
      NEXT_ENTRY.lastIndex = Math.max(line, 0);
      if (next === '@' && line >= 0 && NEXT_ENTRY.test(this.#text))
        throw new Broken((entry) => say('bibtexOpen', entry));
      const name = this.#match(NAME)?.[0]?.toLowerCase();
      if (name === undefined) throw new Broken((entry) => say('bibtexNoField', entry, next));
      if (this.#peek() !== '=') {
        if (/[,})]/.test(this.#peek())) continue; // a word alone says nothing, and harms nothing
        throw noValue(name);
      }
      this.#at++;
      const value = this.#value(name);
      // the first of two fields of one name counts, as for biber
      if (!fields.has(name)) fields.set(name, value);
    }
  }

  #value(name: string): string {
    let out = '';
    for (;;) {
      const next = this.#peek();
      if (next === '{') {
        this.#at++;
        out += this.#braced(name);
      } else if (next === '"') {
        this.#at++;
        out += this.#quoted(name);
      } else {
        const bare = this.#match(BARE)?.[0];
        if (bare === undefined) throw noValue(name);
        const macro = this.#macros.get(bare.toLowerCase());
        if (macro === undefined && !/^[\d–-]+$/.test(bare)) this.#unknown.push(bare);
        out += macro ?? bare;
      }
      if (this.#peek() !== '#') return out;
      this.#at++;
    }
  }

  #braced = (name?: string): string => this.#until(name, (c, depth) => c === '}' && depth === 0);
  #quoted = (name?: string): string => this.#until(name, (c, depth) => c === '"' && depth === 0);

  /** The text up to the delimiter that `closes`, which is passed over. */
  #until(name: string | undefined, closes: (c: string, depth: number) => boolean): string {
    const start = this.#at;
    const stop = /[{}"\n]/g;
    let depth = 0;
    stop.lastIndex = start;
    for (let found = stop.exec(this.#text); found; found = stop.exec(this.#text)) {
      const c = found[0];
      if (closes(c, depth)) {
        this.#at = stop.lastIndex;
        return this.#text.slice(start, found.index);
      }
      if (c === '{') depth++;
      else if (c === '}') depth = Math.max(0, depth - 1);
      else if (c === '\n') {
        NEXT_ENTRY.lastIndex = found.index;
        if (NEXT_ENTRY.test(this.#text)) {
          this.#at = found.index;
          throw new Broken((entry) =>
            name ? say('bibtexOpenIn', entry, name) : say('bibtexOpenComment', entry),
          );
        }
      }
    }
    this.#endless++;
    this.#at = this.#text.length;
    throw new Broken((entry) => (name ? say('bibtexCutIn', entry, name) : say('bibtexCutComment', entry)));
  }
}
