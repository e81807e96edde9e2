/** Sets the passphrase that backups are encrypted with. */
import { useState } from 'preact/hooks';
import { say, sayMany } from '../../core/say.ts';
import { place, setPassphrase } from './auto-state.ts';

/** Shorter ones are guessed however slow each guess is made. */
const LEAST = 10;

export function PassphraseForm() {
  const on = place.value.secret !== undefined;
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const problem =
    first === ''
      ? ''
      : first.length < LEAST
        ? sayMany('optionsPassphraseLeast', LEAST)
        : second !== '' && first !== second
          ? say('optionsPassphraseDiffer')
          : '';
  const set = async (event: Event) => {
    event.preventDefault();
    if (first.length < LEAST || first !== second) return;
    await setPassphrase(first);
    setFirst('');
    setSecond('');
  };
  return (
    <details class="passphrase">
      <summary>{say(on ? 'optionsPassphraseOn' : 'optionsPassphraseOff')}</summary>
      <form onSubmit={(event) => void set(event)}>
        <p class="hint" id="passphrase-hint">
          {say('optionsPassphraseHint')}
        </p>
        <p class="buttons">
          <label>
            {say('optionsPassphrase')}{' '}
            <input
              class="field"
              type="password"
              autocomplete="new-password"
              value={first}
              aria-describedby="passphrase-hint passphrase-problem"
              onInput={(event) => setFirst(event.currentTarget.value)}
            />
          </label>
          <label>
            {say('optionsPassphraseAgain')}{' '}
            <input
              class="field"
              type="password"
              autocomplete="new-password"
              value={second}
              aria-describedby="passphrase-problem"
              onInput={(event) => setSecond(event.currentTarget.value)}
            />
          </label>
          <button type="submit" class="button" disabled={first.length < LEAST || first !== second}>
            {say(on ? 'optionsPassphraseChange' : 'optionsPassphraseSet')}
          </button>
          {on && (
            <button type="button" class="button" onClick={() => void setPassphrase('')}>
              {say('optionsPassphraseStop')}
            </button>
          )}
        </p>
        <p class="problem" id="passphrase-problem" role="status">
          {problem}
        </p>
      </form>
    </details>
  );
}
