/** Papers by time: some of them in the order that all of them have. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byTime } from '../../src/storage/search-order.ts';
import type { SearchTable } from '../../src/storage/search-table.ts';

/** Times close together: many within one second, some the same. */
const times = fc.array(fc.integer({ min: 1_700_000_000_000, max: 1_700_000_005_000 }), {
  minLength: 40,
  maxLength: 80,
});

it('few papers come in the order that all have, whether or not that is known', () => {
  fc.assert(
    fc.property(times, fc.uniqueArray(fc.nat({ max: 39 }), { minLength: 1, maxLength: 4 }), (at, some) => {
      const table = { at: Float64Array.from(at), size: at.length } as unknown as SearchTable;
      const all = Uint32Array.from(at, (_, doc) => doc);
      const newest = [...all].sort((a, b) => (at[b] as number) - (at[a] as number) || b - a);
      const wanted = newest.filter((doc) => some.includes(doc));
      expect([...byTime(table, Uint32Array.from(some), 'at')]).toEqual(wanted);
      expect([...byTime(table, all, 'at')]).toEqual(newest);
      expect([...byTime(table, Uint32Array.from(some), 'at')]).toEqual(wanted);
    }),
  );
});
