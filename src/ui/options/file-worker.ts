/** In the worker for files: does what the options page asks, tells how far it is, and stops when it is told to. */
import { ManiculeError, sentenceOf } from '../../core/errors.ts';
import { speakLike } from '../shared/speak-like.ts';
import type { Asked, FileTask, FileTasks, FromFileWorker, ToFileWorker } from './file-messages.ts';
import { FileWork } from './file-work.ts';
import type { Progress } from './restore-session.ts';

/** Parts of the worker's global that are used here; the page's types do not have them. */
interface Scope {
  onmessage: ((event: MessageEvent<ToFileWorker>) => void) | null;
  postMessage(message: FromFileWorker): void;
}
const scope = globalThis as unknown as Scope;

/** Time between two words about progress, in ms. */
const TELL_MS = 50;

const work = new FileWork();

async function make(
  asked: Asked,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<FileTasks[FileTask]['made']> {
  await speakLike(asked.language);
  switch (asked.do) {
    case 'look':
      return work.look(asked.file);
    case 'read':
      return work.read(asked.file, asked.source, onProgress, signal, asked.id);
    case 'preview':
      return work.preview(onProgress, signal);
    case 'merge':
      return work.merge(asked.id, asked.topicChoices, onProgress);
    case 'undo':
      return work.undo(onProgress);
  }
}

/** What runs, to be stopped. */
const running = new Map<number, AbortController>();

async function answer(asked: Asked): Promise<void> {
  const { n } = asked;
  const run = new AbortController();
  running.set(n, run);
  let told = 0;
  const tell: Progress = (done, total) => {
    const now = performance.now();
    if (now - told < TELL_MS && done !== total) return;
    told = now;
    scope.postMessage({ n, done, total });
  };
  try {
    scope.postMessage({ n, made: await make(asked, tell, run.signal) });
  } catch (error) {
    const code = error instanceof ManiculeError ? error.code : 'storage-failed';
    scope.postMessage({ n, failed: sentenceOf(error), code });
  } finally {
    running.delete(n);
  }
}

scope.onmessage = ({ data }) => {
  if ('stop' in data) running.get(data.stop)?.abort();
  else void answer(data);
};
