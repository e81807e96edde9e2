/** One sitting of a review: what it goes through, how far it has come, how long it took. Pure. */
import type { PaperId } from '../../core/paper.ts';
import { sayMany } from '../../core/say.ts';

export type Source =
  /** A page's papers. `name` is what the reader calls it: its site. */
  { kind: 'page'; url: string; name: string } | { kind: 'days'; days: number };

export interface Session {
  source: Source;
  /** Flagged ones first. */
  ids: readonly PaperId[];
  /** The place of the paper that is shown; `ids.length`: all were. */
  at: number;
  /** How many were shown so far: all of `ids` before this place. */
  seen: number;
  /** Time spent, in ms. */
  spent: number;
  /** When the last step was taken, in ms since 1970. */
  last: number;
}

/** Longer than this between two steps the reader was elsewhere, in ms. */
const AWAY_MS = 3 * 60_000;

/** A review left alone for longer is not gone on with: what waits is asked anew. In ms. */
const OLD_MS = 18 * 60 * 60_000;

/** @param now ms since 1970, as in all of these. */
export function begin(source: Source, ids: readonly PaperId[], now: number): Session {
  return { source, ids, at: 0, seen: Math.min(1, ids.length), spent: 0, last: now };
}

/** Counts the time since the last step as spent, as far as the reader can have looked at one paper. */
export function tick(session: Session, now: number): Session {
  const passed = Math.max(0, now - session.last);
  return { ...session, spent: session.spent + (passed > AWAY_MS ? 0 : passed), last: now };
}

/** Shows the paper at `at`; beyond the last: the end. */
export function goTo(session: Session, at: number, now: number): Session {
  const place = Math.max(0, Math.min(at, session.ids.length));
  const seen = Math.max(session.seen, Math.min(place + 1, session.ids.length));
  return { ...tick(session, now), at: place, seen };
}

/** Goes on after a pause: the time between does not count. */
export const resume = (session: Session, now: number): Session => ({ ...session, last: now });

/** Papers that came to wait meanwhile go behind the others. */
export function extend(session: Session, ids: readonly PaperId[]): Session {
  const known = new Set(session.ids);
  const fresh = ids.filter((id) => !known.has(id));
  if (fresh.length === 0) return session;
  const all = [...session.ids, ...fresh];
  return { ...session, ids: all, seen: Math.max(session.seen, Math.min(session.at + 1, all.length)) };
}

/**
 * Brings what was not shown yet into order: `first` as they stand, then the others by their score, the best first; those
 * without one behind, as they stood.
 */
export function reorder(
  session: Session,
  first: ReadonlySet<PaperId>,
  scoreOf: (id: PaperId) => number | undefined,
): Session {
  const shown = session.ids.slice(0, session.seen);
  const rest = session.ids.slice(session.seen);
  const others = rest.filter((id) => !first.has(id));
  others.sort((a, b) => (scoreOf(b) ?? -1) - (scoreOf(a) ?? -1));
  return { ...session, ids: [...shown, ...rest.filter((id) => first.has(id)), ...others] };
}

export const isDone = (session: Session): boolean => session.at >= session.ids.length;

export const sameSource = (a: Source, b: Source): boolean =>
  a.kind === 'page' ? b.kind === 'page' && a.url === b.url : b.kind === 'days' && a.days === b.days;

/** Whether a review that was left can be gone on with. */
export const isOpen = (session: Session, now: number): boolean =>
  !isDone(session) && session.ids.length > 0 && now - session.last < OLD_MS;

/** "12 minutes", "1 minute", "40 seconds". */
export function spentWords(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (seconds < 60) return sayMany('reviewSeconds', seconds);
  return sayMany('reviewMinutes', Math.round(seconds / 60));
}
