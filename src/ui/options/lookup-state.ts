/** Lookups as this page shows them: who may be asked, how each source was met last, how much is left. */
import { signal } from '@preact/signals';
import { type MessageKey, say } from '../../core/say.ts';
import { SOURCE_ORIGINS, SOURCES, type Source, type SourceId, sourceOf } from '../../core/sources.ts';
import { askToSend, mayBeAsked } from '../../platform/consent.ts';
import { giveUp, onPermissions } from '../../platform/permissions.ts';
import { send } from '../../platform/rpc.ts';
import {
  countLookups,
  dropLookups,
  type SourceState,
  type SourceStates,
  sourceStates,
} from '../../storage/index.ts';
import { moment } from './format.ts';
import { sayFailure } from './notice.tsx';
import { setSettings } from './state.ts';

export type LookupSwitch = 'lookUpSaved' | 'lookUpInView';

/** Ids of sources that may be asked. */
export const allowed = signal<ReadonlySet<SourceId>>(new Set());
export const states = signal<SourceStates>({});
/** Papers in the queue, and the most there were since it was empty. */
export const queue = signal({ left: 0, of: 0 });
/** The switch that was to be turned on when leave was refused. */
export const refused = signal<LookupSwitch | undefined>(undefined);

export async function readLookups(): Promise<void> {
  try {
    const [granted, met, left] = await Promise.all([
      mayBeAsked(SOURCE_ORIGINS),
      sourceStates(),
      countLookups(),
    ]);
    allowed.value = new Set(SOURCES.filter(({ origin }) => granted.has(origin)).map(({ id }) => id));
    states.value = met;
    queue.value = { left, of: left === 0 ? 0 : Math.max(left, queue.peek().of) };
  } catch (error) {
    sayFailure(error);
  }
}

/** How often it is looked at while the page is in front, in ms: requests are seconds apart. */
const EVERY = 2_000;

/** Follows lookups until the returned function is called. */
export function followLookups(): () => void {
  const look = () => document.visibilityState === 'visible' && void readLookups();
  look();
  const timer = setInterval(look, EVERY);
  const stop = onPermissions(() => void readLookups());
  return () => {
    clearInterval(timer);
    stop();
  };
}

/** Turns a switch on, once the reader gave leave for `origins`; called from a click, so it asks before it awaits. */
export async function turnOn(key: LookupSwitch, origins: readonly string[] = SOURCE_ORIGINS): Promise<void> {
  refused.value = undefined; // each refusal is said anew, and the switch goes back with it
  try {
    if (await askToSend(origins)) await setSettings({ [key]: true });
    else refused.value = key;
    await readLookups();
  } catch (error) {
    refused.value = key;
    sayFailure(error);
  }
}

/** Turns a switch off; what waits because of it is dropped. */
export async function turnOff(key: LookupSwitch): Promise<void> {
  refused.value = undefined;
  await setSettings({ [key]: false });
  await dropLookups(key === 'lookUpSaved' ? 'saved' : 'view').catch(sayFailure);
  await readLookups();
}

export async function allow(source: Source, on: boolean): Promise<void> {
  try {
    await (on ? askToSend([source.origin]) : giveUp([source.origin]));
    await readLookups();
  } catch (error) {
    sayFailure(error);
  }
}

/** Orders what every saved paper lacks. */
export async function lookUpLibrary(): Promise<void> {
  try {
    await send('lookups.wake', { library: true });
    await readLookups();
  } catch (error) {
    sayFailure(error);
  }
}

const FAILURES: Readonly<Record<string, MessageKey>> = {
  limited: 'optionsLookupLimited',
  server: 'optionsLookupServer',
  timeout: 'optionsLookupTimeout',
  network: 'optionsLookupNetwork',
  refused: 'optionsLookupRefused',
  unreadable: 'optionsLookupUnreadable',
};

/** A pause longer than this is said, in ms. */
const LONG = 10_000;

/** How things stand with a source, in words. */
export function stateWords(
  id: SourceId,
  isAllowed: boolean,
  state: SourceState | undefined,
  now: Date,
): string {
  if (!isAllowed) return say('optionsLookupNotAllowed');
  if (!state?.error) return say('optionsLookupAllowed');
  const { kind, status, at } = state.error;
  const why = say(FAILURES[kind] ?? 'optionsLookupFailed');
  const what = status ? say('optionsLookupStatus', why, String(status)) : why;
  if (Date.parse(state.nextAt) - now.getTime() > LONG - sourceOf(id).pace) {
    return say('optionsLookupWaiting', moment(state.nextAt), what);
  }
  return say('optionsLookupLastFailure', moment(at), what);
}
