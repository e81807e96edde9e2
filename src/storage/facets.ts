/** How many papers of a list have each topic, tag, status, site and year: from small fields, no paper is loaded. */
import type { SearchRecord } from './schema.ts';

export interface Facet {
  value: string;
  count: number;
}

/** The most frequent first; years newest first. */
export interface Facets {
  topics: Facet[];
  tags: Facet[];
  status: Facet[];
  sites: Facet[];
  years: Facet[];
}

class Tally {
  readonly #counts = new Map<string, number>();

  add(value: string): void {
    this.#counts.set(value, (this.#counts.get(value) ?? 0) + 1);
  }

  facets(order: (a: Facet, b: Facet) => number = byCount): Facet[] {
    return [...this.#counts].map(([value, count]) => ({ value, count })).sort(order);
  }
}

const byCount = (a: Facet, b: Facet): number => b.count - a.count || (a.value < b.value ? -1 : 1);
const newestFirst = (a: Facet, b: Facet): number => Number(b.value) - Number(a.value);

/** Counts over `records`. Papers without status or year are in none of these. */
export function facetsOf(records: Iterable<SearchRecord>): Facets {
  const [topics, tags, status, sites, years] = [
    new Tally(),
    new Tally(),
    new Tally(),
    new Tally(),
    new Tally(),
  ];
  for (const record of records) {
    for (const topic of record.topics) topics.add(topic);
    for (const label of record.labels) tags.add(label);
    for (const site of record.sites) sites.add(site);
    if (record.status) status.add(record.status);
    if (record.year) years.add(String(record.year));
  }
  return {
    topics: topics.facets(),
    tags: tags.facets(),
    status: status.facets(),
    sites: sites.facets(),
    years: years.facets(newestFirst),
  };
}
