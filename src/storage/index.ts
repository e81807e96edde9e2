/** The database: everything outside this folder comes in here, but restores and imports, which go through restoring.ts. */
export { readAll } from './backup.ts';
export { changeBackupPlace, lastBackup, noteBackup, readBackupPlace } from './backup-place.ts';
export type {
  BackupRecord,
  Conflict,
  Job,
  JobSource,
  RestoreCounts,
  RestoreItem,
  RestoreKind,
  RestoreParts,
} from './backup-types.ts';
export { announce, onChanges } from './changes.ts';
export { type ChangedCollection, changeCollections, listCollections } from './collections.ts';
export { breathe, closeDb, openDb } from './db.ts';
export { type Enriched, enrichPapers, type Told } from './enrich.ts';
export type { Wanted } from './first-read.ts';
export { listByHand, listReading, type Move, placesAtEnd, planMove } from './hand-lists.ts';
export { currentJob, undoableJob, undoableRestore } from './job-state.ts';
export {
  decidedStamp,
  keepAdjustments,
  keepModel,
  readKeptAdjustments,
  readModel,
  termsFor,
} from './learned.ts';
export { exclusively } from './lock.ts';
export { addLog, clearLog, MAX_LOG, readLog } from './log.ts';
export {
  countLookups,
  dropLookups,
  dueLookups,
  forgetAnswers,
  keepAnswers,
  nextDue,
  noteSource,
  type Order,
  queueLookups,
  readAnswers,
  type SourceStates,
  settleLookups,
  sourceStates,
} from './lookups.ts';
export { sweep, sweepIfDue } from './maintenance.ts';
export { type Changed, changeMarks, type MarkStep, setCiteKeys } from './marks.ts';
export { type Joined, listJoined, makeOne, takeApart } from './one-paper.ts';
export { type Synced, type SyncTools, syncEntries } from './papers.ts';
export { type Retagged, type RetagOptions, retag, retagProgress } from './retag.ts';
export { firstOfView, getKeyedRows, getRows, type Row, type Rows, sightingsOf } from './rows.ts';
export { type RuleFlag, setRuleFlags, takeBackRuleFlags } from './rule-flags.ts';
export { deleteRule, listRules, putRule, scanPapers } from './rules.ts';
export type { Counts, LookupRecord, SiteStatus, SourceState } from './schema.ts';
export { loadIndex, SearchIndex } from './search.ts';
export type { Alike } from './search-alike.ts';
export { type Found, SEARCH_VIEWS, type SearchOptions, type SearchView, type Sought } from './search-run.ts';
export type { Suggestion } from './search-suggest.ts';
export { updateSearch } from './search-update.ts';
export { noteSite, siteStatus } from './site-status.ts';
export { countTrash, listTrash, purge, sweepTrash, sweepTrashIfDue, type TrashedPaper } from './trash.ts';
export {
  allTags,
  citeKeys,
  counts,
  idsTagged,
  type Keyed,
  keyedMarks,
  keysBeside,
  listIds,
  recount,
  type TagCount,
  type View,
} from './views.ts';
export {
  dropZotero,
  dueZotero,
  giveZotero,
  inZotero,
  keepZoteroItems,
  listZotero,
  nextZotero,
  noteZotero,
  putZotero,
  sweepZoteroItems,
  type ZoteroWish,
  zoteroOrders,
  zoteroState,
} from './zotero.ts';
