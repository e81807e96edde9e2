/**
 * Finds the topics of stored papers anew where they were found by another version of the tagger, or by other topics of
 * the reader's own. In chunks, each in a transaction that also keeps how far it came: stopped anywhere, it goes on there.
 */
import type { Paper, PaperId } from '../core/paper.ts';
import type { Job } from './backup-types.ts';
import { announce, noticeOf } from './changes.ts';
import { breathe, inTransaction } from './db.ts';
import { applyWrites, type Write } from './flush.ts';
import { isPaper } from './records.ts';
import type { Tagger } from './restore-papers.ts';

/** Papers read at once, and written in one transaction. */
const CHUNK = 100;
/** Papers tagged without letting anything else run. */
const AT_ONCE = 10;

/** How far it came. */
export interface Retagged {
  /** The tagger's version. */
  version: number;
  /** Papers up to this id are done; undefined: all are. */
  after?: PaperId;
  /** Papers looked at. */
  done: number;
  /** The restore or import, and where it stood, when this began: later ones bring papers of any version. */
  job?: string;
}

export interface RetagOptions {
  signal?: AbortSignal;
  /** Told after each chunk: papers looked at, of how many. */
  onProgress?: (done: number, total: number) => void;
}

/** The last restore or import and how far it has come; undefined: none. */
const currentJobKey = (): Promise<string | undefined> =>
  inTransaction(['meta'], 'readonly', async (tx) => {
    const job = (await tx.objectStore('meta').get('job')) as Job | undefined;
    return job && `${job.id} ${job.state}`;
  });

/** How far it came, of how many papers; undefined where it never began. @throws ManiculeError */
export const retagProgress = (): Promise<(Retagged & { total: number }) | undefined> =>
  inTransaction(['meta'], 'readonly', async (tx) => {
    const meta = tx.objectStore('meta');
    const [state, counts] = await Promise.all([meta.get('retagged'), meta.get('counts')]);
    if (!state) return undefined;
    return { ...(state as Retagged), total: (counts as { papers: number } | undefined)?.papers ?? 0 };
  });

const readChunk = (after: PaperId): Promise<unknown[]> =>
  inTransaction(['papers'], 'readonly', (tx) =>
    tx.objectStore('papers').getAll(IDBKeyRange.lowerBound(after, true), CHUNK),
  );

/** New topics by paper, for those that were tagged by another version. */
async function tagged(papers: readonly Paper[], tagger: Tagger): Promise<Map<PaperId, Paper>> {
  const out = new Map<PaperId, Paper>();
  for (const paper of papers) {
    if (paper.topicsVersion === tagger.topicsVersion) continue;
    out.set(paper.id, { ...paper, topics: tagger.tag(paper), topicsVersion: tagger.topicsVersion });
    if (out.size % AT_ONCE === 0) await breathe();
  }
  return out;
}

/** Whether what was tagged is what is stored still; if not, whoever stored it anew tagged it or will. */
const sameText = (a: Paper, b: Paper): boolean =>
  a.title === b.title && a.abstract === b.abstract && a.topicsVersion === b.topicsVersion;

async function writeChunk(
  read: ReadonlyMap<PaperId, Paper>,
  found: ReadonlyMap<PaperId, Paper>,
  state: Retagged,
): Promise<PaperId[]> {
  return inTransaction(['papers', 'stale', 'meta'], 'readwrite', async (tx) => {
    const store = tx.objectStore('papers');
    const ids = [...found.keys()];
    const now = (await Promise.all(ids.map((id) => store.get(id)))) as unknown[];
    const writes = ids.flatMap((id, at): Write[] => {
      const [stored, before, after] = [now[at], read.get(id), found.get(id)];
      if (!isPaper(stored) || !before || !after || !sameText(stored, before)) return [];
      const { topics, topicsVersion } = after;
      return [{ store: 'papers', key: id, value: { ...stored, topics, topicsVersion } }];
    });
    await applyWrites(tx as never, writes);
    await tx.objectStore('meta').put(state, 'retagged');
    return writes.map(({ key }) => String(key));
  });
}

/**
 * Tags every stored paper that another version tagged. Goes on where the same version was stopped before; nothing is done
 * where it had ended, unless papers were restored or imported since.
 * @returns how many papers got their topics anew.
 * @throws ManiculeError; what is done until then stays. The signal's reason where it is aborted.
 */
export async function retag(tagger: Tagger, { signal, onProgress }: RetagOptions = {}): Promise<number> {
  const version = tagger.topicsVersion;
  const [before, job] = await Promise.all([retagProgress(), currentJobKey()]);
  const goesOn = before?.version === version && before.job === job;
  if (goesOn && before.after === undefined) return 0;
  let { after, done } = goesOn ? before : { after: '' as PaperId, done: 0 };
  let count = 0;
  while (after !== undefined) {
    signal?.throwIfAborted();
    const records = await readChunk(after);
    const papers = records.filter(isPaper);
    const found = await tagged(papers, tagger);
    done += records.length;
    const last = records.at(-1) as { id: PaperId } | undefined;
    after = records.length === CHUNK ? last?.id : undefined;
    const state: Retagged = {
      ...{ version, done },
      ...(after === undefined ? {} : { after }),
      ...(job === undefined ? {} : { job }),
    };
    const written = await writeChunk(new Map(papers.map((paper) => [paper.id, paper])), found, state);
    count += written.length;
    const notice = noticeOf(written, 'papers');
    if (notice) announce(notice);
    onProgress?.(done, before?.total ?? done);
    await breathe();
  }
  return count;
}
