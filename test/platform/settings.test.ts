import { expect, it, vi } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { loadSettings } from '../../src/platform/settings.ts';
import { loadTimedSettings, saveSettings, saveTimedSettings } from '../../src/platform/timed-settings.ts';
import { storedSettings } from './stored-settings.ts';

const stored = storedSettings();

it('settings that differ carry the time of their change, the others keep theirs', async () => {
  expect(await loadTimedSettings()).toEqual({ settings: DEFAULT_SETTINGS, changed: {} });
  const saved = await saveSettings({ keyboard: false, density: 'comfortable', sitesOff: [] });
  expect(saved).toEqual({ ...DEFAULT_SETTINGS, keyboard: false });
  vi.setSystemTime(new Date('2026-03-18T09:00:00.000Z'));
  await saveSettings({ sitesOff: ['arxiv'], keyboard: false });
  expect(await loadTimedSettings()).toEqual({
    settings: { ...DEFAULT_SETTINGS, keyboard: false, sitesOff: ['arxiv'] },
    changed: { keyboard: '2026-03-17T09:00:00.000Z', sitesOff: '2026-03-18T09:00:00.000Z' },
  });
  expect(await loadSettings()).toMatchObject({ keyboard: false, sitesOff: ['arxiv'] });
});

it('what was stored before times were kept is read, and replaced as a whole on a restore', async () => {
  stored['settings'] = { version: 1, keyboard: false, changed: 'odd' };
  expect(await loadTimedSettings()).toEqual({
    settings: { ...DEFAULT_SETTINGS, keyboard: false },
    changed: {},
  });
  const changed = { keyboard: '2026-01-01T00:00:00.000Z' };
  await saveTimedSettings({ settings: DEFAULT_SETTINGS, changed });
  expect(stored['settings']).toEqual({ version: 1, ...DEFAULT_SETTINGS, changed });
});

it('kept searches and choices of topics carry a time each, removed ones too', async () => {
  const search = (name: string) => ({ name, typed: name, view: 'all', filter: {} });
  await saveSettings({ savedSearches: [search('a'), search('b')], topicChoices: { nlp: { hidden: true } } });
  vi.setSystemTime(new Date('2026-03-18T09:00:00.000Z'));
  await saveSettings({ savedSearches: [search('b')] });
  expect((await loadTimedSettings()).changed).toMatchObject({
    'savedSearches|a': '2026-03-18T09:00:00.000Z',
    'savedSearches|b': '2026-03-17T09:00:00.000Z',
    'topicChoices|nlp': '2026-03-17T09:00:00.000Z',
  });
});

it('changes made at once are all stored, with their times', async () => {
  const search = (name: string) => ({ name, typed: name, view: 'all', filter: {} });
  await Promise.all([
    saveSettings({ keyboard: false }),
    saveSettings({ savedSearches: [search('a')] }),
    saveSettings({ density: 'compact' }),
  ]);
  const at = '2026-03-17T09:00:00.000Z';
  expect(await loadTimedSettings()).toMatchObject({
    settings: { keyboard: false, density: 'compact', savedSearches: [search('a')] },
    changed: { keyboard: at, density: at, 'savedSearches|a': at },
  });
});

it('what was changed last by a clock that is ahead is changed later than that, removed searches too', async () => {
  const search = { name: 'a', typed: 'a', view: 'all', filter: {} };
  const ahead = '2026-03-17T10:00:00.000Z';
  await saveTimedSettings({
    settings: { ...DEFAULT_SETTINGS, keyboard: false, savedSearches: [search] },
    changed: { keyboard: ahead, 'savedSearches|a': ahead },
  });
  await saveSettings({ keyboard: true, savedSearches: [], density: 'compact' });
  expect((await loadTimedSettings()).changed).toMatchObject({
    keyboard: '2026-03-17T10:00:00.001Z',
    'savedSearches|a': '2026-03-17T10:00:00.001Z',
    density: '2026-03-17T09:00:00.000Z',
  });
});
