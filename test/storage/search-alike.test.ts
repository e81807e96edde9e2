import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeMarks, loadIndex, type SearchIndex, syncEntries } from '../../src/storage/index.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

let index: SearchIndex | undefined;
beforeEach(freshDatabase);
afterEach(() => index?.close());

const id = (n: number) => `arxiv:2403.0000${n}`;
const papers = [
  entry({
    id: id(1),
    title: 'Lime against worms on hulls',
    abstract: 'Hulls are painted.',
    authors: ['Ada Lovelace'],
  }),
  entry({ id: id(2), title: 'Tar against worms on hulls', abstract: '', authors: ['Émile Zola'] }),
  entry({ id: id(3), title: 'Worms in keels', abstract: '', authors: ['Émile Zola'] }),
  entry({ id: id(4), title: 'Zebras graze', abstract: '', authors: ['Ada Lovelace'] }),
  entry({ id: id(5), title: 'Herons', abstract: 'They fly.', authors: ['Mary Shelley'] }),
  entry({ id: id(6), title: 'Hulls of ships', abstract: '', authors: [] }),
  ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) =>
    entry({ id: `arxiv:2404.0000${n}`, title: `Kettle ${n}`, abstract: '', authors: [] }),
  ),
];

async function open(): Promise<SearchIndex> {
  await syncEntries(papers, visitAt(), plainTools, NOW);
  await changeMarks([{ id: id(3), change: { saved: true } }], later(1));
  await changeMarks([{ id: id(4), change: { rating: 4 } }], later(2));
  await changeMarks([{ id: id(6), change: { dismissed: true } }], later(3));
  index = await loadIndex();
  await index.settled();
  return index;
}

describe('papers alike', () => {
  it('share words and authors, the most telling first; never the paper itself', async () => {
    const found = await (await open()).alike(papers[0]!, 10);
    expect(found.met).toEqual([id(2), id(6), id(3), id(4)]);
    expect(found.library).toEqual([id(3), id(4)]);
  });

  it('are no more than asked for', async () => {
    expect((await (await open()).alike(papers[0]!, 2)).met).toEqual([id(2), id(6)]);
  });

  it('of a paper that is not stored, or has no words, are found as well as can be', async () => {
    const search = await open();
    const stranger = { id: 'arxiv:9', title: 'Worms!', authors: [] };
    expect((await search.alike(stranger, 3)).met.toSorted()).toEqual([id(1), id(2), id(3)]);
    expect(await search.alike({ id: 'x:y', title: '', authors: ['', '  '] }, 3)).toEqual({
      library: [],
      met: [],
    });
  });

  it('no word of a title is taken for a name, and no name for a word', async () => {
    const search = await open();
    expect((await search.alike({ id: 'x:y', title: 'Lovelace', authors: ['Hulls'] }, 3)).met).toEqual([]);
  });

  it('a sample comes from all over', async () => {
    expect((await open()).some(3)).toEqual([id(1), id(6), 'arxiv:2404.00005']);
    expect(index?.some(100)).toHaveLength(15);
  });
});
