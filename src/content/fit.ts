/** Asks the worker how well the papers of the page fit what the reader saved, once they are stored. */
import { MAX_IDS } from '../core/messages.ts';
import type { PaperId } from '../core/paper.ts';
import type { Relevance } from '../core/relevance.ts';
import { send } from '../platform/rpc.ts';
import type { PageModel, Row } from './model.ts';

/** Answers of the worker come in batches: fits are asked for once they stop coming. */
const REST_MS = 300;

/** Follows the model until `signal` ends. @param drawn rows whose fit became known */
export function followFits(
  model: PageModel,
  isOn: () => boolean,
  drawn: (rows: Row[]) => void,
  signal: AbortSignal,
): void {
  const asked = new Set<PaperId>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const take = ({ fits, ...about }: Relevance) => {
    model.relevance = about;
    const rows = model.rows.filter((row) => row.state && fits[row.state.id]);
    for (const row of rows) {
      const fit = row.state && fits[row.state.id];
      if (fit) row.fit = fit;
    }
    drawn(rows);
    model.changed();
  };
  const ask = () => {
    if (signal.aborted || document.visibilityState === 'hidden') return;
    const ids = model.rows.flatMap(({ state }) => (state && !asked.has(state.id) ? state.id : []));
    if (ids.length === 0) return;
    for (const id of ids) asked.add(id);
    for (let i = 0; i < ids.length; i += MAX_IDS) {
      send('relevance.of', { ids: ids.slice(i, i + MAX_IDS) }).then(
        (reply) => !signal.aborted && take(reply),
        () => undefined, // the page is marked without
      );
    }
  };
  const soon = () => {
    if (!isOn()) return;
    clearTimeout(timer);
    timer = setTimeout(ask, REST_MS);
  };
  model.onChange(soon);
  document.addEventListener('visibilitychange', soon, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
