/** What the reader did in this sitting, each step undoable as a whole, and the line that says so. */
import { signal } from '@preact/signals';
import { sentenceOf } from '../../core/errors.ts';
import { type Mark, type MarkChange, undoOf } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import type { Changed } from './data.ts';
import type { Papers } from './papers.ts';
import { papers as countOf } from './words.ts';

export interface Change {
  id: PaperId;
  change: MarkChange;
}

/** From this many papers on a step takes long enough to say so. */
const LONG = 300;

interface Step {
  /** "Saved “Title”". */
  said: string;
  undo: Change[];
}

export interface Saying {
  text: string;
  /** Offer Undo beside it. */
  undoable: boolean;
  failure: boolean;
  /** Distinguishes two equal sayings for those who hear them. */
  at: number;
}

export class Steps {
  readonly #papers: Papers;
  readonly #stored: (ids: PaperId[]) => void;
  readonly #stack: Step[] = [];
  /** How many steps can be undone. */
  readonly depth = signal(0);
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
    this.say(`Working on ${countOf(total)}…`);
    let done = 0;
    let tenths = 0;
    return (part) => {
      done += part.length;
      const now = Math.floor((done / total) * 10);
      if (now > tenths && done < total) this.say(`Working on ${countOf(total)}: ${now * 10} %`);
      tenths = now;
    };
  }

  /**
   * Stores changes as one step. Failures are said, not thrown; what was stored before one can be undone like any step.
   */
  take(changes: readonly Change[], said: string): Promise<boolean> {
    const taken = this.#take(changes, said);
    this.#taking = Promise.allSettled([this.#taking, taken]);
    return taken;
  }

  async #take(changes: readonly Change[], said: string): Promise<boolean> {
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
    const wanted = new Map(changes.map(({ id, change }) => [id, change]));
    // a merged paper answers under its canonical id
    const undo = done.map(({ id, before }, at) => ({
      id,
      change: undoOf(before, wanted.get(id) ?? (changes[at] as Change).change),
    }));
    this.#push({ said, undo });
    this.#stored(done.map(({ id }) => id));
    if (failure === undefined) this.say(said, true);
    else {
      const text = `${sentenceOf(failure)} ${countOf(done.length)} of ${changes.length} were changed before.`;
      this.saying.value = { text, undoable: true, failure: true, at: ++this.#said };
    }
    return failure === undefined;
  }

  /** Stores a change that is part of a longer step, such as a note being typed. */
  async write(change: Change): Promise<Mark | undefined> {
    const [done] = await this.#inTurn(() => this.#papers.change([change]));
    this.#stored([change.id]);
    return done?.after;
  }

  /** Makes what was written in parts one step. */
  push(said: string, undo: Change[]): void {
    this.#push({ said, undo });
  }

  #push(step: Step): void {
    this.#stack.push(step);
    this.depth.value = this.#stack.length;
  }

  /** Takes the last step back. A step whose undo could not be stored stays on the stack. */
  async undo(): Promise<void> {
    await this.#taking; // a key pressed quickly means what is just being stored
    const step = this.#stack.pop();
    this.depth.value = this.#stack.length;
    if (!step) {
      this.say('Nothing to undo.');
      return;
    }
    try {
      const progress = this.#progress(step.undo.length);
      await this.#inTurn(() => this.#papers.change(step.undo, progress));
      this.say(`Undone: ${step.said}`, this.#stack.length > 0);
      this.#stored(step.undo.map(({ id }) => id));
    } catch (error) {
      this.#push(step);
      this.fail(error);
    }
  }
}
