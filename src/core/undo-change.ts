/** What takes a step of the reader back. */
import { canonical } from './canonical.ts';
import {
  isDismissed,
  isFlagged,
  isSaved,
  LABELLED,
  type Mark,
  type MarkChange,
  sinceOf,
  type Timed,
} from './mark.ts';
import { isDeleted, isTrashed } from './trash.ts';

/** What a field says where nothing was decided. */
const PLAIN = { status: null, rating: null, note: '', priority: null, less: false } as const;
const LABEL = { tags: false, topics: null, collections: false, places: '', distinct: false } as const;

const FIELDS = ['saved', 'dismissed', 'status', 'rating', 'note', 'priority', 'less', 'trashed'] as const;

/**
 * What of an undo is still the step's to take back: fields of which the mark says what the step wrote. What somebody else
 * decided since, in another page, stays; all of it does where the paper was deleted since.
 */
export function undisputed(mark: Mark | undefined, undo: MarkChange, wrote: Mark): MarkChange {
  if (isTrashed(mark) && !isTrashed(wrote)) return {};
  const same = (a: Timed<unknown> | undefined, b: Timed<unknown> | undefined) =>
    canonical(a?.value) === canonical(b?.value);
  const out: MarkChange = { ...undo };
  const none: Partial<Record<keyof MarkChange, unknown>> = PLAIN;
  const said = (one: Mark | undefined, key: (typeof FIELDS)[number]) =>
    canonical(one?.[key]?.value ?? none[key] ?? false);
  for (const key of FIELDS)
    if (out[key] !== undefined && said(mark, key) !== said(wrote, key)) delete out[key];
  // why it is flagged may have changed: rules run again
  if (out.flagged !== undefined && isFlagged(mark) !== isFlagged(wrote)) delete out.flagged;
  if (out.flagged === undefined) delete out.reasons;
  for (const kind of LABELLED) {
    const given = out[kind];
    if (!given) continue;
    const [now, then] = [
      new Map(Object.entries(mark?.[kind] ?? {})),
      new Map(Object.entries(wrote[kind] ?? {})),
    ];
    const left = Object.entries(given).filter(([label]) => same(now.get(label), then.get(label)));
    if (left.length > 0) Object.assign(out, { [kind]: Object.fromEntries(left) });
    else delete out[kind];
  }
  if (Object.keys(out).every((key) => key === 'since')) return {};
  return out;
}

/** The change that takes `mark` back to what it was before: what `u` sends. */
export function undoOf(before: Mark | undefined, change: MarkChange): MarkChange {
  const undo: MarkChange = {};
  const set = (key: keyof MarkChange, value: unknown) => void Object.assign(undo, { [key]: value });
  if (change.trashed !== undefined || isDeleted(before)) undo.trashed = isTrashed(before);
  if (change.saved !== undefined || change.dismissed !== undefined) {
    undo.saved = isSaved(before);
    undo.dismissed = isDismissed(before);
  }
  if (change.flagged !== undefined) {
    undo.flagged = isFlagged(before);
    if (before?.flagged?.value.on) undo.reasons = before.flagged.value.reasons;
  }
  const since = {
    ...(undo.saved && before?.saved ? { saved: sinceOf(before.saved) } : {}),
    ...(undo.flagged && before?.flagged ? { flagged: sinceOf(before.flagged) } : {}),
    ...(change.status !== undefined && before?.status?.value ? { status: sinceOf(before.status) } : {}),
  };
  if (Object.keys(since).length > 0) undo.since = since;
  for (const [key, none] of Object.entries(PLAIN) as [keyof typeof PLAIN, unknown][])
    if (change[key] !== undefined) set(key, before?.[key]?.value ?? none);
  for (const kind of LABELLED) {
    const given = change[kind];
    if (!given) continue;
    // own keys only: a tag may be called as what every object has
    const known = new Map(Object.entries(before?.[kind] ?? {}));
    set(
      kind,
      Object.fromEntries(Object.keys(given).map((key) => [key, known.get(key)?.value ?? LABEL[kind]])),
    );
  }
  return undo;
}
