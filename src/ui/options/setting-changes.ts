/** Settings in a backup: what taking them over would change, in words. */
import { canonical } from '../../core/canonical.ts';
import { type MessageKey, say } from '../../core/say.ts';
import { mergeSettings, type TimedSettings } from '../../core/setting-times.ts';
import type { Settings } from '../../core/settings.ts';

/** What a setting is called on this page. */
const NAMES: Partial<Record<keyof Settings, MessageKey>> = {
  inPage: 'optionsSettingInPage',
  keyboard: 'optionsSettingKeyboard',
  pageBar: 'optionsSettingPageBar',
  hideDismissed: 'optionsSettingHideDismissed',
  highlightWords: 'optionsSettingHighlightWords',
  retentionDays: 'optionsSettingRetention',
  sitesOff: 'optionsSettingSites',
  density: 'optionsSettingDensity',
  topicChoices: 'optionsSettingTopics',
  relevance: 'optionsSettingRelevance',
  corrections: 'optionsSettingCorrections',
  savedSearches: 'optionsSettingSearches',
};

export interface SettingChanges {
  /** What differs and has a name; window places and the like are taken over silently. */
  names: string[];
  /** What to store, and what was stored when this was worked out. */
  after: TimedSettings;
  before: TimedSettings;
}

/** Merges the settings of a backup into the present ones; undefined when it has none or nothing differs. */
export function settingChanges(records: readonly unknown[], now: TimedSettings): SettingChanges | undefined {
  const after = records.reduce<TimedSettings>((mine, record) => mergeSettings(mine, record), now);
  const differs = (Object.keys(now.settings) as (keyof Settings)[]).filter(
    (key) => canonical(after.settings[key]) !== canonical(now.settings[key]),
  );
  if (differs.length === 0) return undefined;
  const names = differs.flatMap((key) => {
    const name = NAMES[key];
    return name ? say(name) : [];
  });
  return { names, after, before: now };
}

/** `now` with what a restore changed put back, where nobody changed it since. */
export function settingsBack(
  { before, after }: Pick<SettingChanges, 'before' | 'after'>,
  now: TimedSettings,
): TimedSettings {
  const back = (Object.keys(now.settings) as (keyof Settings)[]).filter(
    (key) =>
      canonical(now.settings[key]) === canonical(after.settings[key]) &&
      now.changed[key] === after.changed[key],
  );
  const { settings, changed } = structuredClone(now);
  const times = Object.keys({ ...before.changed, ...after.changed });
  for (const key of back) {
    Object.assign(settings, { [key]: before.settings[key] });
    // its own time, and those of its elements
    for (const one of times.filter((time) => time === key || time.startsWith(`${key}|`))) {
      if (now.changed[one] !== after.changed[one]) continue;
      delete changed[one];
      const time = before.changed[one];
      if (time !== undefined) changed[one] = time;
    }
  }
  return { settings, changed };
}
