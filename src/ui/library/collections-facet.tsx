/** The collections in the pane on the left; their tree does not hold up the list. */
import { say } from '../../core/say.ts';
import { later } from '../shared/later.tsx';
import './collections.css';
import type { LibraryState } from './state.ts';

export const CollectionsSection = later<{ state: LibraryState }>(
  () => import('./collections.tsx').then((part) => part.CollectionsSection),
  {
    frame: () => (
      <section class="collections" aria-labelledby="facet-collections" aria-busy="true">
        <div class="collections-head">
          <h2 id="facet-collections">{say('libraryFacetCollections')}</h2>
          <span class="tool" />
        </div>
      </section>
    ),
    failed: ({ state }, error) => state.steps.fail(error),
  },
);
