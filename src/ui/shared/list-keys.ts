/** What keys do to the row under the cursor, the same in popup and library. */
import type { PaperId } from '../../core/paper.ts';
import type { Acts } from './acts.ts';
import type { Cursor } from './cursor.ts';
import type { KeyAction } from './keys.ts';

/**
 * Does `action` on the cursor's row, or on `targets` where several are selected. Returns whether it was one of these.
 */
export function listAction(
  action: KeyAction,
  cursor: Cursor,
  acts: Acts,
  count: number,
  targets?: readonly PaperId[],
): boolean {
  const id = cursor.id.peek();
  switch (action) {
    case 'next':
    case 'previous': {
      // the first press after the list lost the focus only brings it back
      const inList = document.activeElement?.closest('[role=row][data-id]') != null;
      cursor.move(inList ? (action === 'next' ? 1 : -1) : 0);
      return count > 0;
    }
    case 'first':
      cursor.to(0);
      return count > 0;
    case 'last':
      cursor.to(count - 1);
      return count > 0;
    case 'page-down':
      cursor.move(cursor.pageSize());
      return count > 0;
    case 'page-up':
      cursor.move(-cursor.pageSize());
      return count > 0;
    case 'undo':
      acts.undo();
      return true;
    case 'redo':
      acts.redo();
      return true;
    default:
  }
  if (id === undefined || count === 0) return false;
  const ids = targets && targets.length > 0 ? targets : [id];
  switch (action) {
    case 'save':
      void acts.save(ids);
      return true;
    case 'flag':
      void acts.flag(ids);
      return true;
    case 'dismiss':
      void acts.dismiss(ids);
      return true;
    case 'status':
      void acts.nextStatus(ids);
      return true;
    case 'open':
      acts.open(id);
      return true;
    case 'pdf':
      acts.openPdf(id);
      return true;
    case 'cite':
      void acts.cite(id);
      return true;
    case 'show':
      if (!acts.canShow) return false;
      void acts.show(id);
      return true;
    default:
      return false;
  }
}
