/** What of its list the popup shows first, by where it was left: its script asks for it before its code is there. */
import type { Wanted } from '../../storage/first-read.ts';
import type { Visit } from './last-visit.ts';

const ROW = 90;
const ROW_DENSE = 54;
/** Height of the list before it is measured, in px. */
export const GUESS = 410;

export const rowHeight = (dense: boolean): number => (dense ? ROW_DENSE : ROW);

/** Rows in view, with one on either side. */
export const rowsSeen = (dense: boolean): number => Math.ceil(GUESS / rowHeight(dense)) + 3;
/** Ids at the top of a list. */
const IDS = 20;

/** As many ids as are seen, and their rows: all ids are read after the first paint. */
export const firstOf = ({ tab, scroll, dense }: Visit): Wanted => ({
  view: tab === 'flagged' ? 'flagged' : 'saved',
  limit: Math.ceil(scroll / ROW_DENSE) + IDS,
  from: Math.max(0, Math.floor(scroll / rowHeight(dense)) - 1),
  filled: rowsSeen(dense),
});
