/** Exports everything as one file, and says how old the last copy is. */
import { useRef, useState } from 'preact/hooks';
import { isOld } from '../../core/backup-plan.ts';
import { say, sayMany } from '../../core/say.ts';
import { Icon } from '../shared/icons.tsx';
import { place } from './auto-state.ts';
import { lastBackup, makeBackup } from './data.ts';
import { download } from './download.ts';
import { age, moment } from './format.ts';
import { sayFailure, tell } from './notice.tsx';
import { totals } from './state.ts';

export function BackupPanel() {
  const [done, setDone] = useState<number | undefined>(undefined);
  const last = lastBackup.value;
  const saved = totals.value?.saved ?? 0;
  const old = isOld(place.value, last, saved, new Date().toISOString());
  const control = useRef<AbortController | undefined>(undefined);
  const run = async () => {
    control.current = new AbortController();
    const { signal } = control.current;
    setDone(0);
    try {
      const file = await makeBackup(setDone, signal);
      download(file.blob, file.filename);
      tell(sayMany('optionsBackupDone', file.records, file.filename));
    } catch (error) {
      if (!signal.aborted) sayFailure(error);
    } finally {
      setDone(undefined);
    }
  };
  return (
    <div class="panel">
      <h3>{say('optionsBackupTitle')}</h3>
      <p class="hint">{say(place.value.secret ? 'optionsBackupSealed' : 'optionsBackupPlain')}</p>
      <p class="buttons">
        <button type="button" class="button" disabled={done !== undefined} onClick={() => void run()}>
          <Icon name="export" /> {say('optionsBackupExport')}
        </button>
        {done !== undefined && (
          <button type="button" class="button" onClick={() => control.current?.abort()}>
            {say('commonStop')}
          </button>
        )}
        <span class={old ? 'problem' : 'hint'} role="status">
          {done !== undefined
            ? sayMany('optionsBackupWriting', done)
            : last
              ? say(old ? 'optionsBackupLastOld' : 'optionsBackupLast', age(last), moment(last))
              : saved > 0
                ? sayMany('optionsBackupNoneSaved', saved)
                : say('optionsBackupNoneYet')}
        </span>
      </p>
    </div>
  );
}
