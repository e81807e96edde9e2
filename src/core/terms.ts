/**
 * The terms of a paper's text: stemmed words and pairs of neighbouring words as 32-bit ids, with how often each occurs.
 * Made once when a paper is written; the ranker and look-ups of related papers read nothing else of its text.
 */
import { stem } from './stem.ts';
import { fold } from './text.ts';

/** Raise it when the same text would give other ids: stored terms of an older version are made anew. */
export const TERMS_VERSION = 1;

/** English words without a subject. Words of papers ("paper", "propose") stay: how common they are tells. */
const STOP = new Set(
  (
    'a about above across after again against all almost also although always am among an and another any anyone are around as at ' +
    'be because been before being below between both but by can cannot could did do does doing done down due during each either else etc ever ' +
    'every few first for from further get give given go had has have having he hence her here hers him his how however i if in indeed into is it ' +
    'its itself just last least less made many may me might more moreover most much must my neither never nevertheless next no nor not nothing now ' +
    'of off often on once one only onto or other others our out over own per perhaps please put rather re same see seem several she should since so ' +
    'some still such than that the their them then there thereby therefore these they this those though through thus to together too toward towards ' +
    'under until up upon us use used uses using very via was we well were what when where whether which while who whole whom whose why will with within without ' +
    'would yet you your'
  ).split(' '),
);

/** Longer tokens are noise (addresses, hashes). */
const LONGEST = 40;

const stems = new Map<string, string>();
const STEMS_KEPT = 30_000;

/** The stem of one folded word, the same for British and American spelling. */
export function termOf(word: string): string {
  let found = stems.get(word);
  if (found === undefined) {
    if (stems.size >= STEMS_KEPT) stems.clear();
    const american =
      word.length > 6 ? word.replace(/is(ations?|ing|ed|es?|ers?)$/, 'iz$1').replace('iour', 'ior') : word;
    found = stem(american);
    stems.set(word, found);
  }
  return found;
}

/** Folded words of `text` in order, '' where a stop word stands: what is on both its sides are no neighbours. */
export function contentWords(text: string): string[] {
  const folded = fold(text);
  if (folded === '') return [];
  return folded
    .split(' ')
    .filter((word) => word.length <= LONGEST)
    .map((word) => (word.length < 2 || STOP.has(word) || /^\d+$/.test(word) ? '' : word));
}

/** FNV-1a over UTF-16 units, 32 bits: http://www.isthe.com/chongo/tech/comp/fnv/ */
export function hashOf(text: string, from = 0x811c9dc5): number {
  let hash = from;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Id of two neighbouring words, from their ids; order matters. */
export const pairId = (first: number, second: number): number =>
  Math.imul(Math.imul(first ^ 0x20, 0x01000193) ^ second, 0x9e3779b1) >>> 0;

/** Calls `each` for every word and every pair of neighbours, with its id and the place of its first word in `words`. */
export function eachTerm(
  words: readonly string[],
  each: (id: number, at: number, length: 1 | 2) => void,
): void {
  let before: number | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] as string;
    if (word === '') {
      before = undefined;
      continue;
    }
    const id = hashOf(termOf(word));
    each(id, at, 1);
    if (before !== undefined) each(pairId(before, id), at - 1, 2);
    before = id;
  }
}

/** What is stored of a paper's text: ids in ascending order, each with how often it occurs. */
export interface Terms {
  ids: Uint32Array;
  /** Times in the title (at most 7) × 32 + times in the abstract (at most 31). */
  counts: Uint8Array;
}

const IN_TITLE = 32;

/** Times in the title. */
export const inTitle = (count: number): number => count >> 5;
/** Times in the abstract. */
export const inAbstract = (count: number): number => count & 31;

/** Terms of a title and an abstract. Pairs are kept from the title, and from the abstract where `keep` says so. */
export function termsOf(title: string, abstract = '', keep: (pair: number) => boolean = () => true): Terms {
  const counts = new Map<number, number>();
  eachTerm(contentWords(title), (id) => {
    const count = counts.get(id) ?? 0;
    if (inTitle(count) < 7) counts.set(id, count + IN_TITLE);
  });
  eachTerm(contentWords(abstract), (id, _at, length) => {
    const count = counts.get(id);
    if (count === undefined && length === 2 && !keep(id)) return;
    if (inAbstract(count ?? 0) < 31) counts.set(id, (count ?? 0) + 1);
  });
  const ids = Uint32Array.from(counts.keys()).sort();
  return { ids, counts: Uint8Array.from(ids, (id) => counts.get(id) as number) };
}
