/** The paper under review, in type one can read from an armchair. */
import { useEffect } from 'preact/hooks';
import { isFlagged, noteOf, statusOf, tagsOf } from '../../core/mark.ts';
import '../shared/chips.css';
import type { PaperId } from '../../core/paper.ts';
import { say, sayMany } from '../../core/say.ts';
import { reasonWords } from '../../core/words.ts';
import { Authors } from '../shared/authors.tsx';
import type { Row } from '../shared/data.ts';
import { Editor } from '../shared/editor.tsx';
import { Hand } from '../shared/hand.tsx';
import { handState } from '../shared/row.tsx';
import { texToText } from '../shared/tex.ts';
import { copyAsText, TexText } from '../shared/tex-text.tsx';
import { topicLabel, topicsOf } from '../shared/topic-labels.ts';
import { appearedWords, metWords, seenWords, statusWords } from '../shared/words.ts';
import { PaperLinks } from './paper-links.tsx';
import type { ReviewState } from './state.ts';

export function ReviewPaper({ state }: { state: ReviewState }) {
  const row = state.row.value;
  const session = state.session.value;
  const id = state.id.value;
  // each paper is read from its beginning
  useEffect(() => {
    if (id !== undefined) scrollTo(0, 0);
  }, [id]);
  if (!session) return null;
  return (
    <article class="paper" aria-busy={row === undefined} onCopy={copyAsText}>
      <p class="place muted">{say('reviewPlace', session.at + 1, session.ids.length)}</p>
      {row ? (
        <Filled key={row.paper.id} row={row} state={state} />
      ) : (
        row === null && <p class="muted">{say('reviewUnreadable')}</p>
      )}
    </article>
  );
}

const DECIDED = {
  saved: 'reviewStateSaved',
  flagged: 'reviewStateFlagged',
  'saved-flagged': 'reviewStateBoth',
  dismissed: 'reviewStateDismissed',
} as const;

function Filled({ row, state }: { row: Row; state: ReviewState }) {
  const { paper, mark } = row;
  const title = texToText(paper.title);
  const topics = topicsOf(paper, mark);
  const decided = handState(mark);
  const status = statusOf(mark);
  const editing = state.acts.editing.value;
  const facts = [
    paper.venue ?? paper.journalRef,
    appearedWords(paper),
    paper.categories.slice(0, 4).join(', '),
    paper.upvotes === undefined ? '' : sayMany('sharedUpvotes', paper.upvotes),
  ].filter(Boolean);
  const reasons = isFlagged(mark) ? (mark?.flagged?.value.reasons ?? []) : [];
  return (
    <>
      <p class="state">
        <Hand state={decided} size={22} />
        {decided !== 'none' && say(DECIDED[decided])}
        {status && <span class="chip strong">{statusWords(status)}</span>}
        {reasons.map(({ text }) => (
          <span key={text} class="chip why" dir="auto">
            {reasonWords(text)}
          </span>
        ))}
      </p>
      <h2 dir="auto">
        <TexText text={paper.title} />
      </h2>
      <Authors key={paper.id} authors={paper.authors} cut={paper.authorsCut} />
      {facts.length > 0 && (
        <p class="muted" dir="auto">
          {facts.join(' · ')}
        </p>
      )}
      {topics.length > 0 && (
        <ul class="topics" aria-label={say('reviewTopics')}>
          {topics.map((id) => (
            <li key={id} class="chip">
              {topicLabel(id)}
            </li>
          ))}
        </ul>
      )}
      <Fits state={state} id={paper.id} />
      {editing?.id === paper.id ? (
        <div class="edit">
          <Editor editing={editing} row={row} title={title} acts={state.acts} />
        </div>
      ) : (
        <Own row={row} state={state} />
      )}
      {paper.abstract ? (
        <p class="abstract" dir="auto">
          <TexText text={paper.abstract} />
        </p>
      ) : (
        <p class="muted">{say('reviewNoAbstract')}</p>
      )}
      {paper.comment && (
        <p class="muted" dir="auto">
          <TexText text={paper.comment} />
        </p>
      )}
      <PaperLinks paper={paper} acts={state.acts} />
      <Met row={row} />
    </>
  );
}

/** Why it stands where it does, once anything was learned of the reader. */
function Fits({ state, id }: { state: ReviewState; id: PaperId }) {
  const why = state.supply.fits.value.get(id)?.why ?? [];
  const because = why.filter((one) => !one.startsWith('unlike: '));
  if (because.length === 0) return null;
  return (
    <p class="fits" dir="auto">
      <span class="muted">{say('reviewFits')}</span> {because.map(reasonWords).join(', ')}
    </p>
  );
}

/** The reader's own tags and note. */
function Own({ row, state }: { row: Row; state: ReviewState }) {
  const tags = tagsOf(row.mark);
  const note = noteOf(row.mark);
  if (tags.length === 0 && note === '') return null;
  return (
    <div class="own">
      {tags.map((tag) => (
        <span key={tag} class="chip tag" dir="auto">
          {tag}
        </span>
      ))}
      {note !== '' && (
        <button
          type="button"
          class="note-text"
          dir="auto"
          title={say('reviewChangeNote')}
          onClick={() => state.acts.edit(row.paper.id, 'note')}
        >
          {note}
        </button>
      )}
    </div>
  );
}

function Met({ row }: { row: Row }) {
  const { seen } = row.paper;
  const { short, rest } = seenWords(seen);
  return <p class="muted met">{Object.keys(seen.bySite).length > 1 ? metWords(seen) : `${short}${rest}`}</p>;
}
