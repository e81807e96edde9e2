/** The papers as a table: a grid with a head that stays, rows drawn only where they are looked at. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';
import { parseQuery } from '../../core/query.ts';
import { say } from '../../core/say.ts';
import type { TableOrder } from '../../core/table-layout.ts';
import { useRowKeys } from '../shared/row-keys.ts';
import { useVirtual } from '../shared/use-virtual.ts';
import type { LibraryState } from './state.ts';
import './table.css';
import { TableHead } from './table-head.tsx';
import { TableRow } from './table-row.tsx';

const ROW = 34;
const HEAD = 32;
/** Px of the columns for selecting and saving. */
const PICK = 28;
const POINT = 34;

/** What `sort:` in the search box sorts by, as a column of the table shows it. */
function orderTyped(typed: string): TableOrder | undefined {
  const { sort } = parseQuery(typed);
  return sort === undefined || sort === 'relevance' ? undefined : { by: sort, down: sort !== 'title' };
}

export function PaperTable({
  state,
  select,
}: {
  state: LibraryState;
  select: (id: PaperId, event: MouseEvent) => void;
}) {
  const { table, cursor, papers } = state;
  const ids = state.shown.value;
  const columns = table.layout.value.columns.filter(({ shown }) => shown);
  const scroller = useRef<HTMLDivElement>(null);
  const selection = state.selection.value;
  const virtual = useVirtual(
    {
      count: ids.length,
      height: ROW,
      scroller,
      guess: globalThis.innerHeight - 100,
      startAt: 0,
      padEnd: HEAD,
    },
    cursor,
  );

  const items = virtual.rows();
  const keys = useRowKeys(
    items.flatMap(({ index }) => ids[index] ?? []),
    cursor.id.value,
  );
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? -1;
  useLayoutEffect(() => {
    const inView = items.flatMap((item) => ids[item.index] ?? []);
    papers.want(inView);
    table.want(inView);
    cursor.pageSize = () => Math.max(1, Math.floor((virtual.viewSize - HEAD) / ROW) - 1);
  }, [ids, first, last, papers, virtual, table.layout.value, table.scores.value]);

  const order = table.order.value;
  const sorted = order ? `${order.by} ${order.down}` : '';
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [sorted]);

  const tracks = [PICK, POINT, ...columns.map(({ width }) => width)];
  const width = tracks.reduce((sum, one) => sum + one, 0);
  const style = `--cols: ${tracks.map((one) => `${one}px`).join(' ')}; --wide: ${width}px`;
  return (
    <div class="list table" ref={scroller}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual, a grid can */}
      <div
        role="grid"
        aria-label={say('libraryPapers')}
        aria-rowcount={ids.length + 1}
        aria-colcount={columns.length + 2}
        aria-multiselectable="true"
        style={style}
      >
        <TableHead table={table} columns={columns} order={order ?? orderTyped(state.request.value.typed)} />
        <div class="t-rows" style={{ height: `${virtual.totalSize}px` }}>
          {items.map((item) => {
            const id = ids[item.index];
            return id === undefined ? null : (
              <TableRow
                key={keys.get(id)}
                id={id}
                index={item.index}
                top={item.start}
                state={state}
                columns={columns}
                selected={selection.ids.has(id)}
                onSelect={select}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}
