import { expect, it } from 'vitest';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { settingChanges } from '../../src/ui/options/setting-changes.ts';
import { backupFile } from './backup-of.ts';

const mine = { ...DEFAULT_SETTINGS, lookUpSaved: true, openAlexKey: 'secret-key' };

it('a backup holds no key and no leave to ask others', async () => {
  const { blob } = await backupFile([], { settings: mine, changed: {} }, new Date());
  const text = await blob.text();
  expect(text).toContain('"retentionDays"');
  expect(text).not.toMatch(/secret-key|lookUp|openAlex/);
});

it('a backup from anywhere switches nothing on and takes no key away', () => {
  const file = [{ lookUpSaved: true, lookUpInView: true, openAlexKey: 'another', retentionDays: 30 }];
  const onto = (settings: Settings) => settingChanges(file, { settings, changed: {} })?.after.settings;
  expect(onto(DEFAULT_SETTINGS)).toEqual({ ...DEFAULT_SETTINGS, retentionDays: 30 });
  expect(onto(mine)).toEqual({ ...mine, retentionDays: 30 });
  const fresh = { settings: DEFAULT_SETTINGS, changed: {} };
  expect(settingChanges([{ lookUpInView: true }], fresh)).toBeUndefined();
});
