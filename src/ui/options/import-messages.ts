/** What the options page and its import worker say to one another: every question has one answer, in order. */
import type { Recognised, Wanted } from './import-reader.ts';
import type { FileBatch } from './read-file.ts';

export type ToImporter =
  /** `language`: the reader's, BCP 47. */
  { look: File; language: string } | { open: Wanted } | { next: true };

export type FromImporter =
  | { found: Recognised }
  | { opened: true }
  | { batch: FileBatch }
  | { end: true }
  | { failed: string };
