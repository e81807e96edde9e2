/**
 * The review under way, kept in localStorage: written at every step and read before the first paint, as nothing else
 * can be while a tab is being closed. Decisions are in the database; what is lost here is only the place.
 */
import type { PaperId } from '../../core/paper.ts';
import type { Session, Source } from './session.ts';

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The list is written once, the place at every step. */
const LIST = 'review';
const PLACE = 'review-place';
const HABITS = 'review-habits';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const read = (store: Store, key: string): Record<string, unknown> => {
  try {
    const value: unknown = JSON.parse(store.getItem(key) ?? 'null');
    return isObject(value) ? value : {};
  } catch {
    return {}; // blocked or broken: as if nothing were there
  }
};

const isCount = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

function sourceOf(value: unknown): Source | undefined {
  if (!isObject(value)) return undefined;
  const { kind, url, name, days } = value;
  if (kind === 'page' && typeof url === 'string' && typeof name === 'string') return { kind, url, name };
  return kind === 'days' && isCount(days) && days > 0 ? { kind, days } : undefined;
}

export class Keep {
  readonly #store: Store;
  #list: readonly PaperId[] | undefined;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The review as it was left; undefined where there is none that can be read. */
  read(): Session | undefined {
    const { source: stored, ids } = read(this.#store, LIST);
    const { at, seen, spent, last } = read(this.#store, PLACE);
    const source = sourceOf(stored);
    if (!source || !Array.isArray(ids) || !ids.every((id): id is PaperId => typeof id === 'string'))
      return undefined;
    if (!isCount(at) || !isCount(seen) || !isCount(spent) || !isCount(last)) return undefined;
    if (!Number.isInteger(at) || !Number.isInteger(seen) || at > ids.length || seen > ids.length)
      return undefined;
    this.#list = ids;
    return { source, ids, at, seen, spent, last };
  }

  write(session: Session): void {
    const { source, ids, at, seen, spent, last } = session;
    try {
      if (this.#list !== ids) this.#store.setItem(LIST, JSON.stringify({ source, ids }));
      this.#list = ids;
      this.#store.setItem(PLACE, JSON.stringify({ at, seen, spent, last }));
    } catch {
      // blocked or full: the review goes on, and begins anew when it is opened again
    }
  }

  /** How the reader goes about it: the days of a review without a page, and whether a decision brings the next paper. */
  habits(): { days: number; goOn: boolean } {
    const { days, goOn } = read(this.#store, HABITS);
    return { days: isCount(days) && days > 0 ? days : 3, goOn: typeof goOn === 'boolean' ? goOn : true };
  }

  setHabits(change: { days?: number; goOn?: boolean }): void {
    try {
      this.#store.setItem(HABITS, JSON.stringify({ ...this.habits(), ...change }));
    } catch {
      // as above
    }
  }
}
