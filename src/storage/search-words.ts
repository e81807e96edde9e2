/** The words of a text as search looks them up: folded, in order; of unspaced scripts every character is one. */
import { fold } from '../core/text.ts';

/**
 * Whether a letter is of a script that parts no words by spaces, so that any place is a word's beginning: Thai, Lao,
 * Burmese, Khmer, and from kana on (Han, Hangul).
 */
export const isUnspaced = (code: number): boolean =>
  code >= 0x3040 ||
  (code >= 0xe00 && (code < 0xf00 || (code >= 0x1000 && code < 0x10a0) || (code >= 0x1780 && code < 0x1800)));

/** Letters that fold keeps and no text has: stands for a hyphen between two words while the text is folded. */
const HYPHEN = 'qjzq';
/** Hyphens, and TeX's signs for what is raised or lowered: `x^2` and `x_{2}` are found by `x2`, as x² and x₂ are. */
const HYPHENS = /([A-Za-z0-9\u2113])(?:[-\u2010\u2011]|[\^_]\{?)(?=[A-Za-z0-9])/g;
/** Longer words are noise (addresses, hashes). */
const LONGEST = 40;

function hasUnspaced(word: string): boolean {
  for (let at = 0; at < word.length; at++) if (isUnspaced(word.charCodeAt(at))) return true;
  return false;
}

/** Formulas write Greek letters by their names (`\\alpha`), titles often as they are. */
const GREEK = (
  'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi ' +
  'chi psi omega'
).split(' ');
const ALPHA = 0x3b1;
const ANY_GREEK = /[α-ω]/;

/** A word as it is looked up: a Greek letter that stands alone by its name. */
const named = (word: string): string =>
  word.length === 1 ? (GREEK[word.charCodeAt(0) - ALPHA] ?? word) : word;

/** The words of folded text: split at spaces, and at each character of unspaced scripts. */
export function splitFolded(folded: string): string[] {
  if (folded === '') return [];
  const split = folded.split(' ');
  const words = ANY_GREEK.test(folded) ? split.map(named) : split;
  if (!hasUnspaced(folded)) return words;
  return words.flatMap((word) => {
    if (!hasUnspaced(word)) return [word];
    const out: string[] = [];
    let plain = '';
    for (const char of word) {
      if (!isUnspaced(char.charCodeAt(0))) plain += char;
      else {
        if (plain) out.push(plain);
        plain = '';
        out.push(char);
      }
    }
    if (plain) out.push(plain);
    return out;
  });
}

/** Two words as the one that a reader may write for them; TeX’s `\ell` is the letter ℓ, which folding makes an l. */
export const joined = (first: string, second: string): string => (first === 'ell' ? 'l' : first) + second;

/**
 * Calls `each` for every word of `text` with its place; `pre-training` gives `pre`, `training` and, at the place of the
 * first, `pretraining`. Returns the number of places.
 */
export function eachWord(text: string, each: (word: string, place: number) => void): number {
  let place = 0;
  for (const word of splitFolded(fold(text.replace(HYPHENS, `$1${HYPHEN}`)))) {
    if (!word.includes(HYPHEN)) {
      each(word.length > LONGEST ? word.slice(0, LONGEST) : word, place++);
      continue;
    }
    const parts = word.split(HYPHEN).filter((part) => part !== '');
    const [first = '', second = ''] = parts;
    if (parts.length === 2) each(joined(first, second).slice(0, LONGEST), place);
    for (const part of parts) each(part.slice(0, LONGEST), place++);
  }
  return place;
}
