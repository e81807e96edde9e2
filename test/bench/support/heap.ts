/** How much memory a part of the extension holds. */
import type { CDPSession } from 'playwright-core';
import { type Nested, nestedSession } from '../../e2e/nested-session.ts';

type Type = 'page' | 'worker' | 'service_worker';

/** A session with the first target of that type whose address begins so; undefined: there is none. */
async function sessionOf(session: CDPSession, type: Type, address: string): Promise<Nested | undefined> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type }] });
  const target = targetInfos.find((one) => one.type === type && one.url.startsWith(address));
  return target && nestedSession(session, target.targetId);
}

/** MB held after collecting what it can. */
async function heldBy(nested: Nested): Promise<number> {
  await nested.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await nested.send<{
    usedSize: number;
    backingStorageSize?: number;
  }>('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / 1e6;
}

/** MB held by a target's JavaScript, arrays outside of its heap included, after collecting what it can; undefined: there is none. */
export async function heapOf(session: CDPSession, type: Type, address: string): Promise<number | undefined> {
  const nested = await sessionOf(session, type, address);
  return nested && heldBy(nested);
}

/** Time between two looks, in ms; and where time is measured as well. */
const LOOK_MS = 100;
export const SELDOM_MS = 1_000;

/**
 * The most of that during `work`, which takes longer for being looked at every `lookMs`.
 * @throws Error where there is no such target by then
 */
export async function peakOf(
  session: CDPSession,
  type: Type,
  address: string,
  work: () => Promise<unknown>,
  lookMs = LOOK_MS,
): Promise<number> {
  let over = false;
  const end = () => {
    over = true;
  };
  const working = work();
  const ended = working.then(end, end);
  let nested: Nested | undefined;
  let most = Number.NaN;
  while (!over) {
    nested ??= await sessionOf(session, type, address);
    // a target that is gone answers nothing, or that it is gone
    const looked = nested && heldBy(nested).catch(() => undefined);
    const held = await Promise.race([looked, ended]);
    if (held) most = Math.max(held, most || 0);
    await new Promise((done) => setTimeout(done, lookMs));
  }
  await working;
  if (Number.isNaN(most)) throw new Error(`nothing at ${address} was looked at`);
  return most;
}
