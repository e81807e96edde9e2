/** Papers in which words stand one after another. */
import { FIELD_STEP } from './search-doc.ts';
import type { SearchTable } from './search-table.ts';
import { dfOf, rarity, type Stretch, scoreWords, worths } from './search-words-match.ts';

/** For each paper a list of places, as linked nodes: a phrase of common words has hundreds of thousands. */
class Places {
  readonly #first: Int32Array;
  #place = new Uint32Array(1 << 12);
  #next = new Int32Array(1 << 12);
  #count = 1;

  constructor(papers: number) {
    this.#first = new Int32Array(papers);
  }

  has(doc: number, place: number): boolean {
    for (let node = this.#first[doc] as number; node > 0; node = this.#next[node] as number)
      if (this.#place[node] === place) return true;
    return false;
  }

  any(doc: number): boolean {
    return (this.#first[doc] as number) > 0;
  }

  add(doc: number, place: number): void {
    if (this.#count === this.#place.length) {
      const [places, next] = [new Uint32Array(this.#count * 2), new Int32Array(this.#count * 2)];
      places.set(this.#place);
      next.set(this.#next);
      [this.#place, this.#next] = [places, next];
    }
    this.#place[this.#count] = place;
    this.#next[this.#count] = this.#first[doc] as number;
    this.#first[doc] = this.#count++;
  }

  each(doc: number, call: (place: number) => void): void {
    for (let node = this.#first[doc] as number; node > 0; node = this.#next[node] as number)
      call(this.#place[node] as number);
  }
}

/** Adds to `to` the places behind a word of `stretch` at which it goes on what `before` has; all of them without that. */
function goOn(
  { segment, base, from, to: end }: Stretch,
  wanted: Uint8Array,
  before: Places | undefined,
  to: Places,
): void {
  for (let term = from; term < end; term++) {
    const post = segment.place('post', term);
    const pos = segment.place('pos', term);
    let [doc, at, placeAt] = [base - 1, post.at, pos.at];
    while (at < post.end) {
      let byte = post.bytes[at++] as number;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = post.bytes[at++] as number;
        value |= (byte & 127) << shift;
      }
      at++; // field bits
      doc += value;
      let count = pos.bytes[placeAt++] as number;
      if (count > 127) {
        byte = count;
        count &= 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = pos.bytes[placeAt++] as number;
          count |= (byte & 127) << shift;
        }
      }
      if (wanted[doc] !== 1 || (before && !before.any(doc))) {
        while (count > 0) if ((pos.bytes[placeAt++] as number) < 128) count--;
        continue;
      }
      for (let place = 0; count > 0; count--) {
        byte = pos.bytes[placeAt++] as number;
        value = byte & 127;
        for (let shift = 7; byte > 127; shift += 7) {
          byte = pos.bytes[placeAt++] as number;
          value |= (byte & 127) << shift;
        }
        place += value;
        if (!before || before.has(doc, place)) to.add(doc, place + 1);
      }
    }
  }
}

/** How many times as many papers as the rarest word a word may have that is looked for before its places are. */
const SIEVE = 8;

/**
 * The words by which papers are sieved: a common one, or all words that begin with a letter, would leave out few papers and
 * take longer than the places it saves.
 */
function rarest(words: readonly (readonly Stretch[])[]): (readonly Stretch[])[] {
  const counts = words.map((all) => all.reduce((sum, one) => sum + dfOf(one), 0));
  const most = Math.min(...counts) * SIEVE;
  return words.filter((_, n) => (counts[n] as number) <= most);
}

/** Papers that have all of the words in one of `fields`, in whatever order: 1. */
function havingAll(words: readonly (readonly Stretch[])[], table: SearchTable, fields: number): Uint8Array {
  const having = new Uint8Array(table.size);
  words.forEach((all, n) => {
    const scores = new Float32Array(table.size);
    scoreWords(all, table.live, fields, scores);
    for (let doc = 0; doc < scores.length; doc++)
      if ((scores[doc] as number) > 0 && having[doc] === n) having[doc] = n + 1;
  });
  for (let doc = 0; doc < having.length; doc++) having[doc] = having[doc] === words.length ? 1 : 0;
  return having;
}

/** Raises `out` for papers in which the words stand so in one of `fields`. Only after both kinds of blocks were wanted. */
export function scorePhrase(
  words: readonly (readonly Stretch[])[],
  table: SearchTable,
  fields: number,
  out: Float32Array,
): void {
  const wanted = havingAll(rarest(words), table, fields);
  let ends: Places | undefined;
  for (const all of words) {
    const now = new Places(table.size);
    for (const stretch of all) goOn(stretch, wanted, ends, now);
    ends = now;
  }
  let count = 0;
  for (let doc = 0; doc < wanted.length; doc++) if (ends?.any(doc)) count++;
  const worth = worths(fields, rarity(count, table.live));
  for (let doc = 0; doc < wanted.length; doc++) {
    ends?.each(doc, (place) => {
      const score = worth[1 << Math.floor((place - 1) / FIELD_STEP)] as number;
      if (score > (out[doc] as number)) out[doc] = score;
    });
  }
}
