/** Every pair of stored papers that may be one, worked out beside the page in short stretches between which searches are answered. */
import { saidDistinct } from '../../core/distinct.ts';
import { isDismissed } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { type Terms, termsOf } from '../../core/terms.ts';
import { DuplicateSearch, mayBeOne } from '../../ranking/index.ts';
import { breathe, counts, getRows, type Row, scanPapers } from '../../storage/index.ts';
import type { MaybeOne } from './search-messages.ts';

/** Longest stretch, in ms. */
const TURN = 10;
/** Pairs whose records are read at once. */
const PAIRS = 50;
/** More are not worth a reader's evening. */
const MOST = 300;

class Breaths {
  #began = performance.now();
  readonly #signal: AbortSignal | undefined;

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
  }

  /** @throws the signal's reason where it is aborted */
  async take(): Promise<void> {
    this.#signal?.throwIfAborted();
    if (performance.now() - this.#began < TURN) return;
    await breathe();
    this.#began = performance.now();
  }
}

const isMine = ({ mark }: Row): boolean => mark !== undefined && !isDismissed(mark);

async function compared(pairs: readonly [PaperId, PaperId][], breaths: Breaths): Promise<MaybeOne[]> {
  const { rows } = await getRows([...new Set(pairs.flat())]);
  const byId = new Map(rows.map((row) => [row.paper.id, row]));
  const known = new Map<PaperId, Terms>();
  const whole = async ({ paper: { id, title, abstract, authors } }: Row) => {
    const terms = known.get(id) ?? termsOf(title, abstract);
    known.set(id, terms);
    await breaths.take();
    return { id, title, authors, terms };
  };
  const out: MaybeOne[] = [];
  for (const [a, b] of pairs) {
    const [one, other] = [byId.get(a), byId.get(b)];
    if (!one || !other || one.trashed || other.trashed || saidDistinct(one, other)) continue;
    const found = mayBeOne(await whole(one), await whole(other));
    if (found) out.push({ a, b, ...found, mine: isMine(one) || isMine(other) });
  }
  return out;
}

/**
 * Pairs of all stored papers that may be one and of which the reader said nothing: those of the library first, then the
 * most alike. At most 300.
 * @param onProgress papers looked at, of how many.
 * @throws ManiculeError, or the signal's reason
 */
export async function allDuplicates(
  onProgress: (done: number, total: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<MaybeOne[]> {
  const { papers: total } = await counts();
  const breaths = new Breaths(signal);
  const search = new DuplicateSearch();
  const ids: PaperId[] = [];
  await scanPapers(async (papers) => {
    for (const { id, title, abstract, authors } of papers) {
      search.add({ title, authors, terms: termsOf(title, abstract) });
      ids.push(id);
      await breaths.take();
    }
    onProgress(ids.length, Math.max(total, ids.length));
  });
  const out: MaybeOne[] = [];
  let pairs: [PaperId, PaperId][] = [];
  for (const pair of search.pairs()) {
    await breaths.take();
    if (!pair) continue;
    pairs.push([ids[pair[0]] as PaperId, ids[pair[1]] as PaperId]);
    if (pairs.length < PAIRS) continue;
    out.push(...(await compared(pairs, breaths)));
    pairs = [];
  }
  out.push(...(await compared(pairs, breaths)));
  return out
    .sort((x, y) => Number(y.mine) - Number(x.mine) || y.likeness - x.likeness || (x.a < y.a ? -1 : 1))
    .slice(0, MOST);
}
