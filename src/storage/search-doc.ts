/** What search knows of one paper: its words by field, and small facts for filters, facets and order. */
import { appeared } from '../core/appeared.ts';
import {
  collectionsOf,
  isDismissed,
  isFlagged,
  isSaved,
  type Mark,
  noteOf,
  STATUSES,
  sinceOf,
  statusOf,
  tagsOf,
} from '../core/mark.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { familyName, fold } from '../core/text.ts';
import { correctedTopics } from '../core/topics.ts';
import { isIndexed, timeOf } from './listed.ts';
import { eachWord } from './search-words.ts';

/** Raise it when the same papers would give another index: an older one is made anew. */
export const SEARCH_VERSION = 7;

/** Bits of a paper's flags. Its status stands in two bits from `STATUS` on: 0 none, else its place in STATUSES + 1. */
export const SAVED = 1;
export const FLAGGED = 2;
export const DISMISSED = 4;
export const STATUS_SHIFT = 3;
export const NOTED = 32;
export const CODE = 64;
export const ABSTRACT = 128;
export const DOI = 256;
/** Some decision of the reader. */
export const MARKED = 512;
/** No longer stored: hides what older parts of the index say of it. */
export const GONE = 1024;
export const TAGGED = 2048;
/** The rating in three bits from here on; 0: none. */
export const RATING_SHIFT = 12;

/** Bits of the fields a word occurs in; OFTEN: three times or more in the abstract. */
export const FIELD_BITS = { abstract: 1, title: 2, author: 4, venue: 8, tag: 16, note: 32 } as const;
export const OFTEN = 64;
/** A word's place is its number in the field + this × the field's number, in the order above. */
export const FIELD_STEP = 0x10000;

export interface SearchDoc {
  id: PaperId;
  /** Its own id, then every other but title keys, parted by tabs. */
  ids: string;
  title: string;
  /** What papers are put in their order by: the first author's last name, then the others; '' where none is known. */
  author: string;
  flags: number;
  /** 0: unknown. */
  year: number;
  /** Year, month and day as one number, 20240311; 0 in place of what is unknown. */
  published: number;
  seen: number;
  /** ms since 1970; 0: never. `at`: the latest decision; `first`, `last`: meetings. */
  at: number;
  saved: number;
  first: number;
  last: number;
  /** `group \t value`. */
  values: string[];
}

const MAX_TEXT = 30_000;
const time = (iso: string | undefined): number => (iso && Date.parse(iso)) || 0;

/** "lovelace ada lovelace" */
const authorKey = (name: string): string => (name ? fold(`${familyName(name)} ${name}`) : '');

function dayNumber(published = ''): number {
  const [, year, month = 0, day = 0] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(published) ?? [];
  return year ? Number(year) * 10_000 + Number(month) * 100 + Number(day) : 0;
}

/** What search keeps of a paper; without one, that it is gone. */
export function searchDocOf(id: PaperId, paper: Paper | undefined, mark: Mark | undefined): SearchDoc {
  if (!paper)
    return {
      id,
      ids: id,
      title: '',
      author: '',
      flags: GONE,
      year: 0,
      published: 0,
      seen: 0,
      at: 0,
      saved: 0,
      first: 0,
      last: 0,
      values: [],
    };
  const tags = tagsOf(mark);
  const date = appeared(paper);
  const ids = [paper.id, ...paper.aliases.filter((alias) => !alias.startsWith('title:'))];
  const status = statusOf(mark);
  const marked = isIndexed(mark);
  const flags =
    (isSaved(mark) ? SAVED : 0) |
    (isFlagged(mark) ? FLAGGED : 0) |
    (isDismissed(mark) ? DISMISSED : 0) |
    ((status ? STATUSES.indexOf(status) + 1 : 0) << STATUS_SHIFT) |
    (noteOf(mark) ? NOTED : 0) |
    (paper.links.code.length > 0 ? CODE : 0) |
    (paper.abstract ? ABSTRACT : 0) |
    (paper.doi || ids.some((one) => one.startsWith('doi:')) ? DOI : 0) |
    (marked ? MARKED : 0) |
    (tags.length > 0 ? TAGGED : 0) |
    (Math.min(7, Math.max(0, Math.round(mark?.rating?.value ?? 0))) << RATING_SHIFT);
  const rules = isFlagged(mark) ? (mark?.flagged?.value.reasons ?? []).filter(({ by }) => by === 'rule') : [];
  return {
    id,
    ids: ids.join('\t'),
    title: paper.title,
    author: authorKey(paper.authors[0] ?? ''),
    flags,
    published: dayNumber(date),
    year: Math.min(0xffff, Number(date?.slice(0, 4) ?? 0) || 0),
    seen: Math.min(0xffff, paper.seen.count),
    at: marked ? time(timeOf(mark)) : 0,
    saved: mark?.saved && isSaved(mark) ? time(sinceOf(mark.saved)) : 0,
    first: time(paper.seen.first.at),
    last: time(paper.seen.last.at),
    values: [
      ...correctedTopics(paper.topics, mark).map((topic) => `topics\t${topic.id}`),
      ...tags.map((tag) => `tags\t${tag}`),
      ...collectionsOf(mark).map((collection) => `collections\t${collection}`),
      ...Object.keys(paper.seen.bySite).map((site) => `sites\t${site}`),
      ...(paper.venue ? [`venues\t${paper.venue}`] : []),
      ...new Set(rules.map(({ text }) => `rules\t${text}`)),
    ],
  };
}

/**
 * Before the first one to three letters of a word of anything but the abstract, which are words of their own: what is
 * typed first is found without going through all that begin so.
 */
export const BEGINNING = '\u0001';
export const LONGEST_BEGINNING = 3;

/** Calls `each` for every word of a paper, with its place (see FIELD_STEP). */
export function eachDocWord(
  paper: Paper,
  mark: Mark | undefined,
  each: (word: string, place: number) => void,
): void {
  const field = (number: number, texts: readonly string[]) => {
    let at = 0;
    for (const text of texts) {
      if (at >= MAX_TEXT) return;
      const from = at;
      const count = eachWord(text.slice(0, MAX_TEXT), (word, place) => {
        if (from + place >= FIELD_STEP) return;
        const at = number * FIELD_STEP + from + place;
        each(word, at);
        if (number === 0) return;
        for (let length = 1; length <= LONGEST_BEGINNING && length < word.length; length++)
          each(BEGINNING + word.slice(0, length), at);
      });
      at += count + 2; // no phrase goes from one text into the next
    }
  };
  field(0, [paper.abstract ?? '', ...(paper.keywords ?? []), paper.comment ?? '']);
  field(1, [paper.title]);
  field(2, paper.authors);
  field(3, [paper.venue ?? '', paper.journalRef ?? '']);
  field(4, tagsOf(mark));
  field(5, [noteOf(mark)]);
}
