/** The way into the trash, and the trash itself, which is loaded after the page is painted. */
import { count, say } from '../../core/say.ts';
import { later } from '../shared/later.tsx';
import type { LibraryState } from './state.ts';
import './trash-facet.css';
import type { Trash } from './trash-state.ts';

export const TrashPane = later<{ state: LibraryState }>(
  () => import('./trash.tsx').then((part) => part.TrashPane),
  {
    frame: () => (
      <>
        <div class="toolbar" role="toolbar" aria-label={say('libraryTrash')} aria-busy="true" />
        <div class="list" aria-busy="true" />
      </>
    ),
    failed: ({ state }, error) => state.steps.fail(error),
    soon: true,
  },
);

/** Under the views. */
export function TrashFacet({ trash }: { trash: Trash }) {
  const many = trash.count.value;
  return (
    <ul class="trash-facet" aria-label={say('libraryTrash')}>
      <li>
        <button
          type="button"
          class="facet view"
          aria-current={trash.open.value ? 'true' : undefined}
          onClick={() => trash.show()}
        >
          <span>{say('libraryTrash')}</span>
          <span class="n">{many === undefined ? '' : count(many)}</span>
        </button>
      </li>
    </ul>
  );
}
