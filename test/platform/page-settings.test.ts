import { expect, it } from 'vitest';
import { DEFAULT_PAGE_SETTINGS, readPageSettings } from '../../src/core/page-settings.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { loadPageSettings, savePageSettings } from '../../src/platform/page-settings.ts';
import { loadTimedSettings } from '../../src/platform/timed-settings.ts';
import { storedSettings } from './stored-settings.ts';

const stored = storedSettings();

it.each([undefined, null, 'odd', 7, [], {}])('%j stored: the defaults, a list of their own', (value) => {
  const read = readPageSettings(value);
  expect(read).toEqual(DEFAULT_PAGE_SETTINGS);
  expect(read.sitesOff).not.toBe(DEFAULT_PAGE_SETTINGS.sitesOff);
});

it('values of the wrong kind fall back one by one', () => {
  const given = {
    inPage: 'no',
    keyboard: false,
    barRight: -1,
    barBottom: 20.6,
    sitesOff: ['arxiv', 3, null],
    relevance: 0,
    density: 'compact',
  };
  expect(readPageSettings(given)).toEqual({
    ...DEFAULT_PAGE_SETTINGS,
    keyboard: false,
    barBottom: 21,
    sitesOff: ['arxiv'],
  });
  for (const barRight of [Number.NaN, Number.POSITIVE_INFINITY, 10_001, '5'])
    expect(readPageSettings({ barRight }).barRight).toBe(16);
});

it('a change from a page leaves every other setting as it is stored, and carries its time', async () => {
  stored['settings'] = {
    version: 1,
    citeKeysOfTomorrow: 7,
    density: 'compact',
    keyboard: false,
    changed: { keyboard: '2026-03-01T09:00:00.000Z' },
  };
  await savePageSettings({ barCollapsed: true, keyboard: false });
  expect(stored['settings']).toEqual({
    version: 1,
    citeKeysOfTomorrow: 7,
    density: 'compact',
    keyboard: false,
    barCollapsed: true,
    changed: { keyboard: '2026-03-01T09:00:00.000Z', barCollapsed: '2026-03-17T09:00:00.000Z' },
  });
  expect(await loadTimedSettings()).toMatchObject({
    settings: { ...DEFAULT_SETTINGS, density: 'compact', keyboard: false, barCollapsed: true },
  });
});

it('a first change, and one over what is broken, are kept', async () => {
  await savePageSettings({ hideDismissed: true });
  expect(await loadPageSettings()).toEqual({ ...DEFAULT_PAGE_SETTINGS, hideDismissed: true });
  stored['settings'] = { changed: 'odd', hideDismissed: 'odd' };
  await savePageSettings({ hideDismissed: true });
  expect(stored['settings']).toEqual({
    version: 1,
    hideDismissed: true,
    changed: { hideDismissed: '2026-03-17T09:00:00.000Z' },
  });
});
