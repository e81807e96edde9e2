/** Queries of one field whose values are more than plain words: years nobody told, names turned round, signs in tags. */
import { afterEach, beforeEach, expect, it, test } from 'vitest';
import { changeMarks, loadIndex, type SearchIndex, syncEntries } from '../../src/storage/index.ts';
import { entry, freshDatabase, NOW, plainTools, visitAt } from './setup.ts';

let index: SearchIndex | undefined;
beforeEach(freshDatabase);
afterEach(() => index?.close());

async function find(typed: string): Promise<string[]> {
  index ??= await loadIndex();
  return [...(await index.search(typed, { view: 'met', now: Date.parse(NOW) })).ids].sort();
}

it('a year is that of the arXiv id or of the venue where no date is known', async () => {
  await syncEntries(
    [
      entry({ id: 'arxiv:2403.00001' }),
      entry({ id: 'arxiv:2403.00002', published: '2023-12-31' }),
      entry({ id: 'doi:10.1145/3', venue: 'Meeting of Looms 2023' }),
      entry({ id: 'doi:10.1145/4' }),
    ],
    visitAt(),
    plainTools,
    NOW,
  );
  expect(await find('year:2024')).toEqual(['arxiv:2403.00001']);
  expect(await find('year:2023')).toEqual(['arxiv:2403.00002', 'doi:10.1145/3']);
  index?.close();
  index = undefined;
});

test('names and tags are found as they are written', async () => {
  const ids = ['arxiv:2403.00001', 'arxiv:2403.00002', 'arxiv:2403.00003'] as const;
  const [a, b, c] = ids;
  await syncEntries(
    [
      entry({ id: a, title: 'การเรียนรู้ของเครื่อง', authors: ['Ada Lovelace'] }),
      entry({ id: b, authors: ['Lovelace Ada'] }),
      entry({ id: c, authors: ['Ada King'] }),
    ],
    visitAt(),
    plainTools,
    NOW,
  );
  const tags = ['c++', 'C#', '⭐'];
  await changeMarks(
    ids.map((id, n) => ({ id, change: { saved: true, tags: { [tags[n] as string]: true } } })),
    NOW,
  );
  index = undefined;
  expect(await find('author:"Lovelace, Ada"')).toEqual([a]);
  expect(await find('author:"Ada Lovelace"')).toEqual([a]);
  expect(await find('เครื่อง')).toEqual([a]);
  expect(await find('title:เรียนรู้')).toEqual([a]);
  expect(await find('tag:"c++"')).toEqual([a]);
  expect(await find('tag:c#')).toEqual([b]);
  expect(await find('tag:⭐')).toEqual([c]);
  expect(await find('-tag:⭐')).toEqual([a, b]);
  expect(await find('tag:c')).toEqual([a, b]);
});
