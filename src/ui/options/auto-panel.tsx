/** Backups that write themselves: how often, where to, how many are kept, and how the last one went. */
import { useEffect } from 'preact/hooks';
import type { Every } from '../../core/backup-plan.ts';
import { canPickFolder } from '../../platform/folders.ts';
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
import { age, many, moment, size } from './format.ts';
import { PassphraseForm } from './passphrase-form.tsx';
import './backup.css';

const NAMES: [Every, string][] = [
  ['never', 'never'],
  ['day', 'every day'],
  ['week', 'every week'],
];

/** Where they go, in words. */
function Where() {
  const { folder, every } = place.value;
  return (
    <p class="hint">
      {folder
        ? `Into the folder “${folder.name}”. The browser may take its leave back when it restarts; then a reminder shows here and in the popup, and one click allows it again. Choosing “Allow on every visit” when it asks avoids that.`
        : canPickFolder()
          ? 'Into a folder you choose, best one that another disk or service copies; without one, into “Manicule” among your downloads.'
          : 'Into “Manicule” among your downloads: this browser lets no extension write into another folder.'}
      {every !== 'never' &&
        ' They stand outside the browser’s own storage: removing the extension or clearing site data leaves them there.'}
    </p>
  );
}

function Status() {
  const { written, failure, every } = place.value;
  if (writing.value !== undefined) return <p role="status">writing… {many(writing.value, 'record')}</p>;
  return (
    <div class="auto-state" role="status">
      {written && (
        <p>
          Last: {written.name}, {age(written.at)} ({moment(written.at)}), {many(written.records, 'record')},{' '}
          {size(written.bytes)}, {written.way === 'folder' ? 'read back whole' : 'complete'}.
        </p>
      )}
      {!written && every !== 'never' && !failure && <p>None written yet.</p>}
      {failure && (
        <p class="problem">
          {moment(failure.at)}: {failure.sentence}{' '}
          {failure.why === 'permission' && (
            <button type="button" class="button" onClick={() => void allowAgain()}>
              Allow again
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
  return (
    <div class="panel" id="auto-backup">
      <h3>Automatic backups</h3>
      <Where />
      <p class="buttons">
        <label>
          Write one{' '}
          <select
            class="field"
            value={every}
            disabled={busy}
            onChange={(event) => void setEvery(event.currentTarget.value as Every)}
          >
            {NAMES.map(([value, name]) => (
              <option key={value} value={value}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          and keep the last{' '}
          <input
            class="field"
            type="number"
            min={2}
            max={60}
            value={keep}
            onChange={(event) => void setKeep(event.currentTarget.value)}
          />
        </label>
      </p>
      <p class="buttons">
        {canPickFolder() && (
          <button type="button" class="button" disabled={busy} onClick={() => void chooseFolder()}>
            {folder ? 'Choose another folder…' : 'Choose a folder…'}
          </button>
        )}
        {folder && (
          <button type="button" class="button" disabled={busy} onClick={() => void forgetFolder()}>
            Use downloads instead
          </button>
        )}
        {every !== 'never' && (
          <button type="button" class="button" disabled={busy} onClick={() => void writeNow()}>
            Write one now
          </button>
        )}
      </p>
      <Status />
      <PassphraseForm />
    </div>
  );
}
