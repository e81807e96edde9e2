/** Invented words and ids of the same shape as real ones: the same for the same, so that a page stays in agreement with itself. */

/**
 * Words that pages say of themselves and that readers of pages look for, and the small words of any sentence: they are
 * nobody's text.
 */
const KEPT = new Set(
  (
    'a an and are as at be by for from has have in into is it its no not of on or that the their this to was were with without via we our us you your ' +
    'january february march april may june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'mon tue wed thu fri sat sun monday tuesday wednesday thursday friday saturday sunday ' +
    'abs abstract abstracts accepted acceptance accept additional advanced all announced annotation appendix archive archived arxiv article articles author authors available ' +
    'bib bibtex book books browse by catchup category categories chair citation citations cite cited code collection collections comment comments conference content contents continued copy cross current ' +
    'data dataset date day days demo details digest discussion doi download edit edition editor editors entries entry event events export ' +
    'feed file files first format forum found full fulltext github go group hide home html http https id index issue issues item items journal keyword keywords last latest less like likes link list listing listings ' +
    'main meta more month monthly new newest next not note notes only open oral org original originally other output page pages paper papers part pdf popular poster posters preprint preprints presentation previous prev primary proceedings produced profile program project ps publication publications published publisher ' +
    'query rank rating read received recent record ref reference references related rejected rejection reject reply replaced replacement replacements replies report result results review reviews reviewer revised ' +
    'sat save search section sections see select session sessions share show showing shown sign similar size skip slides sorry sort source spotlight spotlights start submission submissions submit submitted subject subjects supp supplemental supplementary supplement ' +
    'tag tags talk tex text title titles top topic topics total track trending txt type under unknown updated updates upvote upvotes url v version versions video view views vol volume volumes vote votes web week weekly withdrawn workshop workshops www year years yesterday today ago ' +
    'et al pp doi vol no eds ed issn isbn pmid pmcid oai com net gov edu html htm php aspx xml json'
  ).split(/\s+/),
);

/** Whether a word may stay as it is. */
export const isKept = (word: string): boolean => KEPT.has(word.toLowerCase());

const CONSONANTS = 'bdfgklmnprstvz';
const VOWELS = 'aeiou';
const ACCENTS = ['\u0301', '\u0308', '\u0302', '\u0303'];

/** FNV-1a, 32 bit. */
function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  return h >>> 0;
}

function syllables(length: number, seed: number): string {
  let state = seed || 1;
  let out = '';
  for (let i = 0; i < length; i++) {
    state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) >>> 0;
    const letters = (i + (seed & 1)) % 2 === 0 ? CONSONANTS : VOWELS;
    out += letters[state % letters.length];
  }
  return out;
}

const bare = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();

/** Another letter of the same script and case, for those that are not Latin. */
function foreign(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  for (const by of [3, -3, 1, -1]) {
    const other = String.fromCodePoint(code + by);
    const same =
      /\p{Lu}/u.test(letter) === /\p{Lu}/u.test(other) && /\p{Ll}/u.test(letter) === /\p{Ll}/u.test(other);
    if (same && /\p{L}/u.test(other)) return other;
  }
  return letter;
}

export type Invent = (word: string) => string;

/** A source of invented words: the same word always becomes the same one, two words never become one. */
export function inventor(): Invent {
  const known = new Map<string, string>();
  const used = new Set<string>();
  const inventedFor = (key: string): string => {
    let found = known.get(key);
    for (let salt = 0; found === undefined; salt++) {
      const one = syllables(key.length, hash(`${key}${salt}`));
      const taken = used.has(one) && salt < 50; // of two letters there are not enough
      if (!taken && one !== key && !isKept(one)) found = one;
    }
    known.set(key, found);
    used.add(found);
    return found;
  };
  return (word) => {
    const letters = [...word.normalize('NFC')];
    if (letters.length < 2) return word;
    if (!/\p{Script=Latin}/u.test(word)) return letters.map(foreign).join('');
    const made = inventedFor(bare(word).slice(0, letters.length).padEnd(letters.length, 'x'));
    return letters
      .map((letter, i) => {
        const base = made[i] ?? 'a';
        const cased =
          letter === letter.toUpperCase() && letter !== letter.toLowerCase() ? base.toUpperCase() : base;
        const accented = letter.normalize('NFD').length > 1 && VOWELS.includes(base);
        return accented ? (cased + ACCENTS[letter.charCodeAt(0) % ACCENTS.length]).normalize('NFC') : cased;
      })
      .join('');
  };
}

const DIGITS = '0759182463';
const HEX = `${DIGITS}debfac`;
const LETTERS = 'nopqrstuvwxyzabcdefghijklm';

export const otherDigits = (digits: string): string =>
  digits.replace(/\d/g, (digit) => DIGITS[Number(digit)] as string);

export const otherHex = (hex: string): string =>
  hex.replace(/[\da-f]/g, (one) => HEX[Number.parseInt(one, 16)] as string);

/** An id of letters and digits of both cases: each becomes another of its kind. */
export const otherId = (id: string): string =>
  otherDigits(id).replace(/[a-z]/gi, (letter) => {
    const other = LETTERS[letter.toLowerCase().charCodeAt(0) - 97] as string;
    return letter === letter.toLowerCase() ? other : other.toUpperCase();
  });
