/** What a list of papers can be narrowed by, and how many papers each choice would leave. */

export const GROUPS = [
  'collections',
  'topics',
  'tags',
  'status',
  'sites',
  'venues',
  'year',
  'rules',
] as const;
export type Group = (typeof GROUPS)[number];

/** What is chosen in each group; empty: no restriction. */
export type Filter = Readonly<Record<Group, readonly string[]>>;
export const NO_FILTER: Filter = {
  collections: [],
  topics: [],
  tags: [],
  status: [],
  sites: [],
  venues: [],
  year: [],
  rules: [],
};

/**
 * A paper has one status, venue and year, so choices there widen; topics, tags, sites and rules narrow. Several collections
 * are chosen only as one with what is in it, so they widen too.
 */
export const WIDENS: Readonly<Record<Group, boolean>> = {
  collections: true,
  topics: false,
  tags: false,
  status: true,
  sites: false,
  venues: true,
  year: true,
  rules: false,
};

export interface Choice {
  value: string;
  count: number;
  chosen: boolean;
}

/** Most frequent first, years newest first; a chosen value is always listed. */
export type Choices = Record<Group, Choice[]>;

/** Whether anything is chosen. */
export const isFiltering = (filter: Filter): boolean => GROUPS.some((group) => filter[group].length > 0);

/** The order of a group's choices. */
export const choiceOrder =
  (group: Group) =>
  (a: Choice, b: Choice): number =>
    group === 'year' ? b.value.localeCompare(a.value) : b.count - a.count || a.value.localeCompare(b.value);
