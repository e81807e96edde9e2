/**
 * What the reader decided and the worker has not answered yet, on top of what the worker said. Answers may overtake one
 * another: one that was asked for before a decision was stored knows nothing of it, whenever it comes.
 */
import { BY_HAND, type MarkChange } from '../core/mark.ts';
import type { EntryState } from '../core/messages.ts';

export interface Decided {
  /** The worker's last word. */
  told?: EntryState;
  /** What is shown: that word, and every decision on its way. */
  state?: EntryState;
  /** Decisions on their way to the worker, oldest first. */
  underway?: readonly MarkChange[];
  /** When the worker last answered a decision, in turns of asking. */
  answered?: number;
}

/** What of a state the reader's decisions in the page make: tags and notes are written elsewhere. */
const MADE = ['saved', 'savedAt', 'flagged', 'reasons', 'dismissed', 'less', 'status', 'topics'];

/** The state as it will be once the worker has stored `change`: drawn before it has. */
export function foresee(state: EntryState, change: MarkChange): EntryState {
  const out = { ...state };
  if (change.saved !== undefined) {
    out.saved = change.saved;
    if (change.saved) {
      out.dismissed = false;
      out.savedAt = new Date().toISOString();
    }
  }
  if (change.dismissed !== undefined) {
    out.dismissed = change.dismissed;
    if (change.dismissed) out.saved = false;
  }
  if (change.flagged !== undefined) {
    out.flagged = change.flagged;
    out.reasons = change.flagged ? (change.reasons ?? [BY_HAND]) : [];
  }
  if (change.less) out.less = true;
  else if (change.less === false) delete out.less;
  if (change.topics) out.topics = out.topics.filter(({ id }) => change.topics?.[id] !== false);
  return out;
}

function show(row: Decided): void {
  if (row.told) row.state = (row.underway ?? []).reduce(foresee, row.told);
}

/** Shows a decision from now on. */
export function begin(row: Decided, change: MarkChange): void {
  row.underway = [...(row.underway ?? []), change];
  show(row);
}

/** A decision is on its way no more. @param answered the turn of the answer, where it was stored */
export function end(row: Decided, change: MarkChange, answered?: number): void {
  row.underway = (row.underway ?? []).filter((one) => one !== change);
  if (answered) row.answered = answered;
  show(row);
}

/** Takes over the worker's word, asked for in turn `asked`. */
export function tell(row: Decided, state: EntryState, asked: number): void {
  const { told } = row;
  if (!told) {
    row.told = state;
    show(row);
    return;
  }
  // a later answer does not repeat what other listings told
  const { abstract, authors, pdf } = told;
  const next = {
    ...(abstract ? { abstract } : {}),
    ...(authors ? { authors } : {}),
    ...(pdf ? { pdf } : {}),
    ...state,
  };
  if (asked < (row.answered ?? 0)) {
    for (const key of MADE as 'topics'[]) {
      if (told[key] === undefined) delete (next as Partial<EntryState>)[key];
      else next[key] = told[key];
    }
  }
  row.told = next;
  show(row);
}
