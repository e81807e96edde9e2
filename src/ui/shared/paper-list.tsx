/** The list of papers: a grid whose rows take the focus, drawn only where it is looked at. */
import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';
import type { Cursor } from './cursor.ts';
import type { Papers } from './papers.ts';
import './paper-list.css';
import { useRowKeys } from './row-keys.ts';
import { useVirtual } from './use-virtual.ts';

export interface RowPlace {
  /** Of the row's element, which other papers may have had before. */
  key: number;
  index: number;
  top: number;
  height: number;
}

interface Props {
  label: string;
  ids: readonly PaperId[];
  papers: Papers;
  cursor: Cursor;
  rowHeight: number;
  /** The row that is taller, and by how much. */
  open?: { id: PaperId; by: number } | undefined;
  selectable?: boolean;
  guess: number;
  startAt?: number;
  onScroll?: (offset: number) => void;
  row: (id: PaperId, place: RowPlace) => ComponentChildren;
}

export function PaperList(props: Props) {
  const { ids, papers, cursor, rowHeight, open } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const openAt = open ? ids.indexOf(open.id) : -1;
  const virtual = useVirtual(
    {
      count: ids.length,
      height: rowHeight,
      open: openAt < 0 ? undefined : { index: openAt, by: open?.by ?? 0 },
      scroller,
      guess: props.guess,
      startAt: props.startAt ?? 0,
    },
    cursor,
  );

  const openId = open?.id;
  const openBy = open?.by ?? 0;
  useLayoutEffect(() => {
    if (openAt >= 0) virtual.scrollTo(openAt);
  }, [rowHeight, openId, openBy]);

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
    cursor.pageSize = () => Math.max(1, Math.floor(virtual.viewSize / rowHeight) - 1);
  }, [ids, first, last, papers, rowHeight, virtual]);

  return (
    <div class="list" ref={scroller} onScroll={() => props.onScroll?.(scroller.current?.scrollTop ?? 0)}>
      {/* biome-ignore lint/a11y/useSemanticElements: a table cannot be virtual, a grid can */}
      <div
        role="grid"
        aria-label={props.label}
        aria-rowcount={ids.length}
        aria-multiselectable={props.selectable ? 'true' : undefined}
        class="rows"
        style={{ height: `${virtual.totalSize}px` }}
      >
        {items.map((item) => {
          const id = ids[item.index];
          return id === undefined
            ? null
            : props.row(id, {
                key: keys.get(id) as number,
                index: item.index,
                top: item.start,
                height: item.size,
              });
        })}
      </div>
    </div>
  );
}
