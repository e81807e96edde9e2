/** Zotero as these pages show it: whether it is switched on, which of the papers shown are there. Begins after the first paint. */
import { signal } from '@preact/signals';
import { idsOf } from '../../core/identity.ts';
import type { Metadata, PaperId } from '../../core/paper.ts';
import { send } from '../../platform/rpc.ts';
import { loadSettings, onSettings } from '../../platform/settings.ts';
import { inZotero, onChanges } from './data.ts';
import { whenPainted } from './painted.ts';

/** Papers can be sent to it. */
export const zoteroOn = signal(false);

interface Told {
  ids: PaperId[];
  there: boolean;
}

/** By a paper's own id: asked for when it is first drawn, a library may hold tens of thousands. */
const told = signal<ReadonlyMap<PaperId, Told>>(new Map());
const wanted = new Map<PaperId, PaperId[]>();
/** Papers remembered: more than a window shows. */
const KEPT = 1_000;
let reading = false;

/** Whether a paper is known to be in Zotero, by any of its ids; false until that was looked up. */
export function isInZotero(paper: Pick<Metadata, 'id' | 'title' | 'authors'>): boolean {
  if (!zoteroOn.value) return false;
  const known = told.value.get(paper.id);
  if (!known) want([[paper.id, idsOf(paper)]]);
  return known?.there ?? false;
}

/** Those of one turn are looked up together. */
function want(papers: Iterable<readonly [PaperId, PaperId[]]>): void {
  for (const [id, ids] of papers) wanted.set(id, ids);
  if (reading || wanted.size === 0) return;
  reading = true;
  setTimeout(() => void read(), 0);
}

async function read(): Promise<void> {
  try {
    while (wanted.size > 0) {
      const some = [...wanted];
      wanted.clear();
      const there = await inZotero(some.flatMap(([, ids]) => ids));
      const next = new Map(told.peek());
      for (const [id, ids] of some) {
        next.delete(id);
        next.set(id, { ids, there: ids.some((one) => there.has(one)) });
      }
      told.value = new Map([...next].slice(-KEPT));
    }
  } catch {
    // only the marks are missing; whoever writes is told what is wrong with storage
  } finally {
    reading = false;
  }
}

/** Changes come in bursts: what is there is looked up again once one is over, in ms. */
const QUIET = 150;

async function begin(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onChanges(({ what }) => {
    if (what !== 'zotero' && what !== 'all') return;
    clearTimeout(timer);
    timer = setTimeout(() => want([...told.peek()].map(([id, { ids }]) => [id, ids] as const)), QUIET);
  });
  onSettings(({ zotero }) => {
    zoteroOn.value = zotero;
  });
  const { zotero } = await loadSettings();
  zoteroOn.value = zotero;
  if (zotero) await send('zotero.wake', { look: true }); // what was put there by other means
}

whenPainted(() => {
  begin().catch(() => undefined); // without settings or worker, papers are simply not marked
});
