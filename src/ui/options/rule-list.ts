/** The rules as the page edits them: stored as soon as they are good, kept as drafts until then. */
import { type Signal, signal } from '@preact/signals';
import { sentenceOf } from '../../core/errors.ts';
import type { WatchRule } from '../../core/rules.ts';
import {
  blankRule,
  isEmpty,
  keepDrafts,
  loadDrafts,
  newRuleId,
  type Problem,
  problemsOf,
  withDrafts,
} from './drafts.ts';

export interface RuleState {
  rule: WatchRule;
  problems: Problem[];
  /** 'new': nothing put in yet. */
  state: 'saved' | 'saving' | 'draft' | 'new';
  /** Why the last attempt to store it failed. */
  failure?: string;
}

/** Where rules and drafts are kept: the real ones are in `data.ts`. */
export interface RuleStore {
  list(): Promise<WatchRule[]>;
  put(rule: WatchRule): Promise<void>;
  remove(id: string): Promise<void>;
  drafts: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  now(): Date;
}

export class RuleList {
  readonly items: Signal<RuleState[]> = signal([]);
  readonly #store: RuleStore;
  /** What could not be stored yet, by id. */
  readonly #drafts = new Map<string, WatchRule>();
  /** Ids of the rules that storage holds in some version. */
  readonly #stored = new Set<string>();

  constructor(store: RuleStore) {
    this.#store = store;
    for (const draft of loadDrafts(store.drafts)) this.#drafts.set(draft.id, draft);
  }

  /** Reads the stored rules again; whatever is being edited here and is newer stays. @throws what storage throws. */
  async load(): Promise<void> {
    const stored = await this.#store.list();
    for (const rule of stored) {
      if (!rule.deleted) this.#stored.add(rule.id);
      const draft = this.#drafts.get(rule.id);
      if (draft && draft.changedAt <= rule.changedAt) this.#draft(rule.id, undefined); // overtaken elsewhere
    }
    const shown = new Map(this.items.value.map((item) => [item.rule.id, item]));
    const rules = withDrafts(stored, [...this.#drafts.values()]);
    const known = new Set(rules.map((rule) => rule.id));
    const unsaved = this.items.value.filter((item) => item.state === 'new' && !known.has(item.rule.id));
    this.items.value = [
      ...rules.map((rule): RuleState => {
        const here = shown.get(rule.id);
        if (here && here.rule.changedAt >= rule.changedAt) return here;
        const problems = problemsOf(rule);
        return { rule, problems, state: this.#drafts.has(rule.id) ? 'draft' : 'saved' };
      }),
      ...unsaved,
    ];
    // good, but the page was closed before it was stored
    const waiting = this.items.value.filter(
      ({ rule, problems, state }) => state === 'draft' && problems.length === 0 && !shown.has(rule.id),
    );
    await Promise.all(waiting.map(({ rule }) => this.#keep(rule)));
  }

  /** Puts an empty rule at the end and returns its id. Nothing is stored before it holds something. */
  add(): string {
    const now = this.#store.now();
    const rule = blankRule(now.toISOString(), newRuleId(now));
    this.items.value = [...this.items.value, { rule, problems: [], state: 'new' }];
    return rule.id;
  }

  /** Changes one rule. Stored when it is good, else kept as a draft: never lost. */
  async change(id: string, change: Partial<WatchRule>): Promise<void> {
    const item = this.items.value.find((one) => one.rule.id === id);
    if (!item) return;
    await this.#keep({ ...item.rule, ...change, id, changedAt: this.#after(item.rule.changedAt) });
  }

  /** Whether an earlier version of a draft is stored, and so still in use. */
  inUse(id: string): boolean {
    return this.#stored.has(id);
  }

  /** Deletes a rule; returns what brings it back. */
  async remove(id: string): Promise<(() => Promise<void>) | undefined> {
    const place = this.items.value.findIndex((one) => one.rule.id === id);
    const item = this.items.value[place];
    if (!item) return undefined;
    this.#draft(id, undefined);
    this.items.value = this.items.value.filter((one) => one.rule.id !== id);
    const stored = this.#stored.delete(id);
    try {
      if (stored) await this.#store.remove(id);
    } catch (error) {
      this.#stored.add(id);
      this.#insert(place, item);
      throw error;
    }
    return async () => {
      this.#insert(place, item);
      // later than the deletion, or the deletion would win
      if (stored || item.state !== 'new')
        await this.#keep({ ...item.rule, changedAt: this.#after(this.#after(item.rule.changedAt)) });
    };
  }

  #insert(place: number, item: RuleState): void {
    const items = this.items.value.filter((one) => one.rule.id !== item.rule.id);
    items.splice(place, 0, item);
    this.items.value = items;
  }

  async #keep(rule: WatchRule): Promise<void> {
    const problems = problemsOf(rule);
    this.#draft(rule.id, rule); // until it is stored, and for good when it cannot be
    if (problems.length > 0) {
      const untouched = isEmpty(rule) && !this.#stored.has(rule.id);
      this.#show({ rule, problems: untouched ? [] : problems, state: untouched ? 'new' : 'draft' });
      return;
    }
    this.#show({ rule, problems, state: 'saving' });
    try {
      await this.#store.put(rule);
      this.#stored.add(rule.id);
      if (this.#drafts.get(rule.id) !== rule) return; // edited meanwhile: the later edit speaks
      this.#draft(rule.id, undefined);
      this.#show({ rule, problems, state: 'saved' });
    } catch (error) {
      if (this.#drafts.get(rule.id) === rule)
        this.#show({ rule, problems, state: 'draft', failure: sentenceOf(error) });
    }
  }

  #show(state: RuleState): void {
    this.items.value = this.items.value.map((one) => (one.rule.id === state.rule.id ? state : one));
  }

  #draft(id: string, rule: WatchRule | undefined): void {
    if (rule) this.#drafts.set(id, rule);
    else this.#drafts.delete(id);
    // another page may keep drafts of its own there
    const others = loadDrafts(this.#store.drafts).filter((one) => one.id !== id);
    keepDrafts(this.#store.drafts, rule ? [...others, rule] : others);
  }

  /** Now, or just after `time` where the clock stands behind it. */
  #after(time: string): string {
    const now = this.#store.now().toISOString();
    return now > time ? now : new Date(Date.parse(time) + 1).toISOString();
  }
}
