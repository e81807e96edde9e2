import { expect, it } from 'vitest';
import { WorkLoop } from '../../src/background/work-loop.ts';

function lab(step: (n: number) => number | undefined) {
  const backs: (number | undefined)[] = [];
  const failures: unknown[] = [];
  let steps = 0;
  const loop = new WorkLoop(
    {
      sleep: async () => undefined,
      comeBack: async (ms) => void backs.push(ms),
      failed: async (error) => void failures.push(error),
    },
    async () => step(++steps),
  );
  return { loop, backs, failures, steps: () => steps };
}

it('a worker that was stopped is brought back while there is work, and no more once there is none', async () => {
  const { loop, backs, steps } = lab((n) => (n < 3 ? 0 : undefined));
  await loop.wake();
  expect(steps()).toBe(3);
  expect(backs).toEqual([60_000, undefined]);
});

it('what cannot go on, the disk being full, is tried again in ten minutes, not each minute', async () => {
  const full = new Error('The disk is full.');
  const { loop, backs, failures } = lab((n) => {
    if (n === 2) throw full;
    return n < 2 ? 0 : undefined;
  });
  await loop.wake();
  expect(failures).toEqual([full]);
  expect(backs).toEqual([60_000, 600_000]);
  await loop.wake();
  expect(backs.at(-1)).toBe(undefined);
});
