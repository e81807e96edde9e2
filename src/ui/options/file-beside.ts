/** The worker for files, as the page sees it: started by the first question, ended when there is no file to remember. */
import { ManiculeError } from '../../core/errors.ts';
import { language, say } from '../../core/say.ts';
import type { Asked, FileTask, FileTasks, FromFileWorker, ToFileWorker } from './file-messages.ts';
import type { Progress } from './restore-session.ts';

interface Waiting {
  made: (answer: FileTasks[FileTask]['made']) => void;
  failed: (error: unknown) => void;
  onProgress: Progress | undefined;
}

export class FileBeside {
  #worker: Worker | undefined;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  #started(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = ({ data }: MessageEvent<FromFileWorker>) => this.#hear(data);
    worker.onerror = ({ message }) => {
      this.#leave(new ManiculeError('storage-failed', message));
    };
    this.#worker = worker;
    return worker;
  }

  #hear(told: FromFileWorker): void {
    const asked = this.#waiting.get(told.n);
    if ('done' in told) {
      asked?.onProgress?.(told.done, told.total);
      return;
    }
    this.#waiting.delete(told.n);
    if ('made' in told) asked?.made(told.made);
    else asked?.failed(new ManiculeError(told.code, told.failed));
  }

  /** @throws ManiculeError; `signal.reason` once it was stopped */
  ask<K extends FileTask>(
    task: K,
    asked: FileTasks[K]['asked'],
    { onProgress, signal }: { onProgress?: Progress; signal?: AbortSignal } = {},
  ): Promise<FileTasks[K]['made']> {
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const n = ++this.#last;
      const worker = this.#started();
      const post = (message: ToFileWorker) => worker.postMessage(message);
      const stop = () => post({ stop: n });
      signal?.addEventListener('abort', stop);
      const end = () => signal?.removeEventListener('abort', stop);
      this.#waiting.set(n, {
        made: (answer) => {
          end();
          resolve(answer as FileTasks[K]['made']);
        },
        failed: (error) => {
          end();
          reject(signal?.aborted ? signal.reason : error);
        },
        onProgress,
      });
      post({ n, do: task, language: language(), ...asked } as unknown as Asked);
    });
  }

  #leave(error: ManiculeError): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const { failed } of [...this.#waiting.values()]) failed(error);
    this.#waiting.clear();
  }

  /** Forgets the file, and ends what is still done with it: whatever was begun can be gone on with. */
  end(): void {
    this.#leave(new ManiculeError('bad-file', say('optionsImportNothing')));
  }
}
