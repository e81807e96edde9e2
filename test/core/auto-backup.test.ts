import { beforeEach, describe, expect, it } from 'vitest';
import { autoBackup, type BackupWorld, type Shelf } from '../../src/core/auto-backup.ts';
import {
  AUTO_NAME,
  autoName,
  type BackupPlace,
  isDue,
  isOld,
  NO_PLACE,
  superfluous,
} from '../../src/core/backup-plan.ts';
import { ManiculeError } from '../../src/core/errors.ts';

const hours = (count: number) => new Date(Date.UTC(2026, 2, 17, 9) + count * 3_600_000);
const iso = (count: number) => hours(count).toISOString();
const written = (at: string) => ({ at, name: 'x', bytes: 1, records: 1, way: 'folder' as const });

describe('the plan', () => {
  it('is due a day or a week after the last, a little early, and after a clock was set back', () => {
    const daily: BackupPlace = { ...NO_PLACE, every: 'day', written: written(iso(0)) };
    expect([1, 19, 20, 24].map((at) => isDue(daily, iso(at)))).toEqual([false, false, true, true]);
    const weekly: BackupPlace = { ...daily, every: 'week' };
    expect([24, 6 * 24, 7 * 24].map((at) => isDue(weekly, iso(at)))).toEqual([false, false, true]);
    expect(isDue(daily, iso(-100))).toBe(true);
    expect(isDue({ ...NO_PLACE, every: 'day' }, iso(0))).toBe(true);
    expect(isDue(NO_PLACE, iso(1e6))).toBe(false);
  });

  it('reminds when two were missed, or a month went by; nobody who has little to lose', () => {
    const daily: BackupPlace = { ...NO_PLACE, every: 'day' };
    expect([24, 63, 65].map((at) => isOld(daily, iso(0), 50, iso(at)))).toEqual([false, false, true]);
    expect([24, 29 * 24, 31 * 24].map((at) => isOld(NO_PLACE, iso(0), 50, iso(at)))).toEqual([
      false,
      false,
      true,
    ]);
    expect(isOld(NO_PLACE, undefined, 50, iso(0))).toBe(true);
    expect(isOld(NO_PLACE, undefined, 9, iso(0))).toBe(false);
  });

  it('names files by the reader’s calendar, and takes only such names for its own', () => {
    expect(autoName(new Date(2026, 2, 7, 9, 5))).toBe('manicule-auto-2026-03-07-0905.jsonl');
    expect(autoName(hours(0))).toMatch(AUTO_NAME);
    for (const name of ['manicule-2026-03-07.jsonl', 'manicule-auto-2026-03-07-0905 (1).jsonl', 'thesis.tex'])
      expect(name).not.toMatch(AUTO_NAME);
  });

  it('lets the oldest go, but never the largest nor a file of somebody else', () => {
    const file = (day: number, bytes: number) => ({
      name: `manicule-auto-2026-03-${10 + day}-0900.jsonl`,
      bytes,
    });
    const files = [
      file(3, 10),
      { name: 'thesis.tex', bytes: 1 },
      file(0, 900),
      file(1, 20),
      file(2, 30),
      file(4, 10),
    ];
    expect(superfluous(files, 2).map(({ name }) => name)).toEqual([
      'manicule-auto-2026-03-12-0900.jsonl',
      'manicule-auto-2026-03-11-0900.jsonl',
    ]);
    expect(superfluous(files, 10)).toEqual([]);
  });
});

/** A folder in memory. */
class Folder implements Shelf {
  readonly way = 'folder' as const;
  readonly name = 'Copies';
  readonly files = new Map<string, Blob>();
  allows = true;
  /** What happens to a file on its way. */
  spoil: (blob: Blob) => Blob = (blob) => blob;
  allowed = async () => this.allows;
  write = async (name: string, blob: Blob) => void this.files.set(name, this.spoil(blob));
  readBack = async (name: string) => this.files.get(name);
  list = async () => [...this.files].map(([name, { size }]) => ({ name, bytes: size }));
  remove = async (name: string) => void this.files.delete(name);
}

let folder: Folder;
let place: BackupPlace;
let noted: string[];
let shelf: Shelf | undefined;

const world: BackupWorld = {
  place: async () => place,
  change: async (change) => {
    place = change(place);
  },
  shelf: () => shelf,
  makeFile: async () => ({ blob: new Blob(['one\ntwo\n']), records: 2 }),
  check: async (blob) => ({ records: (await blob.text()).split('\n').length - 1, problems: [] }),
  noteBackup: async (now) => void noted.push(now),
};

beforeEach(() => {
  folder = new Folder();
  shelf = folder;
  place = { ...NO_PLACE, every: 'day', keep: 2 };
  noted = [];
});

describe('one automatic backup', () => {
  it('is written when due, read back, noted, and only once', async () => {
    expect(await autoBackup(world, hours(0))).toBe('written');
    expect(await autoBackup(world, hours(1))).toBe('not-due');
    expect(await autoBackup(world, hours(1), true)).toBe('written');
    expect(noted).toEqual([iso(0), iso(1)]);
    expect(place.written).toEqual({
      at: iso(1),
      name: autoName(hours(1)),
      bytes: 8,
      records: 2,
      way: 'folder',
    });
    expect([...folder.files.keys()]).toEqual([autoName(hours(0)), autoName(hours(1))]);
  });

  it('makes room only after the new one was read back', async () => {
    for (const at of [0, 24, 48, 72]) await autoBackup(world, hours(at));
    // all are as large: the newest two, and one of the largest
    expect([...folder.files.keys()]).toContain(autoName(hours(72)));
    expect(folder.files.size).toBeLessThanOrEqual(3);
    const before = [...folder.files.keys()];
    folder.spoil = (blob) => blob.slice(0, 4);
    expect(await autoBackup(world, hours(96))).toBe('failed');
    expect([...folder.files.keys()]).toEqual([...before, autoName(hours(96))]);
    expect(place.failure?.sentence).toBe(
      `The backup ${autoName(hours(96))} was written, but reading it back gave 1 of 2 records (it is shorter than it should be). Older backups were kept.`,
    );
    expect(place.written?.at).toBe(iso(72));
    folder.spoil = (blob) => blob;
    expect(await autoBackup(world, hours(97))).toBe('written');
    expect(place.failure).toBeUndefined();
  });

  it('says plainly when the browser withdrew the leave, and writes again once it is given', async () => {
    folder.allows = false;
    expect(await autoBackup(world, hours(0))).toBe('not-allowed');
    expect(folder.files.size).toBe(0);
    expect(place.failure).toMatchObject({ at: iso(0), why: 'permission' });
    expect(place.failure?.sentence).toContain('taken back the leave to write into “Copies”');
    folder.allows = true;
    expect(await autoBackup(world, hours(1))).toBe('written');
    expect(place.failure).toBeUndefined();
  });

  it('leaves it to another part where this one has no way there', async () => {
    shelf = undefined;
    expect(await autoBackup(world, hours(0))).toBe('elsewhere');
    expect(place.failure).toBeUndefined();
  });

  it('is none the less written where old ones cannot be removed', async () => {
    for (const at of [0, 24, 48]) await autoBackup(world, hours(at));
    folder.remove = () => Promise.reject(new ManiculeError('storage-failed', 'It is read only.'));
    expect(await autoBackup(world, hours(72))).toBe('written');
    expect(place.written?.at).toBe(iso(72));
    expect(place.failure?.sentence).toBe(
      'The backup was written and read back, but older ones could not be removed from “Copies”. It is read only.',
    );
  });

  it('keeps the sentence of what failed', async () => {
    folder.write = () => Promise.reject(new ManiculeError('storage-full', 'The disk is full.'));
    expect(await autoBackup(world, hours(0))).toBe('failed');
    expect(place.failure).toEqual({ at: iso(0), why: 'other', sentence: 'The disk is full.' });
  });
});
