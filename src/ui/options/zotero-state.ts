/** Zotero as this page shows it: what it answers, where papers go, what waits or needs the reader. */
import { signal } from '@preact/signals';
import {
  NO_ZOTERO_STATE,
  type Selection,
  type Trouble,
  ZOTERO_ORIGIN,
  type ZoteroOrder,
  type ZoteroState,
} from '../../core/zotero.ts';
import { askToSend, mayBeAsked } from '../../platform/consent.ts';
import { giveUp } from '../../platform/permissions.ts';
import { send } from '../../platform/rpc.ts';
import {
  announce,
  dropZotero,
  getRows,
  listZotero,
  onChanges,
  putZotero,
  zoteroState,
} from '../../storage/index.ts';
import { sayFailure } from './notice.tsx';
import { setSettings, settings } from './state.ts';

/** An order that needs the reader, with the paper's title. */
export interface OpenOrder {
  order: ZoteroOrder;
  title: string;
}

export const state = signal<ZoteroState>(NO_ZOTERO_STATE);
export const queued = signal(0);
export const open = signal<readonly OpenOrder[]>([]);
/** What Zotero answered this page last. */
export const selection = signal<Selection | undefined>(undefined);
export const trouble = signal<Trouble | undefined>(undefined);
export const asking = signal(false);
/** Leave was refused when it was to be switched on. */
export const refused = signal(false);

const MOST_OPEN = 20;

export async function readZotero(): Promise<void> {
  try {
    const [known, list] = await Promise.all([zoteroState(), listZotero(MOST_OPEN)]);
    const { rows } = await getRows(list.orders.map(({ id }) => id));
    const titles = new Map(
      rows.flatMap(({ paper }) => [paper.id, ...paper.aliases].map((id) => [id, paper.title] as const)),
    );
    state.value = known;
    queued.value = list.queued;
    open.value = list.orders.map((order) => ({ order, title: titles.get(order.id) ?? order.id }));
  } catch (error) {
    sayFailure(error);
  }
}

/** Asks Zotero what is selected; from this page, where the browser can ask the reader for its own leave. */
export async function askZotero(): Promise<void> {
  if (!settings.peek().zotero || asking.peek()) return;
  asking.value = true;
  try {
    const allowed = (await mayBeAsked([ZOTERO_ORIGIN])).has(ZOTERO_ORIGIN);
    const answer = allowed
      ? await (await import('../../platform/zotero.ts')).zoteroClient().selected()
      : { trouble: { kind: 'permission' as const } };
    if ('trouble' in answer) trouble.value = answer.trouble;
    else {
      trouble.value = undefined;
      selection.value = answer;
      // it is back before the queue expected it
      if (queued.peek() > 0 && state.peek().trouble) await send('zotero.wake', {});
    }
  } catch (error) {
    sayFailure(error);
  } finally {
    asking.value = false;
  }
}

/** How often it is looked at while the page is in front, in ms. */
const EVERY = 3_000;

/** Follows the queue until the returned function is called. */
export function followZotero(): () => void {
  const look = () => document.visibilityState === 'visible' && settings.peek().zotero && void readZotero();
  void readZotero().then(askZotero);
  const timer = setInterval(look, EVERY);
  const stop = onChanges(({ what }) => what === 'zotero' && void readZotero());
  return () => {
    clearInterval(timer);
    stop();
  };
}

/** Switches it on, once the reader gave leave; called from a click, so it asks before it awaits. */
export async function turnOn(): Promise<void> {
  refused.value = false;
  try {
    if (!(await askToSend([ZOTERO_ORIGIN]))) {
      refused.value = true;
      return;
    }
    await setSettings({ zotero: true });
    await askZotero();
    await send('zotero.wake', { look: true, whole: true });
  } catch (error) {
    refused.value = true;
    sayFailure(error);
  }
}

/** Switches it off and gives the leave back; what waits goes on waiting. */
export async function turnOff(): Promise<void> {
  refused.value = false;
  trouble.value = undefined;
  selection.value = undefined;
  await setSettings({ zotero: false, zoteroOnSave: false });
  await giveUp([ZOTERO_ORIGIN]);
}

export async function choose(id: string): Promise<void> {
  const name = selection.peek()?.targets.find((target) => target.id === id)?.name ?? '';
  await setSettings({ zoteroTarget: id, zoteroTargetName: name });
  await again();
}

/** Does what a button asks for and shows what came of it. */
async function act(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    sayFailure(error);
  }
  await readZotero();
}

/** Tries now what waits. */
export const again = (): Promise<void> =>
  act(async () => {
    await askZotero();
    await send('zotero.wake', {});
  });

/** Reads anew what is in Zotero. */
export const readAgain = (): Promise<void> => act(() => send('zotero.wake', { look: true, whole: true }));

export const sendAgain = ({ id }: ZoteroOrder): Promise<void> =>
  act(() => send('zotero.send', { ids: [id], again: true }));

/** The reader found it in Zotero. */
export const isThere = (order: ZoteroOrder): Promise<void> =>
  act(async () => {
    await putZotero([{ ...order, state: 'sent', at: new Date().toISOString() }]);
    announce({ ids: [order.id], what: 'zotero' });
  });

export const forget = (ids: readonly string[]): Promise<void> => act(() => dropZotero(ids));
