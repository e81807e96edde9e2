/** The words of one paper that cite keys are made of. */
import type { Metadata } from '../core/paper.ts';
import { asciiWords, type Fold, isFoldable } from './ascii.ts';
import { cleanList } from './clean.ts';
import { issuedDate, type PartialDate } from './dates.ts';
import { holdsTex, wordsOnly } from './latex-read.ts';
import { type Name, parseNames } from './names.ts';
import { toldNames } from './told-names.ts';
import { publicationOf } from './venue.ts';

const STOP_WORDS = new Set(
  'a about above across after all am an and any are as at be been before being below between both but by can could de der des did die do does down during each few for from further had has have how i if in into is it its just la le les more most my no nor not of off on once only or other our out over own same should so some such than that the their then there these they this those through to too toward towards under until up upon using very via vs was we were what when where whether which while who whom why will with within without would you your'.split(
    ' ',
  ),
);
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word.toLowerCase());

/** Authors whose names are looked at: no pattern asks for more. */
const MOST_AUTHORS = 20;
/** Longest part of a key that one name or one word gives. */
const MOST_LETTERS = 30;

/** A last name that is a part of a key as it stands. */
const PLAIN_NAME = /^[A-Za-z]{1,30}$/;

/** A title without formulas, commands that were never closed, and the end of "Newton's": most titles have none of them. */
function titleText(title: string): string {
  const words = holdsTex(title)
    ? wordsOnly(title).replace(/\\(?:emph|text[a-z]+|math[a-z]+)\b|[{}$]/g, '')
    : title;
  return /['’]/.test(words) ? words.replace(/(?<=\p{L})['’]s\b/gu, '') : words;
}

export class CiteWords {
  readonly #paper: Metadata;
  readonly #fold: Fold;
  readonly date: PartialDate | undefined;
  readonly container: string;
  #first: Name[] | undefined;
  #names: Name[] | undefined;
  #title: string[] | undefined;

  constructor(paper: Metadata, fold: Fold) {
    this.#paper = paper;
    this.#fold = fold;
    const { kind, container } = publicationOf(paper);
    this.date = issuedDate(paper, kind === 'conference' || kind === 'journal');
    this.container = container ?? '';
  }

  get id(): string {
    return this.#paper.id;
  }

  /** Most patterns ask for one author: taking twenty names apart for it would be half of an export's time. */
  get #firstNames(): readonly Name[] {
    this.#first ??= this.#parsed(1);
    return this.#first;
  }

  #parsed(most: number): Name[] {
    return parseNames(cleanList(this.#paper.authors.slice(0, most)), toldNames(this.#paper)).names;
  }

  /** Whether anybody is named. */
  get anybody(): boolean {
    return this.#firstNames.length > 0 || this.names.length > 0;
  }

  get names(): readonly Name[] {
    this.#names ??= this.#parsed(MOST_AUTHORS);
    return this.#names;
  }

  get manyAuthors(): number {
    return this.#paper.authors.length > MOST_AUTHORS ? this.#paper.authors.length : this.names.length;
  }

  /** The last name (particles included) or the group's name in ASCII; '' where ASCII cannot stand for it. */
  family(at: number): string {
    const name = this.#firstNames[at] ?? this.names[at];
    if (!name) return '';
    const shown = name.literal ?? [name.particle, name.family].filter((part) => part !== undefined).join(' ');
    if (!name.literal && PLAIN_NAME.test(shown)) return shown;
    if (!isFoldable(shown)) return '';
    return asciiWords(shown, this.#fold)
      .filter((word) => !name.literal || !isStopWord(word))
      .join('')
      .replace(/^\d+/, '')
      .slice(0, MOST_LETTERS);
  }

  /** All words of the title, formulas left out, "Newton's" as "Newton". */
  get title(): readonly string[] {
    this.#title ??= asciiWords(titleText(this.#paper.title), this.#fold).map((word) =>
      word.slice(0, MOST_LETTERS),
    );
    return this.#title;
  }

  /** The first `most` words that say something; none that begins with a digit, which would run into the year. */
  telling(most: number): string[] {
    const found: string[] = [];
    for (const word of this.title) {
      if (found.length >= most) break;
      if (word.length > 1 && /^[A-Za-z]/.test(word) && !isStopWord(word)) found.push(word);
    }
    return found;
  }

  /** The venue's words without its year. */
  get venue(): string[] {
    return asciiWords(wordsOnly(this.container), this.#fold).filter(
      (word) => !/^(?:19|20)\d\d$/.test(word) && !isStopWord(word),
    );
  }
}
