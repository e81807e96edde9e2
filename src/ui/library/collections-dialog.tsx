/** Asks for a collection: to put papers into, to take them out of, or to move another collection into. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { flatTree, MAX_COLLECTION_NAME } from '../../core/collections.ts';
import { say } from '../../core/say.ts';
import '../shared/export-dialog.css';
import type { Asking } from './collections-state.ts';
import { paperWords } from './paper-words.ts';
import type { LibraryState } from './state.ts';

/** Lines of the list. */
const SHOWN = 10;
/** What stands for no collection. */
const TOP = '';

export function ChooseCollection({ state, asking }: { state: LibraryState; asking: Asking }) {
  const { collections } = state;
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLSelectElement>(null);
  const fresh = useRef<HTMLInputElement>(null);
  const moved = asking.what === 'move' ? collections.node(asking.collection) : undefined;
  const within = new Set(moved && flatTree([moved]).map(({ id }) => id));
  const all = collections.flat.value.filter(({ id }) => !within.has(id));
  const back = useRef(document.activeElement);

  // before the next key arrives: it is meant for the dialog
  useLayoutEffect(() => {
    dialog.current?.showModal();
    (list.current ?? fresh.current)?.focus();
  }, []);

  const close = () => {
    collections.asking.value = undefined;
    (back.current as HTMLElement | null)?.focus?.();
  };
  const done = async () => {
    const typed = fresh.current?.value.trim() ?? '';
    const chosen = list.current?.value;
    dialog.current?.close();
    if (asking.what === 'move') {
      await collections.move(asking.collection, chosen === TOP || chosen === undefined ? null : chosen);
      return;
    }
    const id = typed === '' ? chosen : await collections.make(typed);
    if (id) await collections.put(asking.ids, id, asking.what === 'add');
  };
  const heading =
    asking.what === 'move'
      ? say('libraryCollectionChooseMove', moved?.name ?? '')
      : say(
          asking.what === 'add' ? 'libraryCollectionChooseAdd' : 'libraryCollectionChooseRemove',
          paperWords(state.papers, asking.ids),
        );
  return (
    <dialog
      ref={dialog}
      class="export-sheet choose-collection"
      aria-labelledby="choose-collection"
      onClose={close}
      onKeyDown={(event) => event.stopPropagation()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void done();
        }}
      >
        <h2 id="choose-collection">{heading}</h2>
        {(all.length > 0 || asking.what === 'move') && (
          <select
            ref={list}
            class="field"
            size={Math.min(SHOWN, Math.max(2, all.length + Number(asking.what === 'move')))}
            aria-label={say('libraryCollectionChoose')}
            onDblClick={() => void done()}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              void done();
            }}
          >
            {asking.what === 'move' && (
              <option value={TOP} selected>
                {say('libraryCollectionTop')}
              </option>
            )}
            {all.map(({ id, name, depth }, at) => (
              <option key={id} value={id} selected={asking.what !== 'move' && at === 0}>
                {'\u2003'.repeat(Math.min(depth, 8)) + name}
              </option>
            ))}
          </select>
        )}
        {asking.what === 'add' && (
          <label class="new-collection">
            {say('libraryCollectionOrNew')}
            <input ref={fresh} class="field" dir="auto" maxLength={MAX_COLLECTION_NAME} />
          </label>
        )}
        <p class="buttons">
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {say('commonCancel')}
          </button>
          <button type="submit" class="button strong">
            {say(
              asking.what === 'add'
                ? 'libraryCollectionDoAdd'
                : asking.what === 'move'
                  ? 'libraryCollectionDoMove'
                  : 'libraryCollectionDoRemove',
            )}
          </button>
        </p>
      </form>
    </dialog>
  );
}
