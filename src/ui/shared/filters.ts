/** Facets: what papers can be narrowed by, and what was chosen of it. Pure. */
import type { Filter, Group } from '../../core/filter.ts';

export {
  type Choice,
  type Choices,
  type Filter,
  GROUPS,
  type Group,
  isFiltering,
  NO_FILTER,
} from '../../core/filter.ts';

/** Takes a choice in or out. */
export function choose(filter: Filter, group: Group, value: string): Filter {
  const chosen = filter[group];
  const next = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
  return { ...filter, [group]: next };
}
