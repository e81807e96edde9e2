/** Brings a backup back: choose or drop a file, look, restore, undo. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../core/say.ts';
import { useKeptFocus } from '../shared/kept-focus.ts';
import { undoableKind, undoableRestore } from './data.ts';
import { useDrop } from './drop.ts';
import { moment } from './format.ts';
import { JobProgress } from './job-progress.tsx';
import { RecoveryList, RestoreLook } from './looks.tsx';
import { sayFailure, tell } from './notice.tsx';
import { RestoreSession } from './restore-session.ts';
import { restoreWorld } from './restore-world.ts';

const session = new RestoreSession(restoreWorld);

/** Asks for the passphrase of an encrypted file. */
function Unlock({ sentence }: { sentence: string }) {
  const [typed, setTyped] = useState('');
  return (
    <form
      class="would"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed !== '') void session.unlock(typed);
      }}
    >
      <p id="unlock-why">{sentence}</p>
      <p class="buttons">
        <label for="unlock">{say('optionsPassphrase')}</label>
        <input
          id="unlock"
          class="field"
          type="password"
          autocomplete="off"
          aria-describedby="unlock-why"
          value={typed}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <button type="submit" class="button strong" disabled={typed === ''}>
          {say('optionsRestoreOpen')}
        </button>
        <button type="button" class="button" onClick={() => void session.cancel().catch(sayFailure)}>
          {say('commonCancel')}
        </button>
      </p>
    </form>
  );
}

export function RestorePanel() {
  const now = session.state.value;
  const input = useRef<HTMLInputElement>(null);
  const panel = useRef<HTMLDivElement>(null);
  useKeptFocus(panel);
  const busy = now.step === 'busy' && now.doing !== 'reading' && now.doing !== 'looking';
  const at = undoableKind.value === 'restore' ? undoableRestore.value : undefined;
  const take = (file: File | undefined) => {
    if (file && !busy) void session.look(file);
  };
  useEffect(() => void session.goOn(), []);
  // a file that misses the panel must not replace this page
  useEffect(() => {
    const abort = new AbortController();
    const { signal } = abort;
    const isFile = (event: DragEvent) => event.dataTransfer?.types.includes('Files') ?? false;
    window.addEventListener('dragover', (event) => isFile(event) && event.preventDefault(), { signal });
    window.addEventListener('drop', (event) => isFile(event) && event.preventDefault(), { signal });
    return () => abort.abort();
  }, []);
  const undo = async () => {
    try {
      await session.undo();
      tell(say('optionsRestoreUndone'));
    } catch (error) {
      sayFailure(error);
    }
  };
  const { over, ...drop } = useDrop((file) => take(file));
  return (
    <div ref={panel} class={over ? 'panel over' : 'panel'} {...drop}>
      <h3>{say('optionsRestoreTitle')}</h3>
      <p class="hint">{say('optionsRestoreHint')}</p>
      <p class="buttons">
        <button type="button" class="button" disabled={busy} onClick={() => input.current?.click()}>
          {say('optionsRestoreChoose')}
        </button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={say('optionsRestoreFile')}
          accept=".jsonl,.ndjson,.json,.txt,application/x-ndjson,application/json"
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = ''; // the same file may be chosen again
          }}
        />
        <span class="hint">{say('optionsDropHere')}</span>
        {at && !busy && (
          <>
            <button type="button" class="button" onClick={() => void undo()}>
              {say('optionsRestoreUndo')}
            </button>
            <span class="hint">{say('optionsUndoOf', moment(at))}</span>
          </>
        )}
      </p>
      <div role="status">
        <JobProgress now={now} kind="restore" />
      </div>
      {now.step === 'look' && (
        <RestoreLook
          look={now}
          onRestore={(withSettings) => void session.restore(withSettings)}
          onCancel={() => void session.cancel().catch(sayFailure)}
        />
      )}
      {now.step === 'locked' && <Unlock key={now.name} sentence={now.sentence} />}
      <RecoveryList />
    </div>
  );
}
