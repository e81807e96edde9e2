/** An export while it runs, and its report. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { sentenceOf } from '../../core/errors.ts';
import { say, sayMany } from '../../core/say.ts';
import { pickFolder } from '../../platform/folders.ts';
import type { Job, Outcome } from './export-file.ts';
import type { Progress } from './export-run.ts';
import { warmExporter } from './exporter.ts';

export interface ExportWork {
  /** undefined: nothing runs. */
  progress: Progress | undefined;
  outcome: Outcome | undefined;
  failure: string;
  fail: (error: unknown) => void;
  /** @param folder into a folder the reader picks, not into a file */
  run: (job: Job, folder: boolean) => Promise<void>;
  stop: () => void;
}

export function useExport(): ExportWork {
  const [progress, setProgress] = useState<Progress | undefined>(undefined);
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const [failure, setFailure] = useState('');
  const control = useRef<AbortController | undefined>(undefined);
  useEffect(() => {
    warmExporter();
    return () => control.current?.abort();
  }, []);
  const fail = (error: unknown) => setFailure(sentenceOf(error));
  const run = async (job: Job, into: boolean) => {
    const abort = new AbortController();
    control.current = abort;
    setOutcome(undefined);
    setFailure('');
    try {
      // the picker first: browsers open it only right after a click
      const folder = into ? await pickFolder() : undefined;
      if (into && !folder) return;
      setProgress({ done: 0, total: 1 });
      const { exportList, exportToFolder } = await import('./export-file.ts');
      setOutcome(
        folder
          ? await exportToFolder(job, folder, setProgress, abort.signal)
          : await exportList(job, setProgress, abort.signal),
      );
    } catch (error) {
      if (!abort.signal.aborted) fail(error);
      else if (into) setFailure(say('sharedExportStoppedNotes'));
      else setFailure(say('sharedExportStopped'));
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, outcome, failure, fail, run, stop: () => control.current?.abort() };
}

/** Lines of the report that are shown. */
const SHOWN = 200;

export function ExportRun({ work }: { work: ExportWork }) {
  const { progress, outcome, failure } = work;
  const skipped = outcome?.skipped ?? [];
  return (
    <>
      {progress && (
        <div class="exporting">
          <progress aria-label={say('commonExport')} value={progress.done} max={progress.total} />
          <span>{say('commonPercent', Math.round((progress.done / Math.max(1, progress.total)) * 100))}</span>
          <button type="button" class="button" onClick={work.stop}>
            {say('commonStop')}
          </button>
        </div>
      )}
      <p class="said" role="status">
        {outcome?.said}
      </p>
      {failure && (
        <p class="said bad" role="alert">
          {failure}
        </p>
      )}
      {skipped.length > 0 && (
        <details class="report" open>
          <summary>{sayMany('sharedExportSimplified', new Set(skipped.map(({ id }) => id)).size)}</summary>
          <ul>
            {skipped.slice(0, SHOWN).map(({ id, title, why }) => (
              <li key={`${id} ${why}`}>
                <b dir="auto">{title || id}</b>: {why}
              </li>
            ))}
          </ul>
          {skipped.length > SHOWN && <p>{sayMany('sharedExportMoreLines', skipped.length - SHOWN)}</p>}
        </details>
      )}
    </>
  );
}
