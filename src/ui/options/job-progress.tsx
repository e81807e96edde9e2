/** What a restore or an import is at, in a line that screen readers hear. */
import { type MessageKey, say } from '../../core/say.ts';
import type { Job } from '../../storage/index.ts';
import type { Doing, RestoreStep } from './restore-session.ts';
import { keysChange } from './would-change.ts';

const DOING: Record<Exclude<Doing, 'writing'>, MessageKey> = {
  reading: 'optionsJobReading',
  looking: 'optionsJobLooking',
  copying: 'optionsJobCopying',
  undoing: 'optionsJobUndoing',
};

const WRITING: Record<Job['kind'], MessageKey> = {
  restore: 'optionsJobRestoring',
  import: 'optionsJobImporting',
};

type Busy = Extract<RestoreStep, { step: 'busy' }>;

/** What is done, and how far it is: bytes are no reader's measure. */
function far({ name, doing, done, total }: Busy, what: string): string {
  if (done === 0) return say('optionsJobBegins', name, what);
  if (doing === 'reading') {
    const percent = Math.min(100, Math.round((100 * done) / Math.max(total, 1)));
    return say('optionsJobPercent', name, what, percent);
  }
  return total > 0 ? say('optionsJobOf', name, what, done, total) : say('optionsJobSoFar', name, what, done);
}

export function JobProgress({ now, kind }: { now: RestoreStep; kind: Job['kind'] }) {
  if (now.step === 'failed') return <p class="problem">{now.sentence}</p>;
  if (now.step === 'done') {
    const keys = keysChange(now.counts);
    return (
      <>
        <p>{say(kind === 'import' ? 'optionsJobImported' : 'optionsJobRestored', now.name)}</p>
        {keys && <p>{keys}</p>}
      </>
    );
  }
  if (now.step !== 'busy') return null;
  const what = say(now.doing === 'writing' ? WRITING[kind] : DOING[now.doing]);
  return (
    <p class="buttons">
      <progress
        aria-label={say('optionsJobLabel', now.name, what)}
        {...(now.total > 0 ? { max: now.total, value: now.done } : {})}
      />
      <span>{far(now, what)}</span>
    </p>
  );
}
