/** Tells the worker how reading this page went, once it is over: the options show when each site last worked. */
import type { SiteOutcome } from '../core/messages.ts';
import { send } from '../platform/rpc.ts';
import type { Site } from '../sites/define-site.ts';
import { fallsShort } from '../sites/ladder.ts';
import type { PageModel } from './model.ts';

/** A page that draws itself is still coming: it is judged when nothing changed for this long, in ms. */
const SETTLED_MS = 2_500;

export function tellOutcome(model: PageModel, site: Site, signal: AbortSignal): void {
  if (site.any) return; // a page of no known site proves nothing
  let told = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tell = () => {
    const { status, expected, via, rows } = model;
    const read = rows.length;
    if (signal.aborted || status === 'reading' || (read === 0 && status === 'read')) return;
    const outcome: SiteOutcome = {
      site: site.id,
      read,
      ...(expected === undefined ? {} : { expected }),
      via,
      worked: via === 'site' && read > 0 && !fallsShort(read, expected),
    };
    const words = JSON.stringify(outcome);
    if (words === told) return;
    told = words;
    send('site.read', { outcome }).catch(() => undefined); // a line in a table, nobody waits for it
  };
  model.onChange(() => {
    clearTimeout(timer);
    timer = setTimeout(tell, SETTLED_MS);
  });
  signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
}
