/**
 * Settings of two machines, merged: every setting carries the time it was last changed, so that restoring backups in any
 * order ends in the same settings (a last-writer-wins map, as marks are).
 */
import { canonical } from './canonical.ts';
import { COMPOSED, isComposed, mergeElements } from './setting-elements.ts';
import { DEFAULT_SETTINGS, OWN_SETTINGS, portable, readSettings, type Settings } from './settings.ts';

/**
 * Setting, or element of one (see setting-elements.ts) → ISO time of its last change here; missing: never changed, or
 * before times were kept.
 */
export type SettingTimes = Record<string, string>;

export interface TimedSettings {
  settings: Settings;
  changed: SettingTimes;
}

const KEYS = Object.keys(DEFAULT_SETTINGS) as (keyof Settings)[];
const OWN: readonly string[] = OWN_SETTINGS;

/** Times kept of removed elements, before the list is taken for broken. */
const MOST_TIMES = 5_000;

const isKey = (key: string): boolean =>
  KEYS.some((known) => known === key) || COMPOSED.some((setting) => key.startsWith(`${setting}|`));

/** Times as stored or as a file has them; what is none is left out. */
export function readTimes(stored: unknown): SettingTimes {
  if (typeof stored !== 'object' || stored === null) return {};
  const found = Object.entries(stored).flatMap(([key, time]): [string, string][] => {
    const ms = isKey(key) && typeof time === 'string' ? Date.parse(time) : Number.NaN;
    return Number.isNaN(ms) ? [] : [[key, new Date(ms).toISOString()]];
  });
  return Object.fromEntries(found.slice(0, MOST_TIMES));
}

/** The record of a backup: what may leave this browser, with its times. */
export function settingRecord({ settings, changed }: TimedSettings): object {
  const times = Object.entries(changed).filter(([key]) => !OWN.includes(key));
  return { ...portable(settings), changed: Object.fromEntries(times) };
}

/** Whether `theirs` wins: changed later; of two without order, what somebody chose over what nobody did. */
function wins(key: keyof Settings, theirs: unknown, theirAt: string, mine: unknown, myAt: string): boolean {
  const [one, other] = [canonical(theirs), canonical(mine)];
  if (one === other) return theirAt > myAt;
  if (theirAt !== myAt) return theirAt > myAt;
  const usual = canonical(DEFAULT_SETTINGS[key]);
  return one === usual || other === usual ? other === usual : one > other;
}

/**
 * `mine` with what the record of a backup says later. What the record leaves out, what is broken in it, and what belongs
 * to this browser alone stays as it is.
 */
export function mergeSettings(mine: TimedSettings, record: unknown): TimedSettings {
  if (typeof record !== 'object' || record === null) return mine;
  const theirs = readSettings({ ...mine.settings, ...record });
  const times = readTimes((record as Record<string, unknown>)['changed']);
  const given = KEYS.filter((key) => Object.hasOwn(record, key) && !OWN.includes(key));
  const taken = given.filter(
    (key) =>
      !isComposed(key) &&
      wins(key, theirs[key], times[key] ?? '', mine.settings[key], mine.changed[key] ?? ''),
  );
  const whole: TimedSettings = {
    settings: { ...mine.settings, ...Object.fromEntries(taken.map((key) => [key, theirs[key]])) },
    changed: readTimes({ ...mine.changed, ...Object.fromEntries(taken.map((key) => [key, times[key]])) }),
  };
  return given
    .filter(isComposed)
    .reduce<TimedSettings>(
      (merged, setting) => mergeElements(setting, merged, { settings: theirs, changed: times }),
      whole,
    );
}
