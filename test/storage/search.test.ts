import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeMarks, loadIndex, openDb, type SearchIndex, syncEntries } from '../../src/storage/index.ts';
import { entry, freshDatabase, later, NOW, plainTools, visitAt } from './setup.ts';

let index: SearchIndex | undefined;
beforeEach(freshDatabase);
afterEach(() => index?.close());

const papers = [
  entry({
    id: 'arxiv:2403.00001',
    title: 'Gr\\"obner bases for state-of-the-art agents',
    authors: ['Émile Žižek'],
    abstract: 'Graphs and gaussian things.',
    published: '2023-05-01',
    venue: 'ACL 2024',
    links: { page: 'https://e.org/1', code: ['https://github.com/x/y'], project: [] },
  }),
  entry({ id: 'arxiv:2403.00002', title: 'Nothing of note', authors: ['Agents Smith'], published: '2024' }),
  entry({ id: 'arxiv:2403.00003', title: 'Other', abstract: 'All about agents.', published: '2025-01' }),
  entry({ id: 'arxiv:2403.00004', title: 'Dismissed agents', published: '2025' }),
  entry({ id: 'arxiv:2403.00005', title: 'Unmarked agents' }),
];
const [a, b, c, d] = papers.map((one) => one.id) as [string, string, string, string];

async function open(): Promise<SearchIndex> {
  await syncEntries(papers, visitAt(), plainTools, NOW);
  await changeMarks(
    [{ id: a, change: { saved: true, status: 'reading', tags: { Théorie: true } } }],
    later(1),
  );
  await changeMarks([{ id: b, change: { saved: true, note: 'a Zebra', status: 'read' } }], later(2));
  await changeMarks([{ id: c, change: { flagged: true } }], later(3));
  await changeMarks([{ id: d, change: { dismissed: true } }], later(4));
  index = await loadIndex();
  return index;
}

describe('query', () => {
  it('ranks title before authors before the rest, then newest', async () => {
    const found = await open();
    expect(found.query('agents')).toEqual([a, b, c]);
    expect(found.query('')).toEqual([c, b, a]);
    expect(found.ids).toEqual([d, c, b, a]);
  });

  it.each<[string, string[]]>([
    ['grobner', [a]],
    ['GRÖBNER zizek', [a]],
    ['state of the art', [a]],
    ['state-of-the-art', [a]],
    ['gauss', [a]],
    ['auss', []],
    ['"gauss"', []],
    ['"gaussian things"', [a]],
    ['agents -gaussian', [b, c]],
    ['-agents', []],
    ['title:agents', [a]],
    ['author:agents', [b]],
    ['author:"emile zizek"', [a]],
    ['tag:theorie', [a]],
    ['topic:reason', [c, b, a]],
    ['-topic:reasoning', []],
    ['note:zebra', [b]],
    ['venue:acl', [a]],
    ['id:00003', [c]],
    ['2403.00002', [b]],
    ['https://arxiv.org/pdf/2403.00002v3', [b]],
    ['is:saved', [b, a]],
    ['is:flagged', [c]],
    ['is:dismissed', [d]],
    ['is:dismissed agents', [d]],
    ['is:unread', [c, a]],
    ['is:reading', [a]],
    ['is:read', [b]],
    ['is:to-read', []],
    ['has:code', [a]],
    ['has:note', [b]],
    ['has:abstract is:saved', [b, a]],
    ['year:2023..2024', [b, a]],
    ['year:2024..', [c, b]],
    ['year:2025', [c]],
    ['-year:2025', [b, a]],
    ['is:new', [c, b, a]],
  ])('%s', async (typed, expected) => {
    const found = await open();
    expect(found.query(typed, { now: Date.parse(NOW) + 1_000 })).toEqual(expected);
  });

  it('finds topics by what the reader sees', async () => {
    const found = await open();
    expect(found.query('topic:denken', { topicLabel: () => 'Denken und Schließen' })).toEqual([c, b, a]);
  });

  it('finds words of unspaced scripts anywhere', async () => {
    await syncEntries(
      [entry({ id: 'arxiv:2403.00009', title: '大規模言語モデルの評価' })],
      visitAt(),
      plainTools,
      NOW,
    );
    await changeMarks([{ id: 'arxiv:2403.00009', change: { saved: true } }], NOW);
    index = await loadIndex();
    expect(index.query('言語')).toEqual(['arxiv:2403.00009']);
  });
});

describe('the index', () => {
  it('follows changes and forgets what is no longer marked', async () => {
    const found = await open();
    await changeMarks([{ id: a, change: { note: 'pelican' } }], later(5));
    await changeMarks([{ id: c, change: { flagged: false } }], later(6));
    await found.settled();
    expect(found.query('pelican')).toEqual([a]);
    expect(found.query('about')).toEqual([]);
    expect(found.facts(c)).toBeUndefined();
  });

  it('gives facets and facts without loading papers', async () => {
    const found = await open();
    expect(found.facets([a, b, c])).toEqual({
      topics: [{ value: 'reasoning', count: 3 }],
      tags: [{ value: 'Théorie', count: 1 }],
      status: [
        { value: 'read', count: 1 },
        { value: 'reading', count: 1 },
      ],
      sites: [{ value: 'arxiv', count: 3 }],
      years: [
        { value: '2025', count: 1 },
        { value: '2024', count: 1 },
        { value: '2023', count: 1 },
      ],
    });
    expect(found.facts(a)).toEqual({
      topics: ['reasoning'],
      tags: ['Théorie'],
      status: 'reading',
      sites: ['arxiv'],
      year: 2023,
      views: new Set(['saved']),
    });
  });

  it('leaves out a record of the wrong shape', async () => {
    const db = await openDb();
    await db.put('search', { id: 'arxiv:2403.00042', title: 'half' } as never);
    const found = await open();
    expect(found.size).toBe(4);
  });

  it('loads ten thousand', async () => {
    const db = await openDb();
    await open();
    const example = await db.get('search', a);
    if (!example) throw new Error('nothing stored');
    const write = db.transaction('search', 'readwrite');
    for (let i = 0; i < 10_000; i++)
      void write.store.put({ ...example, id: `arxiv:2404.${String(10_000 + i)}` });
    await write.done;
    const large = await loadIndex();
    expect(large.size).toBe(10_004);
    expect(large.query('grobner')).toHaveLength(10_001);
    large.close();
  });
});
