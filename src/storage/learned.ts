/** What the ranker keeps: the terms of papers it learned from, computed once, and the model itself. All of it can be made anew. */
import { knownTerms } from '../core/known-terms.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { TERMS_VERSION, type Terms, termsOf } from '../core/terms.ts';
import { breathe, inTransaction } from './db.ts';

/** Terms of many papers in four arrays: two thousand papers are read in one go. */
export interface KeptTerms {
  version: number;
  papers: PaperId[];
  /** Of each paper: length of the text its terms were made of; another length, other terms. */
  lengths: Uint32Array;
  /** Of each paper: where its terms end in `ids` and `counts`. */
  ends: Uint32Array;
  ids: Uint32Array;
  counts: Uint8Array;
}

type Text = Pick<Paper, 'id' | 'title' | 'abstract'>;
const lengthOf = ({ title, abstract }: Text): number => title.length * 65_536 + (abstract?.length ?? 0);

const usable = (kept: unknown): kept is KeptTerms => {
  const terms = kept as Partial<KeptTerms> | undefined;
  return (
    terms?.version === TERMS_VERSION &&
    Array.isArray(terms.papers) &&
    terms.lengths instanceof Uint32Array &&
    terms.ends instanceof Uint32Array &&
    terms.ids instanceof Uint32Array &&
    terms.counts instanceof Uint8Array
  );
};

/** The terms of `papers` that `kept` has; those of another version or of another text are left out. */
export function termsKept(kept: unknown, papers: readonly Text[]): Map<PaperId, Terms> {
  const out = new Map<PaperId, Terms>();
  if (!usable(kept)) return out;
  const wanted = new Map(papers.map((paper) => [paper.id, lengthOf(paper) >>> 0]));
  kept.papers.forEach((id, at) => {
    if (wanted.get(id) !== kept.lengths[at]) return;
    const [from, to] = [at === 0 ? 0 : kept.ends[at - 1], kept.ends[at]];
    out.set(id, { ids: kept.ids.slice(from, to), counts: kept.counts.slice(from, to) });
  });
  return out;
}

/** Packs terms for keeping. */
export function packTerms(papers: readonly Text[], terms: ReadonlyMap<PaperId, Terms>): KeptTerms {
  const all = papers.map((paper) => terms.get(paper.id) ?? termsOf(paper.title, paper.abstract));
  let end = 0;
  const ends = Uint32Array.from(all, (one) => {
    end += one.ids.length;
    return end;
  });
  const ids = new Uint32Array(end);
  const counts = new Uint8Array(end);
  all.forEach((one, at) => {
    const from = at === 0 ? 0 : (ends[at - 1] as number);
    ids.set(one.ids, from);
    counts.set(one.counts, from);
  });
  return {
    version: TERMS_VERSION,
    papers: papers.map((paper) => paper.id),
    lengths: Uint32Array.from(papers, lengthOf),
    ends,
    ids,
    counts,
  };
}

/** Papers whose terms are made in one go: some 10 ms. */
const AT_ONCE = 100;

/** Terms of each of `papers` in their order: kept ones, and the others computed. What was computed is kept. @throws ManiculeError */
export async function termsFor(papers: readonly Text[]): Promise<Terms[]> {
  const kept = await inTransaction(['meta'], 'readonly', (tx) => tx.objectStore('meta').get('terms'));
  const known = termsKept(kept, papers);
  const fresh = papers.filter((paper) => !known.has(paper.id));
  for (let at = 0; at < fresh.length; at++) {
    const { id, title, abstract } = fresh[at] as Text;
    known.set(id, knownTerms({ id, title, abstract }));
    if (at % AT_ONCE === AT_ONCE - 1) await breathe();
  }
  if (fresh.length > 0) {
    const packed = packTerms(papers, known);
    await inTransaction(['meta'], 'readwrite', (tx) => tx.objectStore('meta').put(packed, 'terms'));
  }
  return papers.map((paper) => known.get(paper.id) as Terms);
}

/** The model as it was kept, not checked; undefined where there is none. @throws ManiculeError */
export const readModel = (): Promise<unknown> =>
  inTransaction(['meta'], 'readonly', (tx) => tx.objectStore('meta').get('model'));

/** A text that changes with every decision that relevance is learned from; '': none was made. @throws ManiculeError */
export const decidedStamp = (): Promise<string> =>
  inTransaction(
    ['meta'],
    'readonly',
    async (tx) => ((await tx.objectStore('meta').get('decided')) as string | undefined) ?? '',
  );

/** What was learned from corrections of topics, as it was kept, not checked. @throws ManiculeError */
export const readKeptAdjustments = (): Promise<unknown> =>
  inTransaction(['meta'], 'readonly', (tx) => tx.objectStore('meta').get('adjustments'));

/** Keeps it, in place of what was kept before. @throws ManiculeError */
export async function keepAdjustments(adjustments: object): Promise<void> {
  await inTransaction(['meta'], 'readwrite', (tx) => tx.objectStore('meta').put(adjustments, 'adjustments'));
}

/** Keeps the model, in place of any other. @throws ManiculeError */
export async function keepModel(model: object): Promise<void> {
  await inTransaction(['meta'], 'readwrite', (tx) => tx.objectStore('meta').put(model, 'model'));
}
