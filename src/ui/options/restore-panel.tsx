/** Brings a backup back: choose or drop a file, look, restore, undo. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { restoreWorld, undoableRestore } from './data.ts';
import { moment, number } from './format.ts';
import { say, sayFailure } from './notice.tsx';
import { RestoreLook } from './restore-look.tsx';
import { RestoreSession } from './restore-session.ts';

const session = new RestoreSession(restoreWorld);

/** What is going on, in a line that screen readers hear. */
function Progress() {
  const now = session.state.value;
  if (now.step === 'reading') return <p>Reading {now.name}…</p>;
  if (now.step === 'failed') return <p class="problem">{now.sentence}</p>;
  if (now.step === 'done') return <p>Restored {now.name}.</p>;
  if (now.step !== 'writing') return null;
  return (
    <p class="buttons">
      <progress aria-label="Restoring" max={Math.max(now.total, 1)} value={now.done} />
      <span>{now.total > 0 ? `restoring… ${number(now.done)} of ${number(now.total)}` : 'restoring…'}</span>
    </p>
  );
}

export function RestorePanel() {
  const now = session.state.value;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [undoing, setUndoing] = useState(false);
  const busy = now.step === 'writing' || undoing;
  const at = undoableRestore.value;
  const take = (file: File | undefined) => {
    if (file && !busy) void session.look(file);
  };
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
    setUndoing(true);
    try {
      await session.undo();
      say('The restore was undone. What you did since then is kept.');
    } catch (error) {
      sayFailure(error);
    } finally {
      setUndoing(false);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button does the same
    <div
      class={over ? 'panel over' : 'panel'}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => {
        const to = event.relatedTarget;
        if (!(to instanceof Node && event.currentTarget.contains(to))) setOver(false);
      }}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files[0]);
      }}
    >
      <h3>Restore</h3>
      <p class="hint">
        Merges a backup into what is here. You see what it would change before anything is written, and it can
        be undone.
      </p>
      <p class="buttons">
        <button type="button" class="button" disabled={busy} onClick={() => input.current?.click()}>
          Choose a backup file…
        </button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label="Backup file"
          accept=".jsonl,.ndjson,.json,.txt,application/x-ndjson,application/json"
          onChange={(event) => {
            take(event.currentTarget.files?.[0]);
            event.currentTarget.value = ''; // the same file may be chosen again
          }}
        />
        <span class="hint">or drop it here</span>
        {at && now.step !== 'writing' && (
          <>
            <button type="button" class="button" disabled={undoing} onClick={() => void undo()}>
              {undoing ? 'Undoing…' : 'Undo restore'}
            </button>
            <span class="hint">of {moment(at)}</span>
          </>
        )}
      </p>
      <div role="status">
        <Progress />
      </div>
      {now.step === 'look' && (
        <RestoreLook
          look={now}
          onRestore={(withSettings) => void session.restore(withSettings)}
          onCancel={() => session.cancel()}
        />
      )}
    </div>
  );
}
