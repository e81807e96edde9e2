/**
 * The one place where these pages meet storage: what they read and write, and nothing else of it. What lists read comes
 * with the page; writing and search are loaded when first needed, which `warm` brings forward to after the first paint.
 */
import type * as Storage from '../../storage/index.ts';
import { tellSaved } from './lookups.ts';

export type { Changed } from '../../storage/index.ts';
export {
  allTags,
  citeKeys,
  counts,
  firstOfView,
  getRows,
  lastBackup,
  listIds,
  onChanges,
  type Row,
  type Rows,
  readBackupPlace,
  sightingsOf,
  type Wanted,
} from '../../storage/read.ts';

const whole = (): Promise<typeof Storage> => import('../../storage/index.ts');

/** Loads what the first change or search would wait for. */
export async function warm(): Promise<void> {
  await whole();
}

export const changeMarks: typeof Storage.changeMarks = async (...given) => {
  const changed = await (await whole()).changeMarks(...given);
  void tellSaved(changed);
  return changed;
};

export const listTrash: typeof Storage.listTrash = async () => (await whole()).listTrash();
export const countTrash: typeof Storage.countTrash = async () => (await whole()).countTrash();
export const purge: typeof Storage.purge = async (...given) => (await whole()).purge(...given);

export const listCollections: typeof Storage.listCollections = async () => (await whole()).listCollections();
export const changeCollections: typeof Storage.changeCollections = async (...given) =>
  (await whole()).changeCollections(...given);
export const listByHand: typeof Storage.listByHand = async (list) => (await whole()).listByHand(list);
export const listReading: typeof Storage.listReading = async () => (await whole()).listReading();
export const placesAtEnd: typeof Storage.placesAtEnd = async (...given) =>
  (await whole()).placesAtEnd(...given);
export const planMove: typeof Storage.planMove = async (move) => (await whole()).planMove(move);

export const noteBackup: typeof Storage.noteBackup = async (now) => (await whole()).noteBackup(now);

export const inZotero: typeof Storage.inZotero = async (ids) => (await whole()).inZotero(ids);

export const makeOne: typeof Storage.makeOne = async (...given) => (await whole()).makeOne(...given);
export const takeApart: typeof Storage.takeApart = async (at) => (await whole()).takeApart(at);
export const listJoined: typeof Storage.listJoined = async () => (await whole()).listJoined();

export const setCiteKeys: typeof Storage.setCiteKeys = async (...given) =>
  (await whole()).setCiteKeys(...given);

export async function* readAll(): ReturnType<typeof Storage.readAll> {
  yield* (await whole()).readAll();
}
