/** List or table, and the table's columns. */
import { say } from '../../core/say.ts';
import { Icon } from '../shared/icons.tsx';
import { later } from '../shared/later.tsx';
import { Popover } from './popover.tsx';
import type { LibraryState } from './state.ts';

const Columns = later(() => import('./table-columns.tsx').then((part) => part.Columns), {
  failed: ({ table }, error) => table.failed(error),
  soon: true,
});

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
      {layout.on && (
        <Popover icon="columns" label={say('libraryColumns')} hint={say('libraryColumns')} kind="columns">
          {() => <Columns table={table} />}
        </Popover>
      )}
    </>
  );
}
