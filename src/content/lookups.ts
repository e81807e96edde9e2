/** Asks the worker to look up what entries in view lack, where the reader switched that on. */
import { type EntryState, FEW } from '../core/messages.ts';
import type { PageSettings } from '../core/page-settings.ts';
import type { PaperId } from '../core/paper.ts';
import { send } from '../platform/rpc.ts';
import type { PageModel, Row } from './model.ts';
import { rowsInView } from './rows-in-view.ts';

/** The view must have rested this long: what is scrolled past was not looked at. */
const REST_MS = 700;

const lacks = (row: Row): row is Row & { state: EntryState } =>
  row.state !== undefined && !row.entry.abstract && !row.state.abstract;

/** Follows the view and the model until `signal` ends. Each paper is asked for once a visit. */
export function lookUpInView(model: PageModel, settings: () => PageSettings, signal: AbortSignal): void {
  const asked = new Set<PaperId>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const ask = () => {
    if (signal.aborted || document.visibilityState === 'hidden') return;
    const rows = model.rows.filter(({ hidden }) => !hidden);
    const ids = rows
      .slice(...rowsInView(rows))
      .filter(lacks)
      .map((row) => row.state.id)
      .filter((id) => !asked.has(id));
    if (ids.length === 0) return;
    for (const id of ids) asked.add(id);
    for (let i = 0; i < ids.length; i += FEW) {
      send('lookups.want', { ids: ids.slice(i, i + FEW) }).catch(() => undefined); // nobody waits for it
    }
  };
  const soon = () => {
    if (!settings().lookUpInView) return;
    clearTimeout(timer);
    timer = setTimeout(ask, REST_MS);
  };
  model.onChange(soon);
  window.addEventListener('scroll', soon, { signal, passive: true });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
