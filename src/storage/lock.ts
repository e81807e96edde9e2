/** Long jobs of many transactions run in one page at a time. */
import { ManiculeError } from '../core/errors.ts';
import { say } from '../core/say.ts';

/** Where locks are missing (Node), there is one context only. */
const locks = (): LockManager | undefined => (globalThis.navigator as Navigator | undefined)?.locks;

/**
 * Runs `work` unless another page of the extension runs such work now.
 * @throws ManiculeError 'bad-file' then
 */
export async function exclusively<T>(work: () => Promise<T>, name = 'manicule-job'): Promise<T> {
  const manager = locks();
  if (!manager) return work();
  let value: { held: T } | undefined;
  await manager.request(name, { ifAvailable: true }, async (lock) => {
    if (lock) value = { held: await work() };
  });
  if (value) return value.held;
  throw new ManiculeError('bad-file', say('jobElsewhere'));
}
