/** What a page and its export worker say to one another. A worker does one export at a time. */
import type { ExportChoices } from '../../core/export-choices.ts';
import type { TopicChoices } from '../../core/topics.ts';
import type { FormatId } from '../../exchange/formats.ts';
import type { Skipped } from '../../exchange/index.ts';
import type { Progress } from './export-run.ts';

export interface ToExporter {
  format: FormatId;
  /** In one text: a hundred thousand strings would keep the page waiting. */
  ids: string;
  choices: ExportChoices;
  /** See `Job`. */
  renew: boolean;
  topicChoices: TopicChoices;
  /** The reader's, BCP 47. */
  language: string;
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

export type FromExporter =
  | { progress: Progress }
  /** The file is whole. Its new cite keys are not stored yet. */
  | { made: Exported }
  | { kept: true }
  | { failed: string };
