/** Brings in papers of other programs: choose, drop or paste; say how; preview; import; undo. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { say } from '../../core/say.ts';
import { useKeptFocus } from '../shared/kept-focus.ts';
import { undoableKind, undoableRestore } from './data.ts';
import { useDrop } from './drop.ts';
import { FileBeside } from './file-beside.ts';
import { moment } from './format.ts';
import { ImportSession } from './import-session.ts';
import { JobProgress } from './job-progress.tsx';
import { ImportTold, RestoreLook } from './looks.tsx';
import { sayFailure, tell } from './notice.tsx';
import { RestoreSession } from './restore-session.ts';
import { worldOf } from './restore-world.ts';
import './import.css';

/** Each file in a worker of its own: the text of one may be two hundred megabytes. */
const beside = new FileBeside();
const session = new ImportSession({
  look(file) {
    beside.end();
    return beside.ask('look', { file });
  },
  // in the page: a worker has no documents
  read: async (file, page) => (await import('./saved-page.ts')).readSaved(file, page),
  drop: () => beside.end(),
});
const job = new RestoreSession(
  worldOf(beside, async () => ({ wanted: await session.wanted(new Date().toISOString()) })),
);

/** Takes what was pasted: a list of addresses, DOIs or ids, or the text of any file. */
function Paste({ onTake }: { onTake: (text: string) => void }) {
  const [text, setText] = useState('');
  return (
    <details class="paste">
      <summary>{say('optionsImportPaste')}</summary>
      <label class="hint" for="import-paste">
        {say('optionsImportPasteHint')}
      </label>
      <textarea
        id="import-paste"
        class="field"
        rows={5}
        spellcheck={false}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <p class="buttons">
        <button type="button" class="button" disabled={text.trim() === ''} onClick={() => onTake(text)}>
          {say('optionsImportRead')}
        </button>
      </p>
    </details>
  );
}

export function ImportPanel() {
  const told = session.state.value;
  const now = job.state.value;
  const chooser = useRef<HTMLInputElement | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  useKeptFocus(panel);
  const busy = now.step === 'busy' && now.doing !== 'reading' && now.doing !== 'looking';
  const at = undoableKind.value === 'import' ? undoableRestore.value : undefined;
  useEffect(() => void job.goOn('import'), []);
  const forget = () => job.cancel().catch(sayFailure);
  const take = async (file: File | undefined) => {
    if (!file || busy) return;
    if (now.step !== 'idle') await forget();
    await session.take(file);
  };
  const choose = () => {
    // kept, or the browser may collect it while its dialog is open
    const field = document.createElement('input');
    chooser.current = field;
    field.type = 'file';
    field.addEventListener('change', () => void take(field.files?.[0]));
    field.click();
  };
  const undo = async () => {
    try {
      await job.undo();
      tell(say('optionsImportUndone'));
    } catch (error) {
      sayFailure(error);
    }
  };
  const cancel = () => {
    session.drop();
    void forget();
  };
  const write = async () => {
    await job.restore(false);
    session.drop();
  };
  const { over, ...drop } = useDrop((file) => void take(file));
  return (
    <div ref={panel} class={over ? 'panel over' : 'panel'} id="import" {...drop}>
      <h3>{say('optionsImportTitle')}</h3>
      <p class="hint">{say('optionsImportHint')}</p>
      <p class="buttons">
        <button type="button" class="button" disabled={busy} onClick={choose}>
          {say('optionsImportChoose')}
        </button>
        <span class="hint">{say('optionsDropHere')}</span>
        {at && !busy && (
          <>
            <button type="button" class="button" onClick={() => void undo()}>
              {say('optionsImportUndo')}
            </button>
            <span class="hint">{say('optionsUndoOf', moment(at))}</span>
          </>
        )}
      </p>
      <Paste onTake={(text) => void take(new File([text], say('optionsImportPasted')))} />
      <div role="status">
        {told.step === 'opening' && <p>{say('optionsJobBegins', told.name, say('optionsJobReading'))}</p>}
        {told.step === 'unknown' && <p class="problem">{told.sentence}</p>}
        <JobProgress now={now} kind="import" />
      </div>
      {told.step === 'told' && (now.step === 'idle' || now.step === 'failed') && (
        <ImportTold
          told={told}
          session={session}
          onPreview={() => session.file && void job.look(session.file)}
          onCancel={cancel}
        />
      )}
      {now.step === 'look' && <RestoreLook look={now} onRestore={() => void write()} onCancel={cancel} />}
    </div>
  );
}
