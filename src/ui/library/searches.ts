/** The reader's saved searches, kept with the settings. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Filter } from '../../core/filter.ts';
import {
  type LibraryView,
  readSavedSearches,
  type SavedSearch,
  savedSearch,
  shownBy,
  withoutSearch,
  withSearch,
} from '../../core/saved-searches.ts';
import type { Settings } from '../../core/settings.ts';
import { saveSettings } from '../../platform/timed-settings.ts';

/** What of the library a search is made of. */
interface Shown {
  query: ReadonlySignal<string>;
  view: ReadonlySignal<LibraryView>;
  filter: ReadonlySignal<Filter>;
}

/** Of a name, before what tells it from others. */
const STEM = 70;

/** `search`, called so that it takes the place of no other one. */
function apart(search: SavedSearch, all: readonly SavedSearch[]): SavedSearch {
  const taken = new Map(all.map((one) => [one.name, JSON.stringify(one)]));
  for (let n = 1; ; n++) {
    const name = n === 1 ? search.name : `${search.name.slice(0, STEM)} (${n})`;
    const named = { ...search, name };
    const there = taken.get(name);
    if (there === undefined || there === JSON.stringify(named)) return named;
  }
}

const shownNow = ({ query, view, filter }: Shown, name: string): SavedSearch =>
  savedSearch(name, query.value, view.value, filter.value);

export class Searches {
  readonly all = signal<readonly SavedSearch[]>([]);
  /** The one that was forgotten last: it can be put back while the page is open. */
  readonly forgotten = signal<SavedSearch | undefined>(undefined);

  /** Takes over what the settings say. */
  take({ savedSearches }: Settings): void {
    const now = readSavedSearches(savedSearches);
    if (JSON.stringify(now) !== JSON.stringify(this.all.peek())) this.all.value = now;
  }

  /** The name of the search that is shown. */
  current(shown: Shown): string | undefined {
    const now = shownBy(shownNow(shown, ''));
    return this.all.value.find((one) => shownBy(one) === now)?.name;
  }

  /** @throws ManiculeError 'too-many', and what the browser's storage throws. */
  async #change(change: (all: SavedSearch[]) => SavedSearch[]): Promise<void> {
    // as stored then: another page may have kept one meanwhile
    this.take(
      await saveSettings(({ savedSearches }) => ({
        savedSearches: change(readSavedSearches(savedSearches)),
      })),
    );
  }

  async keep(search: SavedSearch): Promise<void> {
    await this.#change((all) => withSearch(all, search));
    if (this.forgotten.peek()?.name === search.name) this.forgotten.value = undefined;
  }

  /** Under a name the reader gave, in the place of one of that name; without one under a name of its own. */
  keepCurrent(shown: Shown, name: string): Promise<void> {
    const search = shownNow(shown, name);
    return name.trim() === ''
      ? this.#change((all) => withSearch(all, apart(search, all)))
      : this.keep(search);
  }

  async forget(name: string): Promise<void> {
    const gone = this.all.peek().find((one) => one.name === name);
    await this.#change((all) => withoutSearch(all, name));
    this.forgotten.value = gone;
  }
}
