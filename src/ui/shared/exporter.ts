/** Workers that export and back up, as the page sees them. */
import { ManiculeError } from '../../core/errors.ts';
import type { PaperId } from '../../core/paper.ts';
import type { FromExporter, Kind, ToExporter, Work } from './export-messages.ts';
import type { Progress } from './export-run.ts';

/** A worker that has nothing to do: the next export need not wait for one to start. */
let spare: Worker | undefined;
let leaving: ReturnType<typeof setTimeout> | undefined;
const IDLE_MS = 60_000;

function take(): Worker {
  clearTimeout(leaving);
  const worker = spare ?? new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' });
  spare = undefined;
  return worker;
}

function give(worker: Worker): void {
  worker.onmessage = null;
  worker.onerror = null;
  if (spare) {
    worker.terminate();
    return;
  }
  spare = worker;
  leaving = setTimeout(() => {
    spare?.terminate();
    spare = undefined;
  }, IDLE_MS);
}

/** Of more, nothing is read before a format is chosen: it would be held in memory for nothing where none is. */
const MOST_AHEAD = 20_000;

/** Starts what the next export needs. @param ids the papers it may be of: their marks are read while the reader chooses. */
export function warmExporter(ids: readonly PaperId[] = []): void {
  const worker = take();
  if (ids.length > 0 && ids.length <= MOST_AHEAD)
    worker.postMessage({ do: 'soon', ids: ids.join('\n') } satisfies ToExporter);
  give(worker);
}

export interface BesideOptions<K extends Kind> {
  onProgress?: (progress: Progress) => void;
  /** Called as soon as it is whole; the promise waits until new cite keys are stored. */
  onMade?: (made: Work[K]['made']) => void;
  signal?: AbortSignal;
}

/**
 * Does a job in a worker.
 * @throws ManiculeError; `signal.reason` where it was stopped before it was done
 */
export function beside<K extends Kind>(
  job: Work[K]['job'] & { do: K },
  { onProgress, onMade, signal }: BesideOptions<K> = {},
): Promise<Work[K]['made']> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = take();
    let made: Work[K]['made'] | undefined;
    const end = (then: () => void): void => {
      signal?.removeEventListener('abort', stop);
      then();
    };
    const fail = (error: unknown): void =>
      end(() => {
        worker.terminate();
        reject(error);
      });
    const stop = (): void => {
      // a note that is being written shall be whole
      if (job.do === 'notes') worker.postMessage({ do: 'stop' } satisfies ToExporter);
      else fail(signal?.reason);
    };
    signal?.addEventListener('abort', stop);
    worker.onerror = (event) => fail(new ManiculeError('storage-failed', event.message));
    worker.onmessage = ({ data }: MessageEvent<FromExporter>) => {
      if ('progress' in data) onProgress?.(data.progress);
      else if ('failed' in data) fail(new ManiculeError('storage-failed', data.failed));
      else if ('stopped' in data) fail(signal?.reason);
      else if ('made' in data) {
        const whole = data.made as Work[K]['made'];
        made = whole;
        end(() => onMade?.(whole));
      } else if (made) {
        give(worker);
        resolve(made);
      }
    };
    worker.postMessage(job);
  });
}
