/** Papers with their marks, as lists show them. */
import type { Mark } from '../core/mark.ts';
import type { Paper, PaperId, Sighting } from '../core/paper.ts';
import { isTrashed } from '../core/trash.ts';
import { inTransaction, type Tx } from './db.ts';
import { takeFirst, type Wanted } from './first-read.ts';
import { VERSION } from './migrations.ts';
import { readEach, readMany, readNearly, readSightings } from './reads.ts';
import { isMark, isPaper, plainMark } from './records.ts';
import type { AliasRecord } from './schema.ts';
import { idsOfView, type Keyed } from './views.ts';

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
  papers: ReadonlyMap<PaperId, unknown>,
): Promise<Map<PaperId, PaperId>> {
  const missing = ids.filter((id) => !papers.has(id));
  const aliases = await readMany(tx, 'aliases', missing);
  return new Map(ids.map((id) => [id, (aliases.get(id) as AliasRecord | undefined)?.id ?? id]));
}

/** From here on neighbours are read together. */
const MANY = 200;

const readMarks = (tx: Tx, ids: readonly PaperId[]) =>
  (ids.length < MANY ? readMany : readNearly)(tx, 'marks', ids);

/** Stored papers, and which of them each id asked for stands for. */
interface Papers {
  papers: ReadonlyMap<PaperId, unknown>;
  target: ReadonlyMap<PaperId, PaperId>;
}

/** @param met called with ids of papers that were asked for under other names */
async function readPapers(
  tx: Tx,
  ids: readonly PaperId[],
  met: (others: readonly PaperId[]) => Promise<void>,
): Promise<Papers> {
  const papers = await (ids.length < MANY ? readEach : readNearly)(tx, 'papers', ids);
  const target = await followAliases(tx, ids, papers);
  const others = [...new Set(target.values())].filter((id) => !papers.has(id));
  const [more] = await Promise.all([readMany(tx, 'papers', others), met(others)]);
  for (const [id, paper] of more) papers.set(id, paper);
  return { papers, target };
}

/** Rows of papers and marks as they are stored. */
function joined(ids: readonly PaperId[], { papers, target }: Papers, markOf: (id: PaperId) => unknown): Rows {
  const rows: Row[] = [];
  const corrupt: PaperId[] = [];
  for (const id of ids) {
    const at = target.get(id) ?? id;
    const paper = papers.get(at);
    const mark = markOf(at);
    if (paper === undefined) continue;
    if (!isPaper(paper)) {
      corrupt.push(id);
      continue;
    }
    if (mark === undefined) rows.push({ paper });
    else if (!isMark(mark)) {
      corrupt.push(id);
      rows.push({ paper });
    } else rows.push(isTrashed(mark) ? { paper, trashed: true } : { paper, mark: plainMark(mark) });
  }
  return { rows, corrupt };
}

async function readRows(tx: Tx, ids: readonly PaperId[]): Promise<Rows> {
  const theirs = new Map<PaperId, unknown>();
  // together: nearly every id asked for is a paper's own, and each round trip counts before a first paint
  const [marks, papers] = await Promise.all([
    readMarks(tx, ids),
    readPapers(tx, ids, async (others) => {
      for (const [id, mark] of await readMany(tx, 'marks', others)) theirs.set(id, mark);
    }),
  ]);
  return joined(ids, papers, (id) => marks.get(id) ?? theirs.get(id));
}

/** The papers of `ids` in that order, aliases followed; what cannot be read is left out and named. @throws ManiculeError */
export const getRows = (ids: readonly PaperId[]): Promise<Rows> =>
  inTransaction(['papers', 'aliases', 'marks'], 'readonly', (tx) => readRows(tx as unknown as Tx, ids));

/**
 * The same with marks that are just being read by `keyedMarks`: papers do not wait for them.
 * @throws ManiculeError
 */
export async function getKeyedRows(ids: readonly PaperId[], keyed: Promise<Keyed>): Promise<Rows> {
  const reading = inTransaction(['papers', 'aliases'], 'readonly', (tx) =>
    readPapers(tx as unknown as Tx, ids, async () => undefined),
  );
  const [papers, { marks, whole }] = await Promise.all([reading, keyed]);
  const rest = whole ? [] : [...new Set(papers.target.values())].filter((id) => !marks.has(id));
  const more =
    rest.length > 0
      ? await inTransaction(['marks'], 'readonly', (tx) => readMarks(tx as unknown as Tx, rest))
      : undefined;
  return joined(ids, papers, (id) => marks.get(id) ?? more?.get(id));
}

/** What a list's first paint needs. */
export interface FirstRows {
  ids: PaperId[];
  /** Those of `ids` that are in `rows`. */
  asked: PaperId[];
  rows: Rows;
}

/** Every paper by its own id. */
const OWN: ReadonlyMap<PaperId, PaperId> = new Map();

/** What the page's first script read, where that is all of it. */
async function readEarly(wanted: Wanted): Promise<FirstRows | undefined> {
  const found = await takeFirst(wanted, VERSION);
  if (!found) return undefined;
  const { ids, papers, marks } = found;
  const asked = ids.slice(wanted.from, wanted.from + wanted.filled);
  if (!asked.every((id) => papers.has(id))) return undefined; // some are aliases
  return { ids, asked, rows: joined(asked, { papers, target: OWN }, (id) => marks.get(id)) };
}

/** Part of a view, in one transaction; see first-read.ts, which may have begun it. @throws ManiculeError */
export async function firstOfView(wanted: Wanted): Promise<FirstRows> {
  const { view, limit, from, filled } = wanted;
  const early = await readEarly(wanted);
  if (early) return early;
  return inTransaction(['papers', 'aliases', 'marks'], 'readonly', async (tx) => {
    const ids = await idsOfView(tx as unknown as Tx, view, limit);
    const asked = ids.slice(from, from + filled);
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
