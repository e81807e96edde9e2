/** Two papers that may be one, side by side, and what the reader says of them. */
import { useState } from 'preact/hooks';
import { isFlagged, isSaved, noteOf, tagsOf } from '../../core/mark.ts';
import type { Paper, PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import type { Likely } from '../../ranking/index.ts';
import type { Row } from '../shared/data.ts';
import { texToText } from '../shared/tex.ts';
import { allAuthors, appearedWords, metWords } from '../shared/words.ts';
import { keepApart, merge } from './one-paper.ts';
import type { LibraryState } from './state.ts';
import './duplicates.css';

const whyWords = (why: Likely['why']): string =>
  why === 'same title'
    ? say('duplicatesWhySameTitle')
    : why === 'nearly the same title'
      ? say('duplicatesWhyTitle')
      : say('duplicatesWhyText');

/** What the reader decided about it, in short. */
const yours = ({ mark }: Row): string =>
  [
    isSaved(mark) ? say('duplicatesSaved') : '',
    isFlagged(mark) ? say('duplicatesFlagged') : '',
    noteOf(mark) ? say('duplicatesNoted') : '',
    ...tagsOf(mark).map((tag) => `#${tag}`),
  ]
    .filter(Boolean)
    .join(', ');

function Side({ row, state }: { row: Row; state: LibraryState }) {
  const { paper } = row;
  const ids = [paper.id, ...paper.aliases.filter((id) => !id.startsWith('title:'))];
  const facts: [string, string][] = [
    [say('duplicatesAuthors'), allAuthors(paper.authors.slice(0, 12), paper.authorsCut)],
    [say('duplicatesYear'), [appearedWords(paper), paper.venue].filter(Boolean).join(', ')],
    [say('duplicatesIds'), ids.join(', ')],
    [say('duplicatesMet'), metWords(paper.seen)],
    [say('duplicatesYours'), yours(row)],
  ];
  return (
    <div class="side">
      <a
        href={paper.links.page}
        dir="auto"
        target="_blank"
        rel="noreferrer"
        onClick={(event) => state.acts.followLink(event, paper.links.page)}
      >
        {texToText(paper.title)}
      </a>
      <dl>
        {facts
          .filter(([, what]) => what !== '')
          .map(([name, what]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd dir="auto">{what}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}

interface Props {
  state: LibraryState;
  a: PaperId;
  b: PaperId;
  why: Likely['why'];
  /** Called once the reader has decided. */
  decided: () => void;
}

export function Pair({ state, a, b, why, decided }: Props) {
  const [busy, setBusy] = useState(false);
  const one = state.papers.cell(a).value;
  const other = state.papers.cell(b).value;
  if (!one || !other || one.paper.id === other.paper.id) return null;
  const title = texToText(one.paper.title);
  const decide = async (act: () => Promise<boolean>) => {
    setBusy(true);
    const done = await act();
    setBusy(false);
    if (done) decided();
  };
  return (
    <div class="pair">
      <p class="muted">{whyWords(why)}</p>
      <div class="sides">
        <Side row={one} state={state} />
        <Side row={other} state={state} />
      </div>
      <p class="do">
        <button
          type="button"
          class="button"
          aria-label={say('duplicatesMergeNamed', title)}
          disabled={busy}
          onClick={() => void decide(() => merge(state, a, b))}
        >
          {say('duplicatesMerge')}
        </button>
        <button
          type="button"
          class="button"
          aria-label={say('duplicatesDistinctNamed', title)}
          disabled={busy}
          onClick={() => void decide(() => keepApart(state, a, b, one.paper.title))}
        >
          {say('duplicatesDistinct')}
        </button>
      </p>
    </div>
  );
}

interface MaybeSameProps {
  state: LibraryState;
  /** The one that is open. */
  paper: Paper;
  same: readonly Likely[];
  decided: () => void;
}

/** Papers that may be the one that is open; nothing where there are none. */
export function MaybeSame({ state, paper, same, decided }: MaybeSameProps) {
  if (same.length === 0) return null;
  return (
    <section class="maybe-same" aria-labelledby="maybe-same">
      <h3 id="maybe-same">{say('duplicatesSame')}</h3>
      {same.slice(0, 3).map(({ id, why }) => (
        <Pair key={id} state={state} a={paper.id} b={id} why={why} decided={decided} />
      ))}
    </section>
  );
}
