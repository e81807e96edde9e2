/** Two copies of one paper's mark, merged field by field: idempotent, commutative, associative, and no decision is lost. */
import { canonical } from './canonical.ts';
import { byHand, type CiteKey, type FlagValue, LABELLED, later, type Mark, type Timed } from './mark.ts';
import type { PaperId } from './paper.ts';
import { laterTrashed } from './trash.ts';

function put<K extends keyof Mark>(mark: Mark, key: K, value: Mark[K] | undefined): void {
  if (value !== undefined) mark[key] = value;
}

/** Merges two copies of one paper's mark under `id`. */
export function mergeMarks(a: Mark, b: Mark, id: PaperId = a.id): Mark {
  const out: Mark = { id };
  put(out, 'saved', later(a.saved, b.saved));
  put(out, 'flagged', laterFlag(a.flagged, b.flagged));
  put(out, 'dismissed', later(a.dismissed, b.dismissed));
  put(out, 'status', later(a.status, b.status));
  put(out, 'rating', later(a.rating, b.rating));
  put(out, 'note', later(a.note, b.note));
  put(out, 'citeKey', steadyKey(a.citeKey, b.citeKey));
  put(out, 'priority', later(a.priority, b.priority));
  put(out, 'less', later(a.less, b.less));
  put(out, 'trashed', laterTrashed(a.trashed, b.trashed));
  for (const kind of LABELLED) {
    const labels = mergeTags<unknown>(a[kind] ?? {}, b[kind] ?? {});
    if (Object.keys(labels).length > 0) Object.assign(out, { [kind]: labels });
  }
  return out;
}

type Labels<T> = Record<string, Timed<T>>;

/** Own keys only: a reader may have a tag "constructor" or "__proto__", and every object answers to those. */
function mergeTags<T>(a: Labels<T>, b: Labels<T>): Labels<T> {
  const all = new Map(Object.entries(a));
  for (const [name, tag] of Object.entries(b)) all.set(name, later(all.get(name), tag) ?? tag);
  return Object.fromEntries([...all].sort(([x], [y]) => (x < y ? -1 : 1)));
}

/** A flag decided by hand outranks one set by a rule at whatever time: rules run again, readers do not. */
function laterFlag(
  a: Timed<FlagValue> | undefined,
  b: Timed<FlagValue> | undefined,
): Timed<FlagValue> | undefined {
  if (a && b && byHand(a) !== byHand(b)) return byHand(a) ? a : b;
  return later(a, b);
}

/** Cite keys are stable: the first one given stays, unless the reader asked for another. */
function steadyKey(a: CiteKey | undefined, b: CiteKey | undefined): CiteKey | undefined {
  if (a && b && a.asked !== b.asked) return a.asked ? a : b;
  return a?.asked ? later(a, b) : earlier(a, b);
}

function earlier<T>(a: Timed<T> | undefined, b: Timed<T> | undefined): Timed<T> | undefined {
  if (!a) return b;
  if (!b) return a;
  if (a.at !== b.at) return a.at < b.at ? a : b;
  return canonical(a.value) <= canonical(b.value) ? a : b;
}
