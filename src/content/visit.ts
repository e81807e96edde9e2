/**
 * One look at one listing: reads it, sends it to the worker, draws marks, bar and keys, follows its changes. Everything
 * it starts ends with its `signal`.
 */
import type { LogLine } from '../core/errors.ts';
import type { PageReport, TabMessages, Visit } from '../core/messages.ts';
import type { Settings } from '../core/settings.ts';
import { safeUrl } from '../core/text.ts';
import { send } from '../platform/rpc.ts';
import { saveSettings } from '../platform/settings.ts';
import type { Listing, Site } from '../sites/define-site.ts';
import { Actions } from './actions.ts';
import { painted } from './dom.ts';
import { download } from './download.ts';
import { Filtering } from './filter.ts';
import { Help } from './help.ts';
import { WordHighlighter } from './highlight.ts';
import { listenToKeys } from './keyboard.ts';
import { type Layer, makeLayer } from './layer.ts';
import { followChanges, hydrated } from './live.ts';
import type { Action } from './mark-view.ts';
import { PageModel, type Row } from './model.ts';
import { PageBar } from './page-bar.ts';
import { Painter } from './painter.ts';
import { Peek } from './peek.ts';
import { type Found, PageReader } from './reader.ts';
import { Selection } from './selection.ts';
import { setDark } from './style.ts';
import { Sync } from './sync.ts';
import { followTheme } from './theme.ts';
import { Toast } from './toast.ts';

export class PageVisit {
  readonly #site: Site;
  readonly #listing: Listing;
  readonly #url: URL;
  readonly #visit: Visit;
  readonly #signal: AbortSignal;
  readonly #model = new PageModel();
  readonly #reader: PageReader;
  readonly #sync: Sync;
  readonly #words: WordHighlighter;
  readonly #painter: Painter;
  readonly #filtering: Filtering;
  readonly #actions: Actions;
  readonly #selection: Selection;
  #settings: Settings;
  /** Made when there is something to draw over the page. */
  #layer: Layer | undefined;
  #toast: Toast | undefined;
  #peek: Peek | undefined;
  #help: Help | undefined;
  #bar: PageBar | undefined;
  /** Marks may be drawn: the site's scripts have taken over its markup. */
  #mayDraw: boolean;
  #pending: Row[] = [];
  #reading = false;
  #again = false;
  #badge = -1;

  constructor(site: Site, listing: Listing, url: URL, settings: Settings, signal: AbortSignal) {
    this.#site = site;
    this.#listing = listing;
    this.#url = url;
    this.#settings = settings;
    this.#signal = signal;
    this.#visit = { site: site.id, url: url.href.replace(/#.*$/, ''), at: new Date().toISOString() };
    this.#mayDraw = listing.hydrates !== true;
    this.#model.filter.hideDismissed = settings.hideDismissed;
    this.#words = new WordHighlighter();
    this.#filtering = new Filtering(listing);
    this.#reader = new PageReader(site, listing, this.#model, url);
    this.#painter = new Painter(
      listing,
      this.#model,
      this.#words,
      (row, action) => this.#act(row, action),
      signal,
    );
    this.#selection = new Selection(this.#model, (words) => this.#over().say(words));
    this.#actions = new Actions(
      this.#model,
      this.#visit,
      (words, undo) => this.#say(words, undo),
      (rows) => this.#drawn(rows),
    );
    this.#sync = new Sync(
      this.#model,
      this.#visit,
      {
        drawn: (rows) => this.#drawn(rows),
        words: (words) => this.#setWords(words),
        failed: (sentence, gone) => this.#failed(sentence, gone),
      },
      signal,
    );
    signal.addEventListener(
      'abort',
      () => {
        this.#words.remove();
        this.#filtering.restore();
      },
      { once: true },
    );
  }

  /** Starts; resolves after the first reading of the page. */
  async start(): Promise<void> {
    const leftovers = document.querySelectorAll('div[data-manicule], div[data-manicule-layer]');
    for (const leftover of leftovers) leftover.remove(); // of a script that an update cut off
    if (!this.#mayDraw) {
      void hydrated(this.#signal).then(() => {
        if (this.#signal.aborted) return;
        this.#mayDraw = true;
        this.#draw(this.#pending.splice(0));
        this.#repair();
        if (!this.#reading) this.#addBar();
      });
    }
    await this.#read();
    if (this.#signal.aborted) return;
    if (this.#listing.live)
      followChanges(
        () => this.#root(),
        () => void this.#read(),
        this.#signal,
      );
    document.addEventListener(
      'visibilitychange',
      () => {
        if (document.visibilityState === 'visible') void this.#sync.refresh(this.#model.ids());
      },
      { signal: this.#signal },
    );
    window.addEventListener(
      'pageshow',
      (event) => {
        if (event.persisted) void this.#sync.refresh(this.#model.ids());
      },
      { signal: this.#signal },
    );
  }

  #root(): Element {
    return this.#listing.root(document) ?? document.body ?? document.documentElement;
  }

  /** Reads the page; asked again while reading, it reads once more afterwards. */
  async #read(): Promise<void> {
    if (this.#reading) {
      this.#again = true;
      return;
    }
    this.#reading = true;
    try {
      do {
        this.#again = false;
        const known = this.#reader.problems.length;
        await this.#reader.read(this.#signal, (found) => this.#found(found));
        if (this.#signal.aborted) return;
        for (const problem of this.#reader.problems.slice(known, known + 3))
          this.#log('content/read', problem);
      } while (this.#again);
    } finally {
      this.#reading = false;
    }
    this.#repair();
    this.#addBar();
    this.#model.changed();
  }

  #found({ added, removed }: Found): void {
    this.#painter.remove(removed);
    const gone = new Set(removed);
    this.#pending = this.#pending.filter((row) => !gone.has(row));
    this.#draw(added);
    this.#sync.add(added);
    this.#model.changed();
  }

  #draw(rows: Row[]): void {
    if (!this.#mayDraw) {
      this.#pending.push(...rows);
      return;
    }
    if (rows.length === 0) return;
    if (!this.#layer) this.#startDrawing();
    this.#painter.add(rows);
  }

  #repair(): void {
    if (this.#mayDraw && this.#listing.live) this.#painter.repair(document);
  }

  /** Theme, bar and keys come with the first mark: a page without entries gets nothing. */
  #startDrawing(): void {
    void painted().then(() => {
      if (this.#signal.aborted) return;
      // asked any earlier, the page's colours would cost a style pass of the whole page before its first paint
      followTheme(document, this.#signal, (dark) => {
        setDark(dark);
        this.#words.setDark(dark);
      });
    });
    this.#over();
    this.#model.onChange(() => this.#setBadge());
    listenToKeys(this.#keys(), () => this.#settings.keyboard, this.#signal);
  }

  #over(): Layer {
    this.#layer ??= makeLayer(this.#signal);
    return this.#layer;
  }

  /** Comes when the page is read, so that its counts of entries do not run while one looks. */
  #addBar(): void {
    if (this.#bar || !this.#layer || !this.#settings.pageBar || this.#listing.kind !== 'listing') return;
    this.#bar = new PageBar(
      this.#over(),
      this.#model,
      this.#settings,
      {
        filterChanged: () => this.#filter(),
        help: () => this.#toggleHelp(),
        exportSaved: (format) => void this.#export(format),
        library: (search) => void this.#open('library', search),
        remember: (change) => void saveSettings(change).catch(() => undefined), // a setting lost is no loss of work
      },
      this.#signal,
    );
  }

  #drawn(rows: Row[]): void {
    this.#painter.show(rows);
    for (const row of rows) this.#filtering.applyTo(row, this.#model);
    this.#model.changed();
  }

  #filter(): void {
    this.#filtering.apply(this.#model);
    this.#painter.moved();
    this.#model.changed();
  }

  #setWords(words: string[]): void {
    this.#model.words = words;
    if (this.#words.setWords(this.#settings.highlightWords ? words : [])) this.#painter.highlightAgain();
  }

  #setBadge(): void {
    const count = this.#model.counts().freshFlagged;
    if (count === this.#badge) return;
    this.#badge = count;
    send('badge.set', { count }).catch(() => undefined); // only a number on a button
  }

  #say(words: string, undo?: () => void): void {
    this.#toast ??= new Toast(this.#over());
    this.#toast.bottom = this.#settings.barBottom + 56;
    this.#toast.right = this.#settings.barRight;
    this.#toast.show(words, undo);
  }

  #failed(sentence: string, gone: boolean): void {
    if (this.#model.rows.length > 0) this.#say(sentence);
    if (gone) this.#model.problem = sentence;
  }

  #log(where: string, message: string): void {
    const line: LogLine = {
      at: new Date().toISOString(),
      where,
      message: message.slice(0, 1_000),
      page: `${this.#url.host}${this.#url.pathname}`.slice(0, 500),
    };
    send('log.add', { line }).catch(() => undefined); // a log that cannot be written has no reader either
  }

  #act(row: Row, action: Action): void {
    this.#selection.select(row, false);
    if (action === 'save') this.#actions.toggle(row, 'saved');
    else if (action === 'flag') this.#actions.toggle(row, 'flagged');
    else if (action === 'dismiss') this.#actions.toggle(row, 'dismissed');
    else if (action === 'peek') this.#togglePeek(row);
    else this.#openLink(row.entry.links.pdf ?? row.state?.pdf, 'This entry has no PDF link.');
  }

  #openLink(href: string | undefined, otherwise: string): void {
    const url = href && safeUrl(href);
    if (url) window.open(url, '_blank', 'noopener');
    else this.#say(otherwise);
  }

  async #open(page: 'library' | 'options', search: string): Promise<void> {
    try {
      await send('page.open', { page, search });
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
    }
  }

  async #export(format: string): Promise<void> {
    const ids = new Set(
      this.#model.rows.filter((row) => row.state?.saved).map((row) => row.state?.id ?? row.entry.id),
    );
    try {
      const file = await send('papers.export', { ids: [...ids], format });
      download(file);
      const left = file.skipped.length > 0 ? ` ${file.skipped.length} simplified or left out.` : '';
      this.#say(`${ids.size === 1 ? '1 paper' : `${ids.size} papers`} written to ${file.filename}.${left}`);
    } catch (error) {
      this.#say(error instanceof Error ? error.message : String(error));
    }
  }

  #togglePeek(row: Row): void {
    this.#help?.close();
    this.#peek ??= new Peek(this.#over());
    this.#peek.toggle(row, this.#settings.highlightWords ? this.#model.words : []);
  }

  #toggleHelp(): void {
    this.#peek?.close();
    this.#help ??= new Help(this.#over());
    this.#help.toggle();
  }

  #keys() {
    const on = (does: (row: Row) => void) => () => {
      const { row } = this.#selection;
      if (row) does(row);
      return row !== undefined;
    };
    const move = (step: 1 | -1) => () => {
      this.#peek?.close();
      return this.#selection.move(step);
    };
    const go = (search: string) => () => {
      void this.#open('library', search);
      return true;
    };
    return {
      j: move(1),
      k: move(-1),
      s: on((row) => this.#actions.toggle(row, 'saved')),
      f: on((row) => this.#actions.toggle(row, 'flagged')),
      x: on((row) => this.#actions.toggle(row, 'dismissed')),
      a: on((row) => this.#togglePeek(row)),
      o: on((row) => this.#openLink(row.entry.links.page, 'This entry has no link.')),
      Enter: on((row) => this.#openLink(row.entry.links.page, 'This entry has no link.')),
      p: on((row) => this.#act(row, 'pdf')),
      h: on((row) => this.#openLink(row.entry.links.html, 'This entry has no HTML version.')),
      u: () => {
        this.#actions.undo();
        return true;
      },
      'g s': go('is:saved'),
      'g f': go('is:flagged'),
      '?': () => {
        this.#toggleHelp();
        return true;
      },
      Escape: () => {
        if (this.#bar?.closeMenu()) return true;
        const open = this.#peek?.open || this.#help?.open;
        this.#peek?.close();
        this.#help?.close();
        return open === true;
      },
    };
  }

  /** New settings apply to what is drawn from now on; the words at once. */
  setSettings(settings: Settings): void {
    this.#settings = settings;
    this.#setWords(this.#model.words);
    if (settings.hideDismissed !== this.#model.filter.hideDismissed) {
      this.#model.filter.hideDismissed = settings.hideDismissed;
      this.#filter();
    }
  }

  report(): PageReport {
    const { status, expected, problem } = this.#model;
    return {
      site: this.#site.id,
      siteName: this.#site.name,
      url: this.#visit.url,
      state: status,
      read: this.#model.rows.length,
      ...(expected !== undefined ? { expected } : {}),
      ids: this.#model.ids(),
      ...(problem ? { problem } : {}),
    };
  }

  async refresh(ids: TabMessages['tab.refresh']['in']['ids']): Promise<void> {
    await this.#sync.refresh(ids);
  }

  show(id: string): boolean {
    const row = this.#model.rowsOf(id).find((one) => !one.hidden);
    if (row) this.#selection.select(row, true);
    return row !== undefined;
  }
}
