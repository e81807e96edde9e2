/** Facets of what was found: counted over small columns, no paper is loaded. */

import {
  type Choices,
  choiceOrder,
  type Filter,
  GROUPS,
  type Group,
  isFiltering,
  WIDENS,
} from '../core/filter.ts';
import { STATUSES, type Status } from '../core/mark.ts';
import { STATUS_SHIFT } from './search-doc.ts';
import type { SearchTable } from './search-table.ts';

/** Most values of one group that are told, beside those that are chosen; of collections all. */
const MOST = 300;

/** Groups whose values stand in the table by number. */
const LISTED = ['collections', 'topics', 'tags', 'sites', 'venues', 'rules'] as const;
const COLUMNS = ['status', 'year'] as const;
/** Of these, groups of which one chosen value is enough. */
const WIDENING = ['venues', 'collections'] as const;

const statusName = (flags: number): string => STATUSES[((flags >> STATUS_SHIFT) & 3) - 1] ?? 'none';
const statusNumber = (name: string): number => STATUSES.indexOf(name as Status) + 1;

/** Whether a paper meets what is chosen in one group. */
function testOf(
  table: SearchTable,
  filter: Filter,
  group: Group,
  shown: Int32Array,
): ((doc: number) => boolean) | undefined {
  const chosen = filter[group];
  if (chosen.length === 0) return undefined;
  if (group === 'status') {
    const wanted = new Set(chosen.map(statusNumber));
    return (doc) => wanted.has(((table.flags[doc] as number) >> STATUS_SHIFT) & 3);
  }
  if (group === 'year') {
    const wanted = new Set(chosen.map(Number));
    return (doc) => wanted.has(table.year[doc] as number);
  }
  /** For each value the bit of the choice it is shown as. */
  const bits = new Uint32Array(table.values.length);
  const any = WIDENS[group];
  const most = any ? chosen.length : 31;
  const numbers = chosen.slice(0, most).map((value) => table.valueNumber(`${group}\t${value}`));
  const places = new Map(numbers.map((number, place) => [number, place]));
  shown.forEach((as, n) => {
    const place = as < 0 ? undefined : places.get(as);
    if (place !== undefined) bits[n] = any ? 1 : 1 << place;
  });
  const all = 2 ** numbers.length - 1;
  const { valueAt, valueIds } = table;
  return (doc) => {
    let met = 0;
    const end = valueAt[doc + 1] as number;
    for (let at = valueAt[doc] as number; at < end; at++) met |= bits[valueIds[at] as number] as number;
    return any ? met !== 0 : met === all;
  };
}

/** For each value the number of the one it is shown and counted as; −1: not at all. */
function shownValues(
  table: SearchTable,
  showTopic: (id: string) => string | undefined = (id) => id,
): Int32Array {
  return Int32Array.from(table.values, (value, n) => {
    if (!value.startsWith('topics\t')) return n;
    const id = value.slice('topics\t'.length);
    const as = showTopic(id);
    return as === undefined ? -1 : as === id ? n : table.numberOf(`topics\t${as}`);
  });
}

const testsOf = (table: SearchTable, filter: Filter, shown: Int32Array) =>
  GROUPS.flatMap((group) => {
    const test = testOf(table, filter, group, shown);
    return test ? [{ group, test }] : [];
  });

/** The papers of `docs` that meet the filter. */
export function narrow(
  table: SearchTable,
  docs: Uint32Array,
  filter: Filter,
  showTopic?: (id: string) => string | undefined,
): Uint32Array {
  if (!isFiltering(filter)) return docs;
  const tests = testsOf(table, filter, shownValues(table, showTopic));
  return docs.filter((doc) => tests.every(({ test }) => test(doc)));
}

/** For every group each value with the number of papers that would be shown by it, given all other choices. */
export function choicesAmong(
  table: SearchTable,
  docs: Uint32Array,
  filter: Filter,
  showTopic?: (id: string) => string | undefined,
): Choices {
  const shown = shownValues(table, showTopic);
  const tests = testsOf(table, filter, shown);
  const values = new Uint32Array(table.values.length);
  /** The paper that a value was counted for last: merged topics count once. */
  const counted = new Int32Array(table.values.length).fill(-1);
  const years = new Map<number, number>();
  const statuses = new Uint32Array(4);
  /** The group of a value, where choices in it widen; 0: they do not. */
  const widened = new Uint8Array(table.values.length);
  table.values.forEach((value, n) => {
    widened[n] = WIDENING.findIndex((group) => value.startsWith(`${group}\t`)) + 1;
  });
  const { valueAt, valueIds } = table;
  for (const doc of docs) {
    let failed: Group | undefined;
    let fails = 0;
    for (const { group, test } of tests) {
      if (test(doc)) continue;
      failed = group;
      if (++fails > 1) break;
    }
    if (fails > 1) continue;
    if (failed && !WIDENS[failed]) continue;
    if (!failed || failed === 'status') {
      const status = ((table.flags[doc] as number) >> STATUS_SHIFT) & 3;
      (statuses[status] as number)++;
    }
    const year = table.year[doc] as number;
    if (year > 0 && (!failed || failed === 'year')) years.set(year, (years.get(year) ?? 0) + 1);
    const only = failed ? WIDENING.indexOf(failed as 'venues') + 1 : 0;
    if (failed && only === 0) continue;
    const end = valueAt[doc + 1] as number;
    for (let at = valueAt[doc] as number; at < end; at++) {
      const value = shown[valueIds[at] as number] as number;
      if (value < 0 || counted[value] === doc || (failed && widened[value] !== only)) continue;
      counted[value] = doc;
      (values[value] as number)++;
    }
  }
  return choicesOf(table, filter, values, years, statuses);
}

function choicesOf(
  table: SearchTable,
  filter: Filter,
  values: Uint32Array,
  years: ReadonlyMap<number, number>,
  statuses: Uint32Array,
): Choices {
  const counts = Object.fromEntries(
    [...LISTED, ...COLUMNS].map((group) => [group, new Map<string, number>()]),
  ) as Record<Group, Map<string, number>>;
  table.values.forEach((value, n) => {
    const tab = value.indexOf('\t');
    const group = value.slice(0, tab) as Group;
    if ((values[n] as number) > 0) counts[group].set(value.slice(tab + 1), values[n] as number);
  });
  for (const [year, n] of years) counts.year.set(String(year), n);
  for (const [status, n] of statuses.entries())
    if (n > 0) counts.status.set(statusName(status << STATUS_SHIFT), n);
  const out = {} as Choices;
  for (const group of GROUPS) {
    for (const value of filter[group]) if (!counts[group].has(value)) counts[group].set(value, 0);
    out[group] = [...counts[group]]
      .map(([value, n]) => ({ value, count: n, chosen: filter[group].includes(value) }))
      .sort(choiceOrder(group))
      .filter(({ chosen }, place) => place < MOST || chosen || group === 'collections');
  }
  return out;
}
