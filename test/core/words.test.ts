/** Words of core in another language: dates, reasons and problems follow the reader's, and only for being shown. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import english from '../../public/_locales/en/messages.json' with { type: 'json' };
import { ManiculeError, sentenceOf } from '../../src/core/errors.ts';
import { fieldWords } from '../../src/core/imported-mark.ts';
import { applyChange } from '../../src/core/mark.ts';
import { parseQuery } from '../../src/core/query.ts';
import { setSpeech } from '../../src/core/say.ts';
import { SOURCES } from '../../src/core/sources.ts';
import { day, reasonWords, seenWords } from '../../src/core/words.ts';

const plain: Record<string, { message: string }> = english;
const GERMAN: Record<string, string> = {
  dayToday: 'heute',
  seenOften: '$1× gesehen|, zuerst am $2 bei $3',
  reasonWatch: 'beobachtet: $1',
  reasonByHand: 'von dir markiert',
  reasonUnlike: 'anders als: $1',
  reasonAuthorOften: '$2, $1-mal gespeichert',
  errorUnexpected: 'Etwas ging schief ($1).',
  queryExpected: 'Erwartet wird $1.',
  sourceArxivTells: 'Zusammenfassung',
  fieldTag: 'Schlagwort $1',
};

const speak = (tongue: string, more: Record<string, string>) =>
  setSpeech({ template: (key) => more[key] ?? plain[key]?.message ?? '', language: () => tongue });
beforeEach(() => speak('de', GERMAN));
afterEach(() => speak('en', {}));

const now = new Date('2026-03-20T15:00:00Z');

it('dates', () => {
  expect(day('2026-03-17T09:00:00Z', now)).toBe('17. März');
  expect(day('2025-12-31T12:00:00Z', now)).toBe('31. Dez. 2025');
  expect(day('2026-03-20T01:00:00Z', now)).toBe('heute');
  speak('en', {});
  expect(day('2026-03-17T09:00:00Z', now)).toBe('17 Mar');
});

it.each(['en', 'de', 'fr', 'ja', 'zh-CN', 'es', 'hi'])('dates in %s are those of Intl', (tongue) => {
  speak(tongue, {});
  const locale = tongue === 'en' ? 'en-GB' : tongue;
  for (let month = 0; month < 12; month++)
    for (const [year, date] of [
      [2026, 1],
      [2026, 28],
      [2025, 17],
      [1999, 30],
      [812, 9],
    ] as const) {
      const given = new Date(2026, month, date, 12);
      given.setFullYear(year, month, date);
      const options: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'short' };
      if (year !== 2026) options.year = 'numeric';
      const wanted = new Intl.DateTimeFormat(locale, options).format(given);
      if (given.toDateString() !== now.toDateString()) expect(day(given.toISOString(), now)).toBe(wanted);
    }
});

it('meetings, cut where the message says', () => {
  const first = { at: '2026-03-17T09:00:00Z', site: 'Hugging Face' };
  expect(seenWords({ count: 1_200, first }, now)).toEqual({
    short: '1.200× gesehen',
    rest: ', zuerst am 17. März bei Hugging Face',
  });
});

it('reasons: stored in English, told in German', () => {
  const mark = applyChange(undefined, 'arxiv:1', { flagged: true }, now.toISOString());
  const reasons = mark.flagged?.value.reasons.map(({ text }) => text) ?? [];
  expect(reasons).toEqual(['flagged by you']);
  expect([...reasons, 'watch: “GUI agent”', 'unlike: survey'].map(reasonWords)).toEqual([
    'von dir markiert',
    'beobachtet: “GUI agent”',
    'anders als: survey',
  ]);
  expect(reasonWords('author you saved 12 times: Ada: Lovelace')).toBe('Ada: Lovelace, 12-mal gespeichert');
  expect(reasonWords('noted elsewhere')).toBe('noted elsewhere');
});

it('failures, problems of a query, sources and fields', () => {
  expect(sentenceOf(new Error('boom'))).toBe('Etwas ging schief (boom).');
  expect(sentenceOf(new ManiculeError('bad-file', 'Schon gesagt.'))).toBe('Schon gesagt.');
  expect(parseQuery('has:nothing more').problems.map(({ expected }) => expected)).toEqual([
    'Erwartet wird note, code, abstract, doi oder tag.',
  ]);
  expect(SOURCES[0]?.tells).toBe('Zusammenfassung');
  expect(['tag robots: a', 'citeKey', 'of tomorrow'].map(fieldWords)).toEqual([
    'Schlagwort robots: a',
    'citeKey',
    'of tomorrow',
  ]);
});
