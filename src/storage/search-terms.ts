/** Which papers meet one term of a query: words, labels, ids, and small facts. */

import { STATUSES } from '../core/mark.ts';
import type { Term } from '../core/query.ts';
import { NO_END } from '../core/query-values.ts';
import { fold } from '../core/text.ts';
import {
  ABSTRACT,
  CODE,
  DISMISSED,
  DOI,
  FIELD_BITS,
  FLAGGED,
  NOTED,
  SAVED,
  STATUS_SHIFT,
  TAGGED,
} from './search-doc.ts';
import { matchIds } from './search-ids.ts';
import { nearestOf } from './search-near.ts';
import { scorePhrase } from './search-phrase.ts';
import type { SearchTable } from './search-table.ts';
import { isUnspaced, joined, splitFolded } from './search-words.ts';
import { ALL_FIELDS, matchWord, scoreWords, wantStretches } from './search-words-match.ts';

/** What readers see for ids of topics and sites. */
export interface Labels {
  topic?: (id: string) => string;
  site?: (id: string) => string;
  /** Names of a collection and those it is in; undefined where it was deleted. */
  collection?: (id: string) => string | undefined;
}

export interface Asked {
  table: SearchTable;
  labels: Labels;
  /** ms since 1970. */
  now: number;
  /** Collects words that were taken for others: as typed → as taken. */
  taken: Map<string, string>;
}

type TextTerm = Extract<Term, { kind: 'text' }>;

const SITTING_MS = 30 * 60 * 1000;
const VALUE_GROUPS: Partial<Record<TextTerm['field'], string>> = {
  topic: 'topics',
  tag: 'tags',
  collection: 'collections',
  site: 'sites',
  rule: 'rules',
};
/** What a label, an id or a fact is worth. */
const WORTH = 4;

/** Whether a term must end where a word ends. */
const ends = ({ whole, not, longer }: TextTerm): boolean => whole || (not && !longer);

const isLetter = (text: string, at: number): boolean => at >= 0 && at < text.length && text[at] !== ' ';

/** Whether folded `needle` stands in folded `text` at a word's beginning and, when `whole`, up to a word's end. */
function stands(text: string, needle: string, whole: boolean): boolean {
  for (let at = needle === '' ? -1 : text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) {
    const begins = !isLetter(text, at - 1) || isUnspaced(needle.charCodeAt(0));
    if (begins && (!whole || !isLetter(text, at + needle.length))) return true;
  }
  return false;
}

/** What the reader sees for a value of a field; undefined where that is the value itself. */
export function labelOf(field: string, id: string, labels: Labels): string | undefined {
  if (field === 'topic') return labels.topic?.(id);
  if (field === 'site') return labels.site?.(id);
  return field === 'collection' ? (labels.collection?.(id) ?? '') : undefined;
}

/** What readers see for the values of a field, folded. */
function* namesOf(table: SearchTable, field: string, labels: Labels): Generator<string> {
  const group = `${VALUE_GROUPS[field as TextTerm['field']]}\t`;
  for (const value of table.values)
    if (value.startsWith(group)) {
      const id = value.slice(group.length);
      yield fold(labelOf(field, id, labels) ?? id);
    }
}

/** Which values of the term's field are called so: with its very signs, or else with its words. */
function namedSo(asked: Asked, term: TextTerm): Set<number> {
  const { signs, text } = term;
  const whole = ends(term);
  const exactly =
    signs === undefined
      ? undefined
      : valuesCalled(asked, term.field, (name) => name.normalize('NFC').toLowerCase().includes(signs));
  return exactly?.size ? exactly : valuesCalled(asked, term.field, (name) => stands(fold(name), text, whole));
}

function valuesCalled({ table, labels }: Asked, field: string, isWanted: (name: string) => boolean) {
  const group = `${VALUE_GROUPS[field as TextTerm['field']]}\t`;
  const wanted = new Set<number>();
  table.values.forEach((value, n) => {
    if (!value.startsWith(group)) return;
    const id = value.slice(group.length);
    const label = labelOf(field, id, labels);
    if ((label && isWanted(label)) || (field !== 'collection' && isWanted(id))) wanted.add(n);
  });
  return wanted;
}

/** Raises `out` for papers with a topic, tag, collection, site or rule that has these words, or words near to the one typed. */
function matchValues(asked: Asked, term: TextTerm, out: Float32Array): void {
  const { table, labels, taken } = asked;
  let wanted = namedSo(asked, term);
  if (wanted.size === 0 && term.text !== '' && !term.whole && !term.not) {
    const names = [...namesOf(table, term.field, labels)].join(' ').split(' ');
    const near = nearestOf(names, term.text);
    if (near === undefined) return;
    taken.set(term.text, near);
    wanted = namedSo(asked, { ...term, text: near, whole: true });
  }
  if (wanted.size === 0) return;
  const isWanted = new Uint8Array(table.values.length);
  for (const n of wanted) isWanted[n] = 1;
  const { valueAt, valueIds, size } = table;
  for (let doc = 0; doc < size; doc++) {
    const end = valueAt[doc + 1] as number;
    for (let at = valueAt[doc] as number; at < end; at++)
      if (isWanted[valueIds[at] as number]) out[doc] = WORTH;
  }
}

function isState(flags: number, term: Extract<Term, { kind: 'is' }>): boolean {
  switch (term.value) {
    case 'saved':
      return (flags & SAVED) !== 0;
    case 'flagged':
      return (flags & FLAGGED) !== 0 && !(flags & DISMISSED);
    case 'dismissed':
      return (flags & DISMISSED) !== 0;
    case 'unread':
      return STATUSES[((flags >> STATUS_SHIFT) & 3) - 1] !== 'read';
    default:
      return STATUSES[((flags >> STATUS_SHIFT) & 3) - 1] === term.value;
  }
}

const HAS_BITS = { note: NOTED, code: CODE, abstract: ABSTRACT, doi: DOI, tag: TAGGED } as const;

/** A test of one paper's facts. */
function factOf({ table, now }: Asked, term: Exclude<Term, TextTerm>): (doc: number) => boolean {
  const { flags, year, seen, last } = table;
  switch (term.kind) {
    case 'is':
      if (term.value === 'new') return (doc) => seen[doc] === 1 && now - (last[doc] as number) < SITTING_MS;
      return (doc) => isState(flags[doc] as number, term);
    case 'has': {
      const bit = HAS_BITS[term.value];
      return (doc) => ((flags[doc] as number) & bit) !== 0;
    }
    case 'year':
      return (doc) => (year[doc] as number) > 0 && within(year[doc] as number, term.from, term.to);
    case 'seen':
      return (doc) => within(seen[doc] as number, term.from, term.to);
    case 'time': {
      const times = term.field === 'saved' ? table.saved : term.field === 'added' ? table.first : last;
      const range =
        'time' in term.span
          ? term.span.time
          : { from: term.span.age.to === NO_END ? 1 : now - term.span.age.to, to: now - term.span.age.from };
      return (doc) => (times[doc] as number) > 0 && within(times[doc] as number, range.from, range.to);
    }
  }
}

const within = (value: number, from: number, to: number): boolean => value >= from && value <= to;

/** Papers with the words of a term in this order, `pre training` also as `pretraining`. */
async function matchWords(asked: Asked, term: TextTerm, out: Float32Array): Promise<void> {
  const { table } = asked;
  const fields = term.field === 'any' ? ALL_FIELDS : FIELD_BITS[term.field as keyof typeof FIELD_BITS];
  const words = splitFolded(term.text).map((word) => word.slice(0, 40));
  const alone = words.length === 1;
  const [first = '', second = ''] = words;
  const [one, ...found] = await Promise.all([
    words.length === 2 && !term.whole
      ? matchWord(table, joined(first, second), false, true, false)
      : undefined,
    ...words.map((word, n) => {
      const last = n === words.length - 1;
      return matchWord(table, word, last && !ends(term), alone, alone && !term.whole && !term.not);
    }),
  ]);
  const all = found.map(({ stretches }) => stretches);
  const posts = one ? [...all.flat(), ...one.stretches] : all.flat();
  await Promise.all([
    wantStretches(posts, 'post'),
    words.length > 1 ? wantStretches(all.flat(), 'pos') : undefined,
  ]);
  for (const [n, { near }] of found.entries()) if (near[0]) asked.taken.set(words[n] as string, near[0].word);
  if (all.length === 1) scoreWords(all[0] ?? [], table.live, fields, out);
  else scorePhrase(all, table, fields, out);
  if (one) scoreWords(one.stretches, table.live, fields, out);
}

/** For every paper what `term` is worth there, 0 where it does not hold. A `not` is left to the caller. */
export async function scoresOf(asked: Asked, term: Term): Promise<Float32Array> {
  const { table } = asked;
  const out = new Float32Array(table.size);
  if (term.kind !== 'text') {
    const holds = factOf(asked, term);
    for (let doc = 0; doc < out.length; doc++) if (table.alive[doc] && holds(doc)) out[doc] = 1;
  } else if (term.field === 'id')
    matchIds(table, term.text, term.whole ? 'all' : ends(term) ? 'words' : 'part', WORTH, out);
  else if (VALUE_GROUPS[term.field]) matchValues(asked, term, out);
  else {
    await matchWords(asked, term, out);
    // an arXiv number that is still being typed
    const number =
      term.field === 'any' && (!term.not || term.longer) && /^(\d{4}) (\d{1,5})$/.exec(term.text);
    if (number) matchIds(table, `${number[1]}.${number[2]}`, 'part', WORTH, out);
  }
  return out;
}
