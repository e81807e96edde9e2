/** Addresses of the library at a view, a search and facets, and how it reads them. */
import { type Filter, GROUPS, NO_FILTER } from '../../core/filter.ts';
import { LIBRARY_VIEWS, type LibraryView } from '../../core/saved-searches.ts';
import { ownPage } from '../../platform/tabs.ts';

export interface Place {
  typed: string;
  view: LibraryView;
  filter: Filter;
}

/** The address of the library at `place`; what is not told is as the library opens by itself. */
export function libraryLink({
  typed = '',
  view,
  filter = {},
}: Partial<Omit<Place, 'filter'>> & { filter?: Partial<Filter> }): string {
  const asked = new URLSearchParams();
  if (typed) asked.set('q', typed);
  if (view) asked.set('view', view);
  for (const group of GROUPS) for (const value of filter[group] ?? []) asked.append(group, value);
  return `${ownPage('library')}?${asked}`;
}

const MOST = 20;
const LONGEST = 500;

/** What the query part of an address asks for: nothing that the library does not know. */
export function placeOf(search: string): Place {
  const asked = new URLSearchParams(search);
  const filter = Object.fromEntries(
    GROUPS.map((group) => [
      group,
      asked
        .getAll(group)
        .slice(0, MOST)
        .filter((one) => one !== '' && one.length <= LONGEST),
    ]),
  );
  return {
    typed: asked.get('q') ?? '',
    view: LIBRARY_VIEWS.find((one) => one === asked.get('view')) ?? 'all',
    filter: { ...NO_FILTER, ...filter },
  };
}
