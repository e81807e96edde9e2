/** What was done in this session, the last first, and undoing it down to any of it. */
import { language, say, sayMany } from '../../core/say.ts';
import type { Steps } from '../shared/steps.ts';
import './undo-steps.css';

/** Shown; more can be undone one by one. */
const MOST = 40;

/** "14:05", as the reader's language writes it. */
const timeOf = (iso: string): string =>
  new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

export function UndoSteps({ steps, refocus }: { steps: Steps; refocus: () => void }) {
  const done = steps.done.value;
  /** The button that was pressed may be gone: the list keeps the focus. */
  const then = (work: Promise<unknown>) => void work.then(refocus);
  return (
    <>
      {steps.redoable.value > 0 && (
        <button type="button" class="button" onClick={() => then(steps.redo())}>
          {say('libraryStepsRedo')}
        </button>
      )}
      {done.length === 0 && <p class="muted">{say('libraryStepsNone')}</p>}
      <ol>
        {done.slice(0, MOST).map(({ n, said, at }, place) => (
          <li key={n}>
            <time dateTime={at}>{timeOf(at)}</time>
            <span dir="auto">{said}</span>
            <button
              type="button"
              class="link"
              aria-label={say(place === 0 ? 'libraryStepsUndoLastOf' : 'libraryStepsUndoToOf', said)}
              onClick={() => then(steps.undoTo(n))}
            >
              {say(place === 0 ? 'libraryStepsUndoLast' : 'libraryStepsUndoTo')}
            </button>
          </li>
        ))}
      </ol>
      {done.length > MOST && <p class="muted">{sayMany('libraryStepsMore', done.length - MOST)}</p>}
    </>
  );
}
