/** A topic of the reader's own that was learned from papers, as it is kept with the settings. */
export interface LearnedTopic {
  /** Term ids with their weights, the heaviest first. */
  terms: [number, number][];
  /** Of each term, as the papers write it. */
  names: string[];
  /** Sum of weights from which a paper is proposed. */
  from: number;
}

/** Terms kept of one topic, and the longest name of one. */
export const MOST_TERMS = 120;
const NAME = 90;

const isPositive = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value > 0;

/** What was learned, from settings that may be broken; undefined where nothing can be made of it. */
export function readLearnedTopic(stored: unknown): LearnedTopic | undefined {
  const { terms, names, from } = (stored ?? {}) as Partial<Record<keyof LearnedTopic, unknown>>;
  if (!Array.isArray(terms) || !Array.isArray(names) || !isPositive(from)) return undefined;
  const kept = terms.slice(0, MOST_TERMS).flatMap((term: unknown, at): [[number, number], string][] => {
    const name: unknown = names[at];
    if (!Array.isArray(term) || typeof name !== 'string') return [];
    const [id, weight] = term as unknown[];
    return Number.isInteger(id) && isPositive(weight) ? [[[id as number, weight], name.slice(0, NAME)]] : [];
  });
  if (kept.length === 0) return undefined;
  return { terms: kept.map(([term]) => term), names: kept.map(([, name]) => name), from };
}

/** The topic without one of its terms; undefined where none would be left. */
export function withoutTerm({ terms, names, from }: LearnedTopic, name: string): LearnedTopic | undefined {
  const keep = names.map((one) => one !== name);
  const left = terms.filter((_, at) => keep[at]);
  return left.length === 0 ? undefined : { terms: left, names: names.filter((one) => one !== name), from };
}
