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

const isContent = (word: string): boolean => word.length >= 2 && !STOP.has(word) && !/^\d+$/.test(word);

/** Folded words of `text` in order, '' where a stop word stands: what is on both its sides are no neighbours. */
export function contentWords(text: string): string[] {
  const folded = fold(text);
  if (folded === '') return [];
  return folded
    .split(' ')
    .filter((word) => word.length <= LONGEST)
    .map((word) => (isContent(word) ? word : ''));
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

/** Word → id of its term; -1: a stop word. One look-up a word, of which a text has a hundred and few are new. */
const wordIds = new Map<string, number>();

function wordId(word: string): number {
  let id = wordIds.get(word);
  if (id === undefined) {
    if (wordIds.size >= STEMS_KEPT) wordIds.clear();
    id = isContent(word) ? hashOf(termOf(word)) : -1;
    wordIds.set(word, id);
  }
  return id;
}

/** Counts terms in two arrays that are used again and again: a text has few and the next comes at once. */
class Counter {
  #ids = new Uint32Array(1_024);
  /** Count + 1 of the id in the same place; 0: the place is free. */
  #counts = new Uint16Array(1_024);
  #size = 0;

  /** Place of `id`, which may be free. */
  #place(id: number): number {
    const mask = this.#ids.length - 1;
    let at = Math.imul(id, 0x9e3779b1) >>> 16;
    for (at &= mask; this.#counts[at] !== 0 && this.#ids[at] !== id; ) at = (at + 1) & mask;
    return at;
  }

  get(id: number): number | undefined {
    const count = this.#counts[this.#place(id)] as number;
    return count === 0 ? undefined : count - 1;
  }

  set(id: number, count: number): void {
    const at = this.#place(id);
    const isNew = this.#counts[at] === 0;
    this.#ids[at] = id;
    this.#counts[at] = count + 1;
    if (isNew && ++this.#size * 2 > this.#ids.length) this.#grow();
  }

  #grow(): void {
    const [ids, counts] = [this.#ids, this.#counts];
    this.#ids = new Uint32Array(ids.length * 2);
    this.#counts = new Uint16Array(ids.length * 2);
    this.#size = 0;
    for (let at = 0; at < ids.length; at++)
      if (counts[at] !== 0) this.set(ids[at] as number, (counts[at] as number) - 1);
  }

  /** What was counted, in ascending order of ids; nothing is counted then. */
  take(): Terms {
    // id and count in one number, so that they are sorted together
    const both = new Float64Array(this.#size);
    let length = 0;
    for (let at = 0; at < this.#ids.length; at++) {
      const count = this.#counts[at] as number;
      if (count !== 0) both[length++] = (this.#ids[at] as number) * 256 + count - 1;
    }
    both.sort();
    const ids = new Uint32Array(length);
    const counts = new Uint8Array(length);
    for (let at = 0; at < length; at++) {
      const one = both[at] as number;
      ids[at] = one / 256;
      counts[at] = one % 256;
    }
    this.#counts.fill(0);
    this.#size = 0;
    return { ids, counts };
  }
}
const counter = new Counter();

/** Text that folding only takes apart: it is done here without making it anew. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant, but what TeX begins with
const PLAIN = /^[\u0000-#%-[\]-\u007f]*$/;

/** Whether a character of PLAIN text, or of what was folded to ASCII, is part of a word; by its code. */
const IN_WORD = Uint8Array.from({ length: 128 }, (_, code) =>
  /[a-z0-9]/.test(String.fromCharCode(code)) ? 1 : 0,
);

/** The same as `eachTerm` of the content words of `text`, without places. */
function eachId(text: string, each: (id: number, isPair: boolean) => void): void {
  const plain = PLAIN.test(text);
  const words = plain ? text.toLowerCase() : fold(text);
  let before = -1;
  for (let from = 0; from < words.length; ) {
    let to = from;
    if (plain) while (IN_WORD[words.charCodeAt(to)] === 1) to++;
    else {
      const space = words.indexOf(' ', from);
      to = space === -1 ? words.length : space;
    }
    const length = to - from;
    if (length > 0 && length <= LONGEST) {
      const id = wordId(words.slice(from, to));
      if (id !== -1) {
        each(id, false);
        if (before !== -1) each(pairId(before, id), true);
      }
      before = id;
    }
    from = to + 1;
  }
}

/** Terms of a title and an abstract. Pairs are kept from the title, and from the abstract where `keep` says so. */
export function termsOf(title: string, abstract = '', keep?: (pair: number) => boolean): Terms {
  eachId(title, (id) => {
    const count = counter.get(id) ?? 0;
    if (inTitle(count) < 7) counter.set(id, count + IN_TITLE);
  });
  eachId(abstract, (id, isPair) => {
    const count = counter.get(id);
    if (count === undefined && isPair && keep && !keep(id)) return;
    if (inAbstract(count ?? 0) < 31) counter.set(id, (count ?? 0) + 1);
  });
  return counter.take();
}

/** The place of `id` in ascending `ids`; -1 where it is not. */
export function placeOf(ids: Uint32Array, id: number): number {
  let low = 0;
  let high = ids.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const there = ids[middle] as number;
    if (there === id) return middle;
    if (there < id) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
