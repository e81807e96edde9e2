import { expect, it } from 'vitest';
import { NO_FILTER } from '../../src/core/filter.ts';
import {
  filterOf,
  readSavedSearches,
  savedSearch,
  withoutSearch,
  withSearch,
} from '../../src/core/saved-searches.ts';
import { portable, readSettings } from '../../src/core/settings.ts';

const agents = savedSearch('Agents', ' gui agents ', 'saved', { ...NO_FILTER, year: ['2026'] });

it('keeps what was typed, chosen and looked at', () => {
  expect(agents).toEqual({ name: 'Agents', typed: 'gui agents', view: 'saved', filter: { year: ['2026'] } });
  expect(filterOf(agents)).toEqual({ ...NO_FILTER, year: ['2026'] });
  expect(savedSearch('', 'x y', 'all', NO_FILTER).name).toBe('x y');
  expect(savedSearch(' ', '', 'all', { ...NO_FILTER, tags: ['a', 'b'] }).name).toBe('a, b');
  expect(savedSearch('', '', 'met', NO_FILTER).name).toBe('met');
});

it('replaces one of the same name and takes one away', () => {
  const other = { ...agents, name: 'Other' };
  const both = withSearch(withSearch([], agents), other);
  expect(withSearch(both, { ...agents, typed: 'new' })).toEqual([other, { ...agents, typed: 'new' }]);
  expect(withoutSearch(both, 'Agents')).toEqual([other]);
});

it('reads what is sound, and is a setting that goes with backups', () => {
  const broken = [
    agents,
    { name: 'no text' },
    { name: '', typed: 'x' },
    'text',
    { name: 'Odd', typed: 'x', view: 'nowhere', filter: { year: [2026, '2025'], more: ['x'] } },
  ];
  const read = [agents, { name: 'Odd', typed: 'x', view: 'all', filter: { year: ['2025'] } }];
  expect(readSavedSearches(broken)).toEqual(read);
  expect(readSavedSearches({})).toEqual([]);
  expect(readSavedSearches(readSettings({ savedSearches: broken }).savedSearches)).toEqual(read);
  expect(portable(readSettings({ savedSearches: read }))).toMatchObject({ savedSearches: read });
});
