/** From what storage keeps (a paper and its mark) to what is exported, with cite keys that stay. */
import type { Mark } from '../core/mark.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { assignCiteKeys } from './cite-key.ts';
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

export interface CiteKeys {
  /** For every item. */
  keys: Map<PaperId, string>;
  /** Those given now for the first time: to be stored, so that they stay. */
  fresh: Map<PaperId, string>;
}

/** Cite keys for `items`, none of which any other paper has. @param given every key given so far → its paper. */
export function citeKeysFor(items: readonly Exportable[], given: ReadonlyMap<string, PaperId>): CiteKeys {
  const ids = new Set(items.map((item) => item.paper.id));
  const taken = new Set([...given].filter(([, id]) => !ids.has(id)).map(([key]) => key));
  const keys = assignCiteKeys(items, taken);
  const known = new Map(items.map((item) => [item.paper.id, item.citeKey]));
  const fresh = new Map([...keys].filter(([id]) => known.get(id) === undefined));
  return { keys, fresh };
}
