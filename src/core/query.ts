/**
 * The language of the search box. Words are joined by AND; `or` between two joins these; `"exact phrase"`; `-not` leaves
 * out that word and no longer one, `-not*` these too; `field:value` and `field:"two words"`; `is:`, `has:`,
 * `year:2023..2025`, `saved:<7d`, `seen:>3`, `sort:`. What is no known syntax is told with its place and what was
 * expected, and is searched as words: nothing typed finds an error only.
 */
import { paperNamed, withNames } from './query-names.ts';
import { type Token, tokensOf } from './query-tokens.ts';
import { numberRange, type Range, type TimeSpan, timeSpan, yearRange } from './query-values.ts';
import { language, say } from './say.ts';
import { fold } from './text.ts';

export const TEXT_FIELDS = [
  'title',
  'author',
  'abstract',
  'tag',
  'collection',
  'topic',
  'note',
  'venue',
  'site',
  'rule',
  'id',
] as const;
export type TextField = 'any' | (typeof TEXT_FIELDS)[number];

export const IS = ['saved', 'flagged', 'dismissed', 'unread', 'to-read', 'reading', 'read', 'new'] as const;
export const HAS = ['note', 'code', 'abstract', 'doi', 'tag'] as const;
export const SORTS = ['relevance', 'added', 'seen', 'year', 'title'] as const;

export type Is = (typeof IS)[number];
export type Has = (typeof HAS)[number];
export type Sort = (typeof SORTS)[number];

/** Every field there is, in the order in which they are suggested. */
export const QUERY_FIELDS = [
  'title',
  'author',
  'tag',
  'collection',
  'topic',
  'is',
  'has',
  'year',
  'venue',
  'note',
  'site',
  'saved',
  'seen',
  'added',
  'abstract',
  'rule',
  'id',
  'sort',
] as const;

export type Term =
  | {
      kind: 'text';
      field: TextField;
      /** Folded; for ids lower case. Several words stand in this order. */
      text: string;
      /** As typed, in lower case, where it holds signs that folding drops: a tag may be told from others by them alone. */
      signs?: string;
      /** These words and no others; otherwise `text` may be the beginning of a longer word, unless `not`. */
      whole: boolean;
      not: boolean;
      /** Of what is not wanted, longer words too: a `*` was typed behind it. */
      longer?: true;
    }
  | { kind: 'is'; value: Is; not: boolean }
  | { kind: 'has'; value: Has; not: boolean }
  /** Both ends belong to it. `seen`: number of meetings. */
  | ({ kind: 'year' | 'seen'; not: boolean } & Range)
  /** When it was saved, first met (`added`) or last met (`met`). */
  | { kind: 'time'; field: 'saved' | 'added' | 'met'; span: TimeSpan; not: boolean };

/** Something typed that is no syntax. */
export interface Problem {
  /** Place in what was typed, in UTF-16 units. */
  from: number;
  to: number;
  /** What would be understood there, one sentence. */
  expected: string;
}

export interface Query {
  /** All must hold; of one clause any term. None at all holds for everything. */
  clauses: readonly (readonly Term[])[];
  sort?: Sort;
  problems: readonly Problem[];
}

const VALUES: Readonly<Record<string, readonly string[]>> = { is: IS, has: HAS, sort: SORTS };

const list = (words: readonly string[]): string =>
  new Intl.ListFormat(language(), { type: 'disjunction' }).format(words);

/** What would be understood as the value of a field. */
function expectedFor(field: string): string {
  const values = VALUES[field];
  if (values) return say('queryExpected', list(values));
  if (field === 'year') return say('queryExpectedYear');
  if (field === 'saved' || field === 'added') return say('queryExpectedTime');
  return field === 'seen' ? say('queryExpectedSeen') : say('queryExpectedWord');
}

const isField = (name: string): boolean => (QUERY_FIELDS as readonly string[]).includes(name);

function timeTerm(name: string, value: string, not: boolean): Term | undefined {
  const span = timeSpan(value);
  if (!span) return undefined;
  return { kind: 'time', field: name === 'seen' ? 'met' : (name as 'saved' | 'added'), span, not };
}

/** Finding may go by beginnings; what is not wanted would take with it what nobody named, so there it is asked for. */
const longer = ({ not, quoted, value }: Token): { longer?: true } =>
  not && !quoted && value.endsWith('*') ? { longer: true } : {};

/** Fields of names that readers give, or see, as they are. */
const LABELS: readonly string[] = ['tag', 'topic', 'collection', 'rule'];
const SIGNS = /[^\p{L}\p{N}\p{M}\s-]/u;

/** Names stand in their order; `Lovelace, Ada` is turned round. */
const nameTyped = (value: string): string => value.replace(/^([^,]+),([^,]+)$/, '$2 $1');

/** The term that a known field with its value is; undefined where the value is none of that field. */
function fieldTerm(token: Token): Term | undefined {
  const { field: name, value, quoted, not } = token;
  const low = value.toLowerCase();
  if (name === 'is') return IS.includes(low as Is) ? { kind: 'is', value: low as Is, not } : undefined;
  if (name === 'has') return HAS.includes(low as Has) ? { kind: 'has', value: low as Has, not } : undefined;
  if (name === 'year' || name === 'seen') {
    const range = name === 'year' ? yearRange(value) : numberRange(value);
    if (range) return { kind: name, ...range, not };
    return name === 'seen' ? timeTerm(name, low, not) : undefined;
  }
  if (name === 'saved' || name === 'added') return timeTerm(name, low, not);
  if (!TEXT_FIELDS.includes(name as never)) return undefined;
  const folded = fold(name === 'author' ? nameTyped(value) : value);
  const text = name === 'id' ? low.replace(/\*+$/, '') : folded;
  const plain = low.normalize('NFC').replace(/\*+$/, '').trim();
  const signs = LABELS.includes(name) && SIGNS.test(plain) ? { signs: plain } : {};
  if (text === '' && !signs.signs) return undefined;
  return { kind: 'text', field: name as TextField, text, ...signs, whole: quoted, not, ...longer(token) };
}

/** Whether the last token may still become a value of its field: it says nothing yet, and nothing is wrong with it. */
function unfinished({ field, value, not }: Token): boolean {
  if (field === 'sort' && not) return false;
  if (VALUES[field]) return VALUES[field].some((one) => one.startsWith(value.toLowerCase()));
  return field === 'year' ? /^\d{0,4}\.?$|^\d{4}\.\.\d{0,3}$/.test(value) : /^(?:[<>]=?)?\d*$/.test(value);
}

function wordTerm(token: Token): Term | undefined {
  const { not, quoted, field } = token;
  const id = quoted ? undefined : paperNamed(token.text);
  if (id) return { kind: 'text', field: 'id', text: id, whole: true, not };
  const text = fold(field ? token.text : token.value);
  if (text === '') return undefined;
  return { kind: 'text', field: 'any', text, whole: quoted && !field, not, ...longer(token) };
}

class Parser {
  readonly clauses: Term[][] = [];
  readonly problems: Problem[] = [];
  sort: Sort | undefined;
  /** The next term belongs to the last clause. */
  #joins = false;

  add(term: Term | undefined): void {
    if (!term) return;
    const last = this.clauses.at(-1);
    if (this.#joins && last) last.push(term);
    else this.clauses.push([term]);
    this.#joins = false;
  }

  wrong({ from, to }: Token, expected: string): void {
    this.problems.push({ from, to, expected });
  }

  /** Takes `or` between two terms; false where it stands as a word. */
  or(token: Token, last: boolean): boolean {
    if (token.field || token.quoted || token.not || !/^or$/i.test(token.value)) return false;
    if (this.clauses.length > 0 && !this.#joins) {
      this.#joins = !last; // at the end it waits for what follows
      return true;
    }
    this.wrong(token, say('queryExpectedOr'));
    return false;
  }

  field(token: Token, last: boolean): void {
    if (token.field === 'sort') {
      const sort = SORTS.find((one) => one === token.value.toLowerCase());
      if (sort && !token.not) {
        this.sort = sort;
        return;
      }
    } else {
      const term = fieldTerm(token);
      if (term) {
        this.add(term);
        return;
      }
    }
    if (last && unfinished(token)) return;
    this.wrong(token, expectedFor(token.field));
    this.add(wordTerm(token));
  }
}

/** What was typed, understood as far as it can be. An empty query holds for everything. */
export function parseQuery(typed: string): Query {
  const tokens = withNames(tokensOf(typed));
  const parser = new Parser();
  tokens.forEach((token, at) => {
    const last = at === tokens.length - 1;
    if (parser.or(token, last)) return;
    // a field still waiting for its value says nothing yet
    const waits = token.field === '' && /^[a-z]+:$/i.test(token.text);
    if (waits && isField(token.text.slice(0, -1).toLowerCase())) return;
    if (isField(token.field)) {
      parser.field(token, last);
      return;
    }
    const term = wordTerm(token);
    if (token.field && term?.kind === 'text' && term.field !== 'id')
      parser.wrong(token, say('queryNoField', token.field, list(QUERY_FIELDS)));
    parser.add(term);
  });
  const { clauses, problems, sort } = parser;
  return { clauses, problems, ...(sort ? { sort } : {}) };
}
