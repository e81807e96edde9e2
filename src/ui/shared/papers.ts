/**
 * The papers a page shows: rows read in batches when they come into view, changed at once when the reader decides,
 * corrected from what storage returns.
 */
import { batch, type ReadonlySignal, type Signal, signal } from '@preact/signals';
import { applyChange, type Mark } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { shownMark } from '../../core/trash.ts';
import { type Changed, changeMarks, getRows, type Row, type Rows } from './data.ts';
import type { Change } from './step-stack.ts';

/** undefined: not read yet; null: gone or unreadable. */
export type Cell = Row | null | undefined;

/** Rows kept; beyond it those not in view are read again when needed. */
const KEPT = 3_000;
const READ_AT_ONCE = 200;

export class Papers {
  readonly #cells = new Map<PaperId, Signal<Cell>>();
  /** Cells that something on the screen follows: it would never hear of one that took their place. */
  readonly #followed = new Set<Signal<Cell>>();
  readonly #wanted = new Set<PaperId>();
  #reading = false;
  readonly #unreadable = new Set<PaperId>();
  /** Counts reads and changes, so that which came first can be told. */
  #turn = 0;
  /** When a paper was last changed here; Infinity while that is being stored. A read from before knows nothing of it. */
  readonly #changed = new Map<PaperId, number>();
  /** Records left out because they could not be read. */
  readonly unreadable = signal(0);
  /** Ids of which there is nothing to show: unreadable, or swept while the mark stayed. Lists leave them out. */
  readonly missing = signal<ReadonlySet<PaperId>>(new Set());
  readonly #failed: (error: unknown) => void;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  cell(id: PaperId): ReadonlySignal<Cell> {
    return this.#signal(id);
  }

  #signal(id: PaperId): Signal<Cell> {
    const known = this.#cells.get(id);
    if (known) return known;
    const followed = this.#followed;
    const cell = signal<Cell>(undefined, {
      watched() {
        followed.add(this);
      },
      unwatched() {
        followed.delete(this);
      },
    });
    this.#cells.set(id, cell);
    return cell;
  }

  /** Reads those of `ids` that are not there yet; several calls of one turn become one transaction. */
  want(ids: readonly PaperId[]): void {
    if (this.#cells.size > KEPT) this.#drop(new Set(ids));
    for (const id of ids) if (this.#signal(id).peek() === undefined) this.#wanted.add(id);
    if (this.#wanted.size > 0 && !this.#reading) {
      this.#reading = true;
      queueMicrotask(() => void this.#read());
    }
  }

  #drop(except: ReadonlySet<PaperId>): void {
    for (const [id, cell] of this.#cells)
      if (!except.has(id) && !this.#followed.has(cell)) this.#cells.delete(id);
  }

  async #read(): Promise<void> {
    try {
      while (this.#wanted.size > 0) {
        // the last asked for are those in view after fast scrolling
        const ids = [...this.#wanted].slice(-READ_AT_ONCE);
        for (const id of ids) this.#wanted.delete(id);
        await this.load(ids);
      }
    } catch (error) {
      this.#wanted.clear();
      this.#failed(error);
    } finally {
      this.#reading = false;
    }
  }

  /** Reads these rows now and returns those that could be read, in the order asked. */
  async load(ids: readonly PaperId[]): Promise<Row[]> {
    const asked = ++this.#turn;
    return this.take(ids, await getRows([...ids]), asked);
  }

  /** The mark of what was read at `asked`, or the later one that is shown. */
  #newest(row: Row, asked: number): Row {
    const { id } = row.paper;
    const shown = (this.#changed.get(id) ?? 0) > asked ? this.#cells.get(id)?.peek() : undefined;
    if (!shown) return row;
    return shown.mark ? { paper: row.paper, mark: shown.mark } : { paper: row.paper };
  }

  /**
   * Takes in what was read for `ids`; returns it in the order asked.
   * @param asked the turn in which it was asked for: a decision made since stays as it is shown
   */
  take(ids: readonly PaperId[], { rows, corrupt }: Rows, asked = 0): Row[] {
    const found = new Map<PaperId, Row>();
    for (const read of rows) {
      const row = this.#newest(read, asked);
      found.set(row.paper.id, row);
      for (const alias of row.paper.aliases) found.set(alias, row);
    }
    const broken = corrupt.filter((id) => !this.#unreadable.has(id));
    for (const id of broken) this.#unreadable.add(id);
    if (broken.length > 0) void logUnreadable(broken);
    this.unreadable.value = this.#unreadable.size;
    batch(() => {
      for (const id of ids) this.#signal(id).value = found.get(id) ?? null;
      this.#miss(ids, found);
    });
    return ids.flatMap((id) => found.get(id) ?? []);
  }

  #miss(ids: readonly PaperId[], found: ReadonlyMap<PaperId, Row>): void {
    const before = this.missing.peek();
    if (ids.every((id) => found.has(id) !== before.has(id))) return;
    const missing = new Set(before);
    for (const id of ids) {
      if (found.has(id)) missing.delete(id);
      else missing.add(id);
    }
    this.missing.value = missing;
  }

  /** `ids` without those that have nothing to show. */
  present(ids: readonly PaperId[]): readonly PaperId[] {
    const missing = this.missing.value;
    return missing.size === 0 ? ids : ids.filter((id) => !missing.has(id));
  }

  /** Reads again what is shown of `ids`; all that is known when there are none. */
  refresh(ids: readonly PaperId[]): void {
    const known = ids.length > 0 ? ids.filter((id) => this.#cells.has(id)) : [...this.#cells.keys()];
    for (let at = 0; at < known.length; at += READ_AT_ONCE) {
      this.load(known.slice(at, at + READ_AT_ONCE)).catch(this.#failed);
    }
  }

  #setMark(id: PaperId, changed: Mark | undefined): void {
    const mark = shownMark(changed);
    const cell = this.#cells.get(id);
    const row = cell?.peek();
    if (cell && row) cell.value = mark ? { paper: row.paper, mark } : { paper: row.paper };
  }

  /**
   * Stores one change per paper. Shown at once; taken back where it could not be stored.
   * @param onStored called with each part that is stored, before a failure too.
   * @throws ManiculeError
   */
  async change(
    changes: readonly Change[],
    onStored: (part: readonly Changed[]) => void = () => undefined,
  ): Promise<Changed[]> {
    const now = new Date().toISOString();
    const ids = new Set(changes.map(({ id }) => id));
    for (const { id } of changes) ids.add(this.#cells.get(id)?.peek()?.paper.id ?? id); // it may be asked for by an alias
    this.#changedAt(ids, Number.POSITIVE_INFINITY);
    batch(() => {
      for (const { id, change } of changes) {
        const row = this.#cells.get(id)?.peek();
        if (row) this.#setMark(id, applyChange(row.mark, id, change, now));
      }
    });
    try {
      const done = await changeMarks([...changes], now, (part) => {
        batch(() => {
          for (const { id, after } of part) this.#setMark(id, after);
        });
        onStored(part);
      });
      this.#changedAt(ids, ++this.#turn);
      return done;
    } catch (error) {
      this.#changedAt(ids, ++this.#turn); // before what was not stored is read again
      this.refresh(changes.map(({ id }) => id));
      throw error;
    }
  }

  #changedAt(ids: Iterable<PaperId>, turn: number): void {
    for (const id of ids) this.#changed.set(id, turn);
  }
}

/** Said in the log, where the notice sends the reader; the log drops what it holds already. */
async function logUnreadable(ids: readonly PaperId[]): Promise<void> {
  const { addLog } = await import('../../storage/index.ts');
  const at = new Date().toISOString();
  const lines = ids.map((id) => ({
    at,
    where: 'ui/papers',
    message: `The stored record of ${id} cannot be read; it was left out and left as it is.`,
  }));
  await addLog(...lines).catch(() => undefined); // the notice in the page stands without it
}
