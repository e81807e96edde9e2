/** Settings in a backup: what taking them over would change, in words. */
import { portable, readSettings, type Settings } from '../../core/settings.ts';

/** What a setting is called on this page. */
const NAMES: Partial<Record<keyof Settings, string>> = {
  inPage: 'marks in pages',
  keyboard: 'keys',
  pageBar: 'page bar',
  hideDismissed: 'hide dismissed entries',
  highlightWords: 'highlight watched words',
  retentionDays: 'retention',
  sitesOff: 'sites',
  density: 'density of rows',
};

export interface SettingChanges {
  /** What differs and has a name; window places and the like are taken over silently. */
  names: string[];
  /** The settings to store. */
  settings: Settings;
}

/** Compares the settings of a backup with the present ones; undefined when it has none or they are the same. */
export function settingChanges(records: readonly unknown[], now: Settings): SettingChanges | undefined {
  const record = records.at(-1);
  if (record === undefined) return undefined;
  // what the backup leaves out stays as it is now, not as it is by default
  const read = readSettings({ ...now, ...(record as object) });
  // what another server may be asked is this browser's own matter, whatever a file says
  const settings = { ...now, ...portable(read) };
  const differs = (Object.keys(now) as (keyof Settings)[]).filter(
    (key) => JSON.stringify(settings[key]) !== JSON.stringify(now[key]),
  );
  if (differs.length === 0) return undefined;
  return { names: differs.flatMap((key) => NAMES[key] ?? []), settings };
}
