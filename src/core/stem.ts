/**
 * Porter's stemmer: M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980, pp. 130–137, with the two
 * departures of the author's own later programs (`-logi` → `-log`, `-bli` → `-ble`). English only: a word with any other
 * letter stays as it is.
 */
const CONSONANT = '[^aeiou](?:[^aeiouy])*';
const VOWEL = '[aeiouy][aeiou]*';
/** At least one, exactly one, and more than one sequence of vowels and consonants before the ending ("m" in the paper). */
const SOME = new RegExp(`^(?:${CONSONANT})?${VOWEL}${CONSONANT}`);
const ONE = new RegExp(`^(?:${CONSONANT})?${VOWEL}${CONSONANT}(?:${VOWEL})?$`);
const MORE = new RegExp(`^(?:${CONSONANT})?${VOWEL}${CONSONANT}${VOWEL}${CONSONANT}`);
const HAS_VOWEL = new RegExp(`^(?:${CONSONANT})?[aeiouy]`);
/** Ends consonant, vowel, consonant, the last not w, x or y: "hop", not "box". */
const SHORT = new RegExp(`^${CONSONANT}[aeiouy][^aeiouwxy]$`);

const STEP2: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
  ['logi', 'log'],
];
const STEP3: readonly (readonly [string, string])[] = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
];
const STEP4 =
  /^(.+?)(?:al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize|(?<=[st])ion)$/;

/** The first ending of `steps` that `word` has, replaced where enough stands before it. */
function replaced(word: string, steps: readonly (readonly [string, string])[]): string {
  for (const [ending, put] of steps) {
    if (!word.endsWith(ending)) continue;
    const before = word.slice(0, -ending.length);
    return SOME.test(before) ? before + put : word;
  }
  return word;
}

/** Plurals: `caresses` → `caress`, `ponies` → `poni`, `cats` → `cat`. */
function withoutPlural(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** Past tenses and participles: `agreed` → `agree`, `hopping` → `hop`, `filing` → `file`. */
function withoutTense(word: string): string {
  if (word.endsWith('eed')) return SOME.test(word.slice(0, -3)) ? word.slice(0, -1) : word;
  const match = /^(.+?)(?:ed|ing)$/.exec(word);
  const stem = match?.[1];
  if (stem === undefined || !HAS_VOWEL.test(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1);
  return SHORT.test(stem) ? `${stem}e` : stem;
}

/**
 * The stem of a lower-case word: `optimisation` → `optimis`, `networks` → `network`. Words of fewer than three letters,
 * with digits, or in other alphabets come back unchanged.
 */
export function stem(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word;
  // a y at the start is a consonant; marked so that the classes above need not know
  let out = word.startsWith('y') ? `Y${word.slice(1)}` : word;
  out = withoutTense(withoutPlural(out));
  if (out.endsWith('y') && HAS_VOWEL.test(out.slice(0, -1))) out = `${out.slice(0, -1)}i`;
  out = replaced(replaced(out, STEP2), STEP3);
  const end = STEP4.exec(out);
  if (end?.[1] !== undefined && MORE.test(end[1])) out = end[1];
  if (out.endsWith('e')) {
    const before = out.slice(0, -1);
    if (MORE.test(before) || (ONE.test(before) && !SHORT.test(before))) out = before;
  }
  if (out.endsWith('ll') && MORE.test(out)) out = out.slice(0, -1);
  return out.startsWith('Y') ? `y${out.slice(1)}` : out;
}
