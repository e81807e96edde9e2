/** The end of a review: what came of it, and what remains. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type MessageKey, say, sayMany } from '../../core/say.ts';
import type { Row } from '../shared/data.ts';
import { Hand } from '../shared/hand.tsx';
import { texToText } from '../shared/tex.ts';
import { number } from '../shared/words.ts';
import { type Session, spentWords } from './session.ts';
import type { ReviewState } from './state.ts';
import { type Summary, shownRows, summaryOf } from './summary.ts';

/** Titles shown of each list; the library has the rest. */
const SHOWN = 12;

export function SummaryView({ state, session }: { state: ReviewState; session: Session }) {
  const [summary, setSummary] = useState<Summary | undefined>(undefined);
  const heading = useRef<HTMLHeadingElement>(null);
  const depth = state.steps.depth.value;
  useEffect(() => {
    let here = true;
    shownRows(session).then((rows) => here && setSummary(summaryOf(session, rows)), state.steps.fail);
    return () => {
      here = false;
    };
  }, [session, depth, state]);
  const ready = summary !== undefined;
  useEffect(() => {
    if (ready) heading.current?.focus();
  }, [ready]);
  if (!summary) return <div class="wait" aria-busy="true" />;
  const { seen, saved, flagged, dismissed, passed, left } = summary;
  const older = state.supply.older.value.length;
  const counts: [MessageKey, number][] = [
    ['reviewCountSeen', seen],
    ['reviewCountSaved', saved.length],
    ['reviewCountFlagged', flagged.length],
    ['reviewCountDismissed', dismissed],
    ['reviewCountPassed', passed],
  ];
  return (
    <section class="summary" aria-labelledby="came">
      <Hand state="saved" size={40} />
      <h2 id="came" tabIndex={-1} ref={heading}>
        {say(left === 0 ? 'reviewAll' : 'reviewSoFar')}
      </h2>
      <dl class="counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{say(name)}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
        <div>
          <dt>{say('reviewTime')}</dt>
          <dd>{spentWords(session.spent)}</dd>
        </div>
      </dl>
      <p class="go">
        {left > 0 && (
          <button type="button" class="button strong" onClick={() => state.goOn()}>
            {sayMany('reviewGoOn', left)}
          </button>
        )}
        {left === 0 && older > 0 && (
          <button type="button" class="button strong" onClick={() => state.addOlder()}>
            {sayMany('reviewGoThrough', older)}
          </button>
        )}
        <button type="button" class="button" onClick={() => state.back()}>
          {say('reviewBackToLast')}
        </button>
        <button type="button" class="button" disabled={depth === 0} onClick={() => void state.undo()}>
          {say('sharedUndoHint')}
        </button>
      </p>
      <List
        title={say('reviewListSaved')}
        rows={saved}
        state={state}
        search="is:saved"
        all={say('reviewAllSaved')}
      />
      <List
        title={say('reviewListFlagged')}
        rows={flagged}
        state={state}
        search="is:flagged"
        all={say('reviewAllFlagged')}
      />
      <p class="go">
        <button type="button" class="button" onClick={() => state.library('is:dismissed')}>
          {say('reviewDismissed')}
        </button>
        <button type="button" class="button" onClick={() => state.library('')}>
          {say('commonOpenLibrary')}
        </button>
      </p>
    </section>
  );
}

interface ListProps {
  title: string;
  rows: readonly Row[];
  state: ReviewState;
  search: string;
  all: string;
}

function List({ title, rows, state, search, all }: ListProps) {
  if (rows.length === 0) return null;
  const more = rows.length - SHOWN;
  return (
    <section class="came" aria-label={title}>
      <h3>{title}</h3>
      <ul>
        {rows.slice(0, SHOWN).map(({ paper }) => (
          <li key={paper.id}>
            <a
              href={paper.links.page}
              target="_blank"
              rel="noreferrer"
              dir="auto"
              onClick={(event) => state.acts.followLink(event, paper.links.page)}
            >
              {texToText(paper.title)}
            </a>
          </li>
        ))}
      </ul>
      <button type="button" class="link" onClick={() => state.library(search)}>
        {more > 0 ? sayMany('reviewMoreAnd', more, all) : all}
      </button>
    </section>
  );
}
