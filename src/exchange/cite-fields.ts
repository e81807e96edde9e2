/** The fields of a cite-key pattern, named as Better BibTeX names them. A value is a list of words. */
import type { CiteWords } from './cite-words.ts';

export type FieldValue = (words: CiteWords) => string[];

const some = (text: string): string[] => (text === '' ? [] : [text]);
const two = (n: number | undefined): string[] => (n === undefined ? [] : [String(n).padStart(2, '0')]);
const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);

/** Last names of the first `most` authors, `EtAl` after them when there are more. */
function families(words: CiteWords, most: number): string[] {
  const shown = words.names
    .slice(0, most)
    .map((_, at) => words.family(at))
    .filter((name) => name !== '');
  return shown.length > 0 && words.manyAuthors > most ? [...shown, 'EtAl'] : shown;
}

type Field = (first: number | undefined, second: number | undefined) => FieldValue;

const FIELDS: Readonly<Record<string, Field>> = {
  // [authN_M]: the first N letters of the Mth author's last name
  auth: (letters, author) => (words) => some(words.family((author ?? 1) - 1).slice(0, letters)),
  authorLast: (letters) => (words) => some(words.family(words.names.length - 1).slice(0, letters)),
  authors: (most) => (words) => families(words, most ?? words.names.length),
  authEtAl: () => (words) => families(words, words.manyAuthors > 2 ? 1 : 2),
  authorsAlpha: () => (words) => {
    if (words.manyAuthors === 1) return some(words.family(0).slice(0, 3));
    const letters = words.names
      .slice(0, words.manyAuthors > 4 ? 3 : 4)
      .map((_, at) => words.family(at).slice(0, 1));
    return some(letters.join('') + (words.manyAuthors > 4 && letters.join('') !== '' ? '+' : ''));
  },
  year: () => (words) => some(String(words.date?.year ?? '')),
  shortyear: () => (words) => some(String(words.date?.year ?? '').slice(-2)),
  month: () => (words) => two(words.date?.month),
  day: () => (words) => two(words.date?.day),
  title: () => (words) => words.title.map(capital),
  // [shorttitleN_M]: the first N words that say something, the first M of them capitalised
  shorttitle: (most, capitals) => (words) =>
    words.telling(most ?? 3).map((word, at) => (at < (capitals ?? 0) ? capital(word) : word)),
  veryshorttitle: (most, capitals) => (words) =>
    words.telling(most ?? 1).map((word, at) => (at < (capitals ?? 0) ? capital(word) : word)),
  venue: () => (words) => words.venue,
  journal: () => (words) => words.venue,
  // arxiv:2403.06504 → 2403.06504
  id: () => (words) => some(words.id.slice(words.id.indexOf(':') + 1)),
};

export const FIELD_NAMES: readonly string[] = Object.keys(FIELDS);

/** The field called `name` with its numbers, or undefined when there is none. */
export function fieldOf(
  name: string,
  first: number | undefined,
  second: number | undefined,
): FieldValue | undefined {
  return Object.hasOwn(FIELDS, name) ? FIELDS[name]?.(first, second) : undefined;
}
