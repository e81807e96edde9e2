/**
 * Patterns for cite keys in the terms of Better BibTeX and JabRef: `[auth:lower][year][shorttitle3_3]`, several of them
 * separated by `|`, of which the first that is not empty counts
 * (https://retorque.re/zotero-better-bibtex/citing/, https://docs.jabref.org/setup/citationkeypatterns).
 */
import { say } from '../core/say.ts';
import { FIELD_NAMES, type FieldValue, fieldOf } from './cite-fields.ts';
import { type Filter, filterNames, filterOf } from './cite-filters.ts';
import type { CiteWords } from './cite-words.ts';

/** Writes what the pattern gives for one paper; `person`: it asked for authors and got none. */
export type CitePattern = (words: CiteWords) => { key: string; nobody: boolean };

type Piece =
  | { kind: 'text'; text: string }
  | { kind: 'field'; value: FieldValue; filters: Filter[]; person: boolean }
  /** `[>n]`: gives the alternative up when no more than n characters came before. */
  | { kind: 'more'; than: number };

const FIELD = /^([A-Za-z]+?)(\d+)?(?:_(\d+))?(?:\((\d+)?(?:\s*,\s*(\d+))?\))?$/;

/** Splits at `mark` where no bracket or parenthesis is open. */
function splitAt(text: string, mark: string): string[] {
  const out = [''];
  let depth = 0;
  for (const c of text) {
    if (c === '[' || c === '(') depth++;
    else if (c === ']' || c === ')') depth = Math.max(0, depth - 1);
    if (c === mark && depth === 0) out.push('');
    else out[out.length - 1] += c;
  }
  return out;
}

/** One `[…]`, or the sentence that says what is wrong with it. */
function parseField(source: string): Piece | string {
  const more = /^>(\d{1,3})$/.exec(source);
  if (more) return { kind: 'more', than: Number(more[1]) };
  const [head = '', ...rest] = splitAt(source, ':');
  const match = FIELD.exec(head.trim());
  const [, name = '', first, second, one, two] = match ?? [];
  const numbers = [first ?? one, second ?? two].map((n) => (n === undefined ? undefined : Number(n)));
  const value = match ? fieldOf(name, numbers[0], numbers[1]) : undefined;
  if (!value) return say('citeNoField', head.trim(), FIELD_NAMES.join(', '));
  const filters: Filter[] = [];
  for (const given of rest) {
    const filter = filterOf(given.trim());
    if (!filter) return say('citeNoFilter', given.trim(), filterNames().join(', '));
    filters.push(filter);
  }
  return { kind: 'field', value, filters, person: /^auth/.test(name) };
}

function parseAlternative(source: string): Piece[] | string {
  const pieces: Piece[] = [];
  let at = 0;
  while (at < source.length) {
    const open = source.indexOf('[', at);
    const text = source.slice(at, open < 0 ? undefined : open);
    if (text.includes(']')) return say('citeNoOpen');
    if (text !== '') pieces.push({ kind: 'text', text: text.replace(/\s+/g, '') });
    if (open < 0) break;
    const close = source.indexOf(']', open);
    if (close < 0) return say('citeNoClose');
    const piece = parseField(source.slice(open + 1, close));
    if (typeof piece === 'string') return piece;
    pieces.push(piece);
    at = close + 1;
  }
  if (!pieces.some((piece) => piece.kind === 'field')) return say('citeEmpty');
  return pieces;
}

function write(pieces: readonly Piece[], words: CiteWords): { key: string; nobody: boolean } | undefined {
  let key = '';
  let nobody = false;
  let any = false;
  for (const piece of pieces) {
    if (piece.kind === 'text') key += piece.text;
    else if (piece.kind === 'more') {
      if (key.length <= piece.than) return undefined;
    } else {
      let value = piece.value(words);
      if (piece.person && value.length === 0) nobody = true;
      for (const filter of piece.filters) value = filter(value);
      const text = value.join('');
      if (text !== '') any = true;
      key += text;
    }
  }
  return any ? { key, nobody } : undefined;
}

const cache = new Map<string, { pattern: CitePattern } | { why: string }>();

/** The pattern `source` stands for, or a sentence that says what is wrong with it. */
export function citePattern(source: string): { pattern: CitePattern } | { why: string } {
  const known = cache.get(source);
  if (known) return known;
  const parsed = splitAt(source.trim(), '|').map(parseAlternative);
  const wrong = parsed.find((pieces) => typeof pieces === 'string');
  const alternatives = parsed.filter((pieces) => typeof pieces !== 'string');
  const made =
    wrong !== undefined
      ? { why: wrong }
      : {
          pattern: (words: CiteWords) => {
            for (const pieces of alternatives) {
              const written = write(pieces, words);
              if (written) return written;
            }
            return { key: '', nobody: alternatives.some((pieces) => pieces.some(isPerson)) };
          },
        };
  if (cache.size > 50) cache.clear();
  cache.set(source, made);
  return made;
}

const isPerson = (piece: Piece): boolean => piece.kind === 'field' && piece.person;
