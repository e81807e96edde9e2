/** Backups that write themselves: how often, where to, how many are kept, and how the last one went. */
import { useEffect } from 'preact/hooks';
import type { Every } from '../../core/backup-plan.ts';
import { type MessageKey, say, sayMany } from '../../core/say.ts';
import { canPickFolder } from '../../platform/folders.ts';
import { Said } from '../shared/said.tsx';
import {
  allowAgain,
  chooseFolder,
  forgetFolder,
  place,
  setEvery,
  setKeep,
  startAuto,
  writeNow,
  writing,
} from './auto-state.ts';
import { age, moment, size } from './format.ts';
import { PassphraseForm } from './looks.tsx';
import './backup.css';

const NAMES: [Every, MessageKey][] = [
  ['never', 'optionsAutoNever'],
  ['day', 'optionsAutoDay'],
  ['week', 'optionsAutoWeek'],
];

/** Where they go, in words. */
function Where() {
  const { folder, every } = place.value;
  return (
    <p class="hint">
      {folder
        ? say('optionsAutoFolder', folder.name)
        : say(canPickFolder() ? 'optionsAutoChoice' : 'optionsAutoDownloads')}
      {every !== 'never' && ` ${say('optionsAutoOutside')}`}
    </p>
  );
}

function Status() {
  const { written, failure, every } = place.value;
  if (writing.value !== undefined)
    return <p role="status">{sayMany('optionsBackupWriting', writing.value)}</p>;
  return (
    <div class="auto-state" role="status">
      {written && (
        <p>
          {sayMany(
            written.way === 'folder' ? 'optionsAutoLastRead' : 'optionsAutoLastComplete',
            written.records,
            written.name,
            age(written.at),
            moment(written.at),
            size(written.bytes),
          )}
        </p>
      )}
      {!written && every !== 'never' && !failure && <p>{say('optionsAutoNone')}</p>}
      {failure && (
        <p class="problem">
          {say('optionsAutoFailure', moment(failure.at), failure.sentence)}{' '}
          {failure.why === 'permission' && (
            <button type="button" class="button" onClick={() => void allowAgain()}>
              {say('optionsAutoAllowAgain')}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

export function AutoPanel() {
  const { every, keep, folder } = place.value;
  const busy = writing.value !== undefined;
  useEffect(() => void startAuto(), []);
  const often = (
    <select
      key="often"
      id="auto-often"
      class="field"
      value={every}
      disabled={busy}
      onChange={(event) => void setEvery(event.currentTarget.value as Every)}
    >
      {NAMES.map(([value, name]) => (
        <option key={value} value={value}>
          {say(name)}
        </option>
      ))}
    </select>
  );
  const kept = (
    <input
      key="kept"
      id="auto-kept"
      class="field"
      type="number"
      min={2}
      max={60}
      value={keep}
      onChange={(event) => void setKeep(event.currentTarget.value)}
    />
  );
  return (
    <div class="panel" id="auto-backup">
      <h3>{say('optionsAutoTitle')}</h3>
      <Where />
      <p class="buttons">
        <label for="auto-often">
          <Said k="optionsAutoEvery" parts={[often]} />
        </label>
        <label for="auto-kept">
          <Said k="optionsAutoKeep" parts={[kept]} />
        </label>
      </p>
      <p class="buttons">
        {canPickFolder() && (
          <button type="button" class="button" disabled={busy} onClick={() => void chooseFolder()}>
            {say(folder ? 'optionsAutoChooseOther' : 'optionsAutoChoose')}
          </button>
        )}
        {folder && (
          <button type="button" class="button" disabled={busy} onClick={() => void forgetFolder()}>
            {say('optionsAutoUseDownloads')}
          </button>
        )}
        {every !== 'never' && (
          <button type="button" class="button" disabled={busy} onClick={() => void writeNow()}>
            {say('optionsAutoWriteNow')}
          </button>
        )}
      </p>
      <Status />
      <PassphraseForm />
    </div>
  );
}
