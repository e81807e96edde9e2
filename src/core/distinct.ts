/** What the reader said of two papers that look alike: that they are not the same. */
import { justAfter, type Mark } from './mark.ts';
import type { Paper, PaperId } from './paper.ts';

/** A paper, and what was decided about it. */
export interface Decided {
  paper: Pick<Paper, 'id' | 'aliases'>;
  mark?: Mark;
}

const says = (mark: Mark | undefined, { paper }: Decided): boolean => {
  const said = new Map(Object.entries(mark?.distinct ?? {}));
  return said.size > 0 && [paper.id, ...paper.aliases].some((id) => said.get(id)?.value === true);
};

/** Whether the reader said so, of either, under whatever id the other had then. */
export const saidDistinct = (a: Decided, b: Decided): boolean => says(a.mark, b) || says(b.mark, a);

/**
 * Whether the reader said so of a record met by `ids`, or of one of those that are taken for it, and of another one.
 * @param pairs of ids that are known to be two papers, beside what marks say
 */
export function areTwo(
  ids: ReadonlySet<PaperId>,
  taken: readonly Decided[],
  other: Decided,
  pairs: readonly [PaperId, PaperId][],
): boolean {
  const theirs = new Set([other.paper.id, ...other.paper.aliases]);
  return (
    [...taken, { paper: { id: '', aliases: [...ids] } }].some((one) => saidDistinct(one, other)) ||
    pairs.some(([a, b]) => (ids.has(a) && theirs.has(b)) || (ids.has(b) && theirs.has(a)))
  );
}

/** Pairs of ids that a mark says are two papers. */
export const pairsApart = ({ id, distinct }: Pick<Mark, 'id' | 'distinct'>): [PaperId, PaperId][] =>
  Object.entries(distinct ?? {}).flatMap(([other, said]): [PaperId, PaperId][] =>
    said?.value === true ? [[id, other]] : [],
  );

/** The changes that say so, or take it back: kept with both, so that losing one record loses nothing. */
export const distinctChanges = (a: PaperId, b: PaperId, value = true) => [
  { id: a, change: { distinct: { [b]: value } } },
  { id: b, change: { distinct: { [a]: value } } },
];

/** The mark of a paper made of two that were said to be two: that is taken back, or meeting either would part them again. */
export function notItself(mark: Mark, { id, aliases }: Decided['paper']): Mark {
  const own = new Set([id, ...aliases]);
  const said = Object.entries(mark.distinct ?? {}).filter(([other, { value }]) => value && own.has(other));
  if (said.length === 0) return mark;
  const back = said.map(([other, { at }]) => [other, { value: false, at: justAfter(at) }] as const);
  return { ...mark, distinct: { ...mark.distinct, ...Object.fromEntries(back) } };
}
