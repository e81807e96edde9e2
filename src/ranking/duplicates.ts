/**
 * Papers that may be one work under several ids: proposed, never merged here. Candidates come from equal titles and from
 * MinHash signatures (Broder 1997) of title words and of the whole text, cut in bands so that near-duplicates meet
 * without comparing all with all; each candidate is then held against its titles, authors and text.
 */
import { hashOf, inTitle, pairId, type Terms } from '../core/terms.ts';
import { familyName, fold } from '../core/text.ts';

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

/** The smallest of `ids` under each of `count` mixes, a mix being a multiplication by an odd number (32 bits). */
function signature(ids: ArrayLike<number>, count: number): Uint32Array {
  const out = new Uint32Array(count).fill(0xffffffff);
  for (let hash = 0; hash < count; hash++) {
    const times = Math.imul(0x9e3779b1, 2 * hash + 1);
    let least = 0xffffffff;
    for (let k = 0; k < ids.length; k++) {
      let mixed = Math.imul((ids[k] as number) ^ (hash * 0x85ebca6b), times);
      mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0;
      if (mixed < least) least = mixed;
    }
    out[hash] = least;
  }
  return out;
}

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

/** Title words are cut in 4 bands of 3 signs each, texts in 8. */
const TITLE_BANDS = 4;
const TEXT_BANDS = 8;
const SIGNS = 3;
const BANDS = 1 + TITLE_BANDS + TEXT_BANDS;
/** Papers between which other work may run. */
const STRETCH = 2_000;

/** A number other than 0 for three signs of one band. */
const bandOf = (signs: Uint32Array, band: number): number =>
  (pairId(
    pairId(signs[SIGNS * band] as number, signs[SIGNS * band + 1] as number),
    signs[SIGNS * band + 2] as number,
  ) || 1) >>> 0;

/** Which papers of many are worth comparing, in some 60 bytes a paper. */
export class DuplicateSearch {
  readonly #bands: number[][] = Array.from({ length: BANDS }, () => []);

  /** The next paper; its place is how many came before. */
  add({ title, terms }: Pick<MaybeSame, 'title' | 'terms'>): void {
    const [same, ...rest] = this.#bands as [number[], ...number[][]];
    same.push(hashOf(fold(title)) || 1);
    const ids = titleIds(terms);
    const byTitle = ids.length > 0 ? signature(ids, SIGNS * TITLE_BANDS) : undefined;
    const byText = terms.ids.length >= LONG ? signature(terms.ids, SIGNS * TEXT_BANDS) : undefined;
    rest.forEach((band, n) => {
      const signs = n < TITLE_BANDS ? byTitle : byText;
      band.push(signs ? bandOf(signs, n < TITLE_BANDS ? n : n - TITLE_BANDS) : 0);
    });
  }

  /** Places of papers that meet in a band, ascending, each pair once; undefined where other work may run. */
  *pairs(): Generator<[a: number, b: number] | undefined> {
    const seen = new Set<number>();
    for (const [n, band] of this.#bands.entries()) {
      const first = new Map<number, number>();
      const met = new Map<number, number[]>();
      for (let at = 0; at < band.length; at++) {
        if (at % STRETCH === 0) yield undefined;
        const key = band[at] as number;
        if (key === 0) continue;
        const before = first.get(key);
        if (before === undefined) first.set(key, at);
        else met.set(key, [...(met.get(key) ?? [before]).slice(0, CROWD), at]);
      }
      for (const places of met.values()) {
        // the same title is worth a look however many have it
        if (places.length > CROWD && n > 0) continue;
        for (let i = 0; i < Math.min(places.length, CROWD); i++) {
          for (let j = i + 1; j < Math.min(places.length, CROWD); j++) {
            const pair: [number, number] = [places[i] as number, places[j] as number];
            const key = pair[0] * band.length + pair[1];
            if (seen.has(key)) continue;
            seen.add(key);
            yield pair;
          }
        }
      }
    }
  }
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
