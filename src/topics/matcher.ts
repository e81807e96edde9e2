/** All phrases of all topics in one trie over tokens: a text is walked once, whatever the number of phrases. */
import type { Patterns } from './patterns/pattern.ts';
import { tokensOf } from './words.ts';

export const STRONG = 0;
export const WEAK = 1;
const BLOCK = 2;

/** A phrase of a topic, found at `start` … `end` (exclusive) of a token list. */
export interface Hit {
  topic: number;
  grade: number;
  phrase: string;
  start: number;
  end: number;
}

interface Leaf {
  topic: number;
  grade: number;
  phrase: string;
}

/** Stands for `*` while a pattern goes through `tokens`, which drops punctuation. */
const STAR = 'zqx';
/** Stands for `|`. */
const BAR = 'qzq';
const SHORTEST_STEM = 3;
const CACHE_LIMIT = 20_000;
/** Children are keyed `node * WIDTH + word`; more words than this are not expected by a factor of two. */
const WIDTH = 16_384;

const NONE: readonly number[] = [];

export class Matcher {
  private readonly words = new Map<string, number>();
  private readonly stems = new Map<string, number>();
  private readonly children = new Map<number, number>();
  private readonly leaves: (Leaf[] | undefined)[] = [undefined];
  private readonly cache = new Map<string, readonly number[]>();
  private wordCount = 0;

  /** @param ids topic ids; `Hit.topic` is the index in this list. */
  constructor(ids: readonly string[], patterns: Patterns) {
    ids.forEach((id, topic) => {
      const pattern = patterns[id];
      if (pattern === undefined) return;
      this.addAll(pattern.strong, topic, STRONG);
      this.addAll(pattern.weak, topic, WEAK);
      this.addAll(pattern.not, topic, BLOCK);
    });
  }

  /** All phrases of a list at once, unfolded (a test sees that patterns are written folded): it is built at start. */
  private addAll(list: string | undefined, topic: number, grade: number): void {
    if (list === undefined) return;
    const phrases = list.split('|');
    let path: string[] = [];
    let at = 0;
    for (const token of tokensOf(`${list.replaceAll('*', STAR).replaceAll('|', BAR)} ${BAR}`)) {
      if (token !== BAR) {
        path.push(token);
        continue;
      }
      if (path.length > 0) this.add(path, { topic, grade, phrase: phrases[at]!.trim() });
      path = [];
      at += 1;
    }
  }

  private add(path: readonly string[], leaf: Leaf): void {
    let node = 0;
    for (const token of path) {
      const key = node * WIDTH + this.intern(token);
      let next = this.children.get(key);
      if (next === undefined) {
        next = this.leaves.length;
        this.leaves.push(undefined);
        this.children.set(key, next);
      }
      node = next;
    }
    const there = this.leaves[node];
    if (there === undefined) this.leaves[node] = [leaf];
    else there.push(leaf);
  }

  private intern(token: string): number {
    const isStem = token.endsWith(STAR);
    const table = isStem ? this.stems : this.words;
    const key = isStem ? token.slice(0, -STAR.length) : token;
    let id = table.get(key);
    if (id === undefined) {
      id = this.wordCount++;
      table.set(key, id);
    }
    return id;
  }

  /** Word ids a token stands for: itself and every stem it begins with. */
  private idsOf(token: string): readonly number[] {
    let ids = this.cache.get(token);
    if (ids !== undefined) return ids;
    const found: number[] = [];
    const word = this.words.get(token);
    if (word !== undefined) found.push(word);
    for (let length = SHORTEST_STEM; length <= token.length; length++) {
      const stem = this.stems.get(token.slice(0, length));
      if (stem !== undefined) found.push(stem);
    }
    ids = found.length === 0 ? NONE : found;
    if (this.cache.size >= CACHE_LIMIT) this.cache.clear();
    this.cache.set(token, ids);
    return ids;
  }

  /**
   * Phrases in a list of tokens, in order. Of the phrases of one topic that overlap, the longest counts; those
   * covered by a blocking phrase of the topic do not.
   */
  find(list: readonly string[]): Hit[] {
    const ids = list.map((token) => this.idsOf(token));
    const all: Hit[] = [];
    for (let start = 0; start < ids.length; start++) {
      if (ids[start] !== NONE) this.walk(ids, start, start, 0, all);
    }
    return settle(all);
  }

  private walk(
    ids: readonly (readonly number[])[],
    start: number,
    at: number,
    node: number,
    out: Hit[],
  ): void {
    const here = ids[at];
    if (here === undefined) return;
    for (const id of here) {
      const next = this.children.get(node * WIDTH + id);
      if (next === undefined) continue;
      const leaves = this.leaves[next];
      if (leaves !== undefined) {
        for (const { topic, grade, phrase } of leaves) out.push({ topic, grade, phrase, start, end: at + 1 });
      }
      this.walk(ids, start, at + 1, next, out);
    }
  }
}

/** Longest first, strong before weak, then by place; a hit that overlaps a kept one of its topic is dropped. */
function settle(all: Hit[]): Hit[] {
  if (all.length < 2) return all.filter((hit) => hit.grade !== BLOCK);
  all.sort(
    (a, b) =>
      a.topic - b.topic || b.end - b.start - (a.end - a.start) || a.grade - b.grade || a.start - b.start,
  );
  const kept: Hit[] = [];
  let first = 0;
  for (const hit of all) {
    if (kept[first]?.topic !== hit.topic) first = kept.length;
    let free = true;
    for (let i = first; i < kept.length && free; i++) {
      const other = kept[i]!;
      free = hit.start >= other.end || hit.end <= other.start;
    }
    if (free) kept.push(hit);
  }
  return kept.filter((hit) => hit.grade !== BLOCK).sort((a, b) => a.start - b.start || a.topic - b.topic);
}
