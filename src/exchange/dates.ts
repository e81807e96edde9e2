/** Dates as papers carry them: a year, a month or a day, never a time. */
import { monthOfArxivId, yearIn } from '../core/appeared.ts';
import type { Metadata } from '../core/paper.ts';
import { arxivOf } from './arxiv.ts';

export interface PartialDate {
  year: number;
  /** 1…12 */
  month?: number;
  /** 1…31 */
  day?: number;
}

/** A day that every month has. */
const COMMON = /^[1-9]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;

/** Reads `YYYY`, `YYYY-MM`, `YYYY-MM-DD` (what follows a day is ignored); parts that are no date are dropped. */
export function parseDate(text: string | undefined): PartialDate | undefined {
  if (typeof text !== 'string') return undefined;
  // no month is shorter
  if (COMMON.test(text))
    return { year: Number(text.slice(0, 4)), month: Number(text.slice(5, 7)), day: Number(text.slice(8)) };
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(text.trim());
  const year = Number(match?.[1]);
  if (!match || year < 1000) return undefined;
  const month = Number(match[2]);
  if (!(month >= 1 && month <= 12)) return { year };
  const day = Number(match[3]);
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day >= 1 && day <= last ? { year, month, day } : { year, month };
}

/**
 * When a paper appeared: the year its venue or journal reference names (a preprint's date says nothing of it), else its
 * date, else the month of its arXiv id. Undefined where nothing is known.
 */
export function issuedDate(paper: Metadata, published: boolean): PartialDate | undefined {
  const own = parseDate(paper.published) ?? parseDate(monthOfArxivId(arxivOf(paper.id) ?? ''));
  const year = published ? (yearIn(paper.journalRef) ?? yearIn(paper.venue)) : undefined;
  return year === undefined || year === own?.year ? own : { year };
}

const two = (n: number): string => String(n).padStart(2, '0');

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
export function isoDate(date: PartialDate): string {
  return [String(date.year), ...[date.month, date.day].filter((n) => n !== undefined).map(two)].join('-');
}

/** RIS's `YYYY/MM/DD/`, unknown parts empty. */
export function risDate(date: PartialDate): string {
  return `${date.year}/${date.month ? two(date.month) : ''}/${date.day ? two(date.day) : ''}/`;
}

/** BibTeX's month macros, January first (btxdoc, section 3.2). */
export const MONTH_MACROS = [
  'jan',
  'feb',
  'mar',
  'apr',
  'may',
  'jun',
  'jul',
  'aug',
  'sep',
  'oct',
  'nov',
  'dec',
] as const;
