/**
 * What the reader decided about a paper. Every field carries its own change time, so that two copies merge
 * field by field: idempotent, commutative, associative, and no decision is lost (a last-writer-wins map).
 */
import { canonical } from './canonical.ts';
import type { PaperId } from './paper.ts';

export interface Timed<T> {
  value: T;
  /** ISO time of the change. */
  at: string;
}

export type Status = 'to-read' | 'reading' | 'read';
export const STATUSES: readonly Status[] = ['to-read', 'reading', 'read'];

/** Why a paper is flagged: by hand, or by a watch rule with what matched. */
export interface FlagReason {
  by: 'hand' | 'rule';
  /** Id of the rule. */
  rule?: string;
  /** What the reader sees, in English (`reasonWords` tells it): `watch: "GUI agent"`, `author: Ada Lovelace`, `topic: Reasoning`. */
  text: string;
}

/** The reason of a flag the reader set, as it is stored. */
export const BY_HAND: FlagReason = { by: 'hand', text: 'flagged by you' };

export interface FlagValue {
  on: boolean;
  reasons: FlagReason[];
}

/** Given by the program, of which the first stays, or asked for by the reader, of which the last counts. */
export interface CiteKey extends Timed<string> {
  asked?: true;
}

export interface Mark {
  id: PaperId;
  saved?: Timed<boolean>;
  flagged?: Timed<FlagValue>;
  dismissed?: Timed<boolean>;
  status?: Timed<Status | null>;
  rating?: Timed<number | null>;
  note?: Timed<string>;
  /** The reader's labels: present or taken off, each with its time. */
  tags?: Record<string, Timed<boolean>>;
  /** The reader's corrections: topics that belong to the paper (true) or do not, whatever the tagger says. */
  topics?: Record<string, Timed<boolean | null>>;
  /** Once given, a cite key stays. */
  citeKey?: CiteKey;
}

/** A change the reader makes in one step. A missing key leaves that field alone. */
export interface MarkChange {
  saved?: boolean;
  flagged?: boolean;
  /** Reasons to keep with `flagged: true`; without it the flag is by hand. Used by undo. */
  reasons?: FlagReason[];
  dismissed?: boolean;
  status?: Status | null;
  rating?: number | null;
  note?: string;
  /** Tag → on or off. */
  tags?: Record<string, boolean>;
  /** Topic id → it belongs, it does not, or nothing is said of it any more. */
  topics?: Record<string, boolean | null>;
}

/** Two decisions on one field: the later wins; at the same time the greater JSON does, so that order never matters. */
function later<T>(a: Timed<T> | undefined, b: Timed<T> | undefined): Timed<T> | undefined {
  if (!a) return b;
  if (!b) return a;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return canonical(a.value) >= canonical(b.value) ? a : b;
}

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
  const tags = mergeTags(a.tags ?? {}, b.tags ?? {});
  if (Object.keys(tags).length > 0) out.tags = tags;
  const topics = mergeTags(a.topics ?? {}, b.topics ?? {});
  if (Object.keys(topics).length > 0) out.topics = topics;
  return out;
}

type Labels<T> = Record<string, Timed<T>>;

/** Own keys only: a reader may have a tag "constructor" or "__proto__", and every object answers to those. */
function mergeTags<T>(a: Labels<T>, b: Labels<T>): Labels<T> {
  const all = new Map(Object.entries(a));
  for (const [name, tag] of Object.entries(b)) all.set(name, later(all.get(name), tag) ?? tag);
  return Object.fromEntries([...all].sort(([x], [y]) => (x < y ? -1 : 1)));
}

const byHand = (flag: Timed<FlagValue>): boolean =>
  !flag.value.on || flag.value.reasons.some((reason) => reason.by === 'hand');

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

/**
 * A time for the next change of `mark` that is later than every one in it, even when the clock went backwards:
 * the newest decision must win every later merge.
 */
export function changeTime(mark: Mark | undefined, now: string): string {
  let latest = '';
  const look = (timed: Timed<unknown> | undefined) => {
    if (timed && timed.at > latest) latest = timed.at;
  };
  if (mark) {
    look(mark.saved);
    look(mark.flagged);
    look(mark.dismissed);
    look(mark.status);
    look(mark.rating);
    look(mark.note);
    for (const tag of Object.values(mark.tags ?? {})) look(tag);
    for (const topic of Object.values(mark.topics ?? {})) look(topic);
  }
  if (now > latest) return now;
  return new Date(Date.parse(latest) + 1).toISOString();
}

/**
 * Applies one step of the reader to a mark. Saving a paper takes a dismissal back and dismissing takes a save back:
 * a paper is never both. Everything else stays as it was.
 */
export function applyChange(mark: Mark | undefined, id: PaperId, change: MarkChange, now: string): Mark {
  const at = changeTime(mark, now);
  const out: Mark = { ...(mark ?? { id }), id };
  const saved = change.saved ?? (change.dismissed ? (isSaved(mark) ? false : undefined) : undefined);
  const dismissed = change.dismissed ?? (change.saved ? (isDismissed(mark) ? false : undefined) : undefined);
  if (saved !== undefined && saved !== isSaved(mark)) out.saved = { value: saved, at };
  if (dismissed !== undefined && dismissed !== isDismissed(mark)) out.dismissed = { value: dismissed, at };
  if (change.flagged !== undefined) {
    const reasons = change.flagged ? (change.reasons ?? [BY_HAND]) : [];
    out.flagged = { value: { on: change.flagged, reasons }, at };
  }
  if (change.status !== undefined) out.status = { value: change.status, at };
  if (change.rating !== undefined) out.rating = { value: change.rating, at };
  if (change.note !== undefined) out.note = { value: change.note, at };
  if (change.tags) out.tags = withLabels(out.tags, change.tags, at);
  if (change.topics) out.topics = withLabels(out.topics, change.topics, at);
  return out;
}

function withLabels<T>(labels: Labels<T> | undefined, changes: Record<string, T>, at: string): Labels<T> {
  const out = new Map(Object.entries(labels ?? {}));
  for (const [label, value] of Object.entries(changes)) out.set(label, { value, at });
  return Object.fromEntries(out);
}

/** A rule may flag only where the reader has not decided: a flag set or taken off by hand is never touched. */
export function flagByRules(
  mark: Mark | undefined,
  id: PaperId,
  reasons: FlagReason[],
  now: string,
): Mark | undefined {
  if (reasons.length === 0) return undefined;
  if (mark?.flagged) {
    if (byHand(mark.flagged)) return undefined;
    const known = new Set(mark.flagged.value.reasons.map((reason) => reason.text));
    if (reasons.every((reason) => known.has(reason.text))) return undefined;
    const added = reasons.filter((reason) => !known.has(reason.text));
    const all = [...mark.flagged.value.reasons, ...added];
    return { ...mark, id, flagged: { value: { on: true, reasons: all }, at: changeTime(mark, now) } };
  }
  return { ...(mark ?? { id }), id, flagged: { value: { on: true, reasons }, at: changeTime(mark, now) } };
}

export const isSaved = (mark: Mark | undefined): boolean => mark?.saved?.value === true;
export const isFlagged = (mark: Mark | undefined): boolean => mark?.flagged?.value.on === true;
export const isDismissed = (mark: Mark | undefined): boolean => mark?.dismissed?.value === true;
export const statusOf = (mark: Mark | undefined): Status | null => mark?.status?.value ?? null;
export const noteOf = (mark: Mark | undefined): string => mark?.note?.value ?? '';

/** The reader's labels that are on, in alphabetical order. */
export function tagsOf(mark: Mark | undefined): string[] {
  if (!mark?.tags) return [];
  return Object.entries(mark.tags)
    .filter(([, tag]) => tag.value)
    .map(([name]) => name)
    .sort((a, b) => a.localeCompare(b));
}

/** The change that takes `mark` back to what it was before: what `u` sends. */
export function undoOf(before: Mark | undefined, change: MarkChange): MarkChange {
  const undo: MarkChange = {};
  if (change.saved !== undefined || change.dismissed !== undefined) {
    undo.saved = isSaved(before);
    undo.dismissed = isDismissed(before);
  }
  if (change.flagged !== undefined) {
    undo.flagged = isFlagged(before);
    if (before?.flagged?.value.on) undo.reasons = before.flagged.value.reasons;
  }
  if (change.status !== undefined) undo.status = statusOf(before);
  if (change.rating !== undefined) undo.rating = before?.rating?.value ?? null;
  if (change.note !== undefined) undo.note = noteOf(before);
  if (change.tags) {
    undo.tags = {};
    for (const tag of Object.keys(change.tags)) undo.tags[tag] = before?.tags?.[tag]?.value ?? false;
  }
  if (change.topics) {
    undo.topics = {};
    for (const topic of Object.keys(change.topics))
      undo.topics[topic] = before?.topics?.[topic]?.value ?? null;
  }
  return undo;
}
