/**
 * The filters of a cite-key pattern, `:lower`, `:select(1,2)` or, as older patterns have it, `:select=1,2`, named as
 * Better BibTeX names them. Words stay words until the key is put together.
 */
import { say } from '../core/say.ts';
import { isStopWord } from './cite-words.ts';

export type Filter = (words: readonly string[]) => string[];

const each =
  (change: (word: string) => string): Filter =>
  (words) =>
    words.map(change).filter((word) => word !== '');
const whole =
  (change: (text: string) => string): Filter =>
  (words) => {
    const text = change(words.join(''));
    return text === '' ? [] : [text];
  };
const number = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d+$/.test(text) ? Number(text) : undefined;

type Make = (one: string | undefined, two: string | undefined) => Filter | undefined;

const FILTERS: Readonly<Record<string, Make>> = {
  lower: () => each((word) => word.toLowerCase()),
  upper: () => each((word) => word.toUpperCase()),
  capitalize: () => each((word) => word.slice(0, 1).toUpperCase() + word.slice(1)),
  abbr: () => each((word) => word.slice(0, 1)),
  skipwords: () => (words) => words.filter((word) => !isStopWord(word)),
  // n words, or all of them, from the mth (the first is 1)
  select: (from, count) => {
    const start = number(from);
    if (start === undefined || start < 1) return undefined;
    return (words) => words.slice(start - 1, count === undefined ? undefined : start - 1 + Number(count));
  },
  // n characters, or all of them, from the mth (the first is 1)
  substring: (from, count) => {
    const start = number(from);
    if (start === undefined || start < 1) return undefined;
    return whole((text) =>
      text.slice(start - 1, count === undefined ? undefined : start - 1 + Number(count)),
    );
  },
  condense: (between) => (words) => (words.length > 0 ? [words.join(between ?? '')] : []),
  prefix: (before) => (words) => (words.length > 0 ? [before ?? '', ...words] : []),
  postfix: (after) => (words) => (words.length > 0 ? [...words, after ?? ''] : []),
  replace: (what, by) => (what ? each((word) => word.replaceAll(what, by ?? '')) : undefined),
  alphanum: () => each((word) => word.replace(/[^A-Za-z0-9]/g, '')),
  numeric: () => (words) => words.filter((word) => /^\d+$/.test(word)),
  // every value is in ASCII and without punctuation already
  ascii: () => (words) => [...words],
  fold: () => (words) => [...words],
  clean: () => (words) => [...words],
  nopunct: () => (words) => [...words],
};

export const filterNames = (): string[] => [...Object.keys(FILTERS), say('citeOtherwise')];

/** The filter `source` names, or undefined when there is none such. */
export function filterOf(source: string): Filter | undefined {
  const otherwise = /^\(([^()]*)\)$/.exec(source);
  if (otherwise) return (words) => (words.length > 0 ? [...words] : [otherwise[1] ?? '']);
  const match = /^([a-z]+)(?:\(([^()]*)\)|=(.*))?$/.exec(source);
  const [, name = '', bracketed, equalled] = match ?? [];
  if (!match || !Object.hasOwn(FILTERS, name)) return undefined;
  const given = bracketed ?? equalled;
  const [one, two] = given === undefined ? [] : given.split(',').map((part) => part.trim());
  return FILTERS[name]?.(one, two);
}
