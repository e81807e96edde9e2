/** The trash as the library shows it: its papers, which of them are selected, and what is to be deleted for good. */
import { batch, computed, signal } from '@preact/signals';
import type { PaperId } from '../../core/paper.ts';
import { sayMany } from '../../core/say.ts';
import type { TrashedPaper } from '../../storage/index.ts';
import type { Acts } from '../shared/acts.ts';
import { Cursor } from '../shared/cursor.ts';
import { countTrash, listTrash, purge } from '../shared/data.ts';
import type { KeyAction } from '../shared/keys.ts';
import { listAction } from '../shared/list-keys.ts';
import { inOrder, keep, NOTHING, type Selection, selectAll, toggle } from '../shared/selection.ts';
import type { Steps } from '../shared/steps.ts';

const MOVES: ReadonlySet<KeyAction> = new Set([
  'next',
  'previous',
  'first',
  'last',
  'page-down',
  'page-up',
  'undo',
  'redo',
]);

export class Trash {
  readonly open = signal(false);
  /** How many papers lie there; undefined until known. */
  readonly count = signal<number | undefined>(undefined);
  /** The last deleted first; undefined until read. */
  readonly papers = signal<readonly TrashedPaper[] | undefined>(undefined);
  readonly ids = computed<readonly PaperId[]>(() => (this.papers.value ?? []).map(({ id }) => id));
  readonly selection = signal<Selection>(NOTHING);
  readonly selected = computed(() => inOrder(this.selection.value, this.ids.value));
  readonly cursor = new Cursor(this.ids);
  /** The reader is asked about these. */
  readonly asking = signal<readonly PaperId[] | undefined>(undefined);
  readonly busy = signal(false);
  readonly #steps: Steps;
  readonly #acts: Acts;

  constructor(parts: { steps: Steps; acts: Acts }) {
    this.#steps = parts.steps;
    this.#acts = parts.acts;
  }

  /** Reads what is shown: the papers while the trash is open, else their number. @throws ManiculeError */
  async read(): Promise<void> {
    if (!this.open.peek()) {
      this.count.value = await countTrash();
      return;
    }
    const papers = await listTrash();
    batch(() => {
      this.papers.value = papers;
      this.count.value = papers.length;
      this.selection.value = keep(this.selection.peek(), this.ids.peek());
    });
  }

  show(): void {
    batch(() => {
      this.open.value = true;
      this.selection.value = NOTHING;
      this.cursor.reset();
    });
    this.read().catch(this.#steps.fail);
  }

  close(): void {
    batch(() => {
      this.open.value = false;
      this.asking.value = undefined;
    });
  }

  /** The selected papers, else the one under the cursor. */
  #targets(): readonly PaperId[] {
    const selected = this.selected.peek();
    const id = this.cursor.id.peek();
    return selected.length > 0 ? selected : id === undefined ? [] : [id];
  }

  async restore(ids: readonly PaperId[]): Promise<void> {
    await this.#acts.trash(ids, false);
  }

  /** Asks first. */
  askToPurge(ids: readonly PaperId[]): void {
    if (ids.length > 0) this.asking.value = ids;
  }

  async purge(): Promise<void> {
    const ids = this.asking.peek();
    this.asking.value = undefined;
    if (!ids) return;
    this.busy.value = true;
    try {
      const gone = await purge(ids, (part) => this.#steps.forget(part));
      this.#steps.say(sayMany('libraryTrashGone', gone));
      await this.read();
    } catch (error) {
      this.#steps.fail(error);
    } finally {
      this.busy.value = false;
    }
    this.#focus();
  }

  /** The question had the focus and is gone: the row that follows takes it, or, where there is none, the way out. */
  #focus(): void {
    const now = document.activeElement;
    if (now && now !== document.body) return; // the reader went on meanwhile
    if (this.ids.peek().length > 0) this.cursor.to(this.cursor.index);
    else document.querySelector<HTMLElement>('[role=toolbar] [data-leave]')?.focus();
  }

  /** Does what a key asks for while the trash is shown; undefined: the same as everywhere. */
  key(action: KeyAction): boolean | undefined {
    const id = this.cursor.id.peek();
    if (MOVES.has(action)) return listAction(action, this.cursor, this.#acts, this.ids.peek().length);
    switch (action) {
      case 'select':
        if (id === undefined) return false;
        this.selection.value = toggle(this.selection.peek(), id);
        return true;
      case 'select-all':
        this.selection.value = selectAll(this.ids.peek());
        return true;
      case 'status': // r
        void this.restore(this.#targets());
        return true;
      case 'trash':
        this.askToPurge(this.#targets());
        return true;
      case 'escape':
        if (this.selection.peek().ids.size > 0) this.selection.value = NOTHING;
        else this.close();
        return true;
      case 'help':
      case 'go-review':
        return undefined;
      default:
        // nothing else is done to what is deleted; views and search lead out of here
        return action === 'search' || action.startsWith('go-') ? undefined : false;
    }
  }
}
