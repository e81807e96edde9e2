/**
 * The language of the search box. Words are joined by AND; `"exact phrase"`; `-not`; `field:value` and
 * `field:"two words"`; `is:`, `has:`, `year:2023..2025`. What is no known syntax is searched as words: nothing typed is an error.
 */
import { arxivId, idOfUrl } from './identity.ts';
import { fold } from './text.ts';

export type TextField = 'any' | 'title' | 'author' | 'tag' | 'topic' | 'note' | 'venue' | 'id';

export const IS = ['saved', 'flagged', 'dismissed', 'unread', 'to-read', 'reading', 'read', 'new'] as const;
export const HAS = ['note', 'code', 'abstract'] as const;

export type Is = (typeof IS)[number];
export type Has = (typeof HAS)[number];

export type Term =
  | {
      kind: 'text';
      field: TextField;
      /** Folded; for topics and ids lower case. */
      text: string;
      /** Must end where a word ends; otherwise `text` may be the beginning of a longer word. */
      whole: boolean;
      not: boolean;
    }
  | { kind: 'is'; value: Is; not: boolean }
  | { kind: 'has'; value: Has; not: boolean }
  /** Both ends belong to it. */
  | { kind: 'year'; from: number; to: number; not: boolean };

export type Query = readonly Term[];

const FIELDS: Record<string, TextField> = {
  title: 'title',
  author: 'author',
  tag: 'tag',
  topic: 'topic',
  note: 'note',
  venue: 'venue',
  id: 'id',
};

const KEYS = new Set([...Object.keys(FIELDS), 'is', 'has', 'year']);

/** The id of a pasted address or arXiv number. */
function paperNamed(word: string): string | undefined {
  const number = arxivId(word);
  return (number ? `arxiv:${number}` : idOfUrl(word))?.toLowerCase();
}

/** `-`, `field:`, then a quoted phrase (closed or still being typed) or a run without spaces. */
const TOKEN = /(-?)(?:([a-z]+):)?(?:"([^"]*)(?:"|$)|(\S+))/giu;

const MAX_QUERY = 1_000;
const MAX_YEAR = 9999;

function yearTerm(value: string, not: boolean): Term | undefined {
  const match = /^(\d{4})?(\.\.)?(\d{4})?$/.exec(value);
  if (!match || (!match[1] && !match[3])) return undefined;
  const from = match[1] ? Number(match[1]) : 0;
  const to = match[3] ? Number(match[3]) : match[2] ? MAX_YEAR : from;
  return { kind: 'year', from: Math.min(from, to), to: Math.max(from, to), not };
}

function fieldTerm(name: string, value: string, quoted: boolean, not: boolean): Term | undefined {
  if (name === 'is') return IS.includes(value as Is) ? { kind: 'is', value: value as Is, not } : undefined;
  if (name === 'has')
    return HAS.includes(value as Has) ? { kind: 'has', value: value as Has, not } : undefined;
  if (name === 'year') return yearTerm(value, not);
  const field = FIELDS[name];
  if (!field) return undefined;
  const text = field === 'id' ? value.toLowerCase() : fold(value);
  return text === '' ? undefined : { kind: 'text', field, text, whole: quoted, not };
}

/** The terms of what was typed; all of them must hold. An empty query holds for everything. */
export function parseQuery(typed: string): Query {
  const terms: Term[] = [];
  for (const match of typed.slice(0, MAX_QUERY).matchAll(TOKEN)) {
    const [all, minus, name, phrase, word] = match;
    const not = minus === '-';
    const value = phrase ?? word ?? '';
    const known = name ? fieldTerm(name.toLowerCase(), value, phrase !== undefined, not) : undefined;
    if (known) {
      terms.push(known);
      continue;
    }
    const whole = all.replace(/^-/, '');
    // a field still waiting for its value says nothing yet
    if (/^[a-z]+:$/i.test(whole) && KEYS.has(whole.slice(0, -1).toLowerCase())) continue;
    const id = phrase === undefined ? paperNamed(whole) : undefined;
    if (id) {
      terms.push({ kind: 'text', field: 'id', text: id, whole: true, not });
      continue;
    }
    const text = fold(name ? whole : value);
    if (text !== '')
      terms.push({ kind: 'text', field: 'any', text, whole: phrase !== undefined && !name, not });
  }
  return terms;
}
