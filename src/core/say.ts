/**
 * What the reader reads, in their language. The words stand in `public/_locales`, one file a language, in the format of
 * the browser's `i18n` (developer.chrome.com/docs/extensions/reference/api/i18n): `$1`…`$9` stand for what is filled in.
 * Whoever starts the program says where they are looked up; see platform/speech.ts and scripts/lib/english.ts.
 */
import type messages from '../../public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;
/** The part before `_one` and `_other` of messages that tell a number. */
export type CountedKey = MessageKey extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : never
  : never;

export interface Speech {
  /** The message as it stands in the file, its `$1`… not filled in; '' where there is none. */
  template(key: string): string;
  /** BCP 47. */
  language(): string;
}

let speech: Speech = { template: (key) => key, language: () => 'en' };
let kept = new Map<string, string>();
let plural: Intl.PluralRules | undefined;
let digits: Intl.NumberFormat | undefined;

/** Where words come from, from now on. */
export function setSpeech(given: Speech): void {
  speech = given;
  kept = new Map();
  plural = undefined;
  digits = undefined;
}

/** Looked up once: the browser takes microseconds for each, and a long listing asks thousands of times. */
function template(key: string): string {
  let found = kept.get(key);
  if (found === undefined) {
    found = speech.template(key);
    kept.set(key, found);
  }
  return found;
}

const filled = (words: string, parts: readonly (string | number)[]): string =>
  parts.length === 0
    ? words
    : words.replace(/\$([1-9])/g, (slot, at) => {
        const part = parts[Number(at) - 1];
        return part === undefined ? slot : typeof part === 'number' ? count(part) : part;
      });

/** What stands between groups of three digits (Unicode CLDR, symbols/group) in the languages there are messages in. */
const GROUP: Readonly<Record<string, string>> = { en: ',', de: '.', fr: '\u202f', ja: ',', 'zh-CN': ',' };

/** A number as the reader's language writes it: 12,000 or 12.000. */
export function count(value: number): string {
  // counts are whole, and making the browser's formatter takes a page some twenty milliseconds
  if (Number.isSafeInteger(value) && value >= 0) {
    if (value < 1_000) return String(value);
    const between = GROUP[speech.language()];
    if (between !== undefined) return String(value).replace(/\B(?=(?:\d{3})+$)/g, between);
  }
  digits ??= new Intl.NumberFormat(language());
  return digits.format(value);
}

/** The words of `key`, its `$1`… filled in with `parts`, numbers as the reader's language writes them. The key itself where there are no words. */
export const say = (key: MessageKey, ...parts: (string | number)[]): string =>
  filled(template(key) || key, parts);

/** Whole numbers told in the singular (CLDR, plural rules) in the languages there are messages in. */
const SINGULAR: Readonly<Record<string, readonly number[]>> = {
  en: [1],
  de: [1],
  fr: [0, 1],
  ja: [],
  'zh-CN': [],
};

/** The form for a number: without the browser's rules where that can be, for the same reason as in `count`. */
function formOf(many: number): string {
  const singular = Number.isSafeInteger(many) && many >= 0 ? SINGULAR[speech.language()] : undefined;
  if (singular) return singular.includes(many) ? 'one' : 'other';
  plural ??= new Intl.PluralRules(language());
  return plural.select(many);
}

/**
 * The words of `key` for a number of things, in the form the reader's language has for it (CLDR plural categories, as
 * `Intl.PluralRules` knows them): "1 paper", "3 papers". `$1` is the number, `$2`… are `parts`.
 */
export function sayMany(key: CountedKey, many: number, ...parts: (string | number)[]): string {
  const words = template(`${key}_${formOf(many)}`) || template(`${key}_other`) || key;
  return filled(words, [many, ...parts]);
}

/** `say`, cut at what is to be filled in: pieces of text, and numbers of `$1`… (from 0) between them. For what is more than text. */
export const sayPieces = (key: MessageKey): (string | number)[] =>
  (template(key) || key).split(/\$([1-9])/).map((piece, at) => (at % 2 === 1 ? Number(piece) - 1 : piece));

/** The language the browser is used in, BCP 47; English dates put the day first. */
export function language(): string {
  const tongue = speech.language();
  return tongue === 'en' ? 'en-GB' : tongue;
}
