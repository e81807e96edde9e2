import { expect, it } from 'vitest';
import { applyChange, type MarkChange } from '../../src/core/mark.ts';
import { isToBeRead, priorityOf, READING, readingKey } from '../../src/core/reading.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const marked = (change: MarkChange, minute = 0) =>
  applyChange(undefined, 'arxiv:1', { status: 'to-read', ...change }, at(minute));

it('holds what is to be read or being read, and not what was dismissed', () => {
  expect(isToBeRead(marked({}))).toBe(true);
  expect(isToBeRead(marked({ status: 'reading' }))).toBe(true);
  expect(isToBeRead(marked({ status: 'read' }))).toBe(false);
  expect(isToBeRead(marked({ status: null, saved: true }))).toBe(false);
  expect(isToBeRead(marked({ dismissed: true }))).toBe(false);
  expect(isToBeRead(undefined)).toBe(false);
});

it('has one priority where none was given', () => {
  expect(priorityOf(undefined)).toBe('normal');
  expect(priorityOf(marked({ priority: 'high' }))).toBe('high');
  expect(priorityOf(marked({ priority: null }))).toBe('normal');
});

it('goes by priority, then by hand, then the last saved first', () => {
  const place = (key: string) => ({ places: { [READING]: key } });
  const wanted = [
    marked({ priority: 'high', saved: true }, 1),
    marked({ ...place('a'), saved: true }, 2),
    marked({ ...place('aV') }, 3),
    marked({ ...place('b') }, 4),
    marked({ saved: true }, 9),
    marked({}, 8),
    marked({ saved: true }, 7),
    marked({ priority: 'low', ...place('a') }, 10),
  ].map(readingKey);
  expect([...wanted].reverse().sort()).toEqual(wanted);
});
