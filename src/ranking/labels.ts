/** Topics, categories and authors: how much more often a label is on saved papers than on all that were met. */
import { type Features, LABEL_GROUPS, type LabelGroup } from './features.ts';

/** Not an object: an author may be called "constructor". */
export type Weights = ReadonlyMap<string, number>;

/** How strongly what was met counts beside what was saved, in papers. */
const PRIOR = 3;

/** The log of how much more often each label stands on `liked`, times the share of them that carry it; above 0 only. */
export function labelWeights(
  group: LabelGroup,
  liked: readonly Features[],
  importance: readonly number[],
  met: readonly Features[],
): Weights {
  const all = new Map<string, number>();
  for (const one of met) for (const label of new Set(one[group])) all.set(label, (all.get(label) ?? 0) + 1);
  const mine = new Map<string, number>();
  let total = 0;
  liked.forEach((one, at) => {
    total += importance[at] as number;
    for (const label of new Set(one[group]))
      mine.set(label, (mine.get(label) ?? 0) + (importance[at] as number));
  });
  const out = new Map<string, number>();
  for (const [label, count] of mine) {
    const usual = ((all.get(label) ?? 0) + 0.5) / (met.length + 1);
    const here = (count + PRIOR * usual) / (total + PRIOR);
    const weight = Math.log(here / usual) * (count / total);
    if (weight > 0) out.set(label, weight);
  }
  return out;
}

/** Authors are few and rare, so what is usual tells nothing: one saved paper of theirs counts, a second counts again. */
export function authorWeights(liked: readonly Features[]): Weights {
  const out = new Map<string, number>();
  for (const { authors } of liked) {
    for (const key of new Set(authors)) out.set(key, Math.min(2, (out.get(key) ?? 0) + 1));
  }
  return out;
}

/** Sum of the weights of one paper's labels. */
export function labelSum(weights: Weights, labels: readonly string[]): number {
  let sum = 0;
  for (const label of labels) sum += weights.get(label) ?? 0;
  return sum;
}

/** Every group's weights times its factor. */
export function scaled(
  weights: Record<LabelGroup, Weights>,
  factors: Record<LabelGroup, number>,
): Record<LabelGroup, Weights> {
  const out = {} as Record<LabelGroup, Weights>;
  for (const group of LABEL_GROUPS) {
    out[group] = new Map([...weights[group]].map(([label, weight]) => [label, weight * factors[group]]));
  }
  return out;
}
