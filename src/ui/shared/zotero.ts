/** Zotero as these pages show it: whether it is switched on, which papers are there. Begins after the first paint. */
import { effect, signal } from '@preact/signals';
import { idsOf } from '../../core/identity.ts';
import type { Metadata, PaperId } from '../../core/paper.ts';
import { send } from '../../platform/rpc.ts';
import { loadSettings, onSettings } from '../../platform/settings.ts';
import { onChanges, zoteroIds } from './data.ts';
import { painted } from './painted.ts';

/** Papers can be sent to it. */
export const zoteroOn = signal(false);

const ids = signal<ReadonlySet<PaperId>>(new Set());

/** Whether a paper is known to be in Zotero, by any of its ids. */
export const isInZotero = (paper: Pick<Metadata, 'id' | 'title' | 'authors'>): boolean =>
  ids.value.size > 0 && idsOf(paper).some((id) => ids.value.has(id));

/** Changes come in bursts: what is there is read again once one is over, in ms. */
const QUIET = 150;

async function read(): Promise<void> {
  try {
    ids.value = zoteroOn.peek() ? new Set(await zoteroIds()) : new Set();
  } catch {
    // only the marks are missing; whoever writes is told what is wrong with storage
  }
}

async function begin(): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  onChanges(({ what }) => {
    if (!zoteroOn.peek() || (what !== 'zotero' && what !== 'all')) return;
    clearTimeout(timer);
    timer = setTimeout(() => void read(), QUIET);
  });
  onSettings(({ zotero }) => {
    if (zotero === zoteroOn.peek()) return;
    zoteroOn.value = zotero;
    void read();
  });
  const { zotero } = await loadSettings();
  if (!zotero) return;
  zoteroOn.value = true;
  await read();
  await send('zotero.wake', { look: true }); // what was put there by other means
}

const stop = effect(() => {
  if (!painted.value) return;
  // the second time this runs there is nothing left to follow
  queueMicrotask(() => stop());
  begin().catch(() => undefined); // without settings or worker, papers are simply not marked
});
