/** What the popup shows: its tab, the page behind it, search and filters, and the list that follows from them. */
import { batch, computed, effect, signal } from '@preact/signals';
import type { PaperId } from '../../core/paper.ts';
import { parseQuery } from '../../core/query.ts';
import { loadSettings } from '../../platform/settings.ts';
import { Acts } from '../shared/acts.ts';
import { Cursor } from '../shared/cursor.ts';
import { counts, firstOfView, listIds, onChanges, type Wanted, warm } from '../shared/data.ts';
import { Drafts } from '../shared/drafts.ts';
import { type Filter, isFiltering, NO_FILTER } from '../shared/filters.ts';
import { Finder, type SearchRequest } from '../shared/finder.ts';
import { Notes } from '../shared/notes.ts';
import { nowPainted } from '../shared/painted.ts';
import { Papers } from '../shared/papers.ts';
import { Steps } from '../shared/steps.ts';
import { within } from '../shared/within.ts';
import { firstOf, rowsSeen } from './first.ts';
import { lastVisit, remember } from './last-visit.ts';
import { PageLink } from './page-link.ts';
import { unlessTouched } from './unless-touched.ts';

export type Tab = 'page' | 'saved' | 'flagged';
export const TABS: readonly Tab[] = ['page', 'saved', 'flagged'];

/** How long the first paint waits for the page's answer, in ms. */
const PAGE_WAIT = 40;
const NO_IDS: readonly PaperId[] = [];

export class PopupState {
  readonly tab = signal<Tab>('saved');
  readonly link = new PageLink((error) => this.steps.fail(error));
  readonly page = this.link.state;
  readonly query = signal('');
  readonly filter = signal<Filter>(NO_FILTER);
  readonly counts = signal<{ saved: number; flagged: number } | undefined>(undefined);
  /** The lists as stored; undefined until read. */
  readonly #saved = signal<readonly PaperId[] | undefined>(undefined);
  readonly #flagged = signal<readonly PaperId[] | undefined>(undefined);
  /** The popup decided which tab to begin with. */
  readonly begun = signal(false);
  readonly helpOpen = signal(false);
  readonly dense = signal(false);
  scrollAt = 0;

  readonly papers: Papers = new Papers((error) => this.steps.fail(error));
  readonly steps: Steps = new Steps(this.papers, (ids) => this.#stored(ids));
  readonly notes = new Notes(this.steps, new Drafts(localStorage));
  readonly acts = new Acts({
    papers: this.papers,
    steps: this.steps,
    notes: this.notes,
    showInPage: (id) => this.link.show(id),
  });
  #asks = false;

  /** The list of the tab, before search and filters. */
  readonly base = computed<readonly PaperId[] | undefined>(() => {
    const tab = this.tab.value;
    if (tab === 'saved') return this.#saved.value;
    if (tab === 'flagged') return this.#flagged.value;
    const page = this.page.value;
    return page.kind === 'asking' ? undefined : page.kind === 'report' ? page.report.ids : NO_IDS;
  });

  readonly narrowing = computed(() => this.query.value.trim() !== '' || isFiltering(this.filter.value));

  readonly finder: Finder = new Finder((error) => this.steps.fail(error));

  /** What is looked for now: of the page its own papers, most of which are not marked. */
  readonly #request = computed<SearchRequest | undefined>(() => {
    const asked = { typed: this.query.value.trim(), filter: this.filter.value };
    const tab = this.tab.value;
    if (tab !== 'page') return { ...asked, view: tab };
    return this.base.value && { ...asked, view: 'met', only: this.base.value };
  });

  /** What was found in this tab, be it for what was typed before; undefined until something was. */
  readonly #found = computed(() => {
    const result = this.finder.result.value;
    const request = this.#request.value;
    const isOfTab = result?.request.view === request?.view && result?.request.only === request?.only;
    return isOfTab ? result : undefined;
  });

  /** Whether what is shown is all that narrowing will leave, or still what was there before. */
  readonly searched = computed(() => this.#found.value !== undefined);

  readonly shown = computed<readonly PaperId[]>(() => {
    const base = this.papers.present(this.base.value ?? NO_IDS);
    if (!this.narrowing.value) return base;
    const result = this.#found.value;
    if (!result) return base;
    // those of a page stay in its order, which the reader knows, unless another is asked for
    const asPage = this.tab.value === 'page' && !parseQuery(this.query.value).sort;
    if (!asPage) return this.papers.present(result.ids);
    const found = new Set(result.ids);
    return base.filter((id) => found.has(id));
  });

  readonly choices = computed(() => (this.#found.value ? this.finder.choices.value : undefined));

  readonly cursor = new Cursor(this.shown);

  /** Decides the first tab, resolves when there is something to draw in it, and reads the rest once that is painted. */
  async begin(): Promise<void> {
    const last = lastVisit();
    const first = this.#firstScreen(firstOf(last));
    const asked = this.link.ask();
    void counts().then((value) => {
      this.counts.value = value;
    }, this.steps.fail);
    await within(PAGE_WAIT, asked);
    const onPage = this.link.tells();
    // a page that answers late is still what the reader opened the popup for
    if (!onPage) void unlessTouched(asked).then((idle) => idle && this.link.tells() && this.showTab('page'));
    batch(() => {
      this.tab.value = onPage ? 'page' : last.tab === 'page' ? 'saved' : last.tab;
      if (!onPage) this.scrollAt = last.scroll;
      this.dense.value = last.dense;
      this.begun.value = true;
    });
    await (onPage
      ? this.papers.load((this.base.peek() ?? NO_IDS).slice(0, rowsSeen(last.dense))).catch(this.steps.fail)
      : first);
    void this.#whenPainted();
  }

  async #whenPainted(): Promise<void> {
    await nowPainted();
    void loadSettings().then((settings) => {
      this.dense.value = settings.density === 'compact';
    }, this.steps.fail);
    await this.#afterPaint();
  }

  async #firstScreen(wanted: Wanted): Promise<void> {
    try {
      const { ids, asked, rows } = await firstOfView(wanted);
      this.papers.take(asked, rows);
      (wanted.view === 'flagged' ? this.#flagged : this.#saved).value = ids;
    } catch (error) {
      this.steps.fail(error);
    }
  }

  async #afterPaint(): Promise<void> {
    onChanges((notice) => {
      if (notice.what === 'rules' || notice.what === 'collections' || notice.what === 'zotero') return;
      this.papers.refresh(notice.ids);
      if (notice.what === 'keys') return;
      this.#again();
    });
    void warm().then(() => this.notes.recover(), this.steps.fail);
    effect(() => {
      this.#remember(this.tab.value, this.dense.value);
    });
    await Promise.all([this.#readList('saved'), this.#readList('flagged')]);
    this.#whenIdle(() => this.needIndex());
  }

  showTab(tab: Tab): void {
    if (this.tab.peek() === tab) return;
    batch(() => {
      this.scrollAt = 0;
      this.acts.editing.value = undefined;
      this.filter.value = NO_FILTER;
      this.tab.value = tab;
      this.cursor.reset();
    });
    this.needIndex();
  }

  nextTab(by: number): void {
    const at = TABS.indexOf(this.tab.peek());
    this.showTab(TABS[(at + by + TABS.length) % TABS.length] as Tab);
  }

  /** The number beside a tab; undefined until known. */
  tabCount(tab: Tab): number | undefined {
    if (tab !== 'page') return this.counts.value?.[tab];
    const page = this.page.value;
    return page.kind === 'asking' ? undefined : page.kind === 'report' ? page.report.ids.length : 0;
  }

  #whenIdle(work: () => void): void {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(work, { timeout: 1_500 });
    else setTimeout(work, 200);
  }

  keepScroll(offset: number): void {
    this.scrollAt = offset;
    this.#remember(this.tab.peek(), this.dense.peek());
  }

  #remember(tab: Tab, dense: boolean): void {
    remember({ tab, scroll: this.scrollAt, dense });
  }

  /** Search and filters need the texts; asked for after the first paint or at the first key stroke. */
  needIndex(): void {
    if (this.#asks) return;
    this.#asks = true;
    effect(() => {
      if (this.#request.value) this.finder.ask(this.#request.value);
    });
  }

  async #readList(view: 'saved' | 'flagged'): Promise<void> {
    try {
      const ids = await listIds(view);
      (view === 'saved' ? this.#saved : this.#flagged).value = ids;
    } catch (error) {
      this.steps.fail(error);
    }
  }

  /** After a change of ours: the page's marks follow at once, lists and counts when storage has settled. */
  #stored(ids: PaperId[]): void {
    this.link.refresh(ids);
    this.#again();
  }

  #waiting = false;
  #again(): void {
    if (this.#waiting) return;
    this.#waiting = true;
    setTimeout(async () => {
      this.#waiting = false;
      await Promise.all([
        this.#readList('saved'),
        this.#readList('flagged'),
        counts().then((value) => {
          this.counts.value = value;
        }),
      ]).catch(this.steps.fail);
    }, 20);
  }
}
