/** The end of a review: what came of it, and what remains. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Row } from '../shared/data.ts';
import { Hand } from '../shared/hand.tsx';
import { texToText } from '../shared/tex.ts';
import { number, papers } from '../shared/words.ts';
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
  const counts: [string, number][] = [
    ['seen', seen],
    ['saved', saved.length],
    ['flagged', flagged.length],
    ['dismissed', dismissed],
    ['passed over', passed],
  ];
  return (
    <section class="summary" aria-labelledby="came">
      <Hand state="saved" size={40} />
      <h2 id="came" tabIndex={-1} ref={heading}>
        {left === 0 ? 'That was all.' : 'So far.'}
      </h2>
      <dl class="counts">
        {counts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{number(count)}</dd>
          </div>
        ))}
        <div>
          <dt>time</dt>
          <dd>{spentWords(session.spent)}</dd>
        </div>
      </dl>
      <p class="go">
        {left > 0 && (
          <button type="button" class="button strong" onClick={() => state.goOn()}>
            Go on with {papers(left)}
          </button>
        )}
        {left === 0 && older > 0 && (
          <button type="button" class="button strong" onClick={() => state.addOlder()}>
            Go through {papers(older)} met before
          </button>
        )}
        <button type="button" class="button" onClick={() => state.back()}>
          Back to the last paper (k)
        </button>
        <button type="button" class="button" disabled={depth === 0} onClick={() => void state.undo()}>
          Undo (u)
        </button>
      </p>
      <List title="Saved" rows={saved} state={state} search="is:saved" all="All saved papers" />
      <List title="Flagged" rows={flagged} state={state} search="is:flagged" all="All flagged papers" />
      <p class="go">
        <button type="button" class="button" onClick={() => state.library('is:dismissed')}>
          Dismissed papers
        </button>
        <button type="button" class="button" onClick={() => state.library('')}>
          Open library
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
        {more > 0 ? `${number(more)} more; ` : ''}
        {all}
      </button>
    </section>
  );
}
