/** What a backup would change, before anything is written. */
import { useState } from 'preact/hooks';
import type { Conflict, RestoreCounts } from '../../storage/index.ts';
import { many, moment, number } from './format.ts';
import type { FileProblem, RestoreStep } from './restore-session.ts';
import { wouldChange } from './would-change.ts';

/** Problems shown; the rest is counted. */
const SHOWN = 100;

function Problems({ problems, done }: { problems: readonly FileProblem[]; done: string }) {
  if (problems.length === 0) return null;
  const rest = problems.length - SHOWN;
  return (
    <>
      <p class="problem">
        {many(problems.length, 'problem')} in the file; everything else can be {done}:
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls, so the keyboard must reach it */}
      <ul class="problems" tabIndex={0} aria-label="Problems in the file">
        {problems.slice(0, SHOWN).map((problem, place) => (
          <li key={place}>
            {problem.line !== undefined && <span class="line-number">line {number(problem.line)}: </span>}
            <span dir="auto">{problem.why}</span>
          </li>
        ))}
        {rest > 0 && <li>and {number(rest)} more</li>}
      </ul>
    </>
  );
}

const KEPT: Record<Conflict['kept'], string> = {
  yours: 'yours stays',
  theirs: 'the file’s is taken',
  both: 'both are kept',
};

/** What library and file say differently: never settled silently. */
function Conflicts({ counts }: { counts: RestoreCounts }) {
  if (counts.conflicting === 0) return null;
  const rest = counts.conflicting - counts.conflicts.length;
  return (
    <details class="conflicts">
      <summary>{many(counts.conflicting, 'decision')} said differently here and in the file</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: scrolls, so the keyboard must reach it */}
      <ul class="problems" tabIndex={0} aria-label="Said differently">
        {counts.conflicts.map(({ id, field, yours, theirs, kept }, place) => (
          <li key={place} dir="auto">
            {id}, {field}: here “{yours}”, in the file “{theirs}”; {KEPT[kept]}
          </li>
        ))}
        {rest > 0 && <li>and {number(rest)} more</li>}
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
  const act = look.kind === 'import' ? 'Import' : 'Restore';
  return (
    <div class="would">
      <p>
        <strong dir="auto">{look.name}</strong>
        {look.exported && `, written ${moment(look.exported)}`}. Nothing is changed yet.
      </p>
      {lines.length > 0 ? (
        <>
          <p>{act === 'Import' ? 'Importing' : 'Restoring'} would bring:</p>
          <ul class="brings">
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>Everything in this file is already here.</p>
      )}
      {look.counts.unchanged > 0 && lines.length > 0 && (
        <p class="hint">
          {many(look.counts.unchanged, 'record')} already here. Nothing is deleted;{' '}
          {look.kind === 'import' ? 'what you decided here stays.' : 'later decisions win.'}
        </p>
      )}
      <Conflicts counts={look.counts} />
      {look.settings && (
        <label class="check">
          <input
            type="checkbox"
            checked={withSettings}
            onChange={(event) => setWithSettings(event.currentTarget.checked)}
          />{' '}
          take over the settings too
        </label>
      )}
      <Problems problems={look.problems} done={act === 'Import' ? 'imported' : 'restored'} />
      <p class="buttons">
        {(lines.length > 0 || look.settings) && (
          <button type="button" class="button strong" onClick={() => onRestore(withSettings)}>
            {act}
          </button>
        )}
        <button type="button" class="button" onClick={onCancel}>
          {lines.length > 0 ? 'Cancel' : 'Close'}
        </button>
      </p>
    </div>
  );
}
