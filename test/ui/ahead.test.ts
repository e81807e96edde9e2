import { expect, test } from 'vitest';
import { ahead } from '../../src/ui/shared/ahead.ts';

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
const rest = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

test('results come in order, whichever is ready first, and never more than so many are under way', async () => {
  let now = 0;
  let most = 0;
  const work = async (n: number): Promise<number> => {
    most = Math.max(most, ++now);
    await rest(n % 3 === 0 ? 9 : 1);
    now--;
    return n * 2;
  };
  const out: number[] = [];
  for await (const one of ahead(numbers(20), 4, work)) out.push(one);
  expect(out).toEqual(numbers(20).map((n) => n * 2));
  expect(most).toBe(4);
});

test('an error comes in its turn, when what is under way has ended', async () => {
  const ended: number[] = [];
  const work = async (n: number): Promise<number> => {
    if (n === 1) throw new Error('one');
    await rest(5);
    ended.push(n);
    return n;
  };
  const out: number[] = [];
  const all = (async () => {
    for await (const one of ahead(numbers(9), 3, work)) out.push(one);
  })();
  await expect(all).rejects.toThrow('one');
  expect(out).toEqual([0]);
  expect(ended).toEqual([0, 2, 3]);
});

test('fewer than may be under way, and none', async () => {
  const all = async (count: number): Promise<number[]> => {
    const out: number[] = [];
    for await (const one of ahead(numbers(count), 4, async (n) => n)) out.push(one);
    return out;
  };
  expect(await all(0)).toEqual([]);
  expect(await all(3)).toEqual([0, 1, 2]);
});
