/** The table of the library: whether it is shown, how it is laid out, and how well what is in view fits. */
import { computed, signal } from '@preact/signals';
import type { PaperId } from '../../core/paper.ts';
import type { Settings } from '../../core/settings.ts';
import { readTable, type TableLayout } from '../../core/table-layout.ts';
import { send } from '../../platform/rpc.ts';
import { saveSettings } from '../../platform/timed-settings.ts';

/** Below this width a table is no help: the list is shown. */
const NARROW = '(max-width: 560px)';

/** Papers asked about in one message. */
const CHUNK = 60;

export class TableState {
  readonly layout = signal<TableLayout>(readTable(undefined));
  /** Wide enough for a table. */
  readonly fits = signal(true);
  readonly shown = computed(() => this.layout.value.on && this.fits.value);
  readonly order = computed(() => (this.shown.value ? this.layout.value.order : undefined));
  /** How well papers fit, from 0 to 100, of those asked about so far; null: not known. */
  readonly scores = signal<ReadonlyMap<PaperId, number | null>>(new Map());
  readonly failed: (error: unknown) => void;
  #asking = false;

  constructor(failed: (error: unknown) => void) {
    this.failed = failed;
    const narrow = matchMedia(NARROW);
    this.fits.value = !narrow.matches;
    narrow.addEventListener('change', () => {
      this.fits.value = !narrow.matches;
    });
  }

  /** Takes over what the settings say. */
  take({ libraryTable }: Settings): void {
    const now = readTable(libraryTable);
    if (JSON.stringify(now) !== JSON.stringify(this.layout.peek())) this.layout.value = now;
  }

  /** Shows a layout without keeping it: while a column is being dragged. */
  try(layout: TableLayout): void {
    this.layout.value = layout;
  }

  set(layout: TableLayout): void {
    this.layout.value = layout;
    saveSettings({ libraryTable: layout }).catch(this.failed);
  }

  /** Asks how well these fit, where that is shown and not known yet. Unknown where nothing was learned yet. */
  want(ids: readonly PaperId[]): void {
    const asked = this.layout.peek().columns.some(({ id, shown }) => id === 'fit' && shown);
    const unknown = ids.filter((id) => !this.scores.peek().has(id)).slice(0, CHUNK);
    if (!asked || unknown.length === 0 || this.#asking) return;
    this.#asking = true;
    const none = { fits: {} as Record<PaperId, { score: number }> };
    send('relevance.of', { ids: unknown })
      .catch(() => none) // the column stays empty: nobody waits for it
      .then(({ fits }) => {
        this.#asking = false;
        const all = new Map(this.scores.peek());
        for (const id of unknown) all.set(id, fits[id]?.score ?? null);
        this.scores.value = all;
      });
  }
}
