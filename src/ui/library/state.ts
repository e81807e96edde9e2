/** What the library shows: view, search, facets, selection, and the list that follows from them. */
import { batch, computed, effect, signal } from '@preact/signals';
import type { PaperId } from '../../core/paper.ts';
import { filterOf, type LibraryView, type SavedSearch } from '../../core/saved-searches.ts';
import type { Settings } from '../../core/settings.ts';
import { loadSettings, onSettings, saveSettings } from '../../platform/settings.ts';
import type { SearchView } from '../../storage/index.ts';
import { Acts } from '../shared/acts.ts';
import { Cursor } from '../shared/cursor.ts';
import { counts, firstOfView, listIds, onChanges, warm } from '../shared/data.ts';
import { Drafts } from '../shared/drafts.ts';
import { type Filter, isFiltering, NO_FILTER } from '../shared/filters.ts';
import { Finder, type SearchRequest } from '../shared/finder.ts';
import { Notes } from '../shared/notes.ts';
import { nowPainted } from '../shared/painted.ts';
import { Papers } from '../shared/papers.ts';
import { inOrder, keep, NOTHING, type Selection } from '../shared/selection.ts';
import { Steps } from '../shared/steps.ts';
import { followQuery } from './address.ts';
import { Collections } from './collections-state.ts';
import { FIRST } from './first.ts';
import { HandOrder } from './hand-order.ts';
import { Searches } from './searches.ts';
import { TableState } from './table-state.ts';
import { Trash } from './trash-state.ts';

/** The views that are lists by themselves; beside them every stored paper, and the reading list (see hand-order.ts). */
type Listed = Exclude<LibraryView, 'met' | 'reading'>;

export { LIBRARY_VIEWS as VIEWS, type LibraryView } from '../../core/saved-searches.ts';

/** What search calls them. */
const SEARCHED: Readonly<Record<LibraryView, SearchView>> = {
  all: 'marked',
  saved: 'saved',
  reading: 'reading',
  flagged: 'flagged',
  dismissed: 'dismissed',
  met: 'met',
};

const NO_IDS: readonly PaperId[] = [];

export class LibraryState {
  readonly view = signal<LibraryView>('all');
  readonly query = signal('');
  readonly filter = signal<Filter>(NO_FILTER);
  readonly selection = signal<Selection>(NOTHING);
  readonly dense = signal(false);
  readonly helpOpen = signal(false);
  /** On narrow windows the detail lies over the list, shown when asked for. */
  readonly detailOpen = signal(false);
  readonly facetsOpen = signal(false);
  readonly #lists = signal<Readonly<Record<Listed, readonly PaperId[]>> | undefined>(undefined);
  readonly #met = signal<number | undefined>(undefined);
  /** The beginning of the list that is shown first, until the lists are read. */
  readonly #first = signal<readonly PaperId[] | undefined>(undefined);

  readonly papers: Papers = new Papers((error) => this.steps.fail(error));
  readonly steps: Steps = new Steps(this.papers, () => this.#again());
  readonly notes = new Notes(this.steps, new Drafts(localStorage));
  readonly acts = new Acts({ papers: this.papers, steps: this.steps, notes: this.notes });

  readonly hand: HandOrder = new HandOrder(this);
  readonly table = new TableState(this.steps.fail);
  readonly trash = new Trash({ steps: this.steps, acts: this.acts });
  readonly searches = new Searches();
  readonly finder: Finder = new Finder((error) => this.steps.fail(error));

  /** What is looked for now. */
  readonly request = computed<SearchRequest>(() => ({
    typed: this.query.value.trim(),
    view: SEARCHED[this.view.value],
    filter: this.filter.value,
    ...(this.table.order.value ? { order: this.table.order.value } : {}),
  }));

  /** Whether the list is a view's own, in its order, without search and facets. */
  readonly #plain = computed(
    () => this.view.value !== 'met' && this.request.value.typed === '' && !isFiltering(this.filter.value),
  );

  /** What the view, the search and the facets leave; undefined until known. While one types, what was found before. */
  readonly found = computed<readonly PaperId[] | undefined>(() => {
    const view = this.view.value;
    if (this.table.order.value) {
      const sorted = this.finder.result.value;
      return sorted?.request.view === SEARCHED[view] ? sorted.ids : undefined;
    }
    if (this.#plain.value && view === 'reading') return this.hand.reading.value;
    if (this.hand.alone.value) return this.hand.inCollection.value;
    if (this.#plain.value && view !== 'met' && view !== 'reading')
      return this.#lists.value?.[view] ?? (view === 'all' ? this.#first.value : undefined);
    const result = this.finder.result.value;
    return result?.request.view === SEARCHED[view] ? this.hand.arrange(result.ids) : undefined;
  });

  readonly shown = computed<readonly PaperId[]>(() => this.papers.present(this.found.value ?? NO_IDS));

  readonly choices = this.finder.choices;
  readonly collections: Collections = new Collections(this);

  /** Words that were taken for others. */
  readonly taken = computed(() => this.finder.for(this.request.value)?.taken ?? []);

  /** How many papers of each view meet the search; without one, how many there are. */
  readonly counts = computed<Readonly<Record<LibraryView, number | undefined>>>(() => {
    const lists = this.#lists.value;
    const result = this.finder.result.value;
    const views = result?.views;
    if (views && result.request.typed !== '' && this.request.value.typed !== '')
      return { ...views, all: views.marked };
    return {
      all: lists?.all.length,
      saved: lists?.saved.length,
      reading: this.hand.reading.value?.length,
      flagged: lists?.flagged.length,
      dismissed: lists?.dismissed.length,
      met: this.#met.value === undefined ? undefined : this.#met.value - (this.trash.count.value ?? 0),
    };
  });

  readonly selected = computed(() => inOrder(this.selection.value, this.shown.value));
  readonly cursor = new Cursor(this.shown);

  constructor(query: string) {
    this.query.value = query;
    effect(() => {
      this.selection.value = keep(this.selection.peek(), this.shown.value);
    });
    // whoever searches or narrows wants to see what is found
    effect(() => {
      this.request.value;
      this.trash.close();
    });
    // rows have no editors here: the detail has them
    effect(() => {
      const wanted = this.acts.editing.value;
      if (!wanted) return;
      this.acts.editing.value = undefined;
      this.editInDetail(wanted.what);
    });
    followQuery(this.query);
  }

  /** Reads what is shown first, resolves when that can be drawn, and reads the rest once it is painted. */
  async begin(): Promise<void> {
    // nothing of a search is painted before it is answered, and what nobody waits for is not read before it
    const begunWith = this.request.peek();
    if (begunWith.typed !== '') this.finder.ask(begunWith);
    const settings = loadSettings().then((now) => this.#take(now));
    const shown = firstOfView(FIRST).then(async ({ ids, asked, rows }) => {
      await settings; // rows are drawn once, in their height
      this.papers.take(asked, rows);
      if (ids.length > 0) this.#first.value = ids;
    });
    await shown.catch(this.steps.fail);
    void this.#whenPainted(begunWith).catch(this.steps.fail);
  }

  #take(now: Settings): void {
    this.dense.value = now.density === 'compact';
    this.searches.take(now);
    this.table.take(now);
  }

  async #whenPainted(begunWith: SearchRequest): Promise<void> {
    await this.finder.answered();
    await nowPainted();
    // facets are counted as soon as something is on the screen
    let asked = begunWith.typed === '' ? undefined : begunWith;
    effect(() => {
      if (this.request.value !== asked) this.finder.ask(this.request.value);
      asked = undefined;
    });
    await this.#readLists().catch(this.steps.fail);
    onSettings((now) => this.#take(now));
    onChanges((notice) => {
      if (notice.what === 'rules' || notice.what === 'zotero') return;
      if (notice.what !== 'collections') this.papers.refresh(notice.ids);
      if (notice.what !== 'keys') this.#again();
    });
    await warm();
    await this.notes.recover();
  }

  show(view: LibraryView): void {
    batch(() => {
      this.trash.close();
      this.view.value = view;
      this.selection.value = NOTHING;
      this.cursor.reset();
    });
  }

  /** Shows a saved search. */
  open(search: SavedSearch): void {
    batch(() => {
      this.show(search.view);
      this.query.value = search.typed;
      this.filter.value = filterOf(search);
    });
  }

  /** Shows the detail and puts the caret into its note or tags. */
  editInDetail(what: 'note' | 'tags'): void {
    this.detailOpen.value = true;
    const field = what === 'note' ? '.detail textarea' : '.detail .tags input';
    // at once where the detail is in sight, so that the next key is the field's; else when it is drawn, for sixty frames
    const focus = (tries: number) => {
      const there = document.querySelector<HTMLElement>(field);
      there?.focus();
      if (tries > 0 && (!there || document.activeElement !== there))
        requestAnimationFrame(() => focus(tries - 1));
    };
    focus(60);
  }

  setDense(dense: boolean): void {
    this.dense.value = dense;
    saveSettings({ density: dense ? 'compact' : 'comfortable' }).catch(this.steps.fail);
  }

  async #readLists(): Promise<void> {
    const [{ papers }, , , , all, saved, flagged, dismissed] = await Promise.all([
      counts(),
      this.trash.read(),
      this.hand.read(),
      this.collections.read(),
      listIds('marked'),
      listIds('saved'),
      listIds('flagged'),
      listIds('dismissed'),
    ]);
    batch(() => {
      this.#met.value = papers;
      this.#lists.value = { all, saved, flagged, dismissed };
    });
  }

  #waiting = false;
  #again(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    setTimeout(() => {
      this.#waiting = false;
      this.#readLists().catch(this.steps.fail);
    }, 20);
  }
}
