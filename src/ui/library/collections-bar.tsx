/** Above the rows of a collection or the reading list: which it is, what of it is shown, in which order. */
import { pathWords } from '../../core/collection-words.ts';
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { Icon } from '../shared/icons.tsx';
import type { MenuItem } from '../shared/menu.tsx';
import './collections.css';
import type { LibraryState } from './state.ts';

/** For the menu of several papers. */
export function collectionItems(state: LibraryState, ids: readonly PaperId[]): MenuItem[] {
  const { collections } = state;
  if (collections.flat.value.length === 0) return [];
  const node = collections.chosen.value;
  const out = node && {
    label: say('libraryCollectionRemoveFrom', node.name),
    act: () => void collections.put(ids, node.id, false),
  };
  return [
    ...(out ? [out] : []),
    { label: say('libraryCollectionRemove'), act: () => collections.ask({ what: 'remove', ids }) },
  ];
}

export function CollectionsBar({ state }: { state: LibraryState }) {
  const { collections, hand } = state;
  const node = collections.chosen.value;
  if (!node)
    return state.view.value === 'reading' && state.shown.value.length > 0 ? (
      <p class="hand-bar muted">{say('libraryReadingHow')}</p>
    ) : null;
  return (
    <div class="hand-bar">
      <b dir="auto" class="hand-where">
        {pathWords(node)}
      </b>
      {node.children.length > 0 && (
        <label>
          <input
            type="checkbox"
            checked={collections.whole.value}
            onChange={(event) => collections.choose(node.id, event.currentTarget.checked)}
          />
          {say('libraryCollectionWhole')}
        </label>
      )}
      {state.view.value !== 'reading' && (
        <label>
          {say('libraryCollectionOrder')}
          <select
            class="field"
            value={hand.byHand.value ? 'hand' : 'found'}
            title={hand.list.value === undefined ? undefined : say('libraryHandHint')}
            onChange={(event) => {
              hand.byHand.value = event.currentTarget.value === 'hand';
            }}
          >
            <option value="hand">{say('libraryCollectionByHand')}</option>
            <option value="found">{say('libraryCollectionBySearch')}</option>
          </select>
        </label>
      )}
      <button
        type="button"
        class="tool"
        aria-label={say('libraryCollectionLeave')}
        title={say('libraryCollectionLeave')}
        onClick={() => collections.choose(undefined)}
      >
        <Icon name="dismiss" size={12} />
      </button>
    </div>
  );
}
