/** The views that are indexes of the marks, and how their newest keys are asked for. */

export type View = 'saved' | 'flagged' | 'dismissed' | 'less' | 'corrected' | 'marked' | 'all';

export const INDEX = {
  saved: 'savedAt',
  flagged: 'flaggedAt',
  dismissed: 'dismissedAt',
  less: 'lessAt',
  corrected: 'correctedAt',
  marked: 'listedAt',
} as const;

/** Keys from the end in one request: in browsers that have `getAllRecords` too (Chrome 141); others take no options. */
export const fromEnd = (): boolean =>
  typeof IDBIndex !== 'undefined' && 'getAllRecords' in IDBIndex.prototype;
