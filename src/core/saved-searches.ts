/** Searches the reader keeps under a name. */
import { ManiculeError } from './errors.ts';
import { type Filter, GROUPS, NO_FILTER } from './filter.ts';
import { say } from './say.ts';

export const LIBRARY_VIEWS = ['all', 'saved', 'reading', 'flagged', 'dismissed', 'met'] as const;
export type LibraryView = (typeof LIBRARY_VIEWS)[number];

export interface SavedSearch {
  /** Tells it from others. */
  name: string;
  /** What stands in the search box. */
  typed: string;
  view: LibraryView;
  /** Groups with nothing chosen are left out. */
  filter: Partial<Filter>;
}

const NAME = 80;
const TYPED = 1_000;
/** Searches that are kept. */
export const MAX_SEARCHES = 100;
const MOST_VALUES = 50;
const VALUE = 500;

/** A search as it is kept; its name is cut, and what was typed where there is none. */
export function savedSearch(name: string, typed: string, view: LibraryView, filter: Filter): SavedSearch {
  const kept = GROUPS.filter((group) => filter[group].length > 0).map(
    (group) => [group, filter[group]] as const,
  );
  const called =
    name.trim() ||
    typed.trim() ||
    kept.flatMap(([group, values]) => (group === 'collections' ? [] : values)).join(', ') ||
    view;
  return { name: called.slice(0, NAME), typed: typed.trim(), view, filter: Object.fromEntries(kept) };
}

/** The whole filter of a search. */
export const filterOf = (search: SavedSearch): Filter => ({ ...NO_FILTER, ...search.filter });

/**
 * With `search` at the end, in the place of one of the same name.
 * @throws ManiculeError 'too-many' where there is no room for another.
 */
export function withSearch(all: readonly SavedSearch[], search: SavedSearch): SavedSearch[] {
  const others = all.filter(({ name }) => name !== search.name);
  if (others.length >= MAX_SEARCHES)
    throw new ManiculeError('too-many', say('librarySearchesFull', String(MAX_SEARCHES)));
  return [...others, search];
}

/** What a search shows, whatever it is called: of a collection with those inside it, these may have changed since. */
export function shownBy({ typed, view, filter: { collections, ...filter } }: SavedSearch): string {
  return JSON.stringify([typed, view, filter, collections?.[0], (collections?.length ?? 0) > 1]);
}

export const withoutSearch = (all: readonly SavedSearch[], name: string): SavedSearch[] =>
  all.filter((one) => one.name !== name);

function readFilter(stored: unknown): Partial<Filter> {
  if (typeof stored !== 'object' || stored === null) return {};
  const given = stored as Record<string, unknown>;
  return Object.fromEntries(
    GROUPS.flatMap((group) => {
      const values = given[group];
      if (!Array.isArray(values)) return [];
      const sound = values.filter((one): one is string => typeof one === 'string' && one.length <= VALUE);
      return sound.length > 0 ? [[group, sound.slice(0, MOST_VALUES)]] : [];
    }),
  );
}

/** The searches in `stored`, broken ones left out. */
export function readSavedSearches(stored: unknown): SavedSearch[] {
  if (!Array.isArray(stored)) return [];
  const out = new Map<string, SavedSearch>();
  for (const one of stored.slice(0, MAX_SEARCHES)) {
    if (typeof one !== 'object' || one === null) continue;
    const { name, typed, view, filter } = one as Record<string, unknown>;
    if (typeof name !== 'string' || name.trim() === '' || typeof typed !== 'string') continue;
    out.set(name.slice(0, NAME), {
      name: name.slice(0, NAME),
      typed: typed.slice(0, TYPED),
      view: LIBRARY_VIEWS.find((known) => known === view) ?? 'all',
      filter: readFilter(filter),
    });
  }
  return [...out.values()];
}
