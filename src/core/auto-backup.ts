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

const withdrawn = (name: string): string =>
  `The browser has taken back the leave to write into “${name}”, as it does after a restart unless it was given for good. No backup is written until you press “Allow again” under Library and backup in the options; your library itself is untouched.`;

const noDownloads =
  'Manicule may no longer save files to your downloads. No backup is written until you allow it again under Library and backup in the options; your library itself is untouched.';

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
        `The backup ${name} was written, but reading it back gave ${found.records} of ${records} records (${found.problems[0] ?? 'it is shorter than it should be'}). Older backups were kept.`,
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
    await fail(shelf.way === 'folder' ? withdrawn(shelf.name) : noDownloads, 'permission');
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
        : `No backup could be written to “${shelf.name}”. ${sentenceOf(error)}`,
      'other',
    );
    return 'failed';
  }
  try {
    for (const { name } of superfluous(await shelf.list(), place.keep)) await shelf.remove(name);
  } catch (error) {
    await fail(
      `The backup was written and read back, but older ones could not be removed from “${shelf.name}”. ${sentenceOf(error)}`,
      'other',
    );
  }
  return 'written';
}
