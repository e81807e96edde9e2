/** What a restore or an import is at, in a line that screen readers hear. */
import { number } from './format.ts';
import type { Doing, RestoreStep } from './restore-session.ts';

const DOING: Record<Exclude<Doing, 'writing'>, string> = {
  reading: 'reading',
  looking: 'looking what it would change',
  copying: 'putting a copy of the library aside',
  undoing: 'taking back',
};

/** What a file says of how far it is: bytes are no reader's measure. */
function far({ doing, done, total }: Extract<RestoreStep, { step: 'busy' }>): string {
  if (done === 0) return '…';
  if (doing === 'reading') return `… ${Math.min(100, Math.round((100 * done) / Math.max(total, 1)))} %`;
  return total > 0 ? `… ${number(done)} of ${number(total)}` : `… ${number(done)}`;
}

export interface JobProgressProps {
  now: RestoreStep;
  /** What writing is called: "restoring". */
  writing: string;
  /** What was done: "Restored". */
  done: string;
}

export function JobProgress({ now, writing, done }: JobProgressProps) {
  if (now.step === 'failed') return <p class="problem">{now.sentence}</p>;
  if (now.step === 'done')
    return (
      <p>
        {done} {now.name}.
      </p>
    );
  if (now.step !== 'busy') return null;
  const doing = now.doing === 'writing' ? writing : DOING[now.doing];
  return (
    <p class="buttons">
      <progress
        aria-label={`${now.name}: ${doing}`}
        {...(now.total > 0 ? { max: now.total, value: now.done } : {})}
      />
      <span>
        {now.name}: {doing}
        {far(now)}
      </span>
    </p>
  );
}
