/** What a transaction knows of one record that it may change. */
import type { Mark } from '../core/mark.ts';
import { isMark, plainMark } from './records.ts';

/** A record as the store held it and as it shall hold it; undefined: nothing. */
export interface Slot<T> {
  before: T | undefined;
  now: T | undefined;
  /** The store was asked and holds nothing. */
  absent?: boolean;
  /** The store holds something of the wrong shape. */
  corrupt?: boolean;
  /** What the store holds goes, whatever its shape. */
  removed?: boolean;
}

export const empty = <T>(): Slot<T> => ({ before: undefined, now: undefined });

/** @param mark what the store holds */
export function markSlot(mark: unknown): Slot<Mark> {
  if (mark !== undefined && !isMark(mark)) return { ...empty<Mark>(), corrupt: true };
  const plain = mark && plainMark(mark);
  return { before: plain, now: plain, absent: mark === undefined };
}
