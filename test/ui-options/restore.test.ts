import { describe, expect, test, vi } from 'vitest';
import { ManiculeError } from '../../src/core/errors.ts';
import type { TimedSettings } from '../../src/core/setting-times.ts';
import { DEFAULT_SETTINGS } from '../../src/core/settings.ts';
import { readBackup } from '../../src/exchange/from/backup.ts';
import { newKey } from '../../src/exchange/seal.ts';
import type { BackupItem } from '../../src/exchange/to/backup-file.ts';
import type { Job } from '../../src/storage/index.ts';
import { openFile } from '../../src/ui/options/read-file.ts';
import { type ReadFile, RestoreSession, type RestoreWorld } from '../../src/ui/options/restore-session.ts';
import { settingChanges, settingsBack } from '../../src/ui/options/setting-changes.ts';
import { keysChange, wouldChange } from '../../src/ui/options/would-change.ts';
import { backupFile } from './backup-of.ts';

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

test('how many cite keys change and why is told in one sentence', () => {
  expect([keysChange(NONE), keysChange({ ...NONE, contestedKeys: 0 })]).toEqual([undefined, undefined]);
  expect(keysChange({ ...NONE, contestedKeys: 1 })).toBe(
    '1 cite key changes, since two papers have it: the one that had it first, or for which you chose it, keeps it; the other gets a new one on export.',
  );
  expect(keysChange({ ...NONE, contestedKeys: 1200 })).toBe(
    '1,200 cite keys change, since two papers have each: the one that had it first, or for which you chose it, keeps it; the other gets a new one on export.',
  );
});

describe('the backup file', () => {
  test('is read back whole, settings included, its header counting what follows', async () => {
    const progress: number[] = [];
    const file = await backupFile(
      records,
      { settings: { ...DEFAULT_SETTINGS, retentionDays: 90 }, changed: {} },
      NOW,
      (n) => progress.push(n),
    );
    expect([file.records, file.papers]).toEqual([2, 0]);
    expect(progress).toEqual([2]);
    const back = readBackup(await file.blob.text());
    expect(back.problems).toEqual([]);
    expect(back.exported).toBe(NOW.toISOString());
    expect(back.marks).toEqual([mark]);
    expect(settingChanges(back.settings, { settings: DEFAULT_SETTINGS, changed: {} })?.names).toEqual([
      'retention',
    ]);
  });
});

describe('settings of a backup', () => {
  const fresh = { settings: DEFAULT_SETTINGS, changed: {} };
  const changed = {
    settings: { ...DEFAULT_SETTINGS, retentionDays: 7 },
    changed: { retentionDays: NOW.toISOString() },
  };

  test('unknown and broken values change nothing, unnamed ones have no words', () => {
    expect(settingChanges([], fresh)).toBeUndefined();
    expect(settingChanges([{ keyboard: 'maybe', colour: 'red' }], fresh)).toBeUndefined();
    const changes = settingChanges([{ barRight: 200, keyboard: false, retentionDays: 90 }], changed);
    expect(changes?.names).toEqual(['keys']);
    expect(changes?.after.settings).toEqual({ ...changed.settings, barRight: 200, keyboard: false });
  });

  test('are put back where nobody changed them since', () => {
    const changes = settingChanges([{ barRight: 200, keyboard: false }], changed);
    if (!changes) throw new Error('nothing changed');
    expect(settingsBack(changes, changes.after)).toEqual(changed);
    const [a, b] = [{ name: 'a' }, { name: 'b' }];
    const kept = {
      settings: { ...DEFAULT_SETTINGS, savedSearches: [a] },
      changed: { 'savedSearches|a': '1' },
    };
    const record = { savedSearches: [b], changed: { 'savedSearches|b': NOW.toISOString() } };
    const both = settingChanges([record], kept);
    if (!both) throw new Error('nothing changed');
    expect(both.after.settings.savedSearches).toEqual([a, b]);
    expect(settingsBack(both, both.after)).toEqual(kept);
    expect(settingsBack({ before: both.after, after: both.before }, kept)).toEqual(both.after);
    const since = {
      settings: { ...changes.after.settings, barRight: 50, density: 'compact' as const },
      changed: { ...changes.after.changed, barRight: NOW.toISOString() },
    };
    expect(settingsBack(changes, since)).toEqual({
      settings: { ...changed.settings, barRight: 50, density: 'compact' },
      changed: since.changed,
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

/** A world that notes what was written; files are read as they are. */
function world(over: Partial<RestoreWorld> = {}) {
  const written: string[] = [];
  let settings: TimedSettings = { settings: DEFAULT_SETTINGS, changed: {} };
  let job: Job | undefined;
  let merged: Job | undefined;
  const made: RestoreWorld = {
    read: async (file, passphrase, onProgress, signal) => {
      const { batches, ...opened } = await openFile(file, passphrase, signal);
      const read: ReadFile = { ...opened, settings: [], problems: [] };
      const found: unknown[] = [];
      for await (const batch of batches) {
        found.push(...batch.settings);
        read.problems.push(...batch.problems);
        onProgress(batch.bytes, file.size);
      }
      job = { id: 'one', name: file.name, kind: 'restore', state: 'ready' } as Job;
      return { ...read, settings: found };
    },
    preview: async () => ({ ...NONE, newMarks: 1, problems: ['A mark cannot be read.'] }),
    drop: async (left) => void written.push(left === undefined ? 'drop' : `drop ${left}`),
    copy: async () => void written.push('copy'),
    merge: async (onProgress) => {
      written.push('merge');
      merged = job;
      onProgress(1, 1);
      return { ...NONE, newMarks: 1 };
    },
    keep: async (extra) => {
      if (job) job = { ...job, extra };
    },
    current: async () => job,
    undoable: async () => merged ?? job,
    undo: async () => void written.push('undo'),
    settings: async () => settings,
    saveSettings: async (change) => {
      settings = change;
      written.push(`retention ${settings.settings.retentionDays}`);
    },
    ...over,
  };
  return { made, written, leave: (left: Partial<Job>) => (job = { ...job, ...left } as Job) };
}
const fileOf = async (text?: string, name = 'copy.jsonl') => {
  const settings = { settings: { ...DEFAULT_SETTINGS, retentionDays: 90 }, changed: {} };
  const { blob } = await backupFile(records, settings, NOW, () => undefined);
  return new File([text ?? blob], name);
};

describe('one restore', () => {
  test('looking writes nothing; restoring puts a copy aside first; undoing brings settings back too', async () => {
    const { made, written } = world();
    const session = new RestoreSession(made);
    await session.look(await fileOf());
    expect(session.state.value).toMatchObject({
      step: 'look',
      name: 'copy.jsonl',
      kind: 'restore',
      counts: { newMarks: 1 },
      settings: { names: ['retention'] },
      problems: [{ why: 'A mark cannot be read.' }],
    });
    expect(written).toEqual([]);
    await session.restore(true);
    expect(session.state.value.step).toBe('done');
    await session.undo();
    // first, or a page closed with the last chunk would leave them
    expect(written).toEqual(['copy', 'retention 90', 'merge', 'retention 365', 'undo']);
  });

  test('undoing brings settings back after another file was looked at and left', async () => {
    const { made, written } = world();
    const session = new RestoreSession(made);
    await session.look(await fileOf());
    await session.restore(true);
    await session.look(await fileOf(undefined, 'other.jsonl'));
    await session.cancel();
    await session.undo();
    expect(written).toEqual(['copy', 'retention 90', 'merge', 'drop', 'retention 365', 'undo']);
  });

  test('settings stay when the reader says so', async () => {
    const { made, written } = world();
    const session = new RestoreSession(made);
    await session.look(await fileOf());
    await session.restore(false);
    expect(written).toEqual(['copy', 'merge']);
  });

  test('without a copy nothing is restored', async () => {
    const full = new ManiculeError('storage-full', 'The disk is full.');
    const { made, written } = world({ copy: () => Promise.reject(full) });
    const session = new RestoreSession(made);
    await session.look(await fileOf());
    await session.restore(true);
    expect(session.state.value).toEqual({
      step: 'failed',
      name: 'copy.jsonl',
      sentence: 'The disk is full.',
    });
    expect(written).toEqual([]);
  });

  test('what a closed page left half-way is gone on with, its settings too', async () => {
    const first = world({ merge: () => new Promise(() => undefined) });
    const closed = new RestoreSession(first.made);
    await closed.look(await fileOf());
    void closed.restore(true);
    await new Promise((resolve) => setTimeout(resolve, 10));
    const job = await first.made.current();
    const { made, written } = world({ current: async () => job, undoable: async () => job });
    const session = new RestoreSession(made);
    if (job) job.at = new Date(Date.now() - 60_000).toISOString();
    await session.goOn();
    expect(written).toEqual([]); // it was looked at, no more
    if (job) job.at = NOW.toISOString();
    await session.goOn();
    expect(written.splice(0)).toEqual(['drop one']); // long ago
    if (job) job.state = 'merging';
    await session.goOn();
    expect(written).toEqual(['retention 90', 'merge']);
    expect(session.state.value).toMatchObject({ step: 'done', name: 'copy.jsonl' });
    if (job) job.state = 'undoing';
    await new RestoreSession(made).goOn();
    expect(written).toEqual(['retention 90', 'merge', 'retention 365', 'undo']);
    await new RestoreSession(made).goOn(); // once more, as if it had been closed in between
    expect(written.slice(4)).toEqual(['undo']);
  });

  test('foreign, newer and unreadable files say so and write nothing', async () => {
    const { made, written } = world();
    const session = new RestoreSession(made);
    const said = async (file: File) => {
      await session.look(file);
      const now = session.state.value;
      return now.step === 'failed' ? now.sentence : now.step;
    };
    expect(await said(await fileOf('a,b\n1,2\n'))).toContain('not a Manicule backup');
    expect(await said(await fileOf('{"format":"manicule","version":99,"since":99}'))).toContain(
      'newer Manicule',
    );
    await session.restore(true);
    expect(written).toEqual([]);
  });

  test('an encrypted file asks for its passphrase until it fits', async () => {
    const { blob } = await backupFile(
      records,
      { settings: DEFAULT_SETTINGS, changed: {} },
      NOW,
      () => undefined,
      await newKey('open sesame', 1_000),
    );
    const session = new RestoreSession(world().made);
    await session.look(new File([blob], 'sealed.jsonl'));
    expect(session.state.value).toMatchObject({
      step: 'locked',
      sentence: expect.stringMatching(/give its passphrase/),
    });
    await session.unlock('close sesame');
    expect(session.state.value).toMatchObject({
      step: 'locked',
      sentence: expect.stringMatching(/does not fit/),
    });
    await session.unlock('open sesame');
    expect(session.state.value).toMatchObject({ step: 'look', name: 'sealed.jsonl' });
  });

  test('cancelling leaves the jobs of other pages alone, but for one that was gone on with here', async () => {
    const { made, written, leave } = world({ merge: () => Promise.reject(new Error('The disk is full.')) });
    leave({ id: 'theirs', kind: 'import', name: 'refs.bib', state: 'merging' });
    const session = new RestoreSession(made);
    await session.cancel();
    expect(written.splice(0)).toEqual(['drop']);
    await session.goOn('import');
    expect(session.state.value.step).toBe('failed');
    await session.cancel();
    await session.cancel();
    expect(written).toEqual(['drop theirs', 'drop']);
  });

  test('a file chosen later wins over one still being read; cancelling forgets it', async () => {
    let release = () => undefined as unknown;
    let slow = true;
    const { made, written } = world({
      preview: async () => {
        if (slow) await new Promise((resolve) => (release = () => resolve(undefined)));
        return NONE;
      },
    });
    const session = new RestoreSession(made);
    const first = session.look(await fileOf(undefined, 'slow.jsonl'));
    await vi.waitFor(() => expect(session.state.value).toMatchObject({ doing: 'looking' }));
    slow = false;
    const second = session.look(await fileOf());
    release();
    await Promise.all([first, second]);
    expect(session.state.value).toMatchObject({ step: 'look', name: 'copy.jsonl' });
    await session.cancel();
    expect([session.state.value.step, written]).toEqual(['idle', ['drop']]);
  });

  test('a failing write is told in its own sentence', async () => {
    const full = new ManiculeError('storage-full', 'The disk is full.');
    const { made } = world({ merge: () => Promise.reject(full) });
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
