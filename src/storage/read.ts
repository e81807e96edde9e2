/**
 * What lists and counters read, and how they hear of changes: a page's first paint needs this much of the database's
 * code and no more. Everything here is also in `index.ts`, which brings the rest.
 */
export { lastBackup, readBackupPlace } from './backup-place.ts';
export { onChanges } from './changes.ts';
export { closeDb, openDb } from './db.ts';
export type { Wanted } from './first-read.ts';
export { firstOfView, getRows, type Row, type Rows, sightingsOf } from './rows.ts';
export type { Counts } from './schema.ts';
export { allTags, citeKeys, counts, listIds, type TagCount, type View } from './views.ts';
