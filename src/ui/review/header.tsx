/** Above the paper: what is reviewed, how far one is, and how it goes on. */
import { say, sayMany } from '../../core/say.ts';
import { Hand } from '../shared/hand.tsx';
import { texToText } from '../shared/tex.ts';
import { KeysButton } from '../shared/tool-buttons.tsx';
import type { Source } from './session.ts';
import type { ReviewState } from './state.ts';

const DAYS = [1, 3, 7, 30];

const nameOf = (source: Source): string => (source.kind === 'page' ? 'page' : String(source.days));

export function Header({ state }: { state: ReviewState }) {
  const session = state.session.value;
  const row = state.row.value;
  const total = session?.ids.length ?? 0;
  const place = Math.min((session?.at ?? 0) + 1, total);
  const showing = state.id.value !== undefined;
  return (
    <header>
      <h1>
        <Hand state="flagged" size={20} />
        {say('sharedReview')}
      </h1>
      <Sources state={state} />
      <span class="space" />
      {showing && (
        <button type="button" class="button" title={say('reviewFinishHint')} onClick={() => state.end()}>
          {say('reviewFinish')}
        </button>
      )}
      <button
        type="button"
        class="button toggle"
        title={say('reviewAutoNextHint')}
        aria-pressed={state.goesOn.value}
        onClick={() => state.setGoesOn(!state.goesOn.peek())}
      >
        {say('reviewAutoNext')}
      </button>
      <KeysButton open={state.helpOpen} />
      <progress
        class="way"
        aria-label={say('reviewPapersShown')}
        max={Math.max(1, total)}
        value={showing ? place : total === 0 ? 0 : (session?.seen ?? 0)}
      />
      {/* the next paper is told to those who do not see it come */}
      <div role="status" class="quiet">
        {showing && row ? say('reviewPlaceOf', place, total, texToText(row.paper.title)) : ''}
      </div>
    </header>
  );
}

function Sources({ state }: { state: ReviewState }) {
  const page = state.supply.page.value;
  const source = state.session.value?.source;
  const days = source?.kind === 'days' && !DAYS.includes(source.days) ? [...DAYS, source.days] : DAYS;
  return (
    <select
      class="button source"
      aria-label={say('reviewPapers')}
      value={source ? nameOf(source) : ''}
      onChange={(event) => {
        const { value } = event.currentTarget;
        const wanted = value === 'page' ? page : { kind: 'days' as const, days: Number(value) };
        event.currentTarget.blur(); // the next key is the review's
        if (wanted) void state.choose(wanted);
      }}
    >
      {!source && <option value="" />}
      {page?.kind === 'page' && <option value="page">{say('reviewThisPage', page.name)}</option>}
      {days.map((many) => (
        <option key={many} value={many}>
          {sayMany('reviewNewIn', many)}
        </option>
      ))}
    </select>
  );
}
