/** Sets the passphrase that backups are encrypted with. */
import { useState } from 'preact/hooks';
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
        ? `At least ${LEAST} characters.`
        : second !== '' && first !== second
          ? 'The two differ.'
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
      <summary>{on ? 'Encrypted with your passphrase' : 'Encrypt with a passphrase'}</summary>
      <form onSubmit={(event) => void set(event)}>
        <p class="hint" id="passphrase-hint">
          Automatic backups and “Export everything” are then unreadable without it (AES-256-GCM; key by
          PBKDF2, 600,000 rounds of SHA-256). Write it down: nobody can recover it, and older backups keep the
          passphrase they were written with.
        </p>
        <p class="buttons">
          <label>
            Passphrase{' '}
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
            again{' '}
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
            {on ? 'Change' : 'Encrypt from now on'}
          </button>
          {on && (
            <button type="button" class="button" onClick={() => void setPassphrase('')}>
              Stop encrypting
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
