/** Papers related to the one that is open, each with what both have in common. */
import { useState } from 'preact/hooks';
import type { Paper } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import type { RelatedPaper } from '../../ranking/index.ts';
import type { Around } from '../shared/search-messages.ts';
import { texToText } from '../shared/tex.ts';
import { shownTopics, topicLabel } from '../shared/topic-labels.ts';
import { authorWords } from '../shared/words.ts';
import { type Among, showInList, useAround } from './around.ts';
import { MaybeSame } from './duplicates.tsx';
import type { LibraryState } from './state.ts';
import './related.css';

/** "Both speak of tar, worms", "Also by Ada Lovelace". */
function reasonsOf({ words, authors, topics }: RelatedPaper): string[] {
  const labels = shownTopics(topics).map(topicLabel);
  return [
    ...(words.length > 0 ? [say('relatedWords', words.join(', '))] : []),
    ...(authors.length > 0 ? [say('relatedAuthors', authorWords(authors, false, 3))] : []),
    ...(labels.length > 0 ? [say('relatedTopics', labels.slice(0, 3).join(', '))] : []),
  ];
}

function One({ state, one }: { state: LibraryState; one: RelatedPaper }) {
  const row = state.papers.cell(one.id).value;
  if (!row) return null;
  const { paper } = row;
  const title = texToText(paper.title);
  return (
    <li>
      <a
        href={paper.links.page}
        dir="auto"
        target="_blank"
        rel="noreferrer"
        onClick={(event) => state.acts.followLink(event, paper.links.page)}
      >
        {title}
      </a>
      <p class="muted">
        <span dir="auto">{reasonsOf(one).join(' · ')}</span>
        <button
          type="button"
          class="link"
          aria-label={say('relatedShowPaper', title)}
          onClick={() => showInList(state, paper.id, title)}
        >
          {say('relatedShow')}
        </button>
      </p>
    </li>
  );
}

function List({ state, title, around }: { state: LibraryState; title: string; around: Around | undefined }) {
  if (!around) return <p class="muted">{say('relatedLooking')}</p>;
  if (around.related.length === 0) return <p class="muted">{say('relatedNone')}</p>;
  return (
    <ol class="related" aria-label={say('relatedPapersOf', title)}>
      {around.related.map((one) => (
        <One key={one.id} state={state} one={one} />
      ))}
    </ol>
  );
}

/** @param paper the one that is open. */
export function Related({ state, paper }: { state: LibraryState; paper: Paper }) {
  const [among, setAmong] = useState<Among>('library');
  const [version, setVersion] = useState(0);
  const around = useAround(state, paper.id, among, version);
  return (
    <>
      <MaybeSame
        state={state}
        paper={paper}
        same={around?.same ?? []}
        decided={() => setVersion((now) => now + 1)}
      />
      <div class="related-head">
        <h3>{say('relatedTitle')}</h3>
        <select
          class="status"
          aria-label={say('relatedAmong')}
          value={among}
          onChange={(event) => setAmong(event.currentTarget.value as Among)}
        >
          <option value="library">{say('relatedAmongLibrary')}</option>
          <option value="met">{say('relatedAmongMet')}</option>
        </select>
      </div>
      <List state={state} title={texToText(paper.title)} around={around} />
    </>
  );
}
