/**
 * Settings that hold many things the reader made (names of topics, kept searches), taken apart: each has a time of its
 * own, so that what was made on two machines is there on both afterwards, and what was removed stays removed.
 */
import { canonical } from './canonical.ts';
import { timeAfter } from './mark.ts';
import type { Settings } from './settings.ts';

export const COMPOSED = ['topicChoices', 'savedSearches'] as const;
export type Composed = (typeof COMPOSED)[number];
export const isComposed = (key: string): key is Composed => COMPOSED.some((one) => one === key);

/** Under what the time of one element is kept: `savedSearches|Monday`. */
export const elementKey = (setting: Composed, name: string): string => `${setting}|${name}`;

type Elements = Map<string, unknown>;
const nameOf = (search: unknown): string => {
  const name = (search as { name?: unknown } | null)?.name;
  return typeof name === 'string' ? name : '';
};

/** The elements of a setting by name; kept searches without a name are none. */
export function elementsOf(setting: Composed, settings: Settings): Elements {
  if (setting === 'topicChoices') return new Map(Object.entries(settings.topicChoices));
  return new Map(settings.savedSearches.flatMap((one) => (nameOf(one) ? [[nameOf(one), one]] : [])));
}

/** `settings` with these elements; kept searches in the order they were kept in, as the library shows them. */
function withElements(
  settings: Settings,
  setting: Composed,
  elements: Elements,
  timeOf: (name: string) => string,
) {
  if (setting === 'topicChoices')
    return { ...settings, topicChoices: Object.fromEntries(elements) as Settings['topicChoices'] };
  const rank = (name: string) => `${timeOf(name)} ${name}`;
  const sorted = [...elements].sort(([a], [b]) => (rank(a) < rank(b) ? -1 : 1));
  return { ...settings, savedSearches: sorted.map(([, search]) => search) };
}

export type Times = Readonly<Record<string, string>>;

/**
 * Element → time of its change, for every element that one state has and the other has not, or otherwise.
 * @param known times of their last changes: every change is later
 */
export function elementTimes(
  before: Settings,
  after: Settings,
  now: string,
  known: Times,
): Record<string, string> {
  const out: Record<string, string> = {};
  for (const setting of COMPOSED) {
    const [old, fresh] = [elementsOf(setting, before), elementsOf(setting, after)];
    for (const name of new Set([...old.keys(), ...fresh.keys()])) {
      if (canonical(old.get(name)) !== canonical(fresh.get(name))) {
        const key = elementKey(setting, name);
        out[key] = timeAfter(known[key], now);
      }
    }
  }
  return out;
}

interface Sides {
  settings: Settings;
  changed: Times;
}

/** Whether `b` wins over `a`: later; of two at once what is there over what is not, then the greater. */
function wins(b: unknown, bAt: string, a: unknown, aAt: string): boolean {
  if (bAt !== aAt) return bAt > aAt;
  if ((a === undefined) !== (b === undefined)) return a === undefined;
  return canonical(b) > canonical(a);
}

/** Merges the elements of one setting; an element that one side lacks and never removed is taken from the other. */
export function mergeElements(setting: Composed, mine: Sides, theirs: Sides): Sides {
  const [own, other] = [elementsOf(setting, mine.settings), elementsOf(setting, theirs.settings)];
  const prefix = elementKey(setting, '');
  const named = (times: Times) =>
    Object.keys(times).flatMap((key) => (key.startsWith(prefix) ? [key.slice(prefix.length)] : []));
  const names = new Set([...own.keys(), ...other.keys(), ...named(mine.changed), ...named(theirs.changed)]);
  const merged: Elements = new Map(own);
  const changed: Record<string, string> = { ...mine.changed };
  let taken = false;
  for (const name of names) {
    const key = elementKey(setting, name);
    const [aAt, bAt] = [mine.changed[key] ?? '', theirs.changed[key] ?? ''];
    const [a, b] = [own.get(name), other.get(name)];
    if (!wins(b, bAt, a, aAt)) continue;
    taken = true;
    if (bAt !== '') changed[key] = bAt;
    if (b === undefined) merged.delete(name);
    else merged.set(name, b);
  }
  if (!taken) return { settings: mine.settings, changed };
  const timeOf = (name: string) => changed[elementKey(setting, name)] ?? '';
  return { settings: withElements(mine.settings, setting, merged, timeOf), changed };
}
