/** What is offered while one types into the search box: fields, and values that are there. */
import { type Signal, signal } from '@preact/signals';
import { complete, fieldsFor, fixedValues, type Typing, typingAt } from '../../core/query-suggest.ts';
import type { Suggestion } from '../../storage/index.ts';

export interface Offer {
  /** What is typed for it. */
  value: string;
  label: string;
  /** How many papers have it, where that is known. */
  count?: number;
}

export type Suggest = (field: string, typed: string) => Promise<Suggestion[]>;

/** Longest list that is offered. */
const MOST = 8;

export class Offers {
  readonly all: Signal<readonly Offer[]> = signal([]);
  /** The one that Enter takes; −1: none. */
  readonly active = signal(-1);
  readonly #query: Signal<string>;
  readonly #suggest: Suggest | undefined;
  #at: Typing | undefined;
  #asked = 0;

  constructor(query: Signal<string>, suggest: Suggest | undefined) {
    this.#query = query;
    this.#suggest = suggest;
  }

  /** Offers what can stand at the caret. */
  async update(caret: number): Promise<void> {
    const asked = ++this.#asked;
    const at = this.#suggest && typingAt(this.#query.peek(), caret);
    const offers = at ? await this.#offersFor(at) : [];
    if (asked !== this.#asked) return; // typed on meanwhile
    this.#at = at;
    this.#show(offers);
  }

  async #offersFor({ field, typed }: Typing): Promise<Offer[]> {
    const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
    if (field === '') return plain(fieldsFor(typed));
    const fixed = fixedValues(field, typed);
    // what is there already needs no offer
    if (fixed) return fixed.length === 1 && fixed[0] === typed.toLowerCase() ? [] : plain(fixed);
    return (await this.#suggest?.(field, typed)) ?? [];
  }

  #show(offers: readonly Offer[]): void {
    this.active.value = -1;
    this.all.value = offers.slice(0, MOST);
  }

  close(): void {
    this.#asked++;
    this.#show([]);
  }

  /** Moves to the next or the one before, round the end; false where nothing is offered. */
  move(by: 1 | -1): boolean {
    const count = this.all.peek().length;
    if (count === 0) return false;
    const now = this.active.peek();
    this.active.value = now < 0 ? (by > 0 ? 0 : count - 1) : (now + by + count) % count;
    return true;
  }

  /** Puts an offer into the query and returns where the caret goes; undefined where there is no such offer. */
  take(n: number): number | undefined {
    const offer = this.all.peek()[n];
    if (!offer || !this.#at) return undefined;
    const done = complete(this.#query.peek(), this.#at, offer.value);
    this.#query.value = done.query;
    this.close();
    return done.caret;
  }
}
