/**
 * Typed messages over `runtime.sendMessage`, not ports: ports drop when the worker sleeps. A lost worker is asked once
 * more, so every message must be safe to repeat.
 */
import { type ErrorCode, ManiculeError } from '../core/errors.ts';
import type { Failure, TabMessages, TabType, WorkerMessages, WorkerType } from '../core/messages.ts';
import { say } from '../core/say.ts';
import { api, type Runtime } from './api.ts';
import { alive } from './lifetime.ts';

interface Envelope {
  type: string;
  payload: unknown;
}

const isFailure = (reply: unknown): reply is Failure =>
  typeof reply === 'object' && reply !== null && 'failure' in reply;

function unwrap<T>(reply: unknown): T {
  if (isFailure(reply)) throw new ManiculeError(reply.failure.code as ErrorCode, reply.failure.sentence);
  return reply as T;
}

/**
 * Sends one message to the worker and returns its answer.
 * @param again called where it is sent once more: what the answer says may be the work of the first time.
 * @throws ManiculeError 'extension-gone' after an update or removal, 'worker-gone' when no answer came twice, or the worker's own failure.
 */
export async function send<K extends WorkerType>(
  type: K,
  payload: WorkerMessages[K]['in'],
  again?: () => void,
): Promise<WorkerMessages[K]['out']> {
  for (let attempt = 0; ; attempt++) {
    if (!alive()) throw new ManiculeError('extension-gone', say('errorUpdated'));
    try {
      const reply: unknown = await api.runtime.sendMessage({ type, payload } satisfies Envelope);
      if (reply !== undefined && reply !== null) return unwrap(reply);
    } catch (error) {
      if (error instanceof ManiculeError) throw error;
    }
    if (attempt > 0) throw new ManiculeError('worker-gone', say('errorNotAnswered'));
    again?.();
  }
}

/** Asks the content script of a tab; undefined where none runs. */
export async function sendToTab<K extends TabType>(
  tab: number,
  type: K,
  payload: TabMessages[K]['in'],
): Promise<TabMessages[K]['out'] | undefined> {
  try {
    const reply: unknown = await api.tabs.sendMessage(tab, { type, payload } satisfies Envelope);
    return reply === undefined || reply === null ? undefined : unwrap(reply);
  } catch (error) {
    if (error instanceof ManiculeError) throw error;
    return undefined; // "Receiving end does not exist": no content script in that tab
  }
}

export type Handlers<M extends { [K in keyof M]: { in: unknown; out: unknown } }> = {
  [K in keyof M]: (payload: M[K]['in'], sender: Runtime.MessageSender) => Promise<M[K]['out']>;
};

/**
 * Answers messages with `handlers`. Registers at once and synchronously, so that no event is missed when the worker
 * wakes. Answers only the types it knows: others may be another listener's.
 * @param check validates a payload and its sender; throws a ManiculeError to refuse.
 */
export function answer<M extends { [K in keyof M]: { in: unknown; out: unknown } }>(
  handlers: Handlers<M>,
  check: (type: keyof M, payload: unknown, sender: Runtime.MessageSender) => unknown,
  failed: (type: keyof M, error: unknown) => Failure,
): () => void {
  const listener = (message: unknown, sender: Runtime.MessageSender, reply: (answer: unknown) => void) => {
    const type = typeof message === 'object' && message !== null ? (message as Envelope).type : undefined;
    if (typeof type !== 'string' || !Object.hasOwn(handlers, type)) return undefined;
    const known = type as keyof M & string;
    const work = async () => {
      try {
        const payload = check(known, (message as Envelope).payload, sender);
        reply(await handlers[known](payload as M[typeof known]['in'], sender));
      } catch (error) {
        reply(failed(known, error));
      }
    };
    void work();
    return true as const; // the answer comes later
  };
  const { onMessage } = api.runtime as unknown as { onMessage: MessageEvents<typeof listener> };
  onMessage.addListener(listener);
  return () => onMessage.removeListener(listener);
}

interface MessageEvents<L> {
  addListener(listener: L): void;
  removeListener(listener: L): void;
}
