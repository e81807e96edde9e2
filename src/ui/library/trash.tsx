/** The trash: deleted papers, how long they stay, restoring them and deleting them for good. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';
import { say, sayMany } from '../../core/say.ts';
import { daysLeft } from '../../core/trash.ts';
import { Hand } from '../shared/hand.tsx';
import { Icon } from '../shared/icons.tsx';
import { PaperList } from '../shared/paper-list.tsx';
import { NOTHING, selectAll, toggle } from '../shared/selection.ts';
import type { Steps } from '../shared/steps.ts';
import { papers as countOf } from '../shared/words.ts';
import type { LibraryState } from './state.ts';
import './trash.css';
import { TrashRow } from './trash-row.tsx';
import type { Trash } from './trash-state.ts';
import { UndoList } from './undo-list.tsx';

const ROW = 58;
/** On narrow windows, where the buttons stand below. */
const ROW_NARROW = 92;

export function TrashPane({ state }: { state: LibraryState }) {
  const { trash } = state;
  const papers = trash.papers.value;
  const ids = trash.ids.value;
  const now = new Date().toISOString();
  const left = new Map(papers?.map(({ id, at }) => [id, { at, days: daysLeft(at, now) }] as const));
  const select = (id: PaperId) => {
    trash.selection.value = toggle(trash.selection.peek(), id);
  };
  return (
    <>
      <TrashBar trash={trash} steps={state.steps} />
      {ids.length > 0 && <p class="taken">{say('libraryTrashAbout')}</p>}
      {papers !== undefined && ids.length === 0 ? (
        <div class="nothing">
          <Hand state="dismissed" size={48} />
          <p>{say('libraryTrashEmpty')}</p>
          <p class="muted">{say('libraryTrashEmptyHint')}</p>
        </div>
      ) : (
        <PaperList
          label={say('libraryTrashPapers')}
          ids={ids}
          papers={state.papers}
          cursor={trash.cursor}
          rowHeight={state.table.fits.value ? ROW : ROW_NARROW}
          selectable
          guess={globalThis.innerHeight - 100}
          row={(id, place) => (
            <TrashRow
              key={place.key}
              id={id}
              place={place}
              papers={state.papers}
              trash={trash}
              at={left.get(id)?.at ?? ''}
              days={left.get(id)?.days ?? 0}
              onSelect={select}
            />
          )}
        />
      )}
      {trash.asking.value && <AskToPurge trash={trash} many={trash.asking.value.length} />}
    </>
  );
}

function TrashBar({ trash, steps }: { trash: Trash; steps: Steps }) {
  const ids = trash.ids.value;
  const selected = trash.selected.value;
  const all = ids.length > 0 && selected.length === ids.length;
  const some = selected.length > 0;
  const nothing = ids.length === 0 || trash.busy.value;
  return (
    <div class="toolbar" role="toolbar" aria-label={say('libraryTrash')} aria-busy={trash.busy.value}>
      <input
        type="checkbox"
        aria-label={say('libraryTrashSelectAll')}
        title={say('librarySelectAllHint')}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = some && !all;
        }}
        disabled={ids.length === 0}
        onClick={() => {
          trash.selection.value = all ? NOTHING : selectAll(ids);
        }}
      />
      <span class="how-many" aria-live="polite">
        {some ? sayMany('librarySelected', selected.length, ids.length) : countOf(ids.length)}
      </span>
      <span class="space" />
      <UndoList steps={steps} />
      <button
        type="button"
        class="button"
        disabled={nothing}
        title={say('libraryTrashRestoreHint')}
        onClick={() => void trash.restore(some ? selected : ids)}
      >
        {say(some ? 'libraryTrashRestore' : 'libraryTrashRestoreAll')}
      </button>
      <button
        type="button"
        class="button"
        disabled={nothing}
        onClick={() => trash.askToPurge(some ? selected : ids)}
      >
        {say(some ? 'libraryTrashPurge' : 'libraryTrashPurgeAll')}
      </button>
      <button
        type="button"
        class="tool"
        data-leave
        aria-label={say('libraryTrashClose')}
        title={say('libraryTrashClose')}
        onClick={() => trash.close()}
      >
        <Icon name="dismiss" />
      </button>
    </div>
  );
}

function AskToPurge({ trash, many }: { trash: Trash; many: number }) {
  const dialog = useRef<HTMLDialogElement>(null);
  // before the next key arrives: it is meant for the dialog
  useLayoutEffect(() => {
    dialog.current?.showModal();
  }, []);
  const cancel = () => {
    dialog.current?.close(); // first: what lies under an open one takes no focus
    trash.asking.value = undefined;
    trash.cursor.to(trash.cursor.index);
  };
  return (
    <dialog
      ref={dialog}
      class="ask"
      aria-labelledby="ask-purge"
      onKeyDown={(event) => event.stopPropagation()} // no key means what lies under it
      onCancel={(event) => {
        event.preventDefault();
        cancel();
      }}
    >
      <p id="ask-purge">{sayMany('libraryTrashAsk', many)}</p>
      <div class="ask-acts">
        <button type="button" class="button" onClick={cancel}>
          {say('commonCancel')}
        </button>
        <button type="button" class="button danger" onClick={() => void trash.purge()}>
          {say('libraryTrashSure')}
        </button>
      </div>
    </dialog>
  );
}
