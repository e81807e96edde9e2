/**
 * Papers that may be one work under several ids: proposed, never merged here. Candidates come from equal titles and from
 * MinHash signatures (Broder 1997) of title words and of the whole text, cut in bands so that near-duplicates meet
 * without comparing all with all; each candidate is then held against its titles, authors and text.
 */
import { inTitle, type Terms } from '../core/terms.ts';
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

/** Pairs that may be one work, the most alike first. */
export function possibleDuplicates(papers: readonly MaybeSame[]): Duplicate[] {
  const meeting = new Map<string, number[]>();
  const meet = (key: string, at: number) => {
    const list = meeting.get(key);
    if (list) list.push(at);
    else meeting.set(key, [at]);
  };
  papers.forEach((paper, at) => {
    meet(`=${fold(paper.title)}`, at);
    const title = titleIds(paper.terms);
    if (title.length > 0) {
      const signs = signature(title, 12);
      for (let band = 0; band < 4; band++) meet(`t${band}:${signs.subarray(3 * band, 3 * band + 3)}`, at);
    }
    if (paper.terms.ids.length >= LONG) {
      const signs = signature(paper.terms.ids, 24);
      for (let band = 0; band < 8; band++) meet(`a${band}:${signs.subarray(3 * band, 3 * band + 3)}`, at);
    }
  });
  const seen = new Set<number>();
  const out: Duplicate[] = [];
  for (const [key, places] of meeting) {
    if (places.length < 2 || (places.length > CROWD && !key.startsWith('='))) continue;
    for (let i = 0; i < Math.min(places.length, CROWD); i++) {
      for (let j = i + 1; j < Math.min(places.length, CROWD); j++) {
        const [a, b] = [places[i] as number, places[j] as number];
        const pair = a * papers.length + b;
        if (seen.has(pair)) continue;
        seen.add(pair);
        const found = mayBeOne(papers[a] as MaybeSame, papers[b] as MaybeSame);
        if (found) out.push({ a, b, ...found });
      }
    }
  }
  return out.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b);
}
