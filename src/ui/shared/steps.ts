/** What the reader did in this sitting, each step undoable as a whole, and the line that says so. */
import { signal } from '@preact/signals';
import { sentenceOf } from '../../core/errors.ts';
import type { Mark } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { say, sayMany } from '../../core/say.ts';
import { undoOf } from '../../core/undo-change.ts';
import type { Changed } from './data.ts';
import type { Papers } from './papers.ts';
import { type Change, type Step, StepStack, type TakeBack } from './step-stack.ts';

export type { Change, Done } from './step-stack.ts';

/** From this many papers on a step takes long enough to say so. */
const LONG = 300;

export interface Saying {
  text: string;
  /** Offer Undo beside it. */
  undoable: boolean;
  failure: boolean;
  /** Distinguishes two equal sayings for those who hear them. */
  at: number;
}

/** What takes `changes` back, of which `done` were stored. */
function takingBack(done: readonly Changed[], changes: readonly Change[]): Change[] {
  const wanted = new Map(changes.map(({ id, change }) => [id, change]));
  // a merged paper answers under its canonical id
  return done.map(({ id, before, after }, at) => ({
    id,
    change: undoOf(before, wanted.get(id) ?? changes[at]?.change ?? {}),
    wrote: after,
  }));
}

export class Steps {
  readonly #papers: Papers;
  readonly #stored: (ids: PaperId[]) => void;
  readonly #all = new StepStack();
  /** How many steps can be undone. */
  readonly depth = this.#all.depth;
  /** The steps that can be undone, the last first. */
  readonly done = this.#all.done;
  /** How many undone steps can be done again: none once something else is done. */
  readonly redoable = this.#all.redoable;
  readonly saying = signal<Saying | undefined>(undefined);
  #said = 0;
  #queue: Promise<unknown> = Promise.resolve();
  /** Steps on their way to the stack. */
  #taking: Promise<unknown> = Promise.resolve();

  /** @param stored called with the ids of every change once it is committed. */
  constructor(papers: Papers, stored: (ids: PaperId[]) => void) {
    this.#papers = papers;
    this.#stored = stored;
  }

  say(text: string, undoable = false): void {
    this.saying.value = { text, undoable, failure: false, at: ++this.#said };
  }

  fail = (error: unknown): void => {
    this.saying.value = { text: sentenceOf(error), undoable: false, failure: true, at: ++this.#said };
  };

  /** Changes one after the other, so that the undo of each is what really was before it. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(work);
    this.#queue = turn.catch(() => undefined);
    return turn;
  }

  /** Says how far a long step is. */
  #progress(total: number): (part: readonly Changed[]) => void {
    if (total <= LONG) return () => undefined;
    this.say(sayMany('sharedWorking', total));
    let done = 0;
    let tenths = 0;
    return (part) => {
      done += part.length;
      const now = Math.floor((done / total) * 10);
      if (now > tenths && done < total) this.say(sayMany('sharedWorkingAt', total, now * 10));
      tenths = now;
    };
  }

  /**
   * Stores changes as one step. Failures are said, not thrown; what was stored before one can be undone like any step.
   * @param changes may still be being worked out: an undo asked for meanwhile waits for it
   */
  take(changes: readonly Change[] | Promise<readonly Change[]>, said: string): Promise<boolean> {
    const taken = this.#take(changes, said);
    this.#taking = Promise.allSettled([this.#taking, taken]);
    return taken;
  }

  async #take(given: readonly Change[] | Promise<readonly Change[]>, said: string): Promise<boolean> {
    let changes: readonly Change[];
    try {
      changes = given instanceof Promise ? await given : given;
    } catch (error) {
      this.fail(error);
      return false;
    }
    if (changes.length === 0) return false;
    const done: Changed[] = [];
    const progress = this.#progress(changes.length);
    let failure: unknown;
    try {
      await this.#inTurn(() =>
        this.#papers.change(changes, (part) => {
          done.push(...part);
          progress(part);
        }),
      );
    } catch (error) {
      failure = error;
      if (done.length === 0) {
        this.fail(error);
        return false;
      }
    }
    this.#all.add(said, takingBack(done, changes));
    this.#stored(done.map(({ id }) => id));
    if (failure === undefined) this.say(said, true);
    else {
      const before = sayMany('sharedChangedBefore', done.length, changes.length);
      const text = `${sentenceOf(failure)} ${before}`;
      this.saying.value = { text, undoable: true, failure: true, at: ++this.#said };
    }
    return failure === undefined;
  }

  /** Stores a change that is part of a longer step, such as a note being typed. */
  async write(change: Change): Promise<Mark | undefined> {
    this.#all.noRedo();
    const [done] = await this.#inTurn(() => this.#papers.change([change]));
    this.#stored([change.id]);
    return done?.after;
  }

  /** Makes what was written in parts one step. */
  push(said: string, undo: Change[]): void {
    this.#all.add(said, undo);
  }

  /** Remembers a step that changed more than marks, and says it. */
  did(said: string, undo: TakeBack): void {
    this.#all.add(said, undo);
    this.say(said, true);
  }

  /** Stores what takes a step back or brings it about again; returns what would take that back. */
  async #turn(changes: readonly Change[]): Promise<Change[]> {
    const progress = this.#progress(changes.length);
    const done = await this.#inTurn(() => this.#papers.change(changes, progress));
    this.#stored(changes.map(({ id }) => id));
    return takingBack(done, changes);
  }

  /** Takes something back, whatever it changed; returns what would take that back, undefined where nothing can. */
  async #reverse(what: Step['undo']): Promise<Step['undo'] | undefined> {
    if (typeof what !== 'function') return this.#turn(what);
    const { ids, again } = await this.#inTurn(what);
    this.#stored([...ids]);
    return again;
  }

  /** Leaves these papers out of every step: they were deleted for good. */
  forget(ids: readonly PaperId[]): void {
    this.#all.forget(ids);
  }

  /** Takes a step back and, where that can be, remembers how to do it again. */
  async #takeBack(step: Step): Promise<void> {
    const { made } = this.#all;
    const redo = await this.#reverse(step.undo);
    if (!redo)
      this.#all.noRedo(); // it cannot be done again, nor can what came after it
    // what was done meanwhile forbids doing it again
    else if (made === this.#all.made) this.#all.putUndone({ step, redo });
  }

  /** Takes the last step back. A step whose undo could not be stored stays on the stack. False: nothing was undone. */
  async undo(): Promise<boolean> {
    await this.#taking; // a key pressed quickly means what is just being stored
    const step = this.#all.pop();
    if (!step) {
      this.say(say('sharedNothingToUndo'));
      return false;
    }
    try {
      await this.#takeBack(step);
      this.say(say('sharedUndone', step.said), this.depth.peek() > 0);
      return true;
    } catch (error) {
      this.#all.push(step);
      this.fail(error);
      return false;
    }
  }

  /** Takes back every step down to this one, and it; stops at the first that cannot be. */
  async undoTo(n: number): Promise<void> {
    const many = this.#all.since(n);
    for (let left = many; left > 0; left--) if (!(await this.undo())) return;
    if (many > 1) this.say(sayMany('sharedUndoneMany', many), this.depth.peek() > 0);
  }

  /**
   * Does the step that was undone last again: each paper gets back what it had right before the undo, field by field. Only
   * as long as nothing else was done since, so that no later decision is overwritten.
   */
  async redo(): Promise<void> {
    await this.#taking;
    const last = this.#all.popUndone();
    if (!last) {
      this.say(say('sharedNothingToRedo'));
      return;
    }
    try {
      const undo = await this.#reverse(last.redo);
      if (undo) this.#all.push({ ...last.step, undo });
      this.say(say('sharedRedone', last.step.said), true);
    } catch (error) {
      this.#all.putUndone(last);
      this.fail(error);
    }
  }
}
