/** Which columns the table has, and in which order. */
import { say } from '../../core/say.ts';
import { moved, USUAL_COLUMNS, withShown } from '../../core/table-layout.ts';
import './table.css';
import { columnName } from './table-cells.tsx';
import type { TableState } from './table-state.ts';

export function Columns({ table }: { table: TableState }) {
  const layout = table.layout.value;
  const move = (id: (typeof layout.columns)[number]['id'], by: number) =>
    table.set(moved(table.layout.peek(), id, by));
  return (
    <>
      <ul>
        {layout.columns.map(({ id, shown }, at) => {
          const name = columnName(id);
          return (
            <li key={id}>
              <label>
                <input
                  type="checkbox"
                  checked={shown}
                  disabled={id === 'title'}
                  onChange={(event) =>
                    table.set(withShown(table.layout.peek(), id, event.currentTarget.checked))
                  }
                />
                {name}
              </label>
              <button
                type="button"
                class="tool"
                aria-label={say('libraryColumnEarlier', name)}
                title={say('libraryColumnEarlier', name)}
                aria-disabled={at === 0 ? true : undefined}
                onClick={() => move(id, -1)}
              >
                ↑
              </button>
              <button
                type="button"
                class="tool"
                aria-label={say('libraryColumnLater', name)}
                title={say('libraryColumnLater', name)}
                aria-disabled={at === layout.columns.length - 1 ? true : undefined}
                onClick={() => move(id, 1)}
              >
                ↓
              </button>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        class="button"
        onClick={() => table.set({ ...table.layout.peek(), columns: USUAL_COLUMNS })}
      >
        {say('libraryColumnsUsual')}
      </button>
    </>
  );
}
