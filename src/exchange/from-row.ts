/** From what storage keeps (a paper and its mark) to what is exported, with cite keys that stay. */
import type { Mark } from '../core/mark.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { baseKey, type CiteRule, DEFAULT_CITE_RULE, safeKey, suffix } from './cite-key.ts';
import { type Exportable, exportableOf } from './exportable.ts';

/** A stored paper and what the reader decided about it. */
export interface StoredRow {
  paper: Paper;
  mark?: Mark;
}

/** The export view of `rows`. @param label topic id → what the reader sees. */
export function exportablesOf(rows: readonly StoredRow[], label: (topic: string) => string): Exportable[] {
  return rows.map(({ paper, mark }) =>
    exportableOf(
      paper,
      mark,
      paper.topics.map((topic) => label(topic.id)),
    ),
  );
}

/** Each paper once, in the order of ids, in which most lists are read. */
function byId(items: readonly Exportable[]): readonly Exportable[] {
  if (items.every(({ paper }, n) => n === 0 || (items[n - 1]?.paper.id ?? '') < paper.id)) return items;
  return [...new Map(items.map((item) => [item.paper.id, item])).values()].sort((a, b) =>
    a.paper.id < b.paper.id ? -1 : 1,
  );
}

export interface CiteKeys {
  /** For every item. */
  keys: Map<PaperId, string>;
  /** Those given now for the first time: to be stored, so that they stay. */
  fresh: Map<PaperId, string>;
}

/**
 * Gives cite keys to one slice of papers after the other, none of which any other paper has. What a slice costs does not
 * grow with the number of keys given before.
 */
export class CiteKeyBook {
  /** Key in lower case (biber and file systems ignore case) → its paper. */
  readonly #owners = new Map<string, PaperId>();
  /** Wanted key → the first suffix that may still be free. */
  readonly #next = new Map<string, number>();

  /** Keys given here for the first time: a paper that comes again, under another of its names, has that one. */
  readonly #gave = new Map<PaperId, string>();
  readonly #rule: CiteRule;

  /** @param given every key given so far → its paper. @param rule how new keys are made. */
  constructor(given: ReadonlyMap<string, PaperId>, rule: CiteRule = DEFAULT_CITE_RULE) {
    this.#rule = rule;
    for (const [key, id] of given) this.#owners.set(key.toLowerCase(), id);
    if (this.#owners.size === given.size) return;
    // keys that differ by case alone: the last of them counts, whatever order they came in
    for (const [key, id] of [...given].sort(([a], [b]) => (a < b ? -1 : 1)))
      this.#owners.set(key.toLowerCase(), id);
  }

  #take(key: string, id: PaperId): boolean {
    const place = key.toLowerCase();
    const owner = this.#owners.get(place);
    if (owner === undefined) this.#owners.set(place, id);
    return owner === undefined || owner === id;
  }

  /** Keys for `items`. A key given stays; of several that want the same one, ids decide who gets which suffix. */
  give(items: readonly Exportable[]): CiteKeys {
    const keys = new Map<PaperId, string>();
    const fresh = new Map<PaperId, string>();
    const wanted: { id: PaperId; base: string; known: boolean }[] = [];
    for (const item of byId(items)) {
      const { id } = item.paper;
      const given = this.#gave.get(id) ?? safeKey(typeof item.citeKey === 'string' ? item.citeKey : '');
      if (given !== '' && this.#take(given, id)) keys.set(id, given);
      else wanted.push({ id, base: given || baseKey(item, this.#rule), known: item.citeKey !== undefined });
    }
    wanted.sort((a, b) => (a.base === b.base ? (a.id < b.id ? -1 : 1) : a.base < b.base ? -1 : 1));
    for (const { id, base, known } of wanted) {
      let n = this.#next.get(base) ?? 0;
      while (!this.#take(base + suffix(n), id)) n++;
      this.#next.set(base, n + 1);
      keys.set(id, base + suffix(n));
      this.#gave.set(id, base + suffix(n));
      if (!known) fresh.set(id, base + suffix(n));
    }
    return { keys, fresh };
  }
}

/**
 * Cite keys for `items`, none of which any other paper has.
 * @param given every key given so far → its paper. @param rule how new keys are made.
 */
export const citeKeysFor = (
  items: readonly Exportable[],
  given: ReadonlyMap<string, PaperId>,
  rule?: CiteRule,
): CiteKeys => new CiteKeyBook(given, rule).give(items);
