/** One paper in the trash. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';
import { say, sayMany } from '../../core/say.ts';
import { Cell } from '../shared/cell.tsx';
import type { RowPlace } from '../shared/paper-list.tsx';
import type { Papers } from '../shared/papers.ts';
import { texToText } from '../shared/tex.ts';
import { authorWords, day } from '../shared/words.ts';
import type { Trash } from './trash-state.ts';

interface Props {
  id: PaperId;
  place: RowPlace;
  papers: Papers;
  trash: Trash;
  /** ISO time of the deletion. */
  at: string;
  days: number;
  onSelect: (id: PaperId) => void;
}

export function TrashRow({ id, place, papers, trash, at, days, onSelect }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const { cursor } = trash;
  const active = cursor.id.value === id;
  const selected = trash.selection.value.ids.has(id);
  const cell = papers.cell(id).value;

  useLayoutEffect(() => {
    if (!active || !cursor.wantsFocus || !element.current) return;
    cursor.wantsFocus = false;
    element.current.focus({ preventScroll: true });
  });

  const title = cell
    ? texToText(cell.paper.title)
    : cell === null
      ? say('libraryTrashUnknown', id)
      : '\u00a0';
  const left = days > 0 ? sayMany('libraryTrashDaysLeft', days) : say('libraryTrashDue');
  const when = at === '' ? '' : say('libraryTrashWhen', day(at));
  const tab = active ? 0 : -1;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled for the whole page
    <div
      ref={element}
      role="row"
      class={`row row-none trash-row pickable${active ? ' active' : ''}`}
      data-id={id}
      tabIndex={tab}
      aria-rowindex={place.index + 1}
      aria-selected={selected}
      aria-label={[title, when, left].filter(Boolean).join(', ')}
      style={{ transform: `translateY(${place.top}px)`, height: `${place.height}px` }}
      onFocus={() => {
        if (!active) cursor.to(place.index, false);
      }}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) onSelect(id);
        else if (!active) cursor.to(place.index, event.target === event.currentTarget);
      }}
    >
      <Cell kind="pick">
        <input
          type="checkbox"
          tabIndex={tab}
          checked={selected}
          aria-label={say('sharedSelect', title)}
          onClick={(event) => {
            event.stopPropagation();
            onSelect(id);
          }}
        />
      </Cell>
      <Cell kind="what">
        <div class="title" dir="auto">
          {title}
        </div>
        <div class="by" dir="auto">
          {cell ? authorWords(cell.paper.authors, cell.paper.authorsCut, 4) || say('sharedNoAuthors') : ''}
        </div>
      </Cell>
      <Cell kind="trash-left">
        <span>{left}</span>
        <span class="muted">{when}</span>
      </Cell>
      <Cell kind="trash-acts">
        <button
          type="button"
          class="button"
          tabIndex={tab}
          aria-label={say('libraryTrashRestoreOne', title)}
          title={say('libraryTrashRestoreHint')}
          onClick={() => void trash.restore([id])}
        >
          {say('libraryTrashRestore')}
        </button>
        <button
          type="button"
          class="button"
          tabIndex={tab}
          aria-label={say('libraryTrashPurgeOne', title)}
          onClick={() => trash.askToPurge([id])}
        >
          {say('libraryTrashPurge')}
        </button>
      </Cell>
    </div>
  );
}
