/** The line of small facts under a paper: reasons first, then when it was met, then the reader's labels and topics. */
import { isFlagged, type Mark, statusOf, tagsOf } from '../../core/mark.ts';
import type { Paper } from '../../core/paper.ts';
import { topicLabel, topicShort } from '../../topics/index.ts';
import './chips.css';
import { metWords, STATUS_WORDS, seenWords } from './words.ts';

interface Props {
  paper: Paper;
  mark: Mark | undefined;
  /** On the page's own list a paper met once is new. */
  onPage: boolean;
}

const MAX_TOPICS = 2;

export function Chips({ paper, mark, onPage }: Props) {
  const reasons = isFlagged(mark) ? (mark?.flagged?.value.reasons ?? []) : [];
  const status = statusOf(mark);
  const more = paper.topics.slice(MAX_TOPICS);
  return (
    <div class="chips">
      {reasons.map(({ text }) => (
        <span key={text} class="chip why" title={text} dir="auto">
          {text}
        </span>
      ))}
      <SeenChip paper={paper} onPage={onPage} />
      {status && <span class="chip strong">{STATUS_WORDS[status]}</span>}
      {tagsOf(mark).map((tag) => (
        <span key={tag} class="chip tag" title={`Your tag: ${tag}`} dir="auto">
          {tag}
        </span>
      ))}
      {paper.topics.slice(0, MAX_TOPICS).map(({ id }) => (
        <span key={id} class="chip" title={topicLabel(id)}>
          {topicShort(id)}
        </span>
      ))}
      {more.length > 0 && (
        <span class="chip few" title={more.map(({ id }) => topicLabel(id)).join(', ')}>
          +{more.length}
          <span class="quiet"> more topics: {more.map(({ id }) => topicLabel(id)).join(', ')}</span>
        </span>
      )}
    </div>
  );
}

function SeenChip({ paper, onPage }: { paper: Paper; onPage: boolean }) {
  if (onPage && paper.seen.count <= 1) return <span class="chip new">new</span>;
  const { short, rest } = seenWords(paper.seen);
  return (
    <span class="chip seen" title={metWords(paper.seen) || `${short}${rest}`}>
      <span>{short}</span>
      <span class="rest">{rest}</span>
    </span>
  );
}
