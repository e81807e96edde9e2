/**
 * Cite keys after Better BibTeX's pattern `[auth][year][veryshorttitle]`: `vandermaaten2008visualizing`. A key once
 * given is never changed: documents refer to it.
 */
import type { PaperId } from '../core/paper.ts';
import { fold } from '../core/text.ts';
import { cleanList } from './clean.ts';
import { issuedDate } from './dates.ts';
import type { Exportable } from './exportable.ts';
import { wordsOnly } from './latex-read.ts';
import { type Name, parseNames } from './names.ts';
import { publicationOf } from './venue.ts';

const STOP_WORDS = new Set(
  'a about above across after all am an and any are as at be been before being below between both but by can could de der des did die do does down during each few for from further had has have how i if in into is it its just la le les more most my no nor not of off on once only or other our out over own same should so some such than that the their then there these they this those through to too toward towards under until up upon using very via vs was we were what when where whether which while who whom why will with within without would you your'.split(
    ' ',
  ),
);

/** Lower-case ASCII letters and digits of `text`, words kept apart. */
function words(text: string): string[] {
  return fold(text)
    .split(' ')
    .map((word) => word.replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '');
}

/** Whether ASCII can stand for the name: "Łukasz" yes, "王" no. */
const foldable = (text: string): boolean => {
  const letters = fold(text).replace(/[^\p{L}]/gu, '');
  return letters !== '' && /^[a-z]+$/.test(letters);
};

function authorPart(name: Name | undefined): string | undefined {
  const shown =
    name?.literal ?? [name?.particle, name?.family].filter((part) => part !== undefined).join(' ');
  if (!foldable(shown)) return undefined;
  const parts = words(shown).filter((word) => !name?.literal || !STOP_WORDS.has(word));
  const part = parts.join('').replace(/^\d+/, '').slice(0, 30);
  return part === '' ? undefined : part;
}

/** The first word that says something; none that begins with a digit, which would run into the year. */
function titlePart(title: string): string {
  const text = wordsOnly(title).replace(/(?<=\p{L})['’]s\b/gu, '');
  const telling = (word: string) => !STOP_WORDS.has(word) && /^[a-z]/.test(word);
  return (words(text).find((word) => telling(word) && word.length > 1) ?? '').slice(0, 30);
}

/** `arxiv:2403.06504` → `arxiv240306504` */
const idPart = (id: PaperId): string =>
  fold(id)
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(?=\d)/, 'k')
    .slice(0, 50) || 'paper';

/** The key a paper would get if no other had it. */
export function baseKey(item: Exportable): string {
  const { paper } = item;
  const { kind } = publicationOf(paper);
  const year = issuedDate(paper, kind === 'conference' || kind === 'journal')?.year ?? '';
  const title = titlePart(paper.title);
  const { names } = parseNames(cleanList(paper.authors.slice(0, 3)));
  if (names.length === 0) return title ? `${title}${year}` : idPart(paper.id);
  const author = authorPart(names[0]);
  return author ? `${author}${year}${title}` : idPart(paper.id);
}

/** A key that BibTeX, biber and RIS take, near to the one given; '' when nothing of it can stay. */
export const safeKey = (key: string): string =>
  key
    .normalize('NFC')
    .replace(/[\s\p{C}{}(),="'#%~\\&$^]+/gu, '')
    .slice(0, 100);

/** 0 → '', 1 → 'a', … 26 → 'z', 27 → 'aa' */
export function suffix(n: number): string {
  let out = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
  }
  return out;
}

/**
 * A key for every item, unique without regard to case (biber and file systems ignore it). Given keys stay; where
 * several papers want the same key, ids decide who gets which suffix, so that the order of `items` never matters.
 * @param taken keys of papers that are not among `items`
 */
export function assignCiteKeys(
  items: readonly Exportable[],
  taken: ReadonlySet<string>,
): Map<PaperId, string> {
  const keys = new Map<PaperId, string>();
  const used = new Set<string>();
  const wanted = new Map<PaperId, string>();
  const byId = [...new Map(items.map((item) => [item.paper.id, item])).values()].sort((a, b) =>
    a.paper.id < b.paper.id ? -1 : 1,
  );
  for (const item of byId) {
    const given = safeKey(typeof item.citeKey === 'string' ? item.citeKey : '');
    if (given !== '' && !used.has(given.toLowerCase())) {
      used.add(given.toLowerCase());
      keys.set(item.paper.id, given);
    } else wanted.set(item.paper.id, given || baseKey(item));
  }
  for (const key of taken) used.add(key.toLowerCase());
  const order = [...wanted].sort(([a, keyA], [b, keyB]) =>
    keyA === keyB ? (a < b ? -1 : 1) : keyA < keyB ? -1 : 1,
  );
  const counts = new Map<string, number>();
  for (const [id, base] of order) {
    let n = counts.get(base) ?? 0;
    while (used.has((base + suffix(n)).toLowerCase())) n++;
    counts.set(base, n + 1);
    used.add((base + suffix(n)).toLowerCase());
    keys.set(id, base + suffix(n));
  }
  return keys;
}
