/** Nothing waits: why, and what to do next. */
import { say, sayMany } from '../../core/say.ts';
import { openTab } from '../../platform/tabs.ts';
import { Hand } from '../shared/hand.tsx';
import type { ReviewState } from './state.ts';

/** Looked through when nothing waits in fewer. */
const MONTH = 30;

export function Nothing({ state }: { state: ReviewState }) {
  const source = state.session.value?.source;
  const older = state.supply.older.value.length;
  const words =
    source?.kind === 'page'
      ? say('reviewNothingOnPage', source.name)
      : sayMany('reviewNothingFrom', source?.days ?? 1);
  return (
    <div class="nothing">
      <Hand size={48} />
      <h2>{words}</h2>
      <p class="muted">{say(older > 0 ? 'reviewDecidedOrSeen' : 'reviewDecidedInLibrary')}</p>
      <p class="go">
        {older > 0 && (
          <button type="button" class="button strong" onClick={() => state.addOlder()}>
            {sayMany('reviewGoThrough', older)}
          </button>
        )}
        {(source?.kind !== 'days' || source.days < MONTH) && (
          <button
            type="button"
            class="button"
            onClick={() => void state.choose({ kind: 'days', days: source?.kind === 'days' ? MONTH : 3 })}
          >
            {sayMany('reviewLookIn', source?.kind === 'days' ? MONTH : 3)}
          </button>
        )}
        <button
          type="button"
          class="button"
          onClick={() => void openTab('https://huggingface.co/papers').catch(state.steps.fail)}
        >
          {say('reviewTodaysPapers')}
        </button>
        <button type="button" class="button" onClick={() => state.library('')}>
          {say('commonOpenLibrary')}
        </button>
      </p>
    </div>
  );
}
