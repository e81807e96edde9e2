/** Workers that export, as the page sees them. */
import { ManiculeError } from '../../core/errors.ts';
import type { Exported, FromExporter, ToExporter } from './export-messages.ts';
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

/** Starts what the next export needs. */
export const warmExporter = (): void => give(take());

/**
 * Makes a file in a worker.
 * @param onMade called with the file as soon as it is whole; the promise waits until its cite keys are stored
 * @throws ManiculeError; `signal.reason` where it was stopped before the file was whole
 */
export function exportBeside(
  job: ToExporter,
  onProgress: (progress: Progress) => void,
  onMade: (made: Exported) => void,
  signal: AbortSignal,
): Promise<Exported> {
  return new Promise((resolve, reject) => {
    signal.throwIfAborted();
    const worker = take();
    let made: Exported | undefined;
    const fail = (error: unknown) => {
      worker.terminate();
      reject(error);
    };
    const stop = () => fail(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    worker.onerror = (event) => fail(new ManiculeError('storage-failed', event.message));
    worker.onmessage = ({ data }: MessageEvent<FromExporter>) => {
      if ('progress' in data) onProgress(data.progress);
      else if ('failed' in data) fail(new ManiculeError('storage-failed', data.failed));
      else if ('made' in data) {
        made = data.made;
        signal.removeEventListener('abort', stop);
        onMade(made);
      } else if (made) {
        give(worker);
        resolve(made);
      }
    };
    worker.postMessage(job);
  });
}
