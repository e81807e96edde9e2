/** Writing a note in parts: kept on every key stroke, stored when the typing rests, undone as one step. */
import { type Signal, signal } from '@preact/signals';
import { joinNotes } from '../../core/join-notes.ts';
import { noteOf } from '../../core/mark.ts';
import { LIMITS, type PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { isTrashed } from '../../core/trash.ts';
import type { Drafts, Left } from './drafts.ts';
import type { Steps } from './steps.ts';

const REST_MS = 350;
const RETRY_MS = 3_000;
/** A draft that stays as it is for so long is being typed nowhere. */
const LEFT_MS = 2 * REST_MS;

export class NoteSession {
  readonly state: Signal<'idle' | 'typing' | 'stored' | 'failed'> = signal('idle');
  text: string;
  readonly #id: PaperId;
  readonly #title: string;
  readonly #steps: Steps;
  readonly #drafts: Drafts;
  /** What an undo goes back to. */
  #before: string;
  #storing: string;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(id: PaperId, text: string, title: string, steps: Steps, drafts: Drafts) {
    this.#id = id;
    this.text = text;
    this.#before = text;
    this.#storing = text;
    this.#title = title;
    this.#steps = steps;
    this.#drafts = drafts;
  }

  type(text: string): void {
    this.text = text.slice(0, LIMITS.note);
    this.#drafts.keep(this.#id, this.text, this.#storing);
    this.state.value = 'typing';
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#store(), REST_MS);
  }

  async #store(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const text = this.text;
    if (text === this.#storing) {
      this.#drafts.stored(this.#id, text);
      if (this.state.peek() === 'typing') this.state.value = 'stored';
      return;
    }
    const last = this.#storing;
    this.#storing = text;
    try {
      await this.#steps.write({ id: this.#id, change: { note: text } });
      this.#drafts.stored(this.#id, text);
      if (this.text === text) this.state.value = 'stored';
    } catch (error) {
      this.#storing = last;
      this.state.value = 'failed';
      this.#steps.fail(error);
      this.#timer ??= setTimeout(() => void this.#store(), RETRY_MS);
    }
  }

  /** The stored note changed: the text to show instead, unless it is ours or the reader is typing. */
  outside(stored: string): string | undefined {
    if (this.#timer !== undefined || stored === this.text || stored === this.#storing) return undefined;
    this.text = stored;
    this.#storing = stored;
    this.#before = stored;
    this.state.value = 'idle';
    return stored;
  }

  /** The reader went elsewhere: store now, and make what was typed one step. */
  pause(): void {
    void this.#store();
    if (this.text === this.#before) return;
    const wrote = { id: this.#id, note: { value: this.text, at: '' } };
    const undo = [{ id: this.#id, change: { note: this.#before }, wrote }];
    this.#before = this.text;
    this.#steps.push(say('sharedNoteOn', this.#title), undo);
  }

  close(): void {
    this.pause();
  }
}

export class Notes {
  readonly #steps: Steps;
  readonly #drafts: Drafts;

  constructor(steps: Steps, drafts: Drafts) {
    this.#steps = steps;
    this.#drafts = drafts;
  }

  open(id: PaperId, text: string, title: string): NoteSession {
    return new NoteSession(id, text, title, this.#steps, this.#drafts);
  }

  /** Stores a draft; where another note was stored since it was begun, behind that one. A paper deleted since stays deleted. */
  async #write({ id, text, from }: Left): Promise<void> {
    const change = { note: text };
    if (from === undefined) {
      await this.#steps.write({ id, change });
      return;
    }
    const now = await this.#steps.write({ id, change, wrote: { id, note: { value: from, at: '' } } });
    if (isTrashed(now) || noteOf(now) === text) return;
    const both = joinNotes(noteOf(now), text);
    if (both !== noteOf(now)) await this.#steps.write({ id, change: { note: both } });
  }

  /**
   * Stores what an earlier visit had no time to. A draft that another page is typing or storing is left to it: written
   * from here, it might come after what was typed since, and take its place.
   */
  async recover(): Promise<void> {
    const found = new Map(this.#drafts.left().map(({ id, text }) => [id, text]));
    if (found.size === 0) return;
    await new Promise((resolve) => setTimeout(resolve, LEFT_MS));
    for (const draft of this.#drafts.left()) {
      if (found.get(draft.id) !== draft.text) continue;
      try {
        await this.#write(draft);
        this.#drafts.stored(draft.id, draft.text);
      } catch (error) {
        this.#steps.fail(error);
      }
    }
  }
}
