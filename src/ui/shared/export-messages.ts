/** What a page and its export worker say to one another. A worker does one job at a time. */
import type { ExportChoices } from '../../core/export-choices.ts';
import type { PaperId } from '../../core/paper.ts';
import type { TopicChoices } from '../../core/topics.ts';
import type { FormatId } from '../../exchange/formats.ts';
import type { Skipped } from '../../exchange/index.ts';
import type { SealKey } from '../../exchange/seal.ts';
import type { BackupFile, BackupItem } from '../../exchange/to/backup-file.ts';
import type { Progress } from './export-run.ts';
import type { Done } from './note-folder.ts';

interface Common {
  /** The reader's, BCP 47. */
  language: string;
}

/** Ids that came in one text. */
export const idsOf = (text: string): PaperId[] => (text === '' ? [] : text.split('\n'));

/** Papers to be written. */
export interface PapersJob extends Common {
  /** In one text: a hundred thousand strings would keep the page waiting. */
  ids: string;
  choices: ExportChoices;
  /** New cite keys for papers that have one already. */
  renew: boolean;
  topicChoices: TopicChoices;
}

export interface FileJob extends PapersJob {
  do: 'file';
  format: FormatId;
}

export interface NotesJob extends PapersJob {
  do: 'notes';
  folder: FileSystemDirectoryHandle;
}

/** Everything that is stored, as one backup. */
export interface BackupJob extends Common {
  do: 'backup';
  /** Records that storage does not hold: the settings. */
  last: readonly BackupItem[];
  /** ISO time. */
  exported: string;
  /** Encrypts the file. */
  key: SealKey | undefined;
}

/** A backup that was written, to be read back. */
export interface CheckJob extends Common {
  do: 'check';
  blob: Blob;
  secret: CryptoKey | undefined;
}

export interface Exported {
  file: Blob;
  written: number;
  /** Asked for, but not in the file. */
  missing: number;
  /** Not meant by the format. */
  passed: number;
  skipped: Skipped[];
}

/** Records that can be read from a backup, and what is wrong with it. */
export interface Checked {
  records: number;
  problems: string[];
}

/** What is to be done → what is asked and what comes of it. */
export interface Work {
  file: { job: FileJob; made: Exported };
  notes: { job: NotesJob; made: Done };
  backup: { job: BackupJob; made: BackupFile };
  check: { job: CheckJob; made: Checked };
}
export type Kind = keyof Work;

/**
 * `soon`: a job with these ids may follow. `stop` ends notes between two of them, and nothing else: other workers are ended
 * as they are.
 */
export type ToExporter = Work[Kind]['job'] | { do: 'stop' } | { do: 'soon'; ids: string };

export type FromExporter =
  | { progress: Progress }
  /** It is whole. New cite keys are not stored yet. */
  | { made: Work[Kind]['made'] }
  | { kept: true }
  | { stopped: true }
  | { failed: string };
