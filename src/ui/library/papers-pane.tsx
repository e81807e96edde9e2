/** The middle of the library: the rows. */
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { NO_FILTER } from '../shared/filters.ts';
import { Hand } from '../shared/hand.tsx';
import { later } from '../shared/later.tsx';
import { PaperList } from '../shared/paper-list.tsx';
import { PaperRow } from '../shared/row.tsx';
import { extend, toggle } from '../shared/selection.ts';
import type { LibraryState } from './state.ts';

const PaperTable = later(() => import('./table.tsx').then((part) => part.PaperTable), {
  frame: () => <div class="list" aria-busy="true" />,
  failed: ({ state }, error) => state.steps.fail(error),
  soon: true,
});

const ROW = 90;
const ROW_DENSE = 34;

export function Papers({ state }: { state: LibraryState }) {
  const ids = state.shown.value;
  const dense = state.dense.value;
  const selection = state.selection.value;
  if (state.found.value === undefined) return <div class="list" aria-busy="true" />;
  if (ids.length === 0) return <Nothing state={state} />;
  const select = (id: PaperId, event: MouseEvent) => {
    const now = state.selection.peek();
    state.selection.value = event.shiftKey ? extend(now, id, state.shown.peek()) : toggle(now, id);
  };
  if (state.table.shown.value)
    return (
      <>
        <Taken state={state} />
        <PaperTable state={state} select={select} />
      </>
    );
  return (
    <>
      <Taken state={state} />
      <PaperList
        key={dense ? 'dense' : 'full'}
        label={say('libraryPapers')}
        ids={ids}
        papers={state.papers}
        cursor={state.cursor}
        rowHeight={dense ? ROW_DENSE : ROW}
        selectable
        guess={globalThis.innerHeight - 100}
        row={(id, place) => (
          <PaperRow
            key={id}
            id={id}
            place={place}
            papers={state.papers}
            cursor={state.cursor}
            acts={state.acts}
            look={dense ? 'line' : 'full'}
            selected={selection.ids.has(id)}
            onSelect={select}
            drag
          />
        )}
      />
    </>
  );
}

/** Words that hardly any paper has, and what was looked for as well. */
function Taken({ state }: { state: LibraryState }) {
  const taken = state.taken.value;
  if (taken.length === 0) return null;
  return (
    <p class="taken" role="status">
      {say('libraryTaken', taken.map(([typed, as]) => say('libraryTakenWord', as, typed)).join(', '))}
    </p>
  );
}

/** How papers get into a list that is empty. */
function HandHint({ state }: { state: LibraryState }) {
  if (state.collections.chosen.value) return <p class="muted">{say('libraryCollectionEmpty')}</p>;
  return state.view.value === 'reading' ? <p class="muted">{say('libraryReadingEmpty')}</p> : null;
}

function Nothing({ state }: { state: LibraryState }) {
  const empty = state.counts.value.all === 0 && state.view.value === 'all' && state.query.value === '';
  return (
    <div class="nothing">
      <Hand size={48} />
      {empty ? (
        <>
          <p>{say('libraryEmpty')}</p>
          <p class="muted">{say('libraryEmptyHint')}</p>
        </>
      ) : (
        <>
          <p>{say('libraryNoMatch')}</p>
          {state.query.value === '' && <HandHint state={state} />}
          <button
            type="button"
            class="button"
            onClick={() => {
              state.query.value = '';
              state.filter.value = NO_FILTER;
            }}
          >
            {say('libraryShowAll')}
          </button>
          {state.view.value !== 'met' && (state.counts.value.met ?? 0) > 0 && (
            <button type="button" class="button" onClick={() => state.show('met')}>
              {say('librarySearchMet', state.counts.value.met ?? 0)}
            </button>
          )}
        </>
      )}
    </div>
  );
}
