/** Facets: what a marked paper can be narrowed by, and how many papers each choice would leave. Pure. */
import { type Choices, choiceOrder, type Filter, GROUPS, type Group, WIDENS } from '../../core/filter.ts';
import type { Status } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';

export {
  type Choice,
  type Choices,
  type Filter,
  GROUPS,
  type Group,
  isFiltering,
  NO_FILTER,
} from '../../core/filter.ts';

/** The fields of one paper that filters look at. */
export interface Facts {
  topics: readonly string[];
  tags: readonly string[];
  status: Status | null;
  sites: readonly string[];
  /** 0: unknown. */
  year: number;
  venues?: readonly string[];
  /** Ids of collections. */
  collections?: readonly string[];
  /** What watch rules flagged it for. */
  rules?: readonly string[];
}

/** The values of a paper in one group; papers without status count as "none". */
export function valuesOf(facts: Facts, group: Group): readonly string[] {
  if (group === 'status') return [facts.status ?? 'none'];
  if (group === 'year') return facts.year > 0 ? [String(facts.year)] : [];
  return facts[group] ?? [];
}

/** Whether a paper meets every group's choice, `except` one group. */
export function meets(facts: Facts, filter: Filter, except?: Group): boolean {
  return GROUPS.every((group) => {
    const chosen = filter[group];
    if (group === except || chosen.length === 0) return true;
    const values = valuesOf(facts, group);
    return WIDENS[group]
      ? chosen.some((value) => values.includes(value))
      : chosen.every((value) => values.includes(value));
  });
}

/** Takes a choice in or out. */
export function choose(filter: Filter, group: Group, value: string): Filter {
  const chosen = filter[group];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...filter, [group]: next };
}

/**
 * Every value there is among `ids` with the number of papers that would be shown by it, given all other choices.
 * Most frequent first, years newest first; a chosen value is always listed.
 */
export function choices(
  ids: readonly PaperId[],
  factsOf: (id: PaperId) => Facts | undefined,
  filter: Filter,
): Choices {
  const counts = Object.fromEntries(GROUPS.map((group) => [group, new Map<string, number>()])) as Record<
    Group,
    Map<string, number>
  >;
  for (const id of ids) {
    const facts = factsOf(id);
    if (!facts) continue;
    for (const group of GROUPS) {
      if (!meets(facts, filter, WIDENS[group] ? group : undefined)) continue;
      for (const value of valuesOf(facts, group))
        counts[group].set(value, (counts[group].get(value) ?? 0) + 1);
    }
  }
  const out = {} as Choices;
  for (const group of GROUPS) {
    for (const value of filter[group]) if (!counts[group].has(value)) counts[group].set(value, 0);
    out[group] = [...counts[group]]
      .map(([value, count]) => ({ value, count, chosen: filter[group].includes(value) }))
      .sort(choiceOrder(group));
  }
  return out;
}
