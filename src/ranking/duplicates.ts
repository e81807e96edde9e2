/**
 * Papers that may be one work under several ids: proposed, never merged here. Candidates come from equal titles and from
 * MinHash signatures (Broder 1997) of title words and of the whole text, cut in bands so that near-duplicates meet
 * without comparing all with all; each candidate is then held against its titles, authors and text.
 */
import { hashOf, inTitle, type Terms } from '../core/terms.ts';
import { familyName, fold } from '../core/text.ts';
import { BAND, Names, SIGNS, Signs } from './signs.ts';

export interface MaybeSame {
  id: string;
  title: string;
  authors: readonly string[];
  terms: Terms;
}

export interface Duplicate {
  /** Places of the two in the list given, ascending. */
  a: number;
  b: number;
  /** 0…1: the greater of the likeness of titles and of texts (Jaccard). */
  likeness: number;
  why: 'same title' | 'nearly the same title' | 'nearly the same text';
}

const TITLE_ALIKE = 0.8;
const TEXT_ALIKE = 0.5;
/** The same where one of the two shows no authors. */
const TEXT_ALIKE_UNSIGNED = 0.8;
/** Share of the shorter list of authors that must be on the other. */
const AUTHORS_ALIKE = 0.5;
/** A title of fewer words is no proof: "Editorial", "Introduction to the special issue". */
const TELLING = 3;
/** Texts of fewer terms are titles, or cut. */
const LONG = 40;
/** Bands in which more papers than this meet are texts without content. */
const CROWD = 50;

const titleIds = ({ ids, counts }: Terms): Uint32Array =>
  ids.filter((_, at) => inTitle(counts[at] as number) > 0);

/** Share of ids that two ascending lists have in common of all they have. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  let common = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) {
      common++;
      i++;
      j++;
    } else if ((a[i] as number) < (b[j] as number)) i++;
    else j++;
  }
  const all = a.length + b.length - common;
  return all === 0 ? 0 : common / all;
}

/** Whether the authors may be the same people: half of the shorter list is on the other, by family name. */
function authorsAgree(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const names = new Set(a.map(familyName));
  const common = new Set(b.map(familyName).filter((name) => names.has(name))).size;
  return common / Math.min(names.size, b.length) >= AUTHORS_ALIKE;
}

/** Why two papers may be one, or undefined. */
export function mayBeOne(a: MaybeSame, b: MaybeSame): Pick<Duplicate, 'likeness' | 'why'> | undefined {
  if (a.id === b.id || !authorsAgree(a.authors, b.authors)) return undefined;
  const known = a.authors.length > 0 && b.authors.length > 0;
  const title = fold(a.title);
  const words = title.split(' ').length;
  // without authors a title must be a long one to say anything
  if (title === fold(b.title))
    return words >= (known ? TELLING : 2 * TELLING) ? { likeness: 1, why: 'same title' } : undefined;
  const titles = jaccard(titleIds(a.terms), titleIds(b.terms));
  if (known && words >= TELLING && titles >= TITLE_ALIKE)
    return { likeness: titles, why: 'nearly the same title' };
  const texts = jaccard(a.terms.ids, b.terms.ids);
  // titles alone are compared above
  const long = Math.min(a.terms.ids.length, b.terms.ids.length) >= LONG;
  return long && texts >= (known ? TEXT_ALIKE : TEXT_ALIKE_UNSIGNED)
    ? { likeness: texts, why: 'nearly the same text' }
    : undefined;
}

/** Papers between which other work may run. */
const STRETCH = 2_000;

/** Which papers of many are worth comparing, in some 200 bytes a paper. */
export class DuplicateSearch {
  readonly #same: number[] = [];
  readonly #signs = [new Signs('title'), new Signs('text')] as const;
  readonly #names = new Names();

  /** The next paper; its place is how many came before. */
  add({ title, terms, authors }: Pick<MaybeSame, 'title' | 'terms' | 'authors'>): void {
    this.#same.push(hashOf(fold(title)) || 1);
    this.#names.add(authors);
    const ids = titleIds(terms);
    this.#signs[0].add(ids.length > 0 ? ids : undefined);
    this.#signs[1].add(terms.ids.length >= LONG ? terms.ids : undefined);
  }

  /** Papers that meet under a key; undefined where other work may run. */
  *#meeting(keyOf: (at: number) => number): Generator<number[] | undefined> {
    const first = new Map<number, number>();
    const met = new Map<number, number[]>();
    for (let at = 0; at < this.#same.length; at++) {
      if (at % STRETCH === 0) yield undefined;
      const key = keyOf(at);
      if (key === 0) continue;
      const before = first.get(key);
      const known = met.get(key);
      if (before === undefined) first.set(key, at);
      else if (!known) met.set(key, [before, at]);
      else if (known.length <= CROWD) known.push(at);
    }
    yield* met.values();
  }

  /** Places of papers worth comparing, ascending, each pair once; undefined where other work may run. */
  *pairs(): Generator<[a: number, b: number] | undefined> {
    const seen = new Set<number>();
    const fresh = (a: number, b: number): boolean => {
      if (!this.#names.mayShare(a, b)) return false;
      const { size } = seen;
      return seen.add(a * this.#same.length + b).size > size;
    };
    // the same title is worth a look however many have it
    for (const places of this.#meeting((at) => this.#same[at] as number))
      if (!places) yield undefined;
      else for (const [a, b] of pairsOf(places)) if (fresh(a, b)) yield [a, b];
    for (const signs of this.#signs)
      for (let n = 0; n < SIGNS[signs.kind] / BAND; n++)
        for (const places of this.#meeting((at) => signs.band(at, n)))
          if (!places) yield undefined;
          else if (places.length <= CROWD)
            for (const [a, b] of pairsOf(places)) if (signs.worth(a, b) && fresh(a, b)) yield [a, b];
  }
}

function* pairsOf(places: readonly number[]): Generator<[number, number]> {
  const most = Math.min(places.length, CROWD);
  for (let i = 0; i < most; i++)
    for (let j = i + 1; j < most; j++) yield [places[i] as number, places[j] as number];
}

/** Pairs that may be one work, the most alike first. */
export function possibleDuplicates(papers: readonly MaybeSame[]): Duplicate[] {
  const search = new DuplicateSearch();
  for (const paper of papers) search.add(paper);
  const out: Duplicate[] = [];
  for (const pair of search.pairs()) {
    if (!pair) continue;
    const [a, b] = pair;
    const found = mayBeOne(papers[a] as MaybeSame, papers[b] as MaybeSame);
    if (found) out.push({ a, b, ...found });
  }
  return out.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
}
