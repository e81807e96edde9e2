/** What a backup would change, before anything is written. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { fieldWords } from '../../core/imported-mark.ts';
import { type MessageKey, say, sayMany } from '../../core/say.ts';
import type { Conflict, RestoreCounts } from '../../storage/index.ts';
import { Said } from '../shared/said.tsx';
import { moment } from './format.ts';
import type { FileProblem, RestoreStep } from './restore-session.ts';
import { keysChange, wouldChange } from './would-change.ts';

/** Problems shown; the rest is counted. */
const SHOWN = 100;

function Problems({ problems, importing }: { problems: readonly FileProblem[]; importing: boolean }) {
  if (problems.length === 0) return null;
  const rest = problems.length - SHOWN;
  return (
    <>
      <p class="problem">
        {sayMany(importing ? 'optionsImportProblems' : 'optionsRestoreProblems', problems.length)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls, so the keyboard must reach it */}
      <ul class="problems" tabIndex={0} aria-label={say('optionsProblemsLabel')}>
        {problems.slice(0, SHOWN).map((problem, place) => (
          <li key={place}>
            {problem.line !== undefined && (
              <span class="line-number">{say('optionsProblemLine', problem.line)} </span>
            )}
            <span dir="auto">{problem.why}</span>
          </li>
        ))}
        {rest > 0 && <li>{sayMany('optionsAndMore', rest)}</li>}
      </ul>
    </>
  );
}

const KEPT: Record<Conflict['kept'], MessageKey> = {
  yours: 'optionsConflictYours',
  theirs: 'optionsConflictTheirs',
  both: 'optionsConflictBoth',
};

/** What library and file say differently: never settled silently. */
function Conflicts({ counts }: { counts: RestoreCounts }) {
  if (counts.conflicting === 0) return null;
  const rest = counts.conflicting - counts.conflicts.length;
  return (
    <details class="conflicts">
      <summary>{sayMany('optionsConflicts', counts.conflicting)}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls, so the keyboard must reach it */}
      <ul class="problems" tabIndex={0} aria-label={say('optionsConflictsLabel')}>
        {counts.conflicts.map(({ id, field, yours, theirs, kept }, place) => (
          <li key={place} dir="auto">
            {say(KEPT[kept], id, fieldWords(field), yours, theirs)}
          </li>
        ))}
        {rest > 0 && <li>{sayMany('optionsAndMore', rest)}</li>}
      </ul>
    </details>
  );
}

export interface RestoreLookProps {
  look: Extract<RestoreStep, { step: 'look' }>;
  onRestore: (withSettings: boolean) => void;
  onCancel: () => void;
}

export function RestoreLook({ look, onRestore, onCancel }: RestoreLookProps) {
  const [withSettings, setWithSettings] = useState(true);
  const lines = wouldChange(look.counts, look.settings, look.kind);
  const keys = keysChange(look.counts);
  const importing = look.kind === 'import';
  const name = <strong dir="auto">{look.name}</strong>;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // whoever waited for it goes on here
    if (document.activeElement === place.current?.parentElement?.querySelector('[role=status]'))
      place.current?.focus({ preventScroll: true });
  }, []);
  return (
    <div ref={place} class="would" tabIndex={-1}>
      <p>
        {look.exported ? (
          <Said k="optionsRestoreLookWritten" parts={[name, moment(look.exported)]} />
        ) : (
          <Said k="optionsRestoreLook" parts={[name]} />
        )}
      </p>
      {lines.length > 0 ? (
        <>
          <p>{say(importing ? 'optionsImportBrings' : 'optionsRestoreBrings')}</p>
          <ul class="brings">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{say('optionsRestoreNothing')}</p>
      )}
      {look.counts.unchanged > 0 && lines.length > 0 && (
        <p class="hint">
          {sayMany(importing ? 'optionsImportUnchanged' : 'optionsRestoreUnchanged', look.counts.unchanged)}
        </p>
      )}
      <Conflicts counts={look.counts} />
      {keys && <p>{keys}</p>}
      {look.settings && (
        <label class="check">
          <input
            type="checkbox"
            checked={withSettings}
            onChange={(event) => setWithSettings(event.currentTarget.checked)}
          />{' '}
          {say('optionsRestoreSettings')}
        </label>
      )}
      <Problems problems={look.problems} importing={importing} />
      <p class="buttons">
        {(lines.length > 0 || look.settings) && (
          <button type="button" class="button strong" onClick={() => onRestore(withSettings)}>
            {say(importing ? 'optionsImportAct' : 'optionsRestoreAct')}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {say(lines.length > 0 ? 'commonCancel' : 'commonClose')}
        </button>
      </p>
    </div>
  );
}
