/** What the reader can do with papers, in one place for buttons and keys, for one paper and for many. */
import { signal } from '@preact/signals';
import { sentenceOf } from '../../core/errors.ts';
import {
  isDismissed,
  isFlagged,
  isLess,
  isSaved,
  type Mark,
  type MarkChange,
  STATUSES,
  type Status,
  statusOf,
} from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { type MessageKey, say } from '../../core/say.ts';
import { clip } from '../../core/text.ts';
import type { FormatId } from '../../exchange/index.ts';
import { openTab } from '../../platform/tabs.ts';
import { copyCitation } from './cite.ts';
import type { Editing } from './editor.tsx';
import type { Notes } from './notes.ts';
import type { Papers } from './papers.ts';
import type { Steps } from './steps.ts';
import { texToText } from './tex.ts';
import { papers as countOf, statusWords } from './words.ts';

export class Acts {
  readonly editing = signal<Editing | undefined>(undefined);
  readonly notes: Notes;
  readonly #papers: Papers;
  readonly #steps: Steps;
  readonly #showInPage: ((id: PaperId) => Promise<boolean>) | undefined;

  constructor(parts: {
    papers: Papers;
    steps: Steps;
    notes: Notes;
    showInPage?: ((id: PaperId) => Promise<boolean>) | undefined;
  }) {
    this.#papers = parts.papers;
    this.#steps = parts.steps;
    this.notes = parts.notes;
    this.#showInPage = parts.showInPage;
  }

  get canShow(): boolean {
    return this.#showInPage !== undefined;
  }

  failed = (error: unknown): void => this.#steps.fail(error);

  #mark(id: PaperId | undefined): Mark | undefined {
    return id === undefined ? undefined : this.#papers.cell(id).peek()?.mark;
  }

  /** “Title” or "12 papers". */
  #what(ids: readonly PaperId[]): string {
    const title = ids.length === 1 ? this.#papers.cell(ids[0] as PaperId).peek()?.paper.title : undefined;
    return title ? say('sharedTitle', clip(texToText(title), 60)) : countOf(ids.length);
  }

  /** @param said of `$1`, the papers, and `$2`, which is `more` */
  async #each(
    ids: readonly PaperId[],
    change: MarkChange,
    said: MessageKey,
    more: string[] = [],
  ): Promise<boolean> {
    return this.#steps.take(
      ids.map((id) => ({ id, change })),
      say(said, this.#what(ids), ...more),
    );
  }

  /** The mark of the first of `ids`, which is read where its row was not; undefined: it cannot be, and that was told. */
  async #first(ids: readonly PaperId[]): Promise<{ mark: Mark | undefined } | undefined> {
    const first = ids[0];
    try {
      if (first !== undefined && !this.#papers.cell(first).peek()) await this.#papers.load([first]);
    } catch (error) {
      this.#steps.fail(error);
      return undefined;
    }
    return { mark: this.#mark(first) };
  }

  /** @param on which way; not given, the first of `ids` decides for all */
  async #turn(
    ids: readonly PaperId[],
    on: boolean | undefined,
    isOn: (mark: Mark | undefined) => boolean,
    take: (on: boolean) => Promise<boolean>,
  ): Promise<boolean> {
    if (on !== undefined) return take(on);
    const first = await this.#first(ids);
    return first ? take(!isOn(first.mark)) : false;
  }

  save(ids: readonly PaperId[], on?: boolean): Promise<boolean> {
    return this.#turn(ids, on, isSaved, (saved) =>
      this.#each(ids, { saved }, saved ? 'sharedDidSave' : 'sharedDidUnsave'),
    );
  }

  flag(ids: readonly PaperId[], on?: boolean): Promise<boolean> {
    return this.#turn(ids, on, isFlagged, (flagged) =>
      this.#each(ids, { flagged }, flagged ? 'sharedDidFlag' : 'sharedDidUnflag'),
    );
  }

  dismiss(ids: readonly PaperId[], on?: boolean): Promise<boolean> {
    return this.#turn(ids, on, isDismissed, (dismissed) =>
      this.#each(ids, { dismissed }, dismissed ? 'sharedDidDismiss' : 'sharedDidUndismiss'),
    );
  }

  /** Into the trash, or out of it. */
  async trash(ids: readonly PaperId[], on = true): Promise<boolean> {
    return this.#each(ids, { trashed: on }, on ? 'sharedDidTrash' : 'sharedDidRestore');
  }

  /** Said to the ranking; hides nothing. */
  less(ids: readonly PaperId[], on?: boolean): Promise<boolean> {
    return this.#turn(ids, on, isLess, (less) =>
      this.#each(ids, { less }, less ? 'sharedDidLess' : 'sharedDidNotLess'),
    );
  }

  async status(ids: readonly PaperId[], status: Status | null): Promise<boolean> {
    return status
      ? this.#each(ids, { status }, 'sharedDidStatus', [statusWords(status)])
      : this.#each(ids, { status }, 'sharedDidNoStatus');
  }

  /** None → to read → reading → read → none. */
  async nextStatus(ids: readonly PaperId[]): Promise<boolean> {
    const first = await this.#first(ids);
    if (!first) return false;
    const now = statusOf(first.mark);
    const next = now === null ? STATUSES[0] : STATUSES[STATUSES.indexOf(now) + 1];
    return this.status(ids, next ?? null);
  }

  async tag(ids: readonly PaperId[], tags: readonly string[], on: boolean): Promise<boolean> {
    const names = tags.map((tag) => say('sharedTitle', tag)).join(', ');
    const change = { tags: Object.fromEntries(tags.map((tag) => [tag, on])) };
    return this.#each(ids, change, on ? 'sharedDidTag' : 'sharedDidUntag', [names]);
  }

  /** A correction: kept, whatever the tagger says of the paper later. */
  async topic(ids: readonly PaperId[], topic: string, label: string, on: boolean): Promise<boolean> {
    return this.#each(ids, { topics: { [topic]: on } }, on ? 'sharedDidTopic' : 'sharedDidNotTopic', [label]);
  }

  edit(id: PaperId, what: Editing['what']): void {
    const open = this.editing.peek();
    this.editing.value = open?.id === id && open.what === what ? undefined : { id, what };
  }

  closeEditor = (): void => {
    const open = this.editing.peek();
    this.editing.value = undefined;
    if (open) this.#focusRow(open.id);
  };

  #focusRow(id: PaperId): void {
    document
      .querySelector<HTMLElement>(`[role=row][data-id="${CSS.escape(id)}"]`)
      ?.focus({ preventScroll: true });
  }

  /** Plain clicks open a tab through the browser; others (middle, with keys) are the browser's own. */
  followLink(event: MouseEvent, url: string): void {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    openTab(url).catch(this.failed);
  }

  open(id: PaperId): void {
    const url = this.#papers.cell(id).peek()?.paper.links.page;
    if (url) openTab(url).catch(this.failed);
  }

  openPdf(id: PaperId): void {
    const url = this.#papers.cell(id).peek()?.paper.links.pdf;
    if (url) openTab(url).catch(this.failed);
    else this.#steps.say(say('sharedNoPdf'));
  }

  async cite(id: PaperId, format: FormatId = 'bibtex'): Promise<void> {
    const row = this.#papers.cell(id).peek();
    if (!row) return;
    try {
      const key = await copyCitation(row, format);
      this.#steps.say(format === 'bibtex' ? say('sharedCitedBibtex', key) : say('sharedCited'));
    } catch (error) {
      this.#steps.say(say('sharedNotCited', sentenceOf(error)));
    }
  }

  /** @param again even where they are in Zotero already. */
  async zotero(ids: readonly PaperId[], again = false): Promise<void> {
    const { sendToZotero } = await import('./zotero-send.ts');
    await sendToZotero(ids, this.#steps, again);
  }

  async show(id: PaperId): Promise<void> {
    const found = await this.#showInPage?.(id).catch(() => false);
    if (found === false) this.#steps.say(say('sharedNotOnPage'));
  }

  undo(): void {
    void this.#steps.undo();
  }

  redo(): void {
    void this.#steps.redo();
  }
}
