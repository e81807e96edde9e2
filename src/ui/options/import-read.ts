/** A file of another program, read in turns short enough for the page to breathe. */
import type { SavedPage } from '../../core/saved-page.ts';
import { say } from '../../core/say.ts';
import type { CsvPlan } from '../../exchange/from/csv.ts';
import type { ImportChoices, ImportItem } from '../../exchange/import-items.ts';
import type { ImportId, ImportProblem, ImportStep } from '../../exchange/imports.ts';
import type { FileBatch, OpenFile } from './read-file.ts';
import type { FileProblem } from './restore-session.ts';

/** How long records are worked on before the page gets its turn, in ms, and how many are handed over at once. */
const TURN = 8;
const MOST = 250;

const told = ({ line, entry, why }: ImportProblem): FileProblem =>
  line !== undefined
    ? { line, why }
    : { why: entry === undefined ? why : say('optionsProblemEntry', entry, why) };

/** The batches of what `steps` read. */
export function* batchesOf(
  steps: Iterable<ImportStep>,
  itemsOf: (record: Extract<ImportStep, { record: unknown }>['record']) => ImportItem[],
): Generator<FileBatch> {
  let batch: FileBatch = { items: [], settings: [], problems: [], bytes: 0 };
  let since = performance.now();
  for (const step of steps) {
    if ('record' in step) batch.items.push(...itemsOf(step.record));
    else if ('problem' in step) batch.problems.push(told(step.problem));
    else batch.bytes = Math.max(batch.bytes, step.read);
    if (batch.items.length < MOST && performance.now() - since < TURN) continue;
    yield batch;
    batch = { items: [], settings: [], problems: [], bytes: batch.bytes };
    since = performance.now();
  }
  yield batch;
}

export interface ImportPlan {
  text: string;
  format: ImportId;
  csv?: CsvPlan;
  /** What the reader of its site made of a saved page. */
  saved?: SavedPage & { from: string };
  choices: ImportChoices;
}

/** The text as records to lay down. Never overrides what the reader decided: it is an import. */
export async function openImport({ text, format, csv, saved, choices }: ImportPlan): Promise<OpenFile> {
  const [{ importSteps, pageSteps }, { importItems }] = await Promise.all([
    import('../../exchange/imports.ts'),
    import('../../exchange/import-items.ts'),
  ]);
  async function* batches(): AsyncGenerator<FileBatch> {
    const steps = saved ? pageSteps(saved, text) : importSteps(text, format, csv ? { csv } : {});
    yield* batchesOf(steps, (record) => importItems(record, choices));
  }
  return { kind: 'import', exported: '', batches: batches() };
}
