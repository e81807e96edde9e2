/** One look at one listing: reads it, sends it to the worker, draws, follows changes. All it starts ends with its `signal`. */
import type { PageReport, TabMessages, Visit } from '../core/messages.ts';
import type { PageSettings } from '../core/page-settings.ts';
import type { Listing, Site } from '../sites/define-site.ts';
import { Arranging } from './arranging.ts';
import { barActions } from './bar-actions.ts';
import { Commands } from './commands.ts';
import { laidOut } from './dom.ts';
import { followFits } from './fit.ts';
import { WordHighlighter } from './highlight.ts';
import { listenToKeys } from './keyboard.ts';
import { bare, followChanges, followReturns, hydrated } from './live.ts';
import { logProblem } from './log.ts';
import { lookUpInView } from './lookups.ts';
import { PageModel, type Row } from './model.ts';
import { tellOutcome } from './outcome.ts';
import { Overlays } from './overlays.ts';
import { pageKeys } from './page-keys.ts';
import { Painter } from './painter.ts';
import { type Found, PageReader } from './reader.ts';
import { rescued } from './shelf.ts';
import { setDark } from './style.ts';
import { Sync } from './sync.ts';
import { followTheme } from './theme.ts';
import { countOnButton } from './toolbar.ts';

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
  readonly #arranging: Arranging;
  readonly #commands: Commands;
  #settings: PageSettings;
  readonly #overlays: Overlays;
  #drawing = false;
  /** Marks may be drawn: the site's scripts have taken over its markup. */
  #mayDraw: boolean;
  #pending: Row[] = [];
  #reading = false;
  #again = false;

  constructor(site: Site, listing: Listing, url: URL, settings: PageSettings, signal: AbortSignal) {
    this.#site = site;
    this.#listing = listing;
    this.#url = url;
    this.#settings = settings;
    this.#signal = signal;
    this.#visit = { site: site.id, url: bare(url.href), at: new Date().toISOString() };
    this.#overlays = new Overlays(signal);
    this.#mayDraw = listing.hydrates !== true;
    this.#model.filter.hideDismissed = settings.hideDismissed;
    this.#words = new WordHighlighter();
    this.#arranging = new Arranging(this.#model, signal);
    this.#reader = new PageReader(site, listing, this.#model, url);
    this.#painter = new Painter(
      this.#model,
      this.#words,
      (row, action) => this.#commands.act(row, action),
      signal,
    );
    this.#commands = new Commands(
      this.#model,
      this.#visit,
      this.#overlays,
      () => this.#settings,
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
    signal.addEventListener('abort', () => this.#words.remove(), { once: true });
  }

  /** Starts; resolves after the first reading of the page. */
  async start(): Promise<void> {
    // of a script that an update cut off: none where the page is only coming
    if (document.readyState !== 'loading')
      for (const one of document.querySelectorAll('[data-manicule], [data-manicule-layer]')) one.remove();
    if (!this.#mayDraw) {
      void hydrated(this.#signal).then(() => {
        if (this.#signal.aborted) return;
        this.#mayDraw = true;
        this.#draw(this.#pending.splice(0));
        this.#repair();
        if (!this.#reading) this.#addBar();
      });
    }
    tellOutcome(this.#model, this.#site, this.#signal);
    followFits(
      this.#model,
      () => this.#settings.relevance,
      (rows) => this.#fits(rows),
      this.#signal,
    );
    lookUpInView(this.#model, () => this.#settings, this.#signal);
    // before the first reading: what the site draws anew in the midst of it would be missed
    if (this.#listing.live)
      followChanges(
        () => this.#reader.root,
        () => void this.#read(),
        this.#signal,
      );
    if (this.#listing.early) await this.#reader.readComing(this.#signal, (found) => this.#found(found));
    await this.#read();
    if (this.#signal.aborted) return;
    followReturns(() => void this.#sync.refresh(this.#model.ids()), this.#signal);
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
          logProblem('content/read', problem, this.#url);
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
    this.#arranging.some(added);
    this.#sync.add(added);
    this.#model.changed();
  }

  #draw(rows: Row[]): void {
    if (!this.#mayDraw) {
      this.#pending.push(...rows);
      return;
    }
    if (rows.length === 0) return;
    if (!this.#drawing) this.#startDrawing();
    this.#painter.add(rows);
  }

  #repair(): void {
    if (this.#mayDraw && this.#listing.live) this.#painter.repair(document);
  }

  /** Theme, bar and keys come with the first mark: a page without entries gets nothing. */
  #startDrawing(): void {
    void laidOut().then(() => {
      if (this.#signal.aborted) return;
      // asked any earlier, the page's colours would cost a style pass of the whole page
      followTheme(document, this.#signal, (dark) => {
        setDark(dark);
        this.#words.setDark(dark);
      });
    });
    this.#drawing = true;
    if (this.#settings.pageBar && this.#listing.kind === 'listing') this.#overlays.prepare();
    countOnButton(this.#model, this.#signal);
    listenToKeys(pageKeys(this.#commands), () => this.#settings.keyboard, this.#signal);
  }

  /** Comes when the page is read, so that its counts of entries do not run while one looks. */
  #addBar(): void {
    if (!this.#drawing || !this.#settings.pageBar || this.#listing.kind !== 'listing') return;
    const parts = { arranged: () => this.#filter(), outline: () => this.outline() };
    this.#overlays.addBar(this.#model, this.#settings, barActions(this.#commands, parts));
  }

  #drawn(rows: Row[]): void {
    this.#painter.show(rows);
    this.#arranging.some(rows);
    this.#model.changed();
  }

  #fits(rows: Row[]): void {
    this.#painter.showFits(rows);
    if (this.#model.sorted || this.#model.fitting()) this.#filter();
  }

  #filter(): void {
    this.#arranging.all();
    this.#painter.moved();
    this.#model.changed();
  }

  #setWords(words: string[]): void {
    this.#model.words = words;
    if (this.#words.setWords(this.#settings.highlightWords ? words : [])) this.#painter.highlightAgain();
  }

  #failed(sentence: string, gone: boolean): void {
    if (this.#model.rows.length > 0) this.#commands.say(sentence);
    if (gone) this.#model.problem = sentence;
  }

  /** New settings apply to what is drawn from now on; the words at once. */
  setSettings(settings: PageSettings): void {
    this.#settings = settings;
    this.#setWords(this.#model.words);
    if (settings.hideDismissed !== this.#model.filter.hideDismissed) {
      this.#model.filter.hideDismissed = settings.hideDismissed;
      this.#filter();
    }
  }

  report(): PageReport {
    return this.#model.report(this.#site, this.#visit.url);
  }

  /** What the page is made of, without its text. */
  async outline(): Promise<string> {
    return (await rescued())?.outline(document, this.report()) ?? '';
  }

  refresh(ids: TabMessages['tab.refresh']['in']['ids']): Promise<void> {
    return this.#sync.refresh(ids);
  }

  show(id: string): boolean {
    const row = this.#model.rowsOf(id).find((one) => !one.hidden);
    if (row) this.#commands.select(row);
    return row !== undefined;
  }
}
