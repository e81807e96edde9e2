/** Exports everything as one file, and says how old the last copy is. */
import { useState } from 'preact/hooks';
import { isOld } from '../../core/backup-plan.ts';
import { Icon } from '../shared/icons.tsx';
import { place } from './auto-state.ts';
import { lastBackup, makeBackup } from './data.ts';
import { download } from './download.ts';
import { age, many, moment } from './format.ts';
import { say, sayFailure } from './notice.tsx';
import { totals } from './state.ts';

export function BackupPanel() {
  const [done, setDone] = useState<number | undefined>(undefined);
  const last = lastBackup.value;
  const saved = totals.value?.saved ?? 0;
  const old = isOld(place.value, last, saved, new Date().toISOString());
  const run = async () => {
    setDone(0);
    try {
      const file = await makeBackup(setDone);
      download(file.blob, file.filename);
      say(`${file.filename}: ${many(file.records, 'record')} written.`);
    } catch (error) {
      sayFailure(error);
    } finally {
      setDone(undefined);
    }
  };
  return (
    <div class="panel">
      <h3>Backup</h3>
      <p class="hint">
        One file with every paper, mark, rule, setting and sighting:{' '}
        {place.value.secret
          ? 'encrypted with your passphrase.'
          : 'plain JSON Lines that other programs can read too.'}
      </p>
      <p class="buttons">
        <button type="button" class="button" disabled={done !== undefined} onClick={() => void run()}>
          <Icon name="export" /> Export everything
        </button>
        <span class={old ? 'problem' : 'hint'} role="status">
          {done !== undefined
            ? `writing… ${many(done, 'record')}`
            : last
              ? `Last backup: ${age(last)}, ${moment(last)}${old ? '. What you decided since then is in this browser only.' : ''}`
              : saved > 0
                ? `No backup yet: ${many(saved, 'saved paper')} in this browser only.`
                : 'No backup yet.'}
        </span>
      </p>
    </div>
  );
}
