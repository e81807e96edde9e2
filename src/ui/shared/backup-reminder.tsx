/** One line when the last backup is old or the next cannot be written: in the popup and the library, after what one came for. */
import { signal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { isOld } from '../../core/backup-plan.ts';
import { say } from '../../core/say.ts';
import { openTab, ownPage } from '../../platform/tabs.ts';
import { counts, lastBackup, readBackupPlace } from './data.ts';
import { painted } from './painted.ts';
import { day } from './words.ts';

/** What to tell; undefined: nothing, or not known yet. */
const sentence = signal<string | undefined>(undefined);

/** The reminder, or undefined where none is due. @throws ManiculeError */
export async function reminder(now: Date): Promise<string | undefined> {
  const [place, last, { saved }] = await Promise.all([readBackupPlace(), lastBackup(), counts()]);
  const { every, failure, written } = place;
  const stopped = every !== 'never' && failure !== undefined && failure.at > (written?.at ?? '');
  if (!stopped && !isOld(place, last, saved, now.toISOString())) return undefined;
  const when = last ? say('sharedLastBackup', day(last, now)) : say('sharedNoBackup');
  return stopped ? say('sharedBackupsStopped', when) : when;
}

/** To be shown at the foot of a page. */
export function BackupReminder({ onFail }: { onFail: (error: unknown) => void }) {
  const ready = painted.value;
  useEffect(() => {
    if (!ready) return;
    reminder(new Date()).then(
      (text) => {
        sentence.value = text;
      },
      () => undefined, // the page itself says when storage cannot be read
    );
  }, [ready]);
  if (!sentence.value) return null;
  return (
    <p class="notice backup-reminder" role="status">
      {sentence.value}{' '}
      <button
        type="button"
        class="link"
        onClick={() => void openTab(`${ownPage('options')}#library`).catch(onFail)}
      >
        {say('sharedBackUp')}
      </button>
    </p>
  );
}
