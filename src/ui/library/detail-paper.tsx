/** Everything one can do with the paper under the cursor. */
import { isFlagged, isLess, isSaved, statusOf } from '../../core/mark.ts';
import { say, sayMany } from '../../core/say.ts';
import { reasonWords } from '../../core/words.ts';
import { Authors } from '../shared/authors.tsx';
import { CITATIONS } from '../shared/cite.ts';
import type { Row } from '../shared/data.ts';
import { Hand } from '../shared/hand.tsx';
import { Icon } from '../shared/icons.tsx';
import { later } from '../shared/later.tsx';
import { Menu } from '../shared/menu.tsx';
import { NoteEditor } from '../shared/note-editor.tsx';
import { handState } from '../shared/row.tsx';
import { StatusSelect } from '../shared/row-actions.tsx';
import { TagEditor } from '../shared/tag-editor.tsx';
import { texToText } from '../shared/tex.ts';
import { copyAsText, TexText } from '../shared/tex-text.tsx';
import { TopicEditor } from '../shared/topic-editor.tsx';
import { appearedWords } from '../shared/words.ts';
import { ZoteroButton } from '../shared/zotero-button.tsx';
import { CollectionsEditor } from './collections-editor.tsx';
import { Links } from './links.tsx';
import { PrioritySelect } from './reading-list.tsx';
import { Sightings } from './sightings.tsx';
import type { LibraryState } from './state.ts';

const Related = later(() => import('./related.tsx').then((part) => part.Related));

export function DetailPaper({ row, state }: { row: Row; state: LibraryState }) {
  const { paper, mark } = row;
  const { acts } = state;
  const title = texToText(paper.title);
  const facts = [
    paper.venue ?? paper.journalRef,
    appearedWords(paper),
    paper.categories.slice(0, 4).join(', '),
    paper.upvotes === undefined ? '' : sayMany('sharedUpvotes', paper.upvotes),
  ].filter(Boolean);
  const reasons = isFlagged(mark) ? (mark?.flagged?.value.reasons ?? []) : [];
  return (
    <article aria-labelledby="paper-title" onCopy={copyAsText}>
      <h2 id="paper-title" dir="auto">
        <TexText text={paper.title} />
      </h2>
      <Authors key={paper.id} authors={paper.authors} cut={paper.authorsCut} />
      {facts.length > 0 && <p class="muted">{facts.join(' · ')}</p>}
      {reasons.length > 0 && (
        <p class="reasons">
          {reasons.map(({ text }) => (
            <span key={text} class="chip why" dir="auto">
              {reasonWords(text)}
            </span>
          ))}
        </p>
      )}
      <div class="do">
        <button
          type="button"
          class="button"
          onClick={() => void acts.save([paper.id])}
          title={say('sharedActSaveHint')}
        >
          <Hand state={handState(mark)} size={16} />
          {say(isSaved(mark) ? 'commonSaved' : 'commonSave')}
        </button>
        <StatusSelect
          status={statusOf(mark)}
          title={title}
          tab={0}
          set={(status) => void acts.status([paper.id], status)}
        />
        <PrioritySelect id={paper.id} mark={mark} title={title} state={state} />
        <Menu
          name={say('libraryCopyCitation')}
          label={
            <>
              <Icon name="cite" size={14} />
              {say('libraryCite')}
            </>
          }
          align="end"
          items={CITATIONS.map((format) => ({
            label: say('libraryCopyAs', format.label),
            act: () => void acts.cite(paper.id, format.id),
          }))}
        />
        <ZoteroButton paper={paper} title={title} acts={acts} />
        <button
          type="button"
          class="button"
          aria-pressed={isLess(mark)}
          title={say('sharedLessHint')}
          onClick={() => void acts.less([paper.id])}
        >
          {say('sharedLess')}
        </button>
        <button
          type="button"
          class="button"
          title={say('libraryTrashDeleteHint')}
          onClick={() => void acts.trash([paper.id])}
        >
          {say('libraryTrashDelete')}
        </button>
      </div>
      <Links paper={paper} acts={acts} />
      <h3>{say('libraryTags')}</h3>
      <TagEditor row={row} title={title} acts={acts} />
      <h3>{say('libraryFacetCollections')}</h3>
      <CollectionsEditor row={row} title={title} state={state} />
      <h3>{say('libraryNote')}</h3>
      <NoteEditor row={row} title={title} acts={acts} rows={4} />
      {paper.abstract && (
        <>
          <h3>{say('libraryAbstract')}</h3>
          <p class="abstract" dir="auto">
            <TexText text={paper.abstract} />
          </p>
        </>
      )}
      <h3>{say('libraryTopics')}</h3>
      <TopicEditor row={row} title={title} acts={acts} />
      {paper.comment && (
        <p class="muted comment" dir="auto">
          <TexText text={paper.comment} />
        </p>
      )}
      <Related state={state} paper={paper} />
      <Sightings paper={paper} failed={acts.failed} />
    </article>
  );
}
