/** Searches kept under a name: one click brings words, view and facets back. */
import { useState } from 'preact/hooks';
import { isFiltering } from '../../core/filter.ts';
import { say } from '../../core/say.ts';
import { Icon } from '../shared/icons.tsx';
import type { LibraryState } from './state.ts';

export function SavedSearches({ state }: { state: LibraryState }) {
  const { all, forgotten } = state.searches;
  const current = state.searches.current(state);
  const narrowed = state.query.value.trim() !== '' || isFiltering(state.filter.value);
  const gone = forgotten.value;
  if (all.value.length === 0 && !narrowed && !gone) return null;
  return (
    <section aria-labelledby="searches">
      <h2 id="searches">{say('librarySearches')}</h2>
      <ul>
        {all.value.map((search) => (
          <li key={search.name} class="saved-search">
            <button
              type="button"
              class="facet"
              title={search.typed}
              aria-current={search.name === current ? 'true' : undefined}
              onClick={() => state.open(search)}
            >
              <span dir="auto">{search.name}</span>
            </button>
            <button
              type="button"
              class="tool"
              aria-label={say('libraryForgetSearch', search.name)}
              title={say('libraryForgetSearchHint')}
              onClick={() => void state.searches.forget(search.name).catch(state.steps.fail)}
            >
              <Icon name="dismiss" size={12} />
            </button>
          </li>
        ))}
      </ul>
      {gone && (
        <button
          type="button"
          class="link"
          onClick={() => void state.searches.keep(gone).catch(state.steps.fail)}
        >
          {say('libraryPutBack', gone.name)}
        </button>
      )}
      {narrowed && current === undefined && <Keep state={state} />}
    </section>
  );
}

function Keep({ state }: { state: LibraryState }) {
  const [naming, setNaming] = useState(false);
  if (!naming)
    return (
      <button type="button" class="link" onClick={() => setNaming(true)}>
        {say('libraryKeepSearch')}
      </button>
    );
  return (
    <input
      class="field naming"
      ref={(field) => field?.focus()}
      aria-label={say('librarySearchName')}
      placeholder={state.query.peek() || say('librarySearchNameHint')}
      onBlur={() => setNaming(false)}
      onKeyDown={(event) => {
        if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        event.stopPropagation();
        if (event.key === 'Enter')
          void state.searches.keepCurrent(state, event.currentTarget.value).catch(state.steps.fail);
        setNaming(false);
      }}
    />
  );
}
