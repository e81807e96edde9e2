/** Papers with their marks, as lists show them. */
import type { Mark } from '../core/mark.ts';
import type { Paper, PaperId, Sighting } from '../core/paper.ts';
import { isTrashed } from '../core/trash.ts';
import { inTransaction, type Tx } from './db.ts';
import { readEach, readMany, readNearly, readSightings } from './reads.ts';
import { isMark, isPaper, plainMark } from './records.ts';
import type { AliasRecord } from './schema.ts';
import { idsOfView, type View } from './views.ts';

/** A stored paper and what the reader decided about it. */
export interface Row {
  paper: Paper;
  mark?: Mark;
  /** The paper lies in the trash: what was decided about it is not told. */
  trashed?: true;
}

export interface Rows {
  /** In the order asked for; ids that nothing is known of are left out. */
  rows: Row[];
  /** Ids whose paper or mark could not be read. */
  corrupt: PaperId[];
}

/** id asked for → id to read: itself or, where it is an alias, the paper's own. */
async function followAliases(
  tx: Tx,
  ids: readonly PaperId[],
  papers: Map<PaperId, unknown>,
): Promise<Map<PaperId, PaperId>> {
  const missing = ids.filter((id) => !papers.has(id));
  const aliases = await readMany(tx, 'aliases', missing);
  return new Map(ids.map((id) => [id, (aliases.get(id) as AliasRecord | undefined)?.id ?? id]));
}

/** From here on neighbours are read together. */
const MANY = 200;

const NONE: ReadonlyMap<PaperId, unknown> = new Map();

async function readRows(
  tx: Tx,
  ids: readonly PaperId[],
  known: ReadonlyMap<PaperId, unknown> = NONE,
): Promise<Rows> {
  const unknown = known.size > 0 ? ids.filter((id) => !known.has(id)) : ids;
  // together: nearly every id asked for is a paper's own, and each round trip counts before a first paint
  const [papers, marks] = await Promise.all(
    ids.length < MANY
      ? [readEach(tx, 'papers', ids), readMany(tx, 'marks', unknown)]
      : [readNearly(tx, 'papers', ids), readNearly(tx, 'marks', unknown)],
  );
  const target = await followAliases(tx, ids, papers);
  const others = [...new Set(target.values())].filter((id) => !papers.has(id));
  const [more, theirs] = await Promise.all([
    readMany(tx, 'papers', others),
    readMany(
      tx,
      'marks',
      others.filter((id) => !marks.has(id) && !known.has(id)),
    ),
  ]);
  const rows: Row[] = [];
  const corrupt: PaperId[] = [];
  for (const id of ids) {
    const at = target.get(id) ?? id;
    const paper = papers.get(at) ?? more.get(at);
    const mark = known.get(at) ?? marks.get(at) ?? theirs.get(at);
    if (paper === undefined) continue;
    if (!isPaper(paper)) {
      corrupt.push(id);
      continue;
    }
    if (mark !== undefined && !isMark(mark)) corrupt.push(id);
    if (!isMark(mark)) rows.push({ paper });
    else rows.push(isTrashed(mark) ? { paper, trashed: true } : { paper, mark: plainMark(mark) });
  }
  return { rows, corrupt };
}

/**
 * The papers of `ids` in that order, aliases followed; what cannot be read is left out and named.
 * @param known marks that were just read (see `keyedMarks`)
 * @throws ManiculeError
 */
export function getRows(ids: readonly PaperId[], known?: ReadonlyMap<PaperId, unknown>): Promise<Rows> {
  return inTransaction(['papers', 'aliases', 'marks'], 'readonly', (tx) =>
    readRows(tx as unknown as Tx, ids, known),
  );
}

/**
 * The first `limit` ids of a view, newest first, with the rows of the first `filled`: what a list's first paint needs,
 * in one transaction. @throws ManiculeError
 */
export function firstOfView(
  view: View,
  limit: number,
  filled: number,
): Promise<{ ids: PaperId[]; asked: PaperId[]; rows: Rows }> {
  return inTransaction(['papers', 'aliases', 'marks'], 'readonly', async (tx) => {
    const ids = await idsOfView(tx as unknown as Tx, view, limit);
    const asked = ids.slice(0, filled);
    return { ids, asked, rows: await readRows(tx as unknown as Tx, asked) };
  });
}

/** When and where a paper was met, oldest first. @throws ManiculeError */
export function sightingsOf(id: PaperId): Promise<Sighting[]> {
  return inTransaction(['papers', 'aliases', 'sightings'], 'readonly', async (tx) => {
    const known = await tx.objectStore('papers').getKey(id);
    const at = known ?? (await tx.objectStore('aliases').get(id))?.id ?? id;
    const found = await readSightings(tx as unknown as Tx, at);
    return found.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  });
}
