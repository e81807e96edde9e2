/**
 * What the reader decided about a paper. Every field carries its own change time, so that two copies merge
 * field by field: idempotent, commutative, associative, and no decision is lost (a last-writer-wins map).
 */
import { canonical } from './canonical.ts';
import type { PaperId } from './paper.ts';
import { isDeleted, isTrashed, type Trashed } from './trash.ts';

export interface Timed<T> {
  value: T;
  /** ISO time of the change. */
  at: string;
  /** ISO time since when it says so, where the change was an undo that put back what had been said before. */
  since?: string;
}

/** Since when a field says what it says, as lists and files tell it; `at` is for merging. */
export const sinceOf = ({ at, since }: Timed<unknown>): string => since ?? at;

export type Status = 'to-read' | 'reading' | 'read';
export const STATUSES: readonly Status[] = ['to-read', 'reading', 'read'];

/** How soon it should be read; nothing said is 'normal'. */
export type Priority = 'high' | 'normal' | 'low';

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
  /** Collection id → put into it, or taken out: see collections.ts. */
  collections?: Record<string, Timed<boolean>>;
  /** Where the reader put it by hand: list (a collection's id, or READING) → order key, '' for none. */
  places?: Record<string, Timed<string>>;
  priority?: Timed<Priority | null>;
  /** "Less like this": said to the ranker, hides nothing. */
  less?: Timed<boolean>;
  /** Ids of papers that are not this one, however alike. */
  distinct?: Record<PaperId, Timed<boolean>>;
  /** Once given, a cite key stays. */
  citeKey?: CiteKey;
  /** Whether the paper was deleted: see trash.ts. */
  trashed?: Trashed;
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
  /** Collection id → in it or not. */
  collections?: Record<string, boolean>;
  /** List → order key, '' for none. */
  places?: Record<string, string>;
  priority?: Priority | null;
  less?: boolean;
  /** Id of another paper → it is not this one. */
  distinct?: Record<PaperId, boolean>;
  /** Deletes the paper, or brings it back; so does any other change of a deleted one. */
  trashed?: boolean;
  /** Since when it had been saved, flagged, of that status: an undo changes nothing of that. */
  since?: { saved?: string; flagged?: string; status?: string };
}

/** Two decisions on one field: the later wins; at the same time the greater JSON does, so that order never matters. */
export function later<T>(a: Timed<T>, b: Timed<T>): Timed<T>;
export function later<T>(a: Timed<T> | undefined, b: Timed<T> | undefined): Timed<T> | undefined;
export function later<T>(a: Timed<T> | undefined, b: Timed<T> | undefined): Timed<T> | undefined {
  if (!a) return b;
  if (!b) return a;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return canonical(a) >= canonical(b) ? a : b;
}

/** Fields that hold many things, each decided by itself. */
export const LABELLED = ['tags', 'topics', 'collections', 'places', 'distinct'] as const;

type Labels<T> = Record<string, Timed<T>>;

/** Whether a flag was set or taken off by the reader. */
export const byHand = (flag: Timed<FlagValue>): boolean =>
  !flag.value.on || flag.value.reasons.some((reason) => reason.by === 'hand');

/** The next ISO time there is after `at`. */
export const justAfter = (at: string): string => new Date(Date.parse(at) + 1).toISOString();

/** `now`, or the next time after that of the last change where the clock that gave it was ahead. */
export const timeAfter = (last: string | undefined, now: string): string =>
  last !== undefined && Date.parse(last) >= Date.parse(now) ? justAfter(last) : now;

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
    look(mark.less);
    look(mark.trashed);
    look(mark.priority);
    for (const kind of LABELLED) for (const label of Object.values(mark[kind] ?? {})) look(label);
  }
  if (now > latest) return now;
  return justAfter(latest);
}

const withSince = (since: string | undefined): { since?: string } => (since ? { since } : {});

/**
 * Applies one step of the reader to a mark. Saving a paper takes a dismissal back and dismissing takes a save back:
 * a paper is never both (see `isSaved`). Anything decided about a deleted paper brings it back. Everything else stays as it was.
 */
export function applyChange(mark: Mark | undefined, id: PaperId, change: MarkChange, now: string): Mark {
  const at = changeTime(mark, now);
  const out: Mark = { ...(mark ?? { id }), id };
  const saved = change.saved ?? (change.dismissed ? (isSaved(mark) ? false : undefined) : undefined);
  const dismissed = change.dismissed ?? (change.saved ? (isDismissed(mark) ? false : undefined) : undefined);
  const back = change.trashed === undefined && isDeleted(mark);
  if (back || (change.trashed !== undefined && change.trashed !== isTrashed(mark)))
    out.trashed = { value: change.trashed ?? false, at };
  // saved again, it is saved now, not when it was before
  if (saved !== undefined && (saved !== isSaved(mark) || (back && saved)))
    out.saved = { value: saved, at, ...(saved ? withSince(change.since?.saved) : {}) };
  if (dismissed !== undefined && dismissed !== isDismissed(mark)) out.dismissed = { value: dismissed, at };
  if (change.flagged !== undefined) {
    const reasons = change.flagged ? (change.reasons ?? [BY_HAND]) : [];
    out.flagged = { value: { on: change.flagged, reasons }, at, ...withSince(change.since?.flagged) };
  }
  if (change.status !== undefined)
    out.status = { value: change.status, at, ...withSince(change.since?.status) };
  if (change.rating !== undefined) out.rating = { value: change.rating, at };
  if (change.note !== undefined) out.note = { value: change.note, at };
  if (change.tags) out.tags = withLabels(out.tags, change.tags, at);
  if (change.topics) out.topics = withLabels(out.topics, change.topics, at);
  if (change.collections) out.collections = withLabels(out.collections, change.collections, at);
  if (change.places) out.places = withLabels(out.places, change.places, at);
  if (change.priority !== undefined) out.priority = { value: change.priority, at };
  if (change.less !== undefined) out.less = { value: change.less, at };
  if (change.distinct) out.distinct = withLabels(out.distinct, change.distinct, at);
  return out;
}

function withLabels<T>(labels: Labels<T> | undefined, changes: Record<string, T>, at: string): Labels<T> {
  const out = new Map(Object.entries(labels ?? {}));
  for (const [label, value] of Object.entries(changes)) out.set(label, { value, at });
  return Object.fromEntries(out);
}

/**
 * Copies that were merged may say both that a paper was saved and that it was dismissed: it is what was decided later. Only
 * asked here, not written: a merged mark must not depend on the order in which copies came.
 */
const outranks = (a: Timed<boolean>, b: Timed<boolean> | undefined): boolean => !b?.value || a.at > b.at;

export const isSaved = (mark: Mark | undefined): boolean =>
  mark?.saved?.value === true &&
  (outranks(mark.saved, mark.dismissed) || mark.saved.at === mark.dismissed?.at);
export const isFlagged = (mark: Mark | undefined): boolean => mark?.flagged?.value.on === true;
export const isDismissed = (mark: Mark | undefined): boolean =>
  mark?.dismissed?.value === true && outranks(mark.dismissed, mark.saved);
export const isLess = (mark: Mark | undefined): boolean => mark?.less?.value === true;
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

/** Ids of the collections a paper is in, deleted collections included. */
export const collectionsOf = (mark: Mark | undefined): string[] =>
  Object.entries(mark?.collections ?? {}).flatMap(([id, { value }]) => (value ? [id] : []));
