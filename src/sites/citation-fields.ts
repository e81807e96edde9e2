/** Names, dates and markup as publishers write them for indexers. */
import { oneLine } from '../core/text.ts';
import { dateOf } from './parts.ts';

const SUFFIX = /^(?:jr|sr|i{2,3}|iv)\.?$/i;
const DEGREE = /^(?:ph\.?\s?d|m\.?d|m\.?sc|b\.?sc|dr|prof)\.?$/i;

/** "First Last" of "Last, First", "Last, First, Jr." and "Last, Jr., First"; particles stay with the family name. */
export function nameOf(written: string): string {
  const [family = '', ...rest] = oneLine(written)
    .split(/\s*,\s*/)
    .filter((part) => part !== '' && !DEGREE.test(part));
  const suffixes = rest.filter((part) => SUFFIX.test(part));
  const given = rest.filter((part) => !SUFFIX.test(part));
  return [...given, family, ...suffixes].join(' ');
}

/** Every author of some metas: one each, or several in one between semicolons; or "A. Bee, C. Dee, E. Eff". */
export function namesOf(contents: readonly string[]): string[] {
  const names = contents.flatMap((content) => {
    const parts = content.split(/\s*;\s*/);
    if (parts.length > 1) return parts.map(nameOf);
    const list = content.split(/\s*,\s+(?:and\s+)?|\s+and\s+/);
    return list.length > 2 && list.every((part) => part.includes(' ') && !DEGREE.test(part))
      ? list.map(oneLine)
      : [nameOf(content)];
  });
  return names.filter((name) => name !== '');
}

/** `YYYY-MM-DD`, `YYYY-MM` or `YYYY` of "2020/03/25", "2020-03-25T10:00Z", "2012 Nov 26", "Dec 20, 2006", "20200325". */
export function dayOf(written: string): string | undefined {
  const text = written
    .trim()
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
    .replace(/^(\d{4}-\d\d-\d\d)T.*/, '$1')
    .replace(/^(\d{4})\s+([a-z]{3,})\.?\s*(\d{1,2})?$/i, '$3 $2 $1');
  const day = dateOf(text);
  const [year, month = 1, date = 1] = (day ?? '').split('-').map(Number);
  if (!year || month > 12 || date > 31) return day?.slice(0, 4);
  return month === 0 ? day?.slice(0, 4) : date === 0 ? day?.slice(0, 7) : day;
}

/**
 * The earliest date that names a day; else the most exact. The first of January stands for a year where anything else
 * is known of that year.
 */
export function bestDay(written: readonly (string | undefined)[]): string | undefined {
  const days = written.map((one) => dayOf(one ?? '')).filter((day) => day !== undefined);
  const vague = (day: string) =>
    day.endsWith('-01-01') &&
    days.some((other) => other.length > 4 && other !== day && other.startsWith(day.slice(0, 4)));
  return days.filter((day) => !vague(day)).sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];
}

/** Text without the tags that some publishers leave in their metas. "<think>" is no such tag. */
export function plain(text: string): string {
  if (!text.includes('<')) return oneLine(text);
  return oneLine(
    text
      .replace(/<(h\d|(?:jats:)?title)\b[^>]*>\s*(?:abstract|summary)\s*<\/\1>/gi, '')
      .replace(/<\/?(?:jats:)?(?:p|h\d|div|br|sec|title|li|ul)\b[^>]*>/gi, ' ')
      .replace(/<\/?(?:jats:)?(?:i|b|em|strong|su[bp]|span|italic|bold|sc|tt)\b[^>]*>/gi, ''),
  );
}

/** Whether a text ends where its author ended it. */
export const isWhole = (text: string): boolean =>
  !/(?:…|\.\.\.|\[\s*truncated\s*\]|\b(?:read|show|see|view) (?:more|less)|expand)$/i.test(text);
