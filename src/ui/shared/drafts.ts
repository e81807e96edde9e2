/**
 * Notes being typed. Each key stroke is kept synchronously (a popup may close at any moment, and a database write
 * begun then may never end) and removed once storage has it; what is left over is stored at the next start.
 */
import type { PaperId } from '../../core/paper.ts';

const PREFIX = 'draft:';
/** Before the id, where the text is that was stored as the draft was begun. */
const FROM = 'draft-from:';

/** A draft that never reached the database. */
export interface Left {
  id: PaperId;
  text: string;
  /** What was stored then; undefined: not known. */
  from?: string;
}

export class Drafts {
  readonly #store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

  constructor(store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>) {
    this.#store = store;
  }

  /** @param from what is stored now. Returns false when the text could not be kept (storage full or blocked): then only the database write counts. */
  keep(id: PaperId, text: string, from: string): boolean {
    try {
      if (this.#store.getItem(PREFIX + id) === null) this.#store.setItem(FROM + id, from);
      this.#store.setItem(PREFIX + id, text);
      return true;
    } catch {
      return false;
    }
  }

  /** Forgets a draft, unless it was typed on since `text` was stored. */
  stored(id: PaperId, text: string): void {
    try {
      if (this.#store.getItem(PREFIX + id) !== text) return;
      this.#store.removeItem(PREFIX + id);
      this.#store.removeItem(FROM + id);
    } catch {
      // blocked storage holds no drafts
    }
  }

  /** Drafts that never reached the database. */
  left(): Left[] {
    const out: Left[] = [];
    try {
      for (let at = 0; at < this.#store.length; at++) {
        const key = this.#store.key(at);
        if (!key?.startsWith(PREFIX)) continue;
        const text = this.#store.getItem(key);
        const id = key.slice(PREFIX.length);
        const from = this.#store.getItem(FROM + id);
        if (text !== null) out.push({ id, text, ...(from === null ? {} : { from }) });
      }
    } catch {
      return out;
    }
    return out;
  }
}
