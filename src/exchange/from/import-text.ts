/** Dates, names, lists and words as files of all makers write them. */
import type { Status } from '../../core/mark.ts';
import { namesArxiv } from '../../core/preprint.ts';
import { cleanLine } from '../clean.ts';
import { isoDate, MONTH_MACROS, parseDate } from '../dates.ts';
import { endsLikeGroup, isGroup } from '../group-names.ts';
import { type Name, parseName } from '../names.ts';
import { writePlace } from '../place.ts';
import type { PlaceParts } from '../reference.ts';

const two = (text: string): string => text.padStart(2, '0');

/** Number of a month that is named (in English, at least its first three letters) or numbered; undefined for neither. */
export function monthOf(text: string): number | undefined {
  const word = text.trim().toLowerCase();
  const named = MONTH_MACROS.findIndex((macro) => word.startsWith(macro)) + 1;
  const number = named || Number(/^\d{1,2}$/.exec(word)?.[0]);
  return number >= 1 && number <= 12 ? number : undefined;
}

const MONTH = '(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+${MONTH},?\\s+(\\d{4})\\b`, 'i');
const MONTH_DAY = new RegExp(`\\b${MONTH}\\s+(?:(\\d{1,2})(?:st|nd|rd|th)?,?\\s+)?(\\d{4})\\b`, 'i');

/**
 * `YYYY`, `YYYY-MM` or `YYYY-MM-DD` of a date written in any usual way: `2024/03/11/`, `11 March 2024`, `Mar 2024`,
 * `2024-3`, the first of a range. Orders that nobody can tell apart (`3/4/2024`) give the year alone; no date: undefined.
 */
export function looseDate(written: string | undefined): string | undefined {
  const text = cleanLine(written);
  const parts = (year?: string, month?: string | number, day?: string): string | undefined => {
    const iso = [year, month && two(String(month)), month && day && two(day)].filter(Boolean).join('-');
    const date = parseDate(iso);
    return date && isoDate(date);
  };
  const named = /^(\d{4})\s+([A-Za-z]{3,9})\.?(?:\s+(\d{1,2}))?(?!\d)/.exec(text);
  if (named && monthOf(named[2] ?? '')) return parts(named[1], monthOf(named[2] ?? ''), named[3]);
  const ordered = /^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?!\d)/.exec(text);
  if (ordered) return parts(ordered[1], ordered[2], ordered[3]);
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (compact) return parts(compact[1], compact[2], compact[3]);
  const european = DAY_MONTH.exec(text);
  if (european) return parts(european[3], monthOf(european[2] ?? ''), european[1]);
  const american = MONTH_DAY.exec(text);
  if (american) return parts(american[3], monthOf(american[1] ?? ''), american[2]);
  return parts(/(?<!\d)(?:1[4-9]|20)\d{2}(?!\d)/.exec(text)?.[0]);
}

/** ISO time of a moment a file names; a date alone is its midnight, without a zone UTC. Undefined for anything else. */
export function isoTime(written: unknown): string | undefined {
  const text = typeof written === 'string' ? written.trim() : '';
  const form = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?))?\s*(Z|[+-]\d\d:?\d\d)?$/.exec(text);
  if (!form) return undefined;
  const zone = (form[3] ?? 'Z').replace(/^([+-]\d\d)(\d\d)$/, '$1:$2');
  const time = Date.parse(`${form[1]}T${form[2] ?? '00:00'}${zone}`);
  return Number.isNaN(time) ? undefined : new Date(time).toISOString();
}

/** A name as a file gives it: as it is shown, or in its parts where the file tells them. */
export type GivenName = string | Name;

/** "Lovelace, Ada" in its parts, "Ada Lovelace" as it is; with a comma at its end it is a group's, as in EndNote. */
export function givenName(name: string): GivenName {
  const clean = cleanLine(name);
  if (clean.endsWith(',')) return { literal: clean.replace(/[\s,]+$/, '') };
  if (!clean.includes(',') || isGroup(clean)) return clean;
  // "Md" is a given name, short for Mohammad; the degree is written "M.D." or "MD"
  const mohammad = /^([^,]+),\s*(Md\.?)$/.exec(clean);
  if (mohammad?.[1] && mohammad[2]) return { family: mohammad[1], given: mohammad[2] };
  return parseName(clean) ?? clean;
}

const OTHERS = /^(?:et\.? al\.?|and others|others|…|\.\.\.)$/i;

/** Names in order, and whether the list says that it goes on. */
export function namesOf(list: readonly string[]): { authors: GivenName[]; authorsCut?: true } {
  const names = list.map(givenName).filter((name) => name !== '' && (name as Name).literal !== '');
  const authors = names.filter((name) => typeof name !== 'string' || !OTHERS.test(name));
  return authors.length < names.length ? { authors, authorsCut: true } : { authors };
}

/** The names of one text: `A; B`, `A and B`, `Last, First; Last, First`, `A B, C D`. */
export function namesIn(written: string): { authors: GivenName[]; authorsCut?: true } {
  const text = cleanLine(written).replace(/[,;]?\s+et al\.?$/i, '; et al.');
  if (/;/.test(text)) return namesOf(text.split(/\s*;\s*(?:and\s+)?/i));
  // "Research and Development Team", "The Loom and Needle Society"
  if (/\sand\s/i.test(text) && !endsLikeGroup(text) && !/^the\s/i.test(text)) {
    const parts = text.split(/,?\s+and\s+/i);
    const [before = '', last = ''] = parts;
    // "A B, C D and E F": commas separate names that are whole
    const whole =
      parts.length === 2 && !last.includes(',') && before.split(/,\s*/).every((part) => part.includes(' '));
    return namesOf(whole ? [...before.split(/,\s*/), last] : parts);
  }
  const parts = text.split(/\s*,\s*/).filter((part) => part !== '');
  // "Lovelace, Ada" is one person: lists separated by commas hold full names
  return namesOf(parts.length > 1 && parts.every((part) => part.includes(' ')) ? parts : [text]);
}

/** The items of a list that is written as one text. */
export function listIn(written: string, separator: RegExp = /\s*[;\n]\s*/): string[] {
  return written
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

/** Labels separated by semicolons, else by commas: how keywords and tags are written. */
export const labelsIn = (written: string): string[] => listIn(written, /[;\n]/.test(written) ? /[;\n]/ : /,/);

const STATUS_WORDS: Readonly<Record<string, Status>> = {
  'to-read': 'to-read',
  'to read': 'to-read',
  toread: 'to-read',
  unread: 'to-read',
  reading: 'reading',
  'in progress': 'reading',
  skimmed: 'reading',
  read: 'read',
  done: 'read',
};

/** The reading status a word names, in the words of this program and of reference managers. */
export const statusIn = (word: string): Status | undefined => STATUS_WORDS[word.trim().toLowerCase()];

/** Whether a word says yes; undefined where it says neither. */
export function yesIn(word: string): boolean | undefined {
  if (/^(?:yes|y|true|1|x|✓|★)$/i.test(word.trim())) return true;
  return /^(?:no|n|false|0)$/i.test(word.trim()) ? false : undefined;
}

/** arXiv's own way of naming a preprint in running text: "arXiv preprint arXiv:2403.06504", "abs/1706.03762". */
export function arxivIn(text: string | undefined): string | undefined {
  const found =
    /arxiv[:.\s/]*(?:abs\/|pdf\/)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?(?!\d)/i.exec(
      text ?? '',
    ) ?? /^(?:abs|cs)\/(\d{4}\.\d{4,5})$/.exec(text ?? '');
  return found?.[1] && `arXiv:${found[1]}`;
}

/** A venue that only says where a preprint lies is none. */
export function venueIn(text: string | undefined): string | undefined {
  const venue = cleanLine(text);
  const server = namesArxiv(venue) || /arxiv:\s*\S*\d{4}/i.test(venue);
  return venue === '' || server ? undefined : venue;
}

/** What a file tells of where something stands. */
interface FilePlace {
  /** The book or proceedings it stands in, and the series these are part of. */
  proceedings?: string | undefined;
  series?: string | undefined;
  volume?: string | undefined;
  issue?: string | undefined;
  pages?: string | undefined;
  /** Begins with the year. */
  date?: string | undefined;
}

/**
 * Where in a journal an article stands, or where in proceedings a paper does: see `writePlace`. Undefined where the file
 * tells no more than a name.
 * @param journal goes before proceedings where there is a volume and no series
 */
export function referenceIn(journal: string | undefined, file: FilePlace): string | undefined {
  const parts: PlaceParts = {};
  for (const key of ['series', 'volume', 'issue', 'pages'] as const) {
    const text = cleanLine(file[key]);
    if (text !== '') parts[key] = key === 'pages' ? text.replace(/\s*[-–—]+\s*/g, '–') : text;
  }
  const { series, ...within } = parts;
  const year = file.date?.slice(0, 4) ?? '';
  if (file.proceedings && (series || !within.volume || !journal))
    return writePlace({ name: file.proceedings, within: true, ...parts }, year);
  return journal ? writePlace({ name: journal, ...within }, year) : undefined;
}
