/** Exports and backups beside the page: ten thousand papers are read and written while it goes on answering. */
import { sentenceOf } from '../../core/errors.ts';
import { openDb } from '../../storage/index.ts';
import { checkBeside, writeBackup } from './export-backups.ts';
import type { FromExporter, ToExporter } from './export-messages.ts';
import { marksAhead, writeIntoFolder, writePapers } from './export-papers.ts';
import type { Progress } from './export-run.ts';
import { speakLike } from './speak-like.ts';

/** Parts of the worker's global that are used here; the page's types do not have them. */
interface Scope {
  onmessage: ((event: MessageEvent<ToExporter>) => void) | null;
  postMessage(message: FromExporter): void;
}
const scope = globalThis as unknown as Scope;

const tell = (progress: Progress): void => scope.postMessage({ progress });
const made = (what: Extract<FromExporter, { made: unknown }>['made']): void =>
  scope.postMessage({ made: what });

async function work(job: Exclude<ToExporter, { do: 'stop' | 'soon' }>, signal: AbortSignal): Promise<void> {
  // papers are read meanwhile
  const speaking = speakLike(job.language);
  if (job.do === 'file') return writePapers(job, speaking, tell, made);
  await speaking;
  if (job.do === 'notes') return writeIntoFolder(job, tell, made, signal);
  made(job.do === 'backup' ? await writeBackup(job, tell) : await checkBeside(job));
}

let run = new AbortController();

scope.onmessage = ({ data }) => {
  if (data.do === 'stop') {
    run.abort();
    return;
  }
  if (data.do === 'soon') {
    marksAhead.readAhead(data.ids);
    return;
  }
  run = new AbortController();
  const { signal } = run;
  work(data, signal).then(
    () => scope.postMessage({ kept: true }),
    (error: unknown) => scope.postMessage(signal.aborted ? { stopped: true } : { failed: sentenceOf(error) }),
  );
};

// the worker is often started before it is needed
void openDb().catch(() => undefined);
