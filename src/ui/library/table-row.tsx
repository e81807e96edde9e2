/** One paper in the table. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isSaved } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import type { TableColumn } from '../../core/table-layout.ts';
import type { Row } from '../shared/data.ts';
import { Hand } from '../shared/hand.tsx';
import { handState } from '../shared/row.tsx';
import { texToText } from '../shared/tex.ts';
import type { LibraryState } from './state.ts';
import { TableCell, wordsOf } from './table-cells.tsx';

interface Props {
  id: PaperId;
  index: number;
  /** Px from the first row. */
  top: number;
  state: LibraryState;
  columns: readonly TableColumn[];
  selected: boolean;
  onSelect: (id: PaperId, event: MouseEvent) => void;
}

export function TableRow(props: Props) {
  const { id, index, top, state, selected, onSelect } = props;
  const { cursor } = state;
  const element = useRef<HTMLDivElement>(null);
  const cell = state.papers.cell(id).value;
  const active = cursor.id.value === id;

  useLayoutEffect(() => {
    if (!active || !cursor.wantsFocus || !element.current) return;
    cursor.wantsFocus = false;
    element.current.focus({ preventScroll: true });
  });

  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled for the whole page
    <div
      ref={element}
      role="row"
      class={`t-row row-${cell ? handState(cell.mark) : 'none'}${active ? ' active' : ''}`}
      data-id={id}
      draggable
      tabIndex={active ? 0 : -1}
      aria-rowindex={index + 2}
      aria-selected={selected}
      style={{ transform: `translateY(${top}px)` }}
      onFocus={() => {
        if (!active) cursor.to(index, false);
      }}
      onClick={(event) => {
        if (event.shiftKey || event.ctrlKey || event.metaKey) onSelect(id, event);
        else if (!active) cursor.to(index, event.target === event.currentTarget);
      }}
    >
      {cell && <Cells {...props} row={cell} tab={active ? 0 : -1} />}
    </div>
  );
}

function Cells({ id, state, columns, selected, onSelect, row, tab }: Props & { row: Row; tab: number }) {
  const { acts } = state;
  const { paper, mark } = row;
  const title = texToText(paper.title);
  const saved = isSaved(mark);
  return (
    <>
      <TableCell column="pick" at={1}>
        <input
          type="checkbox"
          tabIndex={tab}
          checked={selected}
          aria-label={say('sharedSelect', title)}
          onClick={(event) => {
            event.stopPropagation();
            onSelect(id, event);
          }}
        />
      </TableCell>
      <TableCell column="point" at={2}>
        <button
          type="button"
          class="tool"
          tabIndex={tab}
          aria-pressed={saved}
          aria-label={say('sharedNamed', say('sharedActSave'), title)}
          onClick={() => void acts.save([id])}
        >
          <Hand state={handState(mark)} size={16} />
        </button>
      </TableCell>
      {columns.map(({ id: column }, at) => {
        const words = wordsOf(column, row, state.table.scores.value.get(id));
        return (
          <TableCell key={column} column={column} at={at + 3}>
            {column === 'title' ? (
              <a
                class="title"
                dir="auto"
                href={paper.links.page}
                tabIndex={tab}
                target="_blank"
                rel="noreferrer"
                title={words}
                onClick={(event) => acts.followLink(event, paper.links.page)}
              >
                {words}
              </a>
            ) : (
              <span dir="auto" title={words || undefined}>
                {words}
              </span>
            )}
          </TableCell>
        );
      })}
    </>
  );
}
