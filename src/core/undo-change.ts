/** What takes a step of the reader back. */
import {
  isDismissed,
  isFlagged,
  isLess,
  isSaved,
  type Mark,
  type MarkChange,
  noteOf,
  statusOf,
} from './mark.ts';
import { isDeleted, isTrashed } from './trash.ts';

/** The change that takes `mark` back to what it was before: what `u` sends. */
export function undoOf(before: Mark | undefined, change: MarkChange): MarkChange {
  const undo: MarkChange = {};
  if (change.trashed !== undefined || isDeleted(before)) undo.trashed = isTrashed(before);
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
  if (change.collections) {
    undo.collections = {};
    for (const id of Object.keys(change.collections))
      undo.collections[id] = before?.collections?.[id]?.value ?? false;
  }
  if (change.places) {
    undo.places = {};
    for (const list of Object.keys(change.places)) undo.places[list] = before?.places?.[list]?.value ?? '';
  }
  if (change.less !== undefined) undo.less = isLess(before);
  if (change.distinct) {
    undo.distinct = {};
    for (const id of Object.keys(change.distinct)) undo.distinct[id] = before?.distinct?.[id]?.value ?? false;
  }
  if (change.priority !== undefined) undo.priority = before?.priority?.value ?? null;
  return undo;
}
