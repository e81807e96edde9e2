/** One automatic backup: due? allowed? written, read back, and only then older ones removed. */
import {
  autoName,
  type BackupPlace,
  isDue,
  type OldFile,
  superfluous,
  type WrittenBackup,
} from './backup-plan.ts';
import { ManiculeError, sentenceOf } from './errors.ts';
import { say } from './say.ts';

/** A place that files can be put into: a folder, or the browser's downloads. */
export interface Shelf {
  way: WrittenBackup['way'];
  /** Its name as the reader knows it. */
  name: string;
  /** Whether files may be written now, without asking anybody. */
  allowed(): Promise<boolean>;
  write(name: string, blob: Blob): Promise<void>;
  /** The file as it lies there; undefined where it cannot be read back (downloads), but is there in full length. @throws where it is not */
  readBack(name: string, bytes: number): Promise<Blob | undefined>;
  list(): Promise<OldFile[]>;
  remove(name: string): Promise<void>;
}

export interface BackupWorld {
  place(): Promise<BackupPlace>;
  change(change: (place: BackupPlace) => BackupPlace): Promise<unknown>;
  /** undefined: this part of the extension can write to no such place. */
  shelf(place: BackupPlace): Shelf | undefined;
  makeFile(place: BackupPlace, now: Date): Promise<{ blob: Blob; records: number }>;
  /** Records that can be read from a file, and what is wrong with it. */
  check(blob: Blob, place: BackupPlace): Promise<{ records: number; problems: string[] }>;
  noteBackup(now: string): Promise<void>;
}

export type Outcome = 'not-due' | 'elsewhere' | 'not-allowed' | 'failed' | 'written';

/** Writes and reads back. @throws ManiculeError where the file is not what was written */
async function writeOne(
  world: BackupWorld,
  shelf: Shelf,
  place: BackupPlace,
  now: Date,
): Promise<WrittenBackup> {
  const { blob, records } = await world.makeFile(place, now);
  const name = autoName(now);
  await shelf.write(name, blob);
  const back = await shelf.readBack(name, blob.size);
  if (back) {
    const found = await world.check(back, place);
    if (back.size !== blob.size || found.records !== records || found.problems.length > 0) {
      throw new ManiculeError(
        'bad-file',
        say(
          'autoBackupReadBack',
          name,
          found.records,
          records,
          found.problems[0] ?? say('autoBackupTooShort'),
        ),
      );
    }
  }
  return { at: now.toISOString(), name, bytes: blob.size, records, way: shelf.way };
}

/**
 * Writes a backup if one is due (or `always`). Never throws: what went wrong is kept with the plan, in words.
 * @param now the present
 */
export async function autoBackup(world: BackupWorld, now: Date, always = false): Promise<Outcome> {
  const place = await world.place();
  if (!always && !isDue(place, now.toISOString())) return 'not-due';
  const shelf = world.shelf(place);
  if (!shelf) return 'elsewhere';
  const fail = async (sentence: string, why: 'permission' | 'other') => {
    const failure = { at: now.toISOString(), sentence, why };
    await world.change((known) => ({ ...known, failure }));
  };
  if (!(await shelf.allowed())) {
    const words =
      shelf.way === 'folder' ? say('autoBackupWithdrawn', shelf.name) : say('autoBackupNoDownloads');
    await fail(words, 'permission');
    return 'not-allowed';
  }
  try {
    const written = await writeOne(world, shelf, place, now);
    await world.noteBackup(written.at);
    await world.change(({ failure: _, ...known }) => ({ ...known, written }));
  } catch (error) {
    await fail(
      error instanceof ManiculeError
        ? error.message
        : say('autoBackupNotWritten', shelf.name, sentenceOf(error)),
      'other',
    );
    return 'failed';
  }
  try {
    for (const { name } of superfluous(await shelf.list(), place.keep)) await shelf.remove(name);
  } catch (error) {
    await fail(say('autoBackupNotRemoved', shelf.name, sentenceOf(error)), 'other');
  }
  return 'written';
}
