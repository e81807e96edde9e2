/** The steps that can be undone, and those undone that can be done again. */
import { batch, signal } from '@preact/signals';
import type { PaperId } from '../../core/paper.ts';
import type { MarkStep } from '../../storage/index.ts';

export type Change = MarkStep;

/** A step as lists of steps show it. */
export interface Done {
  /** Distinguishes steps of the same words. */
  n: number;
  /** "Saved “Title”". */
  said: string;
  /** ISO time. */
  at: string;
}

/** What came of taking something back. */
export interface TakenBack {
  /** Papers that changed. */
  ids: readonly PaperId[];
  /** Takes that back in turn; without it the step cannot be done again. */
  again?: TakeBack;
}

/** Takes back what changed more than marks, or brings it about again. */
export type TakeBack = () => Promise<TakenBack>;

export interface Step extends Done {
  undo: Change[] | TakeBack;
}

/** A step that was taken back, with what brings it about again. */
export interface Undone {
  step: Step;
  redo: Change[] | TakeBack;
}

export class StepStack {
  #done: Step[] = [];
  #undone: Undone[] = [];
  #made = 0;
  readonly depth = signal(0);
  /** The last first. */
  readonly done = signal<readonly Done[]>([]);
  readonly redoable = signal(0);

  #tell(): void {
    batch(() => {
      this.depth.value = this.#done.length;
      this.done.value = this.#done.map(({ n, said, at }) => ({ n, said, at })).reverse();
      this.redoable.value = this.#undone.length;
    });
  }

  /** How many steps were ever made. */
  get made(): number {
    return this.#made;
  }

  /** A new step: what was undone before can no longer be done again. */
  add(said: string, undo: Step['undo']): void {
    this.#undone = [];
    this.push({ n: ++this.#made, said, at: new Date().toISOString(), undo });
  }

  push(step: Step): void {
    this.#done.push(step);
    this.#tell();
  }

  pop(): Step | undefined {
    const step = this.#done.pop();
    this.#tell();
    return step;
  }

  /** How many steps there are from this one on. */
  since(n: number): number {
    return this.#done.filter((step) => step.n >= n).length;
  }

  putUndone(undone: Undone): void {
    this.#undone.push(undone);
    this.#tell();
  }

  popUndone(): Undone | undefined {
    const undone = this.#undone.pop();
    this.#tell();
    return undone;
  }

  /** Nothing can be done again from now on. */
  noRedo(): void {
    this.#undone = [];
    this.#tell();
  }

  /** Leaves these papers out of every step. */
  forget(ids: readonly PaperId[]): void {
    const gone = new Set(ids);
    const rest = (changes: Change[]) => changes.filter(({ id }) => !gone.has(id));
    const left = (undo: Step['undo']) => (typeof undo === 'function' ? undo : rest(undo));
    this.#done = this.#done
      .map((step) => ({ ...step, undo: left(step.undo) }))
      .filter(({ undo }) => typeof undo === 'function' || undo.length > 0);
    this.#undone = this.#undone
      .map(({ step, redo }) => ({ step, redo: left(redo) }))
      .filter(({ redo }) => typeof redo === 'function' || redo.length > 0);
    this.#tell();
  }
}
