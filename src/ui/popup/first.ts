/** What of its list the popup shows first, by where it was left: its script asks for it before its code is there. */
import type { Wanted } from '../../storage/first-read.ts';
import type { Visit } from './last-visit.ts';

export const ROW = 90;
export const ROW_DENSE = 54;
/** Height of the list before it is measured, in px. */
export const GUESS = 410;

/** Rows in view, with one on either side. */
export const ROWS = Math.ceil(GUESS / ROW) + 3;
/** Ids at the top of a list. */
const IDS = 20;

/** As many ids as are seen, and their rows: all ids are read after the first paint. */
export const firstOf = ({ tab, scroll }: Visit): Wanted => ({
  view: tab === 'flagged' ? 'flagged' : 'saved',
  limit: Math.ceil(scroll / ROW_DENSE) + IDS,
  from: Math.max(0, Math.floor(scroll / ROW) - 1),
  filled: ROWS,
});
