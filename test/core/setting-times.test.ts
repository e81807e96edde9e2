import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeSettings, settingRecord, type TimedSettings } from '../../src/core/setting-times.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const NEW: TimedSettings = { settings: DEFAULT_SETTINGS, changed: {} };

/** A machine on which some settings were changed, some before times were kept. */
const machine: fc.Arbitrary<TimedSettings> = fc
  .tuple(
    fc.record({
      keyboard: fc.boolean(),
      retentionDays: fc.constantFrom(365, 30, 90),
      sitesOff: fc.constantFrom<string[]>([], ['arxiv'], ['arxiv', 'acl']),
      openAlexKey: fc.constantFrom('', 'mine'),
      savedSearches: fc.uniqueArray(
        fc.record({ name: fc.constantFrom('a', 'b', 'c'), typed: fc.constantFrom('x', 'y') }),
        { selector: ({ name }) => name, maxLength: 3 },
      ),
      topicChoices: fc.dictionary(
        fc.constantFrom('nlp', 'rl'),
        fc.record({ name: fc.constantFrom('N', 'R') }),
        {
          maxKeys: 2,
        },
      ),
    }),
    fc.dictionary(
      fc.constantFrom(
        'keyboard',
        'retentionDays',
        'sitesOff',
        'openAlexKey',
        'savedSearches|a',
        'savedSearches|b',
        'topicChoices|nlp',
      ),
      fc.nat({ max: 2 }).map(at),
    ),
  )
  .map(([settings, changed]) => ({ settings: { ...DEFAULT_SETTINGS, ...settings }, changed }));

describe('settings of several machines', () => {
  it('end the same whichever is restored first, and again', () => {
    fc.assert(
      fc.property(machine, machine, machine, (a, b, c) => {
        const all = [a, b, c].map(settingRecord);
        const merged = all.reduce<TimedSettings>((mine, record) => mergeSettings(mine, record), NEW);
        const backwards = [...all]
          .reverse()
          .reduce<TimedSettings>((mine, record) => mergeSettings(mine, record), NEW);
        expect(backwards).toEqual(merged);
        expect(mergeSettings(merged, all[1])).toEqual(merged);
        expect(
          mergeSettings(
            mergeSettings(NEW, all[0]),
            settingRecord(mergeSettings(mergeSettings(NEW, all[1]), all[2])),
          ),
        ).toEqual(merged);
      }),
      { numRuns: 500 },
    );
  });

  it('keep what was changed here later, and what belongs to this browser', () => {
    const mine = { settings: { ...DEFAULT_SETTINGS, retentionDays: 30 }, changed: { retentionDays: at(5) } };
    const record = {
      retentionDays: 90,
      keyboard: false,
      openAlexKey: 'theirs',
      density: 'odd',
      changed: { retentionDays: at(4), keyboard: 'yesterday' },
    };
    expect(mergeSettings(mine, record)).toEqual({
      settings: { ...mine.settings, keyboard: false },
      changed: mine.changed,
    });
    expect(mergeSettings(mine, { ...record, changed: { retentionDays: at(6) } }).settings.retentionDays).toBe(
      90,
    );
    expect(mergeSettings(mine, undefined)).toBe(mine);
  });

  it('bring together what was made on each, and leave out what was removed later', () => {
    const search = (name: string, typed = name) => ({ name, typed });
    const mine: TimedSettings = {
      settings: {
        ...DEFAULT_SETTINGS,
        savedSearches: [search('old'), search('mine')],
        topicChoices: { nlp: { hidden: true } },
      },
      changed: { 'savedSearches|old': at(1), 'savedSearches|mine': at(5), 'topicChoices|nlp': at(1) },
    };
    const theirs: TimedSettings = {
      settings: {
        ...DEFAULT_SETTINGS,
        savedSearches: [search('theirs'), search('mine', 'before')],
        topicChoices: { nlp: { name: 'Language' }, rl: { colour: 'red' } } as never,
      },
      changed: {
        'savedSearches|old': at(2), // removed
        'savedSearches|theirs': at(3),
        'savedSearches|mine': at(4),
        'topicChoices|nlp': at(2),
      },
    };
    const merged = mergeSettings(mine, settingRecord(theirs));
    expect(merged.settings.savedSearches).toEqual([search('theirs'), search('mine')]);
    expect(merged.settings.topicChoices).toMatchObject({ nlp: { name: 'Language' } });
    expect(mergeSettings(theirs, settingRecord(mine)).settings).toEqual(merged.settings);
    // an older copy does not bring it back
    expect(mergeSettings(merged, settingRecord(mine)).settings).toEqual(merged.settings);
  });

  it('hand out nothing of this browser’s own', () => {
    const settings = { ...DEFAULT_SETTINGS, keyboard: false, openAlexKey: 'mine' };
    const changed = { inPage: at(0), keyboard: at(1), openAlexKey: at(1) };
    const record = settingRecord({ settings, changed });
    expect(record).toMatchObject({ keyboard: false, changed: { inPage: at(0), keyboard: at(1) } });
    expect(JSON.stringify(record)).not.toMatch(/mine|openAlex/);
  });
});
