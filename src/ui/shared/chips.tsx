/** The line of small facts under a paper: reasons first, then when it was met, then the reader's labels and topics. */
import { isFlagged, type Mark, statusOf, tagsOf } from '../../core/mark.ts';
import type { Paper } from '../../core/paper.ts';
import { isToBeRead, priorityOf } from '../../core/reading.ts';
import { count, say, sayMany } from '../../core/say.ts';
import { reasonWords } from '../../core/words.ts';
import { topicColour, topicLabel, topicShort, topicsOf } from './topic-labels.ts';
import './chips.css';
import './topic-colours.css';
import { metWords, seenWords, statusWords } from './words.ts';
import { isInZotero } from './zotero.ts';

interface Props {
  paper: Paper;
  mark: Mark | undefined;
  /** On the page's own list a paper met once is new. */
  onPage: boolean;
}

export function Chips({ paper, mark, onPage }: Props) {
  const reasons = isFlagged(mark) ? (mark?.flagged?.value.reasons ?? []) : [];
  const status = statusOf(mark);
  return (
    <div class="chips">
      {reasons.map(({ text }) => (
        <span key={text} class="chip why" title={reasonWords(text)} dir="auto">
          {reasonWords(text)}
        </span>
      ))}
      <SeenChip paper={paper} onPage={onPage} />
      {status && <span class="chip strong">{statusWords(status)}</span>}
      {isToBeRead(mark) && priorityOf(mark) !== 'normal' && (
        <span class="chip strong">
          {say(priorityOf(mark) === 'high' ? 'libraryPriorityHigh' : 'libraryPriorityLow')}
        </span>
      )}
      {isInZotero(paper) && <span class="chip">{say('sharedInZoteroChip')}</span>}
      {tagsOf(mark).map((tag) => (
        <span key={tag} class="chip tag" title={say('sharedYourTag', tag)} dir="auto">
          {tag}
        </span>
      ))}
      <Topics ids={topicsOf(paper, mark)} />
    </div>
  );
}

function SeenChip({ paper, onPage }: { paper: Paper; onPage: boolean }) {
  if (onPage && paper.seen.count <= 1) return <span class="chip new">{say('sharedNew')}</span>;
  const { short, rest } = seenWords(paper.seen);
  return (
    <span
      class={paper.seen.count > 1 ? 'chip seen' : 'chip seen once'}
      title={metWords(paper.seen) || `${short}${rest}`}
    >
      <span>{short}</span>
      <span class="rest">{rest}</span>
    </span>
  );
}

/** The colour the reader gave a topic. */
export function Dot({ id }: { id: string }) {
  const colour = topicColour(id);
  return colour ? <span class={`dot ${colour}`} aria-hidden="true" /> : null;
}

/** Two at most and how many more there are; one where the row is narrow. */
function Topics({ ids }: { ids: readonly string[] }) {
  return (
    <>
      {ids.slice(0, 2).map((id, at) => (
        <span key={id} class={at === 0 ? 'chip topic' : 'chip topic wide'} title={topicLabel(id)} dir="auto">
          <Dot id={id} />
          {topicShort(id)}
        </span>
      ))}
      <More ids={ids.slice(1)} kind="narrow" />
      <More ids={ids.slice(2)} kind="wide" />
    </>
  );
}

function More({ ids, kind }: { ids: readonly string[]; kind: 'wide' | 'narrow' }) {
  if (ids.length === 0) return null;
  const names = ids.map(topicLabel).join(', ');
  return (
    <span class={`chip few ${kind}`} title={names}>
      <span aria-hidden="true" dir="ltr">
        +{count(ids.length)}
      </span>
      <span class="quiet">{sayMany('sharedMoreTopics', ids.length, names)}</span>
    </span>
  );
}
