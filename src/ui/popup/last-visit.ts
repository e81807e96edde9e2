/** Where the popup was left: kept in localStorage, the only storage that answers before the first paint. */

export interface Visit {
  tab: 'page' | 'saved' | 'flagged';
  /** Scroll offset of that tab's list, in px. */
  scroll: number;
  /** Rows were narrow, so that the next list begins with rows of the same height. */
  dense: boolean;
}

const KEY = 'popup';

/** The last visit; the saved papers from their top where none is known. */
export function lastVisit(store: Pick<Storage, 'getItem'> = localStorage): Visit {
  try {
    const stored: unknown = JSON.parse(store.getItem(KEY) ?? 'null');
    if (typeof stored === 'object' && stored !== null) {
      const { tab, scroll, dense } = stored as Record<string, unknown>;
      const at = typeof scroll === 'number' && Number.isFinite(scroll) && scroll >= 0 ? scroll : 0;
      if (tab === 'page' || tab === 'saved' || tab === 'flagged')
        return { tab, scroll: at, dense: dense === true };
    }
  } catch {
    // blocked or broken: begin at the top
  }
  return { tab: 'saved', scroll: 0, dense: false };
}

export function remember(visit: Visit, store: Pick<Storage, 'setItem'> = localStorage): void {
  try {
    store.setItem(KEY, JSON.stringify(visit));
  } catch {
    // blocked or full: the next visit begins at the top
  }
}
