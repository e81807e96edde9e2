/** How much memory a part of the extension holds. */
import type { CDPSession } from 'playwright-core';
import { nestedSession } from '../../e2e/nested-session.ts';

/** MB held by a target's JavaScript, arrays outside of its heap included, after collecting what it can; undefined: there is none. */
export async function heapOf(
  session: CDPSession,
  type: 'page' | 'worker' | 'service_worker',
  address: string,
): Promise<number | undefined> {
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type }] });
  const target = targetInfos.find((one) => one.type === type && one.url.startsWith(address));
  if (!target) return undefined;
  const nested = await nestedSession(session, target.targetId);
  await nested.send('HeapProfiler.collectGarbage');
  const { usedSize, backingStorageSize = 0 } = await nested.send<{
    usedSize: number;
    backingStorageSize?: number;
  }>('Runtime.getHeapUsage');
  return (usedSize + backingStorageSize) / 1e6;
}
