/** What the options page and its worker for files say to one another: a restore, an import, and the way back. */
import type { ErrorCode } from '../../core/errors.ts';
import type { TopicChoices } from '../../core/topics.ts';
import type { RestoreCounts } from '../../storage/index.ts';
import type { LaidDown, Recognised, Source } from './file-work.ts';

/** What is to be done → what is asked and what comes of it. */
export interface FileTasks {
  look: { asked: { file: File }; made: Recognised };
  read: { asked: { id: string; file: File; source: Source }; made: LaidDown };
  preview: { asked: object; made: RestoreCounts };
  merge: { asked: { id: string | undefined; topicChoices: TopicChoices }; made: RestoreCounts };
  undo: { asked: object; made: boolean };
}
export type FileTask = keyof FileTasks;

/** `n`: number of the question; `language`: the reader's, BCP 47. */
export type Asked<K extends FileTask = FileTask> = {
  [T in K]: { n: number; do: T; language: string } & FileTasks[T]['asked'];
}[K];

export type ToFileWorker = Asked | { stop: number };

export type FromFileWorker = { n: number } & (
  | { done: number; total: number }
  | { made: FileTasks[FileTask]['made'] }
  | { failed: string; code: ErrorCode }
);
