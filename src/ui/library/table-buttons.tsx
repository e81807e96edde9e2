/** List or table, and the table's columns. */
import { say } from '../../core/say.ts';
import { Icon } from '../shared/icons.tsx';
import type { LibraryState } from './state.ts';
import { ColumnsMenu } from './table-columns.tsx';

export function TableButtons({ state: { table } }: { state: LibraryState }) {
  const layout = table.layout.value;
  return (
    <>
      <button
        type="button"
        class="tool"
        aria-label={say('libraryTableShow')}
        title={say('libraryTableShow')}
        aria-pressed={layout.on}
        onClick={() => table.set({ ...layout, on: !layout.on })}
      >
        <Icon name="table" />
      </button>
      {layout.on && <ColumnsMenu table={table} />}
    </>
  );
}
