/** What the library shows: view, search, facets, selection, and the list that follows from them. */
import { batch, computed, effect, signal } from '@preact/signals';
import type { PaperId } from '../../core/paper.ts';
import { loadSettings, onSettings, saveSettings } from '../../platform/settings.ts';
import { Acts } from '../shared/acts.ts';
import { Cursor } from '../shared/cursor.ts';
import { firstOfView, type Index, listIds, loadIndex, onChanges, type View, warm } from '../shared/data.ts';
import { Drafts } from '../shared/drafts.ts';
import { choices, type Filter, isFiltering, meets, NO_FILTER } from '../shared/filters.ts';
import { Notes } from '../shared/notes.ts';
import { nowPainted } from '../shared/painted.ts';
import { Papers } from '../shared/papers.ts';
import { inOrder, keep, NOTHING, type Selection } from '../shared/selection.ts';
import { Steps } from '../shared/steps.ts';

export type LibraryView = 'all' | View;
export const VIEWS: readonly LibraryView[] = ['all', 'saved', 'flagged', 'dismissed'];

/** Ids and rows read for the first paint. */
const FIRST = 60;
const FIRST_ROWS = 14;
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
  readonly index = signal<Index | undefined>(undefined);
  readonly #lists = signal<Readonly<Record<LibraryView, readonly PaperId[]>> | undefined>(undefined);
  /** The beginning of the list that is shown first, until the lists are read. */
  readonly #first = signal<readonly PaperId[] | undefined>(undefined);
  readonly #changed = signal(0);

  readonly papers: Papers = new Papers((error) => this.steps.fail(error));
  readonly steps: Steps = new Steps(this.papers, () => this.#again());
  readonly notes = new Notes(this.steps, new Drafts(localStorage));
  readonly acts = new Acts({ papers: this.papers, steps: this.steps, notes: this.notes });

  /** What the view and the search leave, before facets. */
  readonly found = computed<readonly PaperId[] | undefined>(() => {
    this.#changed.value;
    const index = this.index.value;
    const lists = this.#lists.value;
    const view = this.view.value;
    const typed = this.query.value.trim();
    const list = lists ? lists[view] : view === 'all' ? this.#first.value : undefined;
    if (!list || typed === '') return list;
    if (!index) return undefined;
    if (view === 'all') return index.query(typed);
    const there = new Set(list);
    // dismissed papers are found only when asked for
    return index.query(view === 'dismissed' ? `${typed} is:dismissed` : typed).filter((id) => there.has(id));
  });

  readonly shown = computed<readonly PaperId[]>(() => {
    const found = this.papers.present(this.found.value ?? NO_IDS);
    const index = this.index.value;
    const filter = this.filter.value;
    if (!index || !isFiltering(filter)) return found;
    return found.filter((id) => {
      const facts = index.facts(id);
      return facts !== undefined && meets(facts, filter);
    });
  });

  readonly choices = computed(() => {
    const index = this.index.value;
    return index && choices(this.found.value ?? NO_IDS, (id) => index.facts(id), this.filter.value);
  });

  readonly counts = computed<Readonly<Record<LibraryView, number | undefined>>>(() => {
    const lists = this.#lists.value;
    return {
      all: lists?.all.length,
      saved: lists?.saved.length,
      flagged: lists?.flagged.length,
      dismissed: lists?.dismissed.length,
    };
  });

  readonly selected = computed(() => inOrder(this.selection.value, this.shown.value));
  readonly cursor = new Cursor(this.shown);

  constructor(query: string) {
    this.query.value = query;
    effect(() => {
      this.selection.value = keep(this.selection.peek(), this.shown.value);
    });
    // rows have no editors here: the detail has them
    effect(() => {
      const wanted = this.acts.editing.value;
      if (!wanted) return;
      this.acts.editing.value = undefined;
      this.editInDetail(wanted.what);
    });
    effect(() => {
      const typed = this.query.value;
      const url = new URL(location.href);
      if (typed) url.searchParams.set('q', typed);
      else url.searchParams.delete('q');
      history.replaceState(null, '', url);
    });
  }

  async begin(): Promise<void> {
    const settings = loadSettings().then((now) => {
      this.dense.value = now.density === 'compact';
    });
    const shown = firstOfView('marked', FIRST, FIRST_ROWS).then(async ({ ids, asked, rows }) => {
      await settings; // rows are drawn once, in their height
      this.papers.take(asked, rows);
      if (ids.length > 0) this.#first.value = ids;
    });
    await shown.catch(this.steps.fail);
    await nowPainted();
    const index = this.#readIndex();
    await this.#readLists().catch(this.steps.fail);
    onSettings((settings) => {
      this.dense.value = settings.density === 'compact';
    });
    onChanges((notice) => {
      if (notice.what === 'rules' || notice.what === 'zotero') return;
      this.papers.refresh(notice.ids);
      if (notice.what !== 'keys') this.#again();
    });
    await warm();
    await this.notes.recover();
    await index;
  }

  async #readIndex(): Promise<void> {
    try {
      const index = await loadIndex();
      this.index.value = index;
      index.onUpdate(() => {
        this.#changed.value++;
      });
    } catch (error) {
      this.steps.fail(error);
    }
  }

  show(view: LibraryView): void {
    batch(() => {
      this.view.value = view;
      this.selection.value = NOTHING;
      this.cursor.reset();
    });
  }

  /** Shows the detail and puts the caret into its note or tags. */
  editInDetail(what: 'note' | 'tags'): void {
    this.detailOpen.value = true;
    const field = what === 'note' ? '.detail textarea' : '.detail .tags input';
    const focus = () => document.querySelector<HTMLElement>(field)?.focus();
    // at once where the detail is in sight, so that the next key is the field's; else when it is drawn
    focus();
    requestAnimationFrame(focus);
  }

  setDense(dense: boolean): void {
    this.dense.value = dense;
    saveSettings({ density: dense ? 'compact' : 'comfortable' }).catch(this.steps.fail);
  }

  async #readLists(): Promise<void> {
    const [all, saved, flagged, dismissed] = await Promise.all([
      listIds('marked'),
      listIds('saved'),
      listIds('flagged'),
      listIds('dismissed'),
    ]);
    this.#lists.value = { all, saved, flagged, dismissed };
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
