import { beforeEach, expect, it } from 'vitest';
import type { BackupPlace } from '../../src/core/backup-plan.ts';
import { changeBackupPlace, noteBackup } from '../../src/storage/index.ts';
import { restore } from '../../src/storage/restoring.ts';
import { reminder } from '../../src/ui/shared/backup-reminder.tsx';
import { days, freshDatabase, NOW } from '../storage/setup.ts';

beforeEach(freshDatabase);

const at = (time: string) => new Date(time);
const plan = (over: Partial<BackupPlace>) => changeBackupPlace((place) => ({ ...place, ...over }));
const save = (count: number) =>
  restore({
    papers: [],
    marks: Array.from({ length: count }, (_, number) => ({
      id: `arxiv:2404.${10_000 + number}`,
      saved: { value: true, at: NOW },
    })),
    rules: [],
    sightings: [],
  });

it('says nothing to whoever has little to lose or a fresh backup', async () => {
  expect(await reminder(at(NOW))).toBeUndefined();
  await save(9);
  expect(await reminder(at(NOW))).toBeUndefined();
  await save(10);
  expect(await reminder(at(NOW))).toBe('There is no backup yet.');
  await noteBackup(NOW);
  expect(await reminder(at(days(20)))).toBeUndefined();
  expect(await reminder(at(days(40)))).toBe('Last backup: 17 Mar.');
});

it('tells that automatic backups have stopped, however few papers there are', async () => {
  const written = { at: NOW, name: 'x', bytes: 1, records: 1, way: 'folder' as const };
  const failure = { at: days(1), sentence: 'Taken back.', why: 'permission' as const };
  await noteBackup(NOW);
  await plan({ every: 'day', written, failure });
  expect(await reminder(at(days(1)))).toBe('Automatic backups have stopped. Last backup: 17 Mar.');
  // written since, or at the same time as something else went wrong
  await plan({ written: { ...written, at: days(1) } });
  expect(await reminder(at(days(1)))).toBeUndefined();
  await plan({ every: 'never', written });
  expect(await reminder(at(days(1)))).toBeUndefined();
});
