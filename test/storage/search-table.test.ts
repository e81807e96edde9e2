/** Papers of the search index by number and by id, over several parts. */
import { expect, it } from 'vitest';
import { buildSegment, type Source } from '../../src/storage/search-build.ts';
import { hashOf } from '../../src/storage/search-ids.ts';
import { Segment } from '../../src/storage/search-segment.ts';
import { SearchTable } from '../../src/storage/search-table.ts';
import { days, entry } from './setup.ts';

function sourceOf(id: string, aliases: string[] = []): Source {
  const met = { at: days(0), site: 'arxiv' };
  const { title, authors, links, categories } = entry({ id });
  const seen = { count: 1, first: met, last: met, bySite: {} };
  return {
    id,
    paper: { id, title, authors, links, categories, aliases, topics: [], topicsVersion: 1, seen },
  };
}

function tableOf(...parts: Source[][]): SearchTable {
  const table = new SearchTable();
  for (const part of parts) table.add(Segment.inMemory(buildSegment(part)));
  return table;
}

it('ids with the same hash are two papers', () => {
  const [a, b] = ['arxiv:2305.14498', 'arxiv:2306.03660'] as const;
  expect(hashOf(a)).toBe(hashOf(b));
  const table = tableOf([sourceOf(a), sourceOf(b)], [{ id: a }], [sourceOf(b)]);
  expect([table.live, table.place(a), table.place(b)]).toEqual([1, undefined, 3]);
  expect([0, 1, 2, 3].map((n) => table.idOf(n))).toEqual([a, b, a, b]);
  expect([...table.firstsOf(Uint32Array.of(3, 1))]).toEqual([1, 1]);
});

it('every paper is found by its own id, however many there are, and by no other', () => {
  const ids = Array.from({ length: 3_000 }, (_, n) => `arxiv:2403.${String(n).padStart(5, '0')}`);
  const parts = [ids.slice(0, 5), ids.slice(5, 1_200), ids.slice(1_200)];
  const table = tableOf(
    ...parts.map((some) => some.map((id, n) => sourceOf(id, n % 2 ? [`doi:10.1/${id}`] : []))),
  );
  expect(ids.map((id) => table.place(id))).toEqual(ids.map((_, n) => n));
  expect(ids.map((_, n) => table.idOf(n))).toEqual(ids);
  expect([table.place(`doi:10.1/${ids[1]}`), table.place('arxiv:2403.99999'), tableOf().place('')]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const docs = Uint32Array.of(2, 1);
  expect(table.firstsOf(docs)).toEqual(docs);
});
