/** The head of the table: a column's name sorts by it, the line at its end makes it wider. */
import { useRef, useState } from 'preact/hooks';
import { say } from '../../core/say.ts';
import {
  isSortable,
  MAX_WIDTH,
  MIN_WIDTH,
  resized,
  sortedBy,
  type TableColumn,
  type TableOrder,
} from '../../core/table-layout.ts';
import { columnName, isNumber } from './table-cells.tsx';
import type { TableState } from './table-state.ts';

/** Px a key press makes a column wider; with Shift. */
const STEP = 10;
const LEAP = 50;

interface Props {
  table: TableState;
  columns: readonly TableColumn[];
  /** What the rows are sorted by: as the table says, else as the search does. */
  order: TableOrder | undefined;
}

export function TableHead({ table, columns, order }: Props) {
  const head = useRef<HTMLDivElement>(null);
  /** The column whose name and line Tab comes to. */
  const [active, setActive] = useState(0);
  // left and right go from name to name; Tab goes on to the line at its end, then to the rows
  const keys = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    const names = [...(head.current?.querySelectorAll<HTMLElement>('.name') ?? [])];
    const at = names.indexOf(document.activeElement as HTMLElement);
    if (at < 0) return;
    names.at((at + wider(event) + names.length) % names.length)?.focus();
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual, a grid can
    // biome-ignore lint/a11y/useFocusableInteractive: what is in it takes the focus
    <div role="row" aria-rowindex={1} class="t-head" ref={head} onKeyDown={keys}>
      {[say('libraryColumnPick'), say('libraryColumnMark')].map((name, at) => (
        // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual, a grid can
        // biome-ignore lint/a11y/useFocusableInteractive: nothing to do there
        <div key={name} role="columnheader" aria-colindex={at + 1} class="h">
          <span class="quiet">{name}</span>
        </div>
      ))}
      {columns.map((column, at) => (
        <Header
          key={column.id}
          table={table}
          column={column}
          at={at}
          tab={at === Math.min(active, columns.length - 1) ? 0 : -1}
          onFocus={() => setActive(at)}
          order={order}
        />
      ))}
    </div>
  );
}

/** 1 for a key or a movement towards the end of the line, −1 towards its beginning. */
function wider(event: KeyboardEvent): 1 | -1 {
  const rtl = getComputedStyle(event.currentTarget as Element).direction === 'rtl';
  return (event.key === 'ArrowRight') !== rtl ? 1 : -1;
}

function Header({
  table,
  column,
  at,
  tab,
  onFocus,
  order,
}: {
  table: TableState;
  column: TableColumn;
  at: number;
  tab: number;
  onFocus: () => void;
  order: TableOrder | undefined;
}) {
  const { id, width } = column;
  const name = columnName(id);
  const mine = order?.by === id;
  const sort = mine ? (order.down ? 'descending' : 'ascending') : 'none';
  return (
    // biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual, a grid can
    // biome-ignore lint/a11y/useFocusableInteractive: what is in it takes the focus
    <div
      role="columnheader"
      aria-colindex={at + 3}
      aria-sort={isSortable(id) ? sort : undefined}
      class={`h${isNumber(id) ? ' number' : ''}`}
    >
      <button
        type="button"
        class="name"
        tabIndex={tab}
        onFocus={onFocus}
        aria-disabled={isSortable(id) ? undefined : true}
        title={isSortable(id) ? say('libraryColumnSort', name) : name}
        onClick={() => {
          if (isSortable(id)) table.set(sortedBy(table.layout.peek(), id));
        }}
      >
        <span>{name}</span>
        {mine && <span aria-hidden="true">{order.down ? '↓' : '↑'}</span>}
      </button>
      <Line table={table} id={id} name={name} width={width} tab={tab} />
    </div>
  );
}

/** The line at the end of a column: dragged, or moved by the arrow keys once it has the focus. */
function Line({
  table,
  id,
  name,
  width,
  tab,
}: {
  table: TableState;
  id: TableColumn['id'];
  name: string;
  width: number;
  tab: number;
}) {
  const from = useRef<{ x: number; width: number; sign: number } | undefined>(undefined);
  const keys = (event: KeyboardEvent) => {
    const layout = table.layout.peek();
    const by = event.shiftKey ? LEAP : STEP;
    if (event.key === 'Home') table.set(resized(layout, id, MIN_WIDTH));
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowRight')
      table.set(resized(layout, id, width + by * wider(event)));
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no rule between paragraphs, but one that is moved
    <div
      role="separator"
      class="column-line"
      tabIndex={tab}
      aria-orientation="vertical"
      aria-label={say('libraryColumnWidth', name)}
      aria-valuenow={width}
      aria-valuemin={MIN_WIDTH}
      aria-valuemax={MAX_WIDTH}
      title={say('libraryColumnWidth', name)}
      onKeyDown={keys}
      onPointerDown={(event) => {
        const sign = getComputedStyle(event.currentTarget).direction === 'rtl' ? -1 : 1;
        from.current = { x: event.clientX, width, sign };
        event.currentTarget.setPointerCapture(event.pointerId);
        event.preventDefault();
      }}
      onPointerMove={(event) => {
        if (!from.current) return;
        const by = (event.clientX - from.current.x) * from.current.sign;
        table.try(resized(table.layout.peek(), id, from.current.width + by));
      }}
      onPointerUp={() => {
        if (from.current) table.set(table.layout.peek());
        from.current = undefined;
      }}
      onPointerCancel={() => {
        if (from.current) table.try(resized(table.layout.peek(), id, from.current.width));
        from.current = undefined;
      }}
    />
  );
}
