/** Priorities of the reading list, and moving papers up and down in a list that is ordered by hand. */
import { type Mark, type Priority, statusOf } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { isToBeRead, PRIORITIES, priorityOf } from '../../core/reading.ts';
import { type MessageKey, say } from '../../core/say.ts';
import type { KeyAction } from '../shared/keys.ts';
import type { MenuItem } from '../shared/menu.tsx';
import { paperWords } from './paper-words.ts';
import type { LibraryState } from './state.ts';

const NAMES: Readonly<Record<Priority, MessageKey>> = {
  high: 'libraryPriorityHigh',
  normal: 'libraryPriorityNormal',
  low: 'libraryPriorityLow',
};

/** Sets the priority of papers; one without a status is to be read from then on. */
export async function setPriority(
  state: LibraryState,
  ids: readonly PaperId[],
  priority: Priority,
): Promise<void> {
  const { papers, steps } = state;
  const unread = ids.filter((id) => !papers.cell(id).peek());
  try {
    if (unread.length > 0) await papers.load(unread);
  } catch (error) {
    steps.fail(error);
    return;
  }
  const changes = ids.map((id) => {
    const none = statusOf(papers.cell(id).peek()?.mark) === null;
    return { id, change: { priority, ...(none ? { status: 'to-read' as const } : {}) } };
  });
  await steps.take(changes, say('libraryPriorityDid', paperWords(papers, ids), say(NAMES[priority])));
}

/** For menus of several papers. */
export const priorityItems = (state: LibraryState, ids: readonly PaperId[]): MenuItem[] =>
  PRIORITIES.map((priority, at) => ({
    label: say(NAMES[priority]),
    hint: String(at + 1),
    act: () => void setPriority(state, ids, priority),
  }));

/** The priority of a paper that is on the reading list. */
export function PrioritySelect({
  id,
  mark,
  title,
  state,
}: {
  id: PaperId;
  mark: Mark | undefined;
  title: string;
  state: LibraryState;
}) {
  if (!isToBeRead(mark)) return null;
  return (
    <select
      class="status"
      aria-label={say('libraryPriorityOf', title)}
      title={say('libraryPriorityHint')}
      value={priorityOf(mark)}
      onChange={(event) => void setPriority(state, [id], event.currentTarget.value as Priority)}
    >
      {PRIORITIES.map((priority) => (
        <option key={priority} value={priority}>
          {say(NAMES[priority])}
        </option>
      ))}
    </select>
  );
}

/** Moves the papers one place up or down among those shown. False where the list has no order of its own. */
function shift(state: LibraryState, ids: readonly PaperId[], by: 1 | -1): boolean {
  const { hand, cursor } = state;
  if (hand.list.peek() === undefined) return false;
  const shown = state.shown.peek();
  const moved = shown.filter((id) => ids.includes(id));
  const places = moved.map((id) => shown.indexOf(id));
  const at = shown[by < 0 ? (places[0] ?? 0) - 1 : (places.at(-1) ?? 0) + 1];
  if (at === undefined) return true;
  hand.move(moved, { at, after: by > 0 });
  // its row may have been put elsewhere in the page, and lost the focus by it
  requestAnimationFrame(() => cursor.to(cursor.index));
  return true;
}

const RANKS: Partial<Record<KeyAction, Priority>> = { 'tab-1': 'high', 'tab-2': 'normal', 'tab-3': 'low' };

/** Does what a key asks for with the papers under the cursor or selected; false when it is none of these keys. */
export function handKeys(action: KeyAction, state: LibraryState): boolean {
  const id = state.cursor.id.peek();
  const selected = state.selected.peek();
  const ids = selected.length > 0 ? selected : id === undefined ? [] : [id];
  if (ids.length === 0) return false;
  const priority = RANKS[action];
  if (priority) {
    void setPriority(state, ids, priority);
    return true;
  }
  if (action === 'collect') {
    state.collections.ask({ what: 'add', ids });
    return true;
  }
  if (action === 'move-up') return shift(state, ids, -1);
  return action === 'move-down' ? shift(state, ids, 1) : false;
}
