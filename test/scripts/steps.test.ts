import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { counted, type FileResult, failing, renewed } from '../../scripts/lib/steps.ts';

const told: string[] = [];
beforeEach(() => {
  told.length = 0;
  vi.spyOn(console, 'log').mockImplementation((line) => void told.push(line));
});
afterEach(() => vi.restoreAllMocks());

const file = (name: string, status: string, ...tests: string[]): FileResult => ({
  name,
  status,
  assertionResults: tests.map((one) => ({ status: one })),
});

it('every test counts, and a file whose tests never ran counts as one that failed', () => {
  expect(
    counted([
      file('a', 'passed', 'passed', 'passed', 'pending'),
      file('b', 'failed', 'failed', 'passed'),
      file('c', 'failed'),
      file('d', 'failed', 'skipped', 'skipped'),
    ]),
  ).toEqual({ passed: 3, failed: 3, skipped: 3 });
  expect(told).toEqual(['could not be run: c', 'could not be run: d']);
});

it('of a file that was run again only the second time counts', () => {
  const first = [
    file('a', 'passed', 'passed'),
    file('b', 'failed', 'failed', 'failed', 'passed'),
    file('c', 'failed'),
  ];
  expect(failing(first)).toEqual(['b', 'c']);
  const second = [file('b', 'passed', 'passed', 'passed', 'passed'), file('c', 'failed', 'failed')];
  expect(counted(renewed(first, second))).toEqual({ passed: 4, failed: 1, skipped: 0 });
  // one that the second run lost stays as it was
  expect(counted(renewed(first, second.slice(0, 1)))).toEqual({ passed: 4, failed: 1, skipped: 0 });
});
