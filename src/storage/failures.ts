/** What IndexedDB throws, said so that a reader understands it. */
import { ManiculeError } from '../core/errors.ts';

const nameOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';

/** A connection closed under us (update of another tab, browser cleaning up): opening again helps. */
export const isClosed = (error: unknown): boolean =>
  nameOf(error) === 'InvalidStateError' || /connection is closing/i.test(String(error));

/** The typed failure for what storage threw; what is typed already stays as it is. */
export function failureOf(error: unknown): ManiculeError {
  if (error instanceof ManiculeError) return error;
  const name = nameOf(error);
  const words = error instanceof Error ? error.message : String(error);
  if (name === 'QuotaExceededError') {
    return new ManiculeError(
      'storage-full',
      'The disk or this browser’s share of it is full, so this step was not stored. Everything stored before is safe. Free some space and try again.',
      { cause: error },
    );
  }
  if (name === 'VersionError') {
    return new ManiculeError(
      'storage-failed',
      'The library was written by a newer version of Manicule. Update the extension; nothing was changed.',
      { cause: error },
    );
  }
  return new ManiculeError(
    'storage-failed',
    `The browser could not read or write the library (${name || 'error'}: ${words}). This step was not stored; everything stored before is safe.`,
    { cause: error },
  );
}
