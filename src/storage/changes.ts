/**
 * Tells every open page of the extension what changed, after it is committed. A BroadcastChannel does not hear itself,
 * so listeners of the same context are called directly. It wakes no stopped worker: nothing there may depend on it.
 */
import { CHANGES_CHANNEL, type ChangesNotice } from '../core/messages.ts';

type Listener = (notice: ChangesNotice) => void;

const listeners = new Set<Listener>();
let channel: BroadcastChannel | undefined;

function open(): BroadcastChannel {
  if (!channel) {
    channel = new BroadcastChannel(CHANGES_CHANNEL);
    channel.onmessage = (event: MessageEvent<ChangesNotice>) => tell(event.data);
    (channel as { unref?: () => void }).unref?.(); // node: an open channel alone keeps no test alive
  }
  return channel;
}

function tell(notice: ChangesNotice): void {
  for (const listener of [...listeners]) {
    try {
      listener(notice);
    } catch (error) {
      // one page part's defect must not keep the others from hearing; the browser reports it once
      reportError(error);
    }
  }
}

/** To be called after `tx.done` only. */
export function announce(notice: ChangesNotice): void {
  open().postMessage(notice);
  tell(notice);
}

/** Calls `listener` for every change made in whatever context. Returns how to stop. */
export function onChanges(listener: Listener): () => void {
  open();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** More ids than this are told as "many": pages read again what they show. */
const MANY = 1_000;

/** A notice for these ids; undefined where there is nothing to tell. */
export function noticeOf(ids: Iterable<string>, what: ChangesNotice['what']): ChangesNotice | undefined {
  const all = [...new Set(ids)];
  if (all.length === 0) return undefined;
  return { ids: all.length > MANY ? [] : all, what };
}
