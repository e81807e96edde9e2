/** ASCII spellings of words, case kept: what cite keys are made of. */

/** Letters that do not come apart into a letter and its accents. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  ẞ: 'SS',
  æ: 'ae',
  Æ: 'Ae',
  œ: 'oe',
  Œ: 'Oe',
  ø: 'o',
  Ø: 'O',
  đ: 'd',
  Đ: 'D',
  ð: 'd',
  Ð: 'D',
  þ: 'th',
  Þ: 'Th',
  ł: 'l',
  Ł: 'L',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
};

/** What is written where the dots, the stroke or the ring cannot be: Gödel → Goedel. */
const SPELLED: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  Ä: 'Ae',
  Ö: 'Oe',
  Ü: 'Ue',
  ø: 'oe',
  Ø: 'Oe',
  å: 'aa',
  Å: 'Aa',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ASCII = /^[\u0000-\u007f]*$/;

/** How accents fold: Gödel → `Godel` (plain) or `Goedel` (german). */
export type Fold = 'plain' | 'german';

/** `text` without accents, letters of other scripts left as they are. */
export function unaccented(text: string, fold: Fold = 'plain'): string {
  if (ASCII.test(text)) return text;
  const spelled =
    fold === 'german' ? text.normalize('NFC').replace(/[äöüÄÖÜøØåÅ]/g, (c) => SPELLED[c] as string) : text;
  return spelled
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[ßẞæÆœŒøØđĐðÐþÞłŁıħĦ]/g, (c) => LETTERS[c] as string);
}

/** The words of `text` in ASCII letters and digits; what ASCII cannot stand for is dropped. */
export function asciiWords(text: string, fold: Fold = 'plain'): string[] {
  if (ASCII.test(text)) return text.match(/[A-Za-z0-9]+/g) ?? [];
  return unaccented(text, fold)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .map((word) => word.replace(/[^A-Za-z0-9]/g, ''))
    .filter((word) => word !== '');
}

/** Whether ASCII can stand for every letter of `text`: "Łukasz" yes, "王" no. False where there is no letter. */
export function isFoldable(text: string): boolean {
  if (ASCII.test(text)) return /[A-Za-z]/.test(text);
  const letters = unaccented(text).replace(/[^\p{L}]/gu, '');
  return letters !== '' && /^[A-Za-z]+$/.test(letters);
}
