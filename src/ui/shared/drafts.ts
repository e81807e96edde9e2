/**
 * Notes being typed. Each key stroke is kept synchronously (a popup may close at any moment, and a database write
 * begun then may never end) and removed once storage has it; what is left over is stored at the next start.
 */
import type { PaperId } from '../../core/paper.ts';

const PREFIX = 'draft:';

export class Drafts {
  readonly #store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

  constructor(store: Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>) {
    this.#store = store;
  }

  /** Returns false when the text could not be kept (storage full or blocked): then only the database write counts. */
  keep(id: PaperId, text: string): boolean {
    try {
      this.#store.setItem(PREFIX + id, text);
      return true;
    } catch {
      return false;
    }
  }

  /** Forgets a draft, unless it was typed on since `text` was stored. */
  stored(id: PaperId, text: string): void {
    try {
      if (this.#store.getItem(PREFIX + id) === text) this.#store.removeItem(PREFIX + id);
    } catch {
      // blocked storage holds no drafts
    }
  }

  /** Drafts that never reached the database. */
  left(): { id: PaperId; text: string }[] {
    const out: { id: PaperId; text: string }[] = [];
    try {
      for (let at = 0; at < this.#store.length; at++) {
        const key = this.#store.key(at);
        if (!key?.startsWith(PREFIX)) continue;
        const text = this.#store.getItem(key);
        if (text !== null) out.push({ id: key.slice(PREFIX.length), text });
      }
    } catch {
      return out;
    }
    return out;
  }
}
