/**
 * Displayed author names → the parts bibliographies need. The parts are those of CSL-JSON
 * (https://docs.citationstyles.org/en/stable/specification.html#name-variables).
 */
import { cleanLine } from './clean.ts';
import { endsLikeGroup, GROUPS, isGroup, withArticle } from './group-names.ts';
import { plainText } from './latex-read.ts';

export interface Name {
  /** A group, or a name that cannot be taken apart; excludes the other parts. */
  literal?: string;
  family?: string;
  given?: string;
  /** "van", "de la": sorted with the family name or not, as the style decides. */
  particle?: string;
  /** "von": dropped when the family name stands alone (German). */
  droppingParticle?: string;
  suffix?: string;
}

const PARTICLES = new Set(
  "af al av ben bin bint d' da dal dalla das de dei del dela della delle den der des di do dos du el het ibn in la las le los of op san st st. 't ten ter te van vande vander vom von zu zum zur".split(
    ' ',
  ),
);
const DROPPING = /^(?:von|vom|zu|zum|zur)\b/;
/** Capitalised particles belong to the family name; only those that are no given name anywhere. */
const CAPITAL_PARTICLES = /^(?:Van|Von|De|Del|Della|Di|Dos|El|Al|Ter|St\.?|Vander|Vanden)$/;
const AFTER_CAPITAL = /^(?:[Dd]er|[Dd]en|[Dd]e|[Ll]a|[Ll]os|[Ll]as|[Hh]et)$/;
/** "Van" and "Thi" beside these, which stand first or last, are middle names. */
const VIETNAMESE =
  /^(?:Nguyen|Nguyễn|Tran|Trần|Le|Lê|Pham|Phạm|Hoang|Hoàng|Huynh|Vu|Vũ|Vo|Võ|Dang|Đặng|Bui|Bùi|Do|Đỗ|Ho|Hồ|Ngo|Ngô|Duong|Ly|Lý|Phan|Dinh|Trinh|Truong)$/;
const SUFFIX = /^(?:jr|sr|jnr|snr|junior|ii|iii|iv|ph\.?d|m\.?d|esq)\.?$/i;
/** Words that make one family name of the two around them: "Ortega y Gasset". */
const JOINS = /^(?:y|i|e|dit|dite|à)$/;
const OTHERS = /^(?:et\.? al\.?|and others|others|…|\.\.\.)$/i;
/** The same at the end of a name: "Ada Lovelace et al." */
const AND_OTHERS = /(?<=\S)(?:,\s*|\s+)et\.? al\.?\s*$/i;
const CJK = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

/** One given name, an initial perhaps, and one family name, all in ASCII: nine of ten names there are. */
const GIVEN_FAMILY = /^[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?(?: [A-Z]\.)? [A-Z][a-z]+$/;

const capital = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
/** Words in that form that end a group's name or are no family name. */
const NO_FAMILY = new Set(
  [...GROUPS, ...'jr sr jnr snr junior ii iii iv phd md esq'.split(' ')].map(capital),
);

/** Two or more capitalised ASCII words: most other names, and quickly told from the rest. */
const ORDINARY = /^[A-Z][A-Za-z.-]*(?: [A-Z][A-Za-z.-]*)+$/;

/**
 * Takes a displayed name apart: "First Last" or "Last, First", particles, suffixes, single names, groups, names in CJK
 * scripts (family name first). Undefined for what names nobody: punctuation, "et al.".
 */
export function parseName(displayed: string): Name | undefined {
  if (GIVEN_FAMILY.test(displayed)) {
    const at = displayed.lastIndexOf(' ');
    const family = displayed.slice(at + 1);
    if (!NO_FAMILY.has(family) && !withArticle(displayed)) return { family, given: displayed.slice(0, at) };
  }
  if (ORDINARY.test(displayed)) {
    return endsLikeGroup(displayed) || withArticle(displayed)
      ? { literal: displayed }
      : firstLast(displayed.split(' '));
  }
  let name = cleanLine(plainText(displayed)).replace(/^(?:and|&)\s+/i, '');
  if (!/[\p{L}\p{N}]/u.test(name) || OTHERS.test(name)) return undefined;
  if (isGroup(name)) return { literal: name };
  // an affiliation in parentheses is no part of the name
  if (name.endsWith(')')) name = name.replace(/\s*\([^()]*\)$/, '') || name;
  if (!name.includes(',')) return firstLast(name.split(' '));
  const parts = name
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (parts.length > 3) return { literal: name };
  const [first = name, second, third] = parts;
  if (second === undefined) return firstLast(first.split(' '));
  // "Last, Jr, First" is BibTeX's order; every other list of names ends with what follows a name, "3rd" and "MSc" too
  if (third !== undefined)
    return SUFFIX.test(second) && !SUFFIX.test(third)
      ? lastFirst(first, third, second)
      : lastFirst(first, second, third);
  if (SUFFIX.test(second)) return { ...firstLast(first.split(' ')), suffix: second };
  return lastFirst(first, second);
}

/** Chinese, Japanese and Korean names show the family name first. */
export const shownAs = (name: Name): string =>
  CJK.test(name.family ?? '') && CJK.test(name.given ?? '')
    ? `${name.family} ${name.given}`
    : displayName(name);

/** The parts that `familyFirst` of a paper tells of a name. */
function toldName(told: string): Name {
  if (told.endsWith(',')) return { literal: told.slice(0, -1) };
  const [last = told, given = '', suffix] = told.split(', ');
  return lastFirst(last, given, suffix);
}

/** As most show a name, and as those do who put initials without points behind the family name. */
const shownForms = (name: Name): string[] => {
  const last = [name.droppingParticle, name.particle, name.family].filter(Boolean).join(' ');
  return [[last, name.given?.replace(/[. ]/g, ''), name.suffix].filter(Boolean).join(' '), shownAs(name)];
};

const sameParts = (a: Name): string =>
  [
    a.literal ?? [a.droppingParticle, a.particle, a.family].filter(Boolean).join(' '),
    a.given ?? '',
    a.suffix ?? '',
  ].join('|');

/** What is to be kept in `familyFirst` of a name whose parts are known; undefined where its displayed form tells them. */
export function worthTelling(name: Name): string | undefined {
  const read = parseName(shownAs(name));
  if (read && sameParts(read) === sameParts(name)) return undefined;
  const last = [name.droppingParticle, name.particle, name.family].filter(Boolean).join(' ');
  if (name.literal !== undefined || !name.given) return `${name.literal ?? last},`;
  const parts = [last, name.given, ...(name.suffix ? [name.suffix] : [])];
  return last === '' || parts.some((part) => part.includes(',')) ? undefined : parts.join(', ');
}

/** What "et al.", "others" and "…" end with. */
const LAST = new Set(['l', 'L', 's', 'S', '.', '…']);

/** Whether a name may say that others follow: told from its last character, for there are a hundred thousand names. */
const mayGoOn = (author: string): boolean => {
  const last = author.slice(-1);
  return LAST.has(last) || /\s/.test(last);
};

/**
 * The names of a paper in order, and whether the list itself says that it goes on ("et al.").
 * @param familyFirst the paper's: what is told of some of them
 */
export function parseNames(
  authors: readonly string[],
  familyFirst: readonly string[] = [],
): { names: Name[]; cut: boolean } {
  const told =
    familyFirst.length > 0
      ? new Map(familyFirst.map(toldName).flatMap((name) => shownForms(name).map((form) => [form, name])))
      : undefined;
  const names: Name[] = [];
  let cut = false;
  for (const author of authors) {
    let whole = author;
    if (mayGoOn(author)) {
      whole = author.replace(AND_OTHERS, '');
      cut ||= whole !== author || OTHERS.test(author.trim());
    }
    const name = told?.get(whole) ?? parseName(whole);
    if (name) names.push(name);
  }
  return { names, cut };
}

function firstLast(words: string[]): Name {
  const suffix: string[] = [];
  // "Waldir Junior" is a given and a family name
  const least = /^junior$/i.test(words.at(-1) ?? '') ? 2 : 1;
  while (words.length > least && SUFFIX.test(words.at(-1) as string)) suffix.unshift(words.pop() as string);
  const name = withoutSuffix(words);
  if (suffix.length > 0) name.suffix = suffix.join(' ');
  return name;
}

function withoutSuffix(words: readonly string[]): Name {
  const first = words[0] ?? '';
  if (words.length <= 1) return { family: first };
  if (CJK.test(first) && words.every((word) => CJK.test(word)))
    return { family: first, given: words.slice(1).join(' ') };
  const start = familyStart(words);
  const name = withParticle(words.slice(start));
  name.given = words.slice(0, start).join(' ');
  return name;
}

/** Index of the first word of the family name, particles included; at least one word stays a given name. */
function familyStart(words: readonly string[]): number {
  const last = words.length - 1;
  for (let i = 1; i < last; i++) {
    const word = words[i] as string;
    if (PARTICLES.has(word)) return i;
    if (JOINS.test(word) && i > 1) return i - 1;
    if (
      CAPITAL_PARTICLES.test(word) &&
      !VIETNAMESE.test(words[0] as string) &&
      !(word === 'Van' && VIETNAMESE.test(words[last] as string)) &&
      onlyParticles(words.slice(i + 1, last))
    ) {
      return i;
    }
  }
  return last;
}

const onlyParticles = (words: readonly string[]): boolean =>
  words.every((word) => PARTICLES.has(word) || AFTER_CAPITAL.test(word));

/** Splits the particles off a family name: "van der Maaten". A name made of particles only stays whole. */
function withParticle(words: readonly string[]): Name {
  let count = 0;
  while (count < words.length - 1 && PARTICLES.has(words[count] as string)) count++;
  const family = words.slice(count).join(' ');
  if (count === 0) return { family };
  const particle = words.slice(0, count).join(' ');
  return DROPPING.test(particle) ? { family, droppingParticle: particle } : { family, particle };
}

function lastFirst(last: string, given: string, suffix?: string): Name {
  const name: Name = withParticle(last.split(' '));
  if (given !== '') name.given = given;
  if (suffix) name.suffix = suffix;
  return name;
}

/** "Last, Jr., First" order for BibTeX-like lists is left to the formats; this is "First von Last Jr.". */
export function displayName(name: Name): string {
  if (name.literal !== undefined) return name.literal;
  return [name.given, name.droppingParticle, name.particle, name.family, name.suffix]
    .filter((part) => part !== undefined && part !== '')
    .join(' ');
}
