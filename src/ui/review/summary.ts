/** What came of a review: counted from the papers as they are now, so that steps taken back count as taken back. */
import { isDismissed, isFlagged, isSaved } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { getRows, type Row } from '../shared/data.ts';
import type { Session } from './session.ts';

export interface Summary {
  seen: number;
  saved: Row[];
  /** By the reader or a rule; saved ones are in both. */
  flagged: Row[];
  dismissed: number;
  /** Seen, and nothing decided. */
  passed: number;
  /** Not shown yet. */
  left: number;
}

/** Counts `rows`, the papers of a session that were shown. */
export function summaryOf(session: Session, rows: readonly Row[]): Summary {
  const dismissed = rows.filter(({ mark }) => isDismissed(mark));
  const saved = rows.filter(({ mark }) => isSaved(mark));
  const flagged = rows.filter(({ mark }) => isFlagged(mark) && !isDismissed(mark));
  const decided = rows.filter(({ mark }) => isSaved(mark) || isFlagged(mark) || isDismissed(mark));
  return {
    seen: session.seen,
    saved,
    flagged,
    dismissed: dismissed.length,
    passed: Math.max(0, session.seen - decided.length),
    left: session.ids.length - session.seen,
  };
}

const CHUNK = 500;

/** The papers of a session that were shown, as they are now. @throws ManiculeError */
export async function shownRows(session: Session): Promise<Row[]> {
  const ids: readonly PaperId[] = session.ids.slice(0, session.seen);
  const rows: Row[] = [];
  for (let at = 0; at < ids.length; at += CHUNK) {
    rows.push(...(await getRows(ids.slice(at, at + CHUNK))).rows);
  }
  return rows;
}
