/** Failures a reader may meet, each with a sentence they understand. Anything else is a defect and is logged once. */
import { say } from './say.ts';

export type ErrorCode =
  | 'layout-changed' // the page is one of ours, its markup is not
  | 'bad-message'
  | 'forbidden-message'
  | 'bad-file'
  | 'locked-file' // encrypted, and no passphrase or a wrong one
  | 'bad-rule'
  | 'bad-record'
  | 'bad-answer' // another server told what cannot be read
  | 'not-found'
  | 'too-many' // of something there is only room for so many of
  | 'storage-full'
  | 'storage-failed'
  | 'worker-gone'
  | 'extension-gone';

export class ManiculeError extends Error {
  override readonly name = 'ManiculeError';
  readonly code: ErrorCode;

  /** @param sentence what happened, what is safe, what to do: shown to the reader as it is. */
  constructor(code: ErrorCode, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.code = code;
  }
}

/** The sentence of a typed failure, or a general one that keeps the cause's own words. */
export function sentenceOf(error: unknown): string {
  if (error instanceof ManiculeError) return error.message;
  const words = error instanceof Error ? error.message : String(error);
  return say('errorUnexpected', words);
}

/** One line of the local log: an unexpected failure, with its place. Never holds text of a page. */
export interface LogLine {
  at: string;
  /** Where in the extension: "content/scan", "background/sync", … */
  where: string;
  message: string;
  /** Host and path pattern of the page, no query. */
  page?: string;
}
