/** Exports beside the page: ten thousand papers are read and written while it goes on answering. */
import { sentenceOf } from '../../core/errors.ts';
import { topicName } from '../../core/topics.ts';
import { FORMATS } from '../../exchange/formats.ts';
import { exportChunks } from '../../exchange/index.ts';
import { zipChunks } from '../../exchange/notes.ts';
import { orderingOf } from '../../exchange/order.ts';
import { pieceWriter } from '../../exchange/pieces.ts';
import { breathe, getRows, keyedMarks, openDb, setCiteKeys } from '../../storage/index.ts';
import { topicLabel } from '../../topics/labels.ts';
import type { FromExporter, ToExporter } from './export-messages.ts';
import { ExportReader, writerOptions } from './export-read.ts';
import { makeFile } from './export-run.ts';
import { speakLike } from './speak-like.ts';

/** Parts of the worker's global that are used here; the page's types do not have them. */
interface Scope {
  onmessage: ((event: MessageEvent<ToExporter>) => void) | null;
  postMessage(message: FromExporter): void;
}
const scope = globalThis as unknown as Scope;

async function work({ format, choices, renew, topicChoices, ...asked }: ToExporter): Promise<void> {
  const ids = asked.ids === '' ? [] : asked.ids.split('\n');
  const kind = FORMATS.find(({ id }) => id === format);
  const label = (id: string) => topicName(id, topicChoices) ?? topicLabel(id);
  const reader = new ExportReader({ ids, choices, renew }, label);
  const begun = Promise.all([keyedMarks(), speakLike(asked.language)]).then(([keyed]) => {
    reader.begin(keyed.keys);
    return keyed.marks;
  });
  const options = writerOptions(choices, reader.keys);
  const { file, written, missing, report } = await makeFile(
    format,
    `${kind?.mime ?? 'text/plain'};charset=utf-8`,
    ids,
    {
      rows: async (some) => getRows(some, await begun),
      items: (rows) => reader.items(rows),
      ordering: orderingOf(choices.order, reader.keys),
      pieces: pieceWriter(format, options),
      chunks: (id, items) =>
        id === 'obsidian' ? zipChunks(items, options) : exportChunks(id, items, options),
      breathe,
      now: () => performance.now(),
    },
    (progress) => scope.postMessage({ progress }),
  );
  await begun;
  const skipped = [...report.skipped, ...reader.corrupt];
  scope.postMessage({ made: { file, written, missing, passed: report.passed ?? 0, skipped } });
  if (kind?.keys) await setCiteKeys(reader.fresh, new Date().toISOString(), renew);
}

scope.onmessage = ({ data }) => {
  work(data).then(
    () => scope.postMessage({ kept: true }),
    (error: unknown) => scope.postMessage({ failed: sentenceOf(error) }),
  );
};

// the worker is often started before it is needed
void openDb().catch(() => undefined);
