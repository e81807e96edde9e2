import { describe, expect, test } from 'vitest';
import { ManiculeError } from '../../src/core/errors.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { readBackup } from '../../src/exchange/from/backup.ts';
import { type BackupItem, backupFile } from '../../src/ui/options/backup-file.ts';
import { RestoreSession, type RestoreWorld } from '../../src/ui/options/restore-session.ts';
import { settingChanges } from '../../src/ui/options/setting-changes.ts';
import { wouldChange } from '../../src/ui/options/would-change.ts';

const NONE = {
  newPapers: 0,
  changedPapers: 0,
  newMarks: 0,
  changedMarks: 0,
  newRules: 0,
  changedRules: 0,
  newSightings: 0,
  unchanged: 0,
  conflicting: 0,
  conflicts: [],
  problems: [],
};
const NOW = new Date('2026-03-17T08:00:00.000Z');
const mark = { id: 'arxiv:2601.00001', saved: { value: true, at: '2026-03-01T00:00:00.000Z' } };
const records: BackupItem[] = [{ kind: 'mark', value: mark }];

describe('the backup file', () => {
  test('is read back whole, settings included, its header counting what follows', async () => {
    const progress: number[] = [];
    const file = await backupFile(records, { ...DEFAULT_SETTINGS, retentionDays: 90 }, NOW, (n) =>
      progress.push(n),
    );
    expect(file.filename).toMatch(/^manicule-2026-03-1[678]\.jsonl$/);
    expect(file.records).toBe(2);
    expect(progress).toEqual([2]);
    const back = readBackup(await file.blob.text());
    expect(back.problems).toEqual([]);
    expect(back.exported).toBe(NOW.toISOString());
    expect(back.marks).toEqual([mark]);
    expect(settingChanges(back.settings, DEFAULT_SETTINGS)?.names).toEqual(['retention']);
  });
});

describe('settings of a backup', () => {
  test('unknown and broken values change nothing, unnamed ones have no words', () => {
    expect(settingChanges([], DEFAULT_SETTINGS)).toBeUndefined();
    expect(settingChanges([{ keyboard: 'maybe', colour: 'red' }], DEFAULT_SETTINGS)).toBeUndefined();
    const changes = settingChanges([{ barRight: 200, keyboard: false }], {
      ...DEFAULT_SETTINGS,
      retentionDays: 7,
    });
    expect(changes?.names).toEqual(['keys']);
    expect(changes?.settings).toEqual({
      ...DEFAULT_SETTINGS,
      retentionDays: 7,
      barRight: 200,
      keyboard: false,
    });
  });
});

test('what a restore would change, in sentences', () => {
  expect(wouldChange(NONE, undefined)).toEqual([]);
  expect(wouldChange({ ...NONE, newPapers: 1_200, changedRules: 1, newSightings: 1 }, undefined)).toEqual([
    '1,200 new papers',
    '1 watch rule with a later edit in the backup',
    '1 more sighting',
  ]);
});

/** A world that notes what was written. */
function world(over: Partial<RestoreWorld> = {}) {
  const written: string[] = [];
  let settings: Settings = { ...DEFAULT_SETTINGS };
  const made: RestoreWorld = {
    read: readBackup,
    preview: async () => ({ ...NONE, newMarks: 1, problems: ['A mark cannot be read.'] }),
    restore: async (_backup, onProgress) => {
      written.push('restore');
      onProgress(1, 1);
      return { ...NONE, newMarks: 1 };
    },
    undo: async () => void written.push('undo'),
    settings: async () => settings,
    saveSettings: async (change) => {
      settings = { ...settings, ...change };
      written.push(`retention ${settings.retentionDays}`);
    },
    ...over,
  };
  return { made, written };
}
const fileOf = async () => {
  const { blob } = await backupFile(
    records,
    { ...DEFAULT_SETTINGS, retentionDays: 90 },
    NOW,
    () => undefined,
  );
  return { name: 'copy.jsonl', text: () => blob.text() };
};

describe('one restore', () => {
  test('looking writes nothing; restoring takes over the settings; undoing brings both back', async () => {
    const { made, written } = world();
    const session = new RestoreSession(made);
    await session.look(await fileOf());
    expect(session.state.value).toMatchObject({
      step: 'look',
      name: 'copy.jsonl',
      counts: { newMarks: 1 },
      settings: { names: ['retention'] },
      problems: [{ why: 'A mark cannot be read.' }],
    });
    expect(written).toEqual([]);
    await session.restore(true);
    expect(session.state.value.step).toBe('done');
    await session.undo();
    expect(written).toEqual(['restore', 'retention 90', 'undo', 'retention 365']);
  });

  test('settings stay when the reader says so', async () => {
    const { made, written } = world();
    const session = new RestoreSession(made);
    await session.look(await fileOf());
    await session.restore(false);
    expect(written).toEqual(['restore']);
  });

  test('foreign, newer and unreadable files say so and write nothing', async () => {
    const { made, written } = world();
    const session = new RestoreSession(made);
    const said = async (text: () => Promise<string>) => {
      await session.look({ name: 'x', text });
      const now = session.state.value;
      return now.step === 'failed' ? now.sentence : now.step;
    };
    expect(await said(async () => 'a,b\n1,2\n')).toContain('not a Manicule backup');
    expect(await said(async () => '{"format":"manicule","version":99}')).toContain('newer Manicule');
    expect(await said(() => Promise.reject(new Error('gone')))).toBe(
      'The file could not be read. Nothing was changed.',
    );
    await session.restore(true);
    expect(written).toEqual([]);
  });

  test('a file chosen later wins over one still being read', async () => {
    const { made } = world();
    const session = new RestoreSession(made);
    let release = (_: string) => undefined as unknown;
    const slow = session.look({ name: 'slow', text: () => new Promise((resolve) => (release = resolve)) });
    await session.look(await fileOf());
    release('nothing');
    await slow;
    expect(session.state.value).toMatchObject({ step: 'look', name: 'copy.jsonl' });
  });

  test('a failing write is told in its own sentence', async () => {
    const full = new ManiculeError('storage-full', 'The disk is full.');
    const { made } = world({ restore: () => Promise.reject(full) });
    const session = new RestoreSession(made);
    await session.look(await fileOf());
    await session.restore(true);
    expect(session.state.value).toEqual({
      step: 'failed',
      name: 'copy.jsonl',
      sentence: 'The disk is full.',
    });
  });
});
