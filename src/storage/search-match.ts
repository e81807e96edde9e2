/** Whether one search record meets a query, and how well: plain text looked for in plain text. */
import type { Query, Term, TextField } from '../core/query.ts';
import type { SearchRecord } from './schema.ts';

/** A record as it is held for searching: everything findable in one string, so that one look decides most queries. */
export interface Doc {
  record: SearchRecord;
  /** title \n authors \n tags \n venue \n note \n abstract */
  text: string;
  /** Where the authors and the rest begin in `text`. */
  authorsAt: number;
  restAt: number;
}

export function docOf(record: SearchRecord): Doc {
  const { title, authors, tags, venue, note, abstract } = record;
  const authorsAt = title.length + 1;
  return {
    record,
    // joined, not concatenated: engines would put a concatenated string together at the first search only
    text: [title, authors, tags, venue, note, abstract].join('\n'),
    authorsAt,
    restAt: authorsAt + authors.length + 1,
  };
}

const SPACE = 32;
const LINE = 10;
/** From here on (kana, Han, Hangul) words are not parted by spaces: any place is a word's beginning. */
const UNSPACED = 0x3040;

const isBorder = (code: number): boolean => Number.isNaN(code) || code === SPACE || code === LINE;

/**
 * Where `needle` stands in `text` at the beginning of a word (and, when `whole`, up to the end of one); -1: nowhere.
 * The needle itself is looked for, not one with a space before it: engines jump to its rarer first letter.
 */
export function placeOf(text: string, needle: string, whole: boolean): number {
  const free = needle.charCodeAt(0) >= UNSPACED;
  for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const starts = free || at === 0 || isBorder(text.charCodeAt(at - 1));
    if (starts && (!whole || free || isBorder(text.charCodeAt(at + needle.length)))) return at;
  }
  return -1;
}

/** What a match is worth by where it is. */
const IN_TITLE = 4;
const IN_AUTHORS = 2;
const ELSEWHERE = 1;

const fieldText = (record: SearchRecord, field: Exclude<TextField, 'any' | 'topic' | 'id'>): string =>
  field === 'author'
    ? record.authors
    : field === 'tag'
      ? record.tags
      : field === 'site'
        ? record.sites.join(' ')
        : field === 'rule'
          ? ''
          : record[field];

export type TopicNames = (id: string) => string;

function textScore(doc: Doc, term: Extract<Term, { kind: 'text' }>, topics: TopicNames): number {
  const { record } = doc;
  const { field, text, whole } = term;
  if (field === 'any') {
    const at = placeOf(doc.text, text, whole);
    if (at < 0) return 0;
    return at < doc.authorsAt ? IN_TITLE : at < doc.restAt ? IN_AUTHORS : ELSEWHERE;
  }
  if (field === 'id') return hasId(record.ids, text, whole) ? IN_TITLE : 0;
  if (field === 'topic')
    return record.topics.some((id) => placeOf(topics(id), text, whole) >= 0) ? ELSEWHERE : 0;
  return placeOf(fieldText(record, field), text, whole) >= 0 ? ELSEWHERE : 0;
}

/** A whole id, with or without its kind; or any part of one. */
const hasId = (ids: string, text: string, whole: boolean): boolean =>
  whole
    ? ids.split(' ').some((id) => id === text || id.slice(id.indexOf(':') + 1) === text)
    : ids.includes(text);

const SITTING_MS = 30 * 60 * 1000;

function isState(record: SearchRecord, term: Extract<Term, { kind: 'is' }>, now: number): boolean {
  switch (term.value) {
    case 'saved':
      return record.saved;
    case 'flagged':
      return record.flagged && !record.dismissed;
    case 'dismissed':
      return record.dismissed;
    case 'unread':
      return record.status !== 'read';
    case 'new':
      return record.seen === 1 && now - Date.parse(record.lastSeen) < SITTING_MS;
    default:
      return record.status === term.value;
  }
}

function scoreOfTerm(doc: Doc, term: Term, topics: TopicNames, now: number): number {
  const { record } = doc;
  switch (term.kind) {
    case 'text':
      return textScore(doc, term, topics);
    case 'is':
      return Number(isState(record, term, now));
    case 'has':
      return Number(
        term.value === 'note'
          ? record.note !== ''
          : term.value === 'code'
            ? record.hasCode
            : term.value === 'tag'
              ? record.labels.length > 0
              : term.value === 'doi'
                ? record.ids.includes('doi:')
                : record.abstract !== '',
      );
    case 'year':
      return Number(record.year >= term.from && record.year <= term.to && record.year > 0);
    case 'seen':
      return Number(record.seen >= term.from && record.seen <= term.to);
    case 'time': {
      const at = Date.parse(term.field === 'saved' ? record.at : record.lastSeen);
      const [range, value] = 'age' in term.span ? [term.span.age, now - at] : [term.span.time, at];
      return Number(value >= range.from && value <= range.to);
    }
  }
}

/** 0: does not match; else the greater the better. */
export function scoreOf(doc: Doc, query: Query, topics: TopicNames, now: number): number {
  let score = 1;
  for (const clause of query.clauses) {
    let best = 0;
    for (const term of clause) {
      const one = scoreOfTerm(doc, term, topics, now);
      best = Math.max(best, term.not ? Number(one === 0) : one);
    }
    if (best === 0) return 0;
    if (!clause[0]?.not) score += best;
  }
  return score;
}
