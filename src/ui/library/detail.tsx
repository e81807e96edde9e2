/** Right: the paper under the cursor, and everything one can do with it. */
import { isFlagged, statusOf } from '../../core/mark.ts';
import { CITATIONS } from '../shared/cite.ts';
import type { Row } from '../shared/data.ts';
import { Hand } from '../shared/hand.tsx';
import { Icon } from '../shared/icons.tsx';
import { Menu } from '../shared/menu.tsx';
import { NoteEditor } from '../shared/note-editor.tsx';
import { handState } from '../shared/row.tsx';
import { StatusSelect } from '../shared/row-actions.tsx';
import { TagEditor } from '../shared/tag-editor.tsx';
import { texToText } from '../shared/tex.ts';
import { TopicEditor } from '../shared/topic-editor.tsx';
import { published } from '../shared/words.ts';
import { ZoteroButton } from '../shared/zotero-button.tsx';
import './detail.css';
import { Links } from './links.tsx';
import { Sightings } from './sightings.tsx';
import type { LibraryState } from './state.ts';

export function Detail({ state }: { state: LibraryState }) {
  const id = state.cursor.id.value;
  const row = id === undefined ? undefined : state.papers.cell(id).value;
  return (
    <aside class="detail" aria-label="The paper">
      <button
        type="button"
        class="tool close only-narrow"
        aria-label="Close the paper"
        onClick={() => {
          state.detailOpen.value = false;
        }}
      >
        <Icon name="dismiss" />
      </button>
      {row ? (
        <Paper key={row.paper.id} row={row} state={state} />
      ) : (
        <p class="muted">Choose a paper to see it here.</p>
      )}
    </aside>
  );
}

function Paper({ row, state }: { row: Row; state: LibraryState }) {
  const { paper, mark } = row;
  const { acts } = state;
  const title = texToText(paper.title);
  const facts = [
    paper.venue ?? paper.journalRef,
    paper.published && published(paper.published),
    paper.categories.slice(0, 4).join(', '),
    paper.upvotes === undefined ? '' : `${paper.upvotes} upvotes`,
  ].filter(Boolean);
  const reasons = isFlagged(mark) ? (mark?.flagged?.value.reasons ?? []) : [];
  return (
    <article aria-labelledby="paper-title">
      <h2 id="paper-title" dir="auto">
        {title}
      </h2>
      <p class="authors" dir="auto">
        {paper.authors.join(', ') || 'No authors listed'}
        {paper.authorsCut && ' et al.'}
      </p>
      {facts.length > 0 && <p class="muted">{facts.join(' · ')}</p>}
      {reasons.length > 0 && (
        <p class="reasons">
          {reasons.map(({ text }) => (
            <span key={text} class="chip why" dir="auto">
              {text}
            </span>
          ))}
        </p>
      )}
      <div class="do">
        <button type="button" class="button" onClick={() => void acts.save([paper.id])} title="Save (s)">
          <Hand state={handState(mark)} size={16} />
          {mark?.saved?.value ? 'Saved' : 'Save'}
        </button>
        <StatusSelect
          status={statusOf(mark)}
          title={title}
          tab={0}
          set={(status) => void acts.status([paper.id], status)}
        />
        <Menu
          name="Copy citation"
          label={
            <>
              <Icon name="cite" size={14} />
              Cite
            </>
          }
          align="end"
          items={CITATIONS.map((format) => ({
            label: `Copy as ${format.label}`,
            act: () => void acts.cite(paper.id, format.id),
          }))}
        />
        <ZoteroButton paper={paper} title={title} acts={acts} />
      </div>
      <Links paper={paper} acts={acts} />
      <h3>Tags</h3>
      <TagEditor row={row} title={title} acts={acts} />
      <h3>Note</h3>
      <NoteEditor row={row} title={title} acts={acts} rows={4} />
      {paper.abstract && (
        <>
          <h3>Abstract</h3>
          <p class="abstract" dir="auto">
            {texToText(paper.abstract)}
          </p>
        </>
      )}
      <h3>Topics</h3>
      <TopicEditor row={row} title={title} acts={acts} />
      {paper.comment && (
        <p class="muted" dir="auto">
          {texToText(paper.comment)}
        </p>
      )}
      <Sightings paper={paper} failed={acts.failed} />
    </article>
  );
}
