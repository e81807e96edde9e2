/** Reads files of other programs beside the page: a hundred thousand records are one text of two hundred megabytes. */
import { sentenceOf } from '../../core/errors.ts';
import { speakLike } from '../shared/speak-like.ts';
import type { FromImporter, ToImporter } from './import-messages.ts';
import { TextReader } from './import-reader.ts';
import type { FileBatch } from './read-file.ts';

/** Parts of the worker's global that are used here; the page's types do not have them. */
interface Scope {
  onmessage: ((event: MessageEvent<ToImporter>) => void) | null;
  postMessage(message: FromImporter): void;
}
const scope = globalThis as unknown as Scope;

const reader = new TextReader();
let batches: AsyncIterator<FileBatch> | undefined;

async function answer(asked: ToImporter): Promise<FromImporter> {
  if ('look' in asked) {
    await speakLike(asked.language);
    return { found: await reader.look(asked.look) };
  }
  if ('open' in asked) {
    batches = (await reader.open(asked.open)).batches[Symbol.asyncIterator]();
    return { opened: true };
  }
  const step = await batches?.next();
  return !step || step.done ? { end: true } : { batch: step.value };
}

/** One question after the other, so that answers come in order. */
let last: Promise<void> = Promise.resolve();
scope.onmessage = ({ data }) => {
  last = last.then(() =>
    answer(data).then(
      (told) => scope.postMessage(told),
      (error: unknown) => scope.postMessage({ failed: sentenceOf(error) }),
    ),
  );
};
