/** A review: where its papers come from, the one that is shown, and what the reader decides about it. */
import { computed, effect, signal } from '@preact/signals';
import type { PaperId } from '../../core/paper.ts';
import { openTab, ownPage } from '../../platform/tabs.ts';
import { Acts } from '../shared/acts.ts';
import { onChanges, warm } from '../shared/data.ts';
import { Drafts } from '../shared/drafts.ts';
import { Notes } from '../shared/notes.ts';
import { nowPainted } from '../shared/painted.ts';
import { Papers } from '../shared/papers.ts';
import { Steps } from '../shared/steps.ts';
import { noteReviewed, type Queue } from './data.ts';
import { type Decision, isDecided } from './decision.ts';
import { Keep } from './keep.ts';
import {
  begin,
  extend,
  goTo,
  isDone,
  isOpen,
  resume,
  type Session,
  type Source,
  sameSource,
} from './session.ts';
import { Supply } from './supply.ts';

/** Papers read ahead of the one that is shown, and kept behind it. */
const AHEAD = 12;
const BEHIND = 3;

/** How long the first paper waits for the order, in ms. */
const PATIENCE = 400;

export class ReviewState {
  readonly session = signal<Session | undefined>(undefined);
  readonly asking = signal(true);
  readonly helpOpen = signal(false);
  /** The reader ended it before the last paper. */
  readonly ended = signal(false);
  /** A decision brings the next paper. */
  readonly goesOn = signal(true);

  readonly papers: Papers = new Papers((error) => this.steps.fail(error));
  readonly steps: Steps = new Steps(this.papers, (ids) => this.#stored(ids));
  readonly notes = new Notes(this.steps, new Drafts(localStorage));
  readonly acts = new Acts({ papers: this.papers, steps: this.steps, notes: this.notes });
  readonly #keep = new Keep(localStorage);
  readonly supply = new Supply();
  readonly #tab: number | undefined;
  /** Undos on their way. */
  #undoing = 0;
  /** Counts what was to be reviewed: the answer to an earlier choice comes too late. */
  #choice = 0;

  /** What is shown: the place of a paper, or the summary. */
  readonly atEnd = computed(() => {
    const session = this.session.value;
    return session !== undefined && (this.ended.value || isDone(session));
  });

  /** The paper that is shown; undefined at the end or with nothing to show. */
  readonly id = computed<PaperId | undefined>(() => {
    const session = this.session.value;
    return session && !this.atEnd.value ? session.ids[session.at] : undefined;
  });

  readonly row = computed(() => {
    const id = this.id.value;
    return id === undefined ? undefined : this.papers.cell(id).value;
  });

  constructor(tab: number | undefined) {
    this.#tab = tab;
    this.goesOn.value = this.#keep.habits().goOn;
    effect(() => {
      const session = this.session.value;
      if (!session) return;
      this.#keep.write(session);
      const near = session.ids.slice(Math.max(0, session.at - BEHIND), session.at + AHEAD);
      if (near.length > 0) this.papers.want(near);
    });
    // a note or tag belongs to the paper it was opened for
    effect(() => {
      const id = this.id.value;
      const open = this.acts.editing.peek();
      if (open && open.id !== id) this.acts.editing.value = undefined;
    });
  }

  /** Goes on with the review that was left, or begins with what waits. Never rejects. */
  async begin(): Promise<void> {
    try {
      const kept = this.#keep.read();
      const now = Date.now();
      const open = kept && isOpen(kept, now) ? resume(kept, now) : undefined;
      const page = this.#tab === undefined ? undefined : await this.supply.open(this.#tab);
      if (!page && open?.source.kind === 'page') this.supply.page.value = open.source;
      // the reader may have chosen something else while the page was asked
      if (this.#choice === 0)
        await this.#start(page ?? open?.source ?? { kind: 'days', days: this.#keep.habits().days }, open);
    } catch (error) {
      this.steps.fail(error);
      this.asking.value = false;
    }
    await nowPainted();
    onChanges((notice) => {
      if (notice.what === 'papers' || notice.what === 'marks' || notice.what === 'all')
        this.papers.refresh(notice.ids);
    });
    await warm().then(() => this.notes.recover(), this.steps.fail);
  }

  /** @param open the review that was left: gone on with where it is of the same papers. */
  async #start(source: Source, open?: Session): Promise<void> {
    const choice = ++this.#choice;
    const late = () => choice !== this.#choice;
    await this.#ask(source, late, open).catch(this.steps.fail);
    if (!late()) this.asking.value = false;
  }

  async #ask(source: Source, late: () => boolean, open?: Session): Promise<void> {
    if (open && sameSource(open.source, source)) this.session.value = open; // shown while what is new is asked
    const queue = await this.supply.ask(source, (found) => this.#early(source, found), late);
    if (!queue) return;
    const { flagged, fresh } = queue;
    const waiting = [...flagged, ...fresh];
    const ranked = this.supply.rank(waiting, late).then(() => {
      const session = this.session.peek();
      if (session && sameSource(session.source, source)) this.session.value = this.supply.inOrder(session);
    });
    const going = this.session.peek();
    this.ended.value = false;
    if (going && sameSource(going.source, source) && !isDone(going)) {
      this.session.value = this.supply.inOrder(extend(going, waiting));
      return;
    }
    // the best of what is new comes first, unless that keeps the reader waiting
    if (flagged.length === 0) await Promise.race([ranked, new Promise((late) => setTimeout(late, PATIENCE))]);
    if (late()) return;
    const session = begin(source, waiting, Date.now());
    this.session.value = { ...this.supply.inOrder({ ...session, seen: 0 }), seen: session.seen };
  }

  /** Of a long queue the first papers are shown while the others are read. */
  #early(source: Source, { flagged, fresh }: Queue): void {
    if (this.session.peek() || flagged.length + fresh.length === 0) return;
    this.session.value = begin(source, [...flagged, ...fresh], Date.now());
  }

  /** Begins anew with other papers. */
  async choose(source: Source): Promise<void> {
    if (source.kind === 'days') this.#keep.setHabits({ days: source.days });
    this.asking.value = true;
    this.session.value = undefined;
    await this.#start(source);
  }

  /** Goes through those met before as well. */
  addOlder(): void {
    const session = this.session.peek();
    if (!session) return;
    this.ended.value = false;
    this.session.value = extend(session, this.supply.older.peek());
    this.supply.older.value = [];
  }

  setGoesOn(on: boolean): void {
    this.goesOn.value = on;
    this.#keep.setHabits({ goOn: on });
  }

  #to(at: number): void {
    const session = this.session.peek();
    if (!session) return;
    this.ended.value = false;
    this.session.value = goTo(session, at, Date.now());
  }

  /**
   * The next paper; the one that is left has been looked at.
   * @param after what is still being stored of it: a flag later than the look would make it wait again.
   */
  next(after: Promise<unknown> = Promise.resolve()): boolean {
    const session = this.session.peek();
    const id = this.id.peek();
    if (!session || id === undefined) return false;
    after.then(() => noteReviewed([id], new Date().toISOString())).catch(this.steps.fail);
    this.#to(session.at + 1);
    return true;
  }

  back(): boolean {
    const session = this.session.peek();
    if (!session || session.ids.length === 0) return false;
    if (this.ended.peek() && !isDone(session)) this.ended.value = false;
    else if (session.at > 0) this.#to(session.at - 1);
    return true;
  }

  /** Shows the summary. */
  end(): void {
    const session = this.session.peek();
    if (!session) return;
    this.session.value = goTo(session, session.at, Date.now());
    this.ended.value = true;
  }

  /** From the summary back to where it was ended. */
  goOn(): void {
    this.ended.value = false;
  }

  /** A decision brings the next paper, unless it was taken back; where it cannot be stored, its paper comes back. */
  decide(what: Decision): boolean {
    const session = this.session.peek();
    const id = this.id.peek();
    if (!session || id === undefined) return false;
    const on = !isDecided(what, this.row.peek()?.mark);
    const { at } = session;
    const storing = this.acts[what]([id], on).then((stored) => {
      if (!stored) this.#to(at);
    });
    if (on && this.goesOn.peek()) this.next(storing);
    return true;
  }

  /** Takes the last step back and shows its paper. */
  async undo(): Promise<void> {
    this.#undoing++;
    await this.steps.undo();
    this.#undoing--;
  }

  #stored(ids: readonly PaperId[]): void {
    if (this.#undoing === 0) return;
    const at = this.session.peek()?.ids.indexOf(ids[0] ?? '') ?? -1;
    if (at >= 0) this.#to(at);
  }

  /** Opens the library with a search. */
  library(search: string): void {
    openTab(ownPage('library', search)).catch(this.steps.fail);
  }
}
