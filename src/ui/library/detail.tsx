/** Right: the paper under the cursor. What one can do with it is loaded after the list is painted. */
import { say } from '../../core/say.ts';
import type { Row } from '../shared/data.ts';
import { Icon } from '../shared/icons.tsx';
import { later } from '../shared/later.tsx';
import { texToText } from '../shared/tex.ts';
import { allAuthors } from '../shared/words.ts';
import './detail.css';
import type { LibraryState } from './state.ts';

const Paper = later<{ row: Row; state: LibraryState }>(
  () => import('./detail-paper.tsx').then((part) => part.DetailPaper),
  {
    frame: ({ row: { paper } }) => (
      <article aria-busy="true">
        <h2 dir="auto">{texToText(paper.title)}</h2>
        <p class="authors" dir="auto">
          {allAuthors(paper.authors, paper.authorsCut)}
        </p>
      </article>
    ),
    failed: ({ state }, error) => state.steps.fail(error),
    soon: true,
  },
);

export function Detail({ state }: { state: LibraryState }) {
  const id = state.cursor.id.value;
  const row = id === undefined ? undefined : state.papers.cell(id).value;
  return (
    <aside class="detail" aria-label={say('libraryPaper')}>
      <button
        type="button"
        class="tool close only-narrow"
        aria-label={say('libraryClosePaper')}
        onClick={() => {
          state.detailOpen.value = false;
        }}
      >
        <Icon name="dismiss" />
      </button>
      {row ? (
        <Paper key={row.paper.id} row={row} state={state} />
      ) : (
        <p class="muted">{say('libraryChoosePaper')}</p>
      )}
    </aside>
  );
}
