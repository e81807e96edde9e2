/** Nothing waits: why, and what to do next. */
import { openTab } from '../../platform/tabs.ts';
import { Hand } from '../shared/hand.tsx';
import { papers } from '../shared/words.ts';
import { daysWords } from './session.ts';
import type { ReviewState } from './state.ts';

/** Looked through when nothing waits in fewer. */
const MONTH = 30;

export function Nothing({ state }: { state: ReviewState }) {
  const source = state.session.value?.source;
  const older = state.supply.older.value.length;
  const where =
    source?.kind === 'page' ? `on this page of ${source.name}` : `from ${daysWords(source?.days ?? 1)}`;
  return (
    <div class="nothing">
      <Hand size={48} />
      <h2>Nothing new waits {where}.</h2>
      <p class="muted">
        {older > 0
          ? 'What is new was decided or looked at.'
          : 'What you saved, flagged or dismissed is in the library.'}
      </p>
      <p class="go">
        {older > 0 && (
          <button type="button" class="button strong" onClick={() => state.addOlder()}>
            Go through {papers(older)} met before
          </button>
        )}
        {(source?.kind !== 'days' || source.days < MONTH) && (
          <button
            type="button"
            class="button"
            onClick={() => void state.choose({ kind: 'days', days: source?.kind === 'days' ? MONTH : 3 })}
          >
            Look in {daysWords(source?.kind === 'days' ? MONTH : 3)}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => void openTab('https://huggingface.co/papers').catch(state.steps.fail)}
        >
          Today’s Hugging Face Papers
        </button>
        <button type="button" class="button" onClick={() => state.library('')}>
          Open library
        </button>
      </p>
    </div>
  );
}
