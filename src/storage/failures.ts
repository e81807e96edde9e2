/** What IndexedDB throws, said so that a reader understands it. */
import { ManiculeError } from '../core/errors.ts';
import { say } from '../core/say.ts';

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
    return new ManiculeError('storage-full', say('storageFull'), { cause: error });
  }
  if (name === 'VersionError') {
    return new ManiculeError('storage-failed', say('storageNewer'), { cause: error });
  }
  return new ManiculeError('storage-failed', say('storageFailed', name || 'error', words), { cause: error });
}
