import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import { ManiculeError } from '../../src/core/errors.ts';
import type { LibraryView, SavedSearch } from '../../src/core/saved-searches.ts';
import { saveSettings } from '../../src/platform/timed-settings.ts';
import { Searches } from '../../src/ui/library/searches.ts';
import { type Filter, NO_FILTER } from '../../src/ui/shared/filters.ts';
import { storedSettings } from '../platform/stored-settings.ts';

const stored = storedSettings();

const shown = (query: string, view: LibraryView, filter: Partial<Filter> = {}) => ({
  query: signal(query),
  view: signal(view),
  filter: signal<Filter>({ ...NO_FILTER, ...filter }),
});
const names = () =>
  (stored['settings'] as { savedSearches: SavedSearch[] }).savedSearches.map(({ name }) => name);

test('a search kept without a name takes the place of no other one', async () => {
  const searches = new Searches();
  await searches.keepCurrent(shown('diffusion', 'saved'), '');
  await searches.keepCurrent(shown('diffusion', 'all', { tags: ['to cite'] }), '');
  expect(names()).toEqual(['diffusion', 'diffusion (2)']);
  await searches.keepCurrent(shown('diffusion', 'met'), ' ');
  expect(names()).toEqual(['diffusion', 'diffusion (2)', 'diffusion (3)']);
  expect(searches.all.value.map(({ view }) => view)).toEqual(['saved', 'all', 'met']);
  await searches.keepCurrent(shown('diffusion', 'met'), '');
  expect(names()).toHaveLength(3); // the same search is not kept twice
});

test('a search kept under the name of another one replaces it', async () => {
  const searches = new Searches();
  await searches.keepCurrent(shown('diffusion', 'saved'), 'Mine');
  await searches.keepCurrent(shown('agents', 'all'), 'Mine');
  expect(searches.all.value.map(({ typed }) => typed)).toEqual(['agents']);
});

test('searches forgotten or kept at once are all forgotten or kept', async () => {
  const searches = new Searches();
  await Promise.all(['a', 'b', 'c'].map((name) => searches.keepCurrent(shown(name, 'all'), name)));
  expect(names()).toEqual(['a', 'b', 'c']);
  await Promise.all([searches.forget('a'), searches.forget('c')]);
  expect(names()).toEqual(['b']);
});

test('a search for which there is no room is refused, and none is dropped for it', async () => {
  const searches = new Searches();
  await saveSettings({ savedSearches: [] });
  for (let n = 1; n <= 100; n++) await searches.keepCurrent(shown(`search ${n}`, 'all'), `${n}`);
  await expect(searches.keepCurrent(shown('one more', 'all'), '101')).rejects.toThrow(ManiculeError);
  expect(names()).toHaveLength(100);
  expect(names()[0]).toBe('1');
  await searches.keepCurrent(shown('in its place', 'all'), '7');
  expect(names().at(-1)).toBe('7');
});

test('a search of a collection with those inside it is told whatever came into it since', async () => {
  const searches = new Searches();
  await saveSettings({ savedSearches: [] });
  await searches.keepCurrent(shown('', 'all', { collections: ['thesis', 'related'] }), 'Thesis');
  await searches.keepCurrent(shown('', 'all', { collections: ['thesis'] }), 'Thesis alone');
  expect(searches.current(shown('', 'all', { collections: ['thesis', 'methods', 'related'] }))).toBe(
    'Thesis',
  );
  expect(searches.current(shown('', 'all', { collections: ['thesis'] }))).toBe('Thesis alone');
});
