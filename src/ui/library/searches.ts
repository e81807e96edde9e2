/** The reader's saved searches, kept with the settings. */
import { type ReadonlySignal, signal } from '@preact/signals';
import type { Filter } from '../../core/filter.ts';
import {
  type LibraryView,
  readSavedSearches,
  type SavedSearch,
  savedSearch,
  withoutSearch,
  withSearch,
} from '../../core/saved-searches.ts';
import type { Settings } from '../../core/settings.ts';
import { loadSettings } from '../../platform/settings.ts';
import { saveSettings } from '../../platform/timed-settings.ts';

/** What of the library a search is made of. */
interface Shown {
  query: ReadonlySignal<string>;
  view: ReadonlySignal<LibraryView>;
  filter: ReadonlySignal<Filter>;
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
    const now = JSON.stringify(shownNow(shown, 'x'));
    return this.all.value.find((one) => JSON.stringify({ ...one, name: 'x' }) === now)?.name;
  }

  /** @throws what the browser's storage throws. */
  async #change(change: (all: SavedSearch[]) => SavedSearch[]): Promise<void> {
    // as stored now: another page may have kept one meanwhile
    const stored = readSavedSearches((await loadSettings()).savedSearches);
    this.take(await saveSettings({ savedSearches: change(stored) }));
  }

  async keep(search: SavedSearch): Promise<void> {
    await this.#change((all) => withSearch(all, search));
    if (this.forgotten.peek()?.name === search.name) this.forgotten.value = undefined;
  }

  keepCurrent(shown: Shown, name: string): Promise<void> {
    return this.keep(shownNow(shown, name));
  }

  async forget(name: string): Promise<void> {
    const gone = this.all.peek().find((one) => one.name === name);
    await this.#change((all) => withoutSearch(all, name));
    this.forgotten.value = gone;
  }
}
