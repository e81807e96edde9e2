/** The middle of the library: the rows. */
import { isFiltering } from '../../core/filter.ts';
import type { PaperId } from '../../core/paper.ts';
import { type MessageKey, say } from '../../core/say.ts';
import { NO_FILTER } from '../shared/filters.ts';
import { Hand } from '../shared/hand.tsx';
import { later } from '../shared/later.tsx';
import { PaperList } from '../shared/paper-list.tsx';
import { PaperRow } from '../shared/row.tsx';
import { extend, toggle } from '../shared/selection.ts';
import type { LibraryState, LibraryView } from './state.ts';

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
            key={place.key}
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

/** How papers get into a view of which nothing is left out: what is said, and what to do. */
const EMPTY: Readonly<Record<LibraryView, readonly MessageKey[]>> = {
  all: ['libraryEmpty', 'libraryEmptyHint'],
  saved: ['popupNothingSaved', 'popupNothingSavedHint'],
  reading: ['libraryReadingEmpty'],
  flagged: ['popupNothingFlagged', 'popupNothingFlaggedHint'],
  dismissed: ['libraryDismissedEmpty'],
  met: ['libraryMetEmpty', 'libraryEmptyHint'],
};

function Nothing({ state }: { state: LibraryState }) {
  const view = state.view.value;
  const met = state.counts.value.met ?? 0;
  const typed = state.query.value !== '';
  const narrowed = typed || isFiltering(state.filter.value);
  const collection = !typed && state.collections.chosen.value;
  const [what, ...hints] = narrowed ? (['libraryNoMatch'] as const) : EMPTY[view];
  return (
    <div class="nothing">
      <Hand size={48} />
      {what && <p>{say(what)}</p>}
      {hints.map((hint) => (
        <p key={hint} class="muted">
          {say(hint)}
        </p>
      ))}
      {collection && <p class="muted">{say('libraryCollectionEmpty')}</p>}
      {narrowed && (
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
      )}
      {view !== 'met' && met > 0 && (
        <button type="button" class="button" onClick={() => state.show('met')}>
          {say('librarySearchMet', met)}
        </button>
      )}
    </div>
  );
}
