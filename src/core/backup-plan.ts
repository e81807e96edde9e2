/** When a backup is due, what it is called, which old ones may go, and when the reader must be reminded. */

/** What deriving the key of a passphrase again needs, as the header of each file states it. */
export interface KeptKey {
  /** Not extractable: it encrypts, and nobody can read it out. */
  key: CryptoKey;
  /** Base64. */
  salt: string;
  iterations: number;
}

export type Every = 'never' | 'day' | 'week';
export const EVERY: readonly Every[] = ['never', 'day', 'week'];

/** One file that was written. */
export interface WrittenBackup {
  /** ISO time. */
  at: string;
  name: string;
  bytes: number;
  records: number;
  /** Where it went. */
  way: 'folder' | 'download';
}

/** Automatic backups: the reader's plan, and how the last ones went. */
export interface BackupPlace {
  every: Every;
  /** How many files stay. */
  keep: number;
  /** The folder picked by the reader; missing: the downloads folder. */
  folder?: FileSystemDirectoryHandle;
  /** Encrypts every backup. */
  secret?: KeptKey;
  /** The last that was written and read back. */
  written?: WrittenBackup;
  /** Why the last attempt failed, until one works. */
  failure?: { at: string; sentence: string; why: 'permission' | 'other' };
}

export const NO_PLACE: BackupPlace = { every: 'never', keep: 7 };
/** Fewest and most files that can be kept. */
export const KEEP = { least: 2, most: 60 } as const;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** A little early, so that a browser opened at the same hour each morning writes each morning. */
const PERIOD: Record<Every, number> = { never: Number.POSITIVE_INFINITY, day: 20 * HOUR, week: 6.5 * DAY };
/** After this a copy made by hand is old. */
const OLD = 30 * DAY;

const since = (then: string | undefined, now: string): number =>
  then === undefined ? Number.POSITIVE_INFINITY : Math.abs(Date.parse(now) - Date.parse(then));

/** Whether a backup is to be written now. A clock set back does not stop them: the distance counts. */
export const isDue = (place: BackupPlace, now: string): boolean =>
  place.every !== 'never' && since(place.written?.at, now) >= PERIOD[place.every];

/** Decisions from which on their loss would hurt: nobody is reminded in the first days. */
const MUCH = 10;

/**
 * Whether the reader must be told that the last backup is old: two periods missed, or, without a plan, a month without one.
 * @param last ISO time of the last backup, made by hand or not; undefined: none
 * @param saved saved papers
 */
export function isOld(place: BackupPlace, last: string | undefined, saved: number, now: string): boolean {
  if (saved < MUCH) return false;
  return since(last, now) > (place.every === 'never' ? OLD : PERIOD[place.every] * 2 + DAY);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `manicule-auto-2026-03-17-0905.jsonl`, by the reader's calendar. */
export function autoName(now: Date): string {
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  return `manicule-auto-${day}-${two(now.getHours())}${two(now.getMinutes())}.jsonl`;
}

/** Names of files of ours that may be deleted: nothing else in the reader's folder ever is. */
export const AUTO_NAME = /^manicule-auto-\d{4}-\d{2}-\d{2}-\d{4}\.jsonl$/;

export interface OldFile {
  name: string;
  bytes: number;
}

/**
 * The files that may go: all but the newest `keep`, and never the largest. A library that was lost makes small backups,
 * and these must not push out the last one that holds everything.
 */
export function superfluous(files: readonly OldFile[], keep: number): OldFile[] {
  const own = files.filter(({ name }) => AUTO_NAME.test(name)).sort((a, b) => (a.name < b.name ? 1 : -1));
  const largest = own.reduce<OldFile | undefined>(
    (most, one) => (!most || one.bytes > most.bytes ? one : most),
    undefined,
  );
  return own.slice(Math.max(keep, 1)).filter((one) => one !== largest);
}
