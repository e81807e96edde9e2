/** Asks the worker how well the papers of the page fit what the reader saved, once they are stored. */
import type { PaperId } from '../core/paper.ts';
import type { Relevance } from '../core/relevance.ts';
import { send } from '../platform/rpc.ts';
import type { PageModel, Row } from './model.ts';

/** Answers of the worker come in batches: fits are asked for once they stop coming. */
const REST_MS = 300;
/** Papers in one question. */
const CHUNK = 200;

/** Follows the model until `signal` ends. @param drawn rows whose fit became known */
export function followFits(
  model: PageModel,
  isOn: () => boolean,
  drawn: (rows: Row[]) => void,
  signal: AbortSignal,
): void {
  const asked = new Set<PaperId>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let turn = Promise.resolve();
  /** Entries of the page that were saved when the worker said that too few papers are. */
  let tooFew = -1;
  const saved = () => model.rows.filter(({ state }) => state?.saved).length;
  const take = ({ fits, ...about }: Relevance) => {
    model.relevance = about;
    const rows: Row[] = [];
    for (const [id, fit] of Object.entries(fits)) {
      for (const row of model.rowsOf(id)) {
        row.fit = fit;
        rows.push(row);
      }
    }
    drawn(rows);
    model.changed();
  };
  const ask = () => {
    if (signal.aborted || document.visibilityState === 'hidden' || saved() <= tooFew) return;
    const ids = model.rows.flatMap(({ state }) => (state && !asked.has(state.id) ? state.id : []));
    if (ids.length === 0) return;
    for (const id of ids) asked.add(id);
    turn = turn.then(() => askFor(ids)).catch(() => forget(ids)); // the page is marked without
  };
  const forget = (ids: readonly PaperId[]) => {
    for (const id of ids) asked.delete(id);
  };
  /** One question after another: between two of them the worker stores what the reader decides. */
  const askFor = async (ids: readonly PaperId[]) => {
    for (let i = 0; i < ids.length && !signal.aborted; i += CHUNK) {
      const reply = await send('relevance.of', { ids: ids.slice(i, i + CHUNK) });
      if (signal.aborted) return;
      take(reply);
      if (reply.enough) continue;
      // the same would be said of the rest
      tooFew = saved();
      forget(ids);
      return;
    }
  };
  const soon = () => {
    if (!isOn()) return;
    clearTimeout(timer);
    timer = setTimeout(ask, REST_MS);
  };
  model.onChange(soon);
  const returned = () => {
    tooFew = -1; // more may have been saved elsewhere
    soon();
  };
  document.addEventListener('visibilitychange', returned, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
