import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Filter, NO_FILTER } from '../../src/core/filter.ts';
import {
  changeMarks,
  loadIndex,
  openDb,
  type SearchIndex,
  type SearchOptions,
  syncEntries,
} from '../../src/storage/index.ts';
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
    doi: '10.5555/7',
    links: { page: 'https://e.org/1', code: ['https://github.com/x/y'], project: [] },
  }),
  entry({ id: 'arxiv:2403.00002', title: 'Nothing of note', authors: ['Agents Smith'], published: '2024' }),
  entry({ id: 'arxiv:2403.00003', title: 'Other', abstract: 'All about agents.', published: '2025-01' }),
  entry({ id: 'arxiv:2403.00004', title: 'Dismissed agents', published: '2025' }),
  entry({ id: 'arxiv:2403.00005', title: 'Unmarked agents: pre-training' }),
];
const [a, b, c, d, e] = papers.map((one) => one.id) as [string, string, string, string, string];

async function open(): Promise<SearchIndex> {
  await syncEntries(papers, visitAt(), plainTools, NOW);
  await changeMarks(
    [{ id: a, change: { saved: true, status: 'reading', tags: { Théorie: true } } }],
    later(1),
  );
  await changeMarks([{ id: b, change: { saved: true, note: 'a Zebra', status: 'read' } }], later(2));
  const reasons = [{ by: 'rule' as const, rule: 'r', text: 'watch: "agents"' }];
  await changeMarks([{ id: c, change: { flagged: true, reasons } }], later(3));
  await changeMarks([{ id: d, change: { dismissed: true } }], later(4));
  index = await loadIndex();
  return index;
}

const find = async (at: SearchIndex, typed: string, options: SearchOptions = {}) =>
  (await at.search(typed, { now: Date.parse(NOW) + 1_000, ...options })).ids;

describe('a query', () => {
  it('ranks title before authors before the rest, then newest', async () => {
    const found = await open();
    expect(await find(found, 'agents')).toEqual([a, b, c]);
    expect(await find(found, '')).toEqual([c, b, a]);
    expect(await find(found, 'agents', { view: 'met' })).toEqual([a, e, d, b, c]);
    expect(found.size).toBe(5);
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
    ['"things gaussian"', []],
    ['"agents smith" or "all about"', [b, c]],
    ['agents -gaussian', [b, c]],
    ['-agents', []],
    ['zebra or gaussian agents', [a, b]],
    ['title:agents', [a]],
    ['author:agents', [b]],
    ['author:"emile zizek"', [a]],
    ['abstract:agents', [c]],
    ['tag:theorie', [a]],
    ['topic:reason', [c, b, a]],
    ['-topic:reasoning', []],
    ['agents -gauss', [a, b, c]],
    ['agents -gauss*', [b, c]],
    ['agents or -gauss', [a, b, c]],
    ['-agent', [c, b, a]],
    ['-author:smi', [c, b, a]],
    ['-author:smith', [c, a]],
    ['-author:smi*', [c, a]],
    ['-author:"agents smi"', [c, b, a]],
    ['-note:zeb', [c, b, a]],
    ['-note:zebra', [c, a]],
    ['-tag:theo', [c, b, a]],
    ['-tag:theorie', [c, b]],
    ['-tag:theo*', [c, b]],
    ['-topic:reason', [c, b, a]],
    ['-topic:reason*', []],
    ['-site:arx', [c, b, a]],
    ['-site:arxiv', []],
    ['-rule:agent', [c, b, a]],
    ['-rule:agents', [b, a]],
    ['-id:2403.0000', [c, b, a]],
    ['-id:2403.0000*', []],
    ['-id:2403.00002', [c, a]],
    ['-id:2403', []],
    ['-id:10.5555', [c, b]],
    ['-2403.00002', [c, a]],
    ['-2403.000', [c, b, a]],
    ['-2403.000*', []],
    ['-"2403 000"', [c, b, a]],
    ['site:arx', [c, b, a]],
    ['site:huggingface', []],
    ['rule:agents', [c]],
    ['note:zebra', [b]],
    ['venue:acl', [a]],
    ['id:00003', [c]],
    ['id:10.5555', [a]],
    ['2403.00002', [b]],
    ['arXiv:2403.00002v2', [b]],
    ['arXiv: 2403.00002', [b]],
    ['10.48550/arXiv.2403.00002', [b]],
    ['10.5555/7', [a]],
    ['doi:10.5555/7', [a]],
    ['DOI: 10.5555/7.', [a]],
    ['https://doi.org/10.5555/7', [a]],
    ['10.5555/7 or 2403.00002', [b, a]],
    ['-10.5555/7', [c, b]],
    ['10.5555/70', []],
    ['10.5555/', []],
    ['2403.000', [b, a, c]],
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
    ['has:doi', [a]],
    ['has:tag', [a]],
    ['has:abstract is:saved', [b, a]],
    ['year:2023..2024', [b, a]],
    ['year:2024..', [c, b]],
    ['year:2025', [c]],
    ['-year:2025', [b, a]],
    ['is:new', [c, b, a]],
    ['seen:1', [c, b, a]],
    ['seen:>1', []],
    ['seen:<1d', [c, b, a]],
    ['saved:<1h', [b, a]],
    ['saved:>1h', []],
    ['added:2026-03', [c, b, a]],
    ['added:2026-02', []],
    ['sort:year', [c, b, a]],
    ['sort:title', [a, b, c]],
    ['agents sort:title', [a, b, c]],
    ['sort:added', [c, b, a]],
    ['agnets', [a, b, c]],
    ['zizke', [a]],
    ['smth', [b]],
    ['theroie', [a]],
    ['"agnets"', []],
    ['zebar', []],
  ])('%s', async (typed, expected) => {
    const found = await open();
    // after the last mark: decisions have an age then
    expect(await find(found, typed, { now: Date.parse(later(10)) })).toEqual(expected);
  });

  it('forgives slips in the name of a tag that there is none of, and tells what it took', async () => {
    const found = await open();
    const take = async (typed: string) => {
      const { ids, taken } = await found.search(typed, { now: Date.parse(NOW) + 1_000 });
      return [ids, taken];
    };
    expect(await take('tag:theroie')).toEqual([[a], [['theroie', 'theorie']]]);
    expect(await take('tag:theo')).toEqual([[a], []]);
    expect(await take('tag:"theroie"')).toEqual([[], []]);
    expect(await take('agents -tag:theroie')).toEqual([[a, b, c], []]);
    expect(await take('tag:zebra')).toEqual([[], []]);
  });

  it('finds a paper by any of its ids as it is pasted', async () => {
    const ids = [
      'doi:10.1145/3397271.3401075',
      'openreview:rJXMpikCZ',
      'acl:P19-1001',
      'acl:2024.acl-long.1',
      'pmid:12345678',
    ];
    await syncEntries(
      ids.map((id) => entry({ id, title: `Paper ${id.length}`, abstract: '' })),
      visitAt(),
      plainTools,
      NOW,
    );
    index = await loadIndex();
    for (const id of ids) {
      const { ids: met } = await index.search(id, { view: 'met' });
      expect([id, met]).toEqual([id, [id]]);
    }
    expect(await find(index, '10.1145/3397271.3401075', { view: 'met' })).toEqual([ids[0]]);
    expect(await find(index, '10.1145/3397271.340107', { view: 'met' })).toEqual([]);
    expect(await find(index, 'PMID: 12345678', { view: 'met' })).toEqual(['pmid:12345678']);
  });

  it('leaves out exactly the word that is not wanted', async () => {
    const some = [
      entry({ id: 'arxiv:2404.00001', title: 'Diffusion one', authors: ['Gang Liu'] }),
      entry({ id: 'arxiv:2404.00002', title: 'Diffusion two, a GAN', authors: ['Ada'] }),
      entry({ id: 'arxiv:2404.00003', title: 'Diffusion three, artificial', authors: ['Ada'] }),
    ];
    const [x, y, z] = some.map(({ id }) => id) as [string, string, string];
    await syncEntries(some, visitAt(), plainTools, NOW);
    await changeMarks([{ id: x, change: { tags: { mlops: true } } }], later(1));
    await changeMarks([{ id: y, change: { tags: { 'ml in practice': true } } }], later(2));
    index = await loadIndex();
    const met = async (typed: string, options: SearchOptions = {}) =>
      (await find(index as SearchIndex, typed, { view: 'met', ...options })).sort();
    expect(await met('diffusion -gan')).toEqual([x, z]);
    expect(await met('diffusion -gan*')).toEqual([z]);
    expect(await met('diffusion -art')).toEqual([x, y, z]);
    expect(await met('diffusion -artificial')).toEqual([x, y]);
    expect(await met('diffusion -tag:ml')).toEqual([x, z]);
    expect(await met('diffusion -tag:ml*')).toEqual([z]);
    expect(await met('diffusion -tag:mlops')).toEqual([y, z]);
    const topic = () => 'Denken und Schließen';
    expect(await met('-topic:denk', { topic })).toEqual([x, y, z]);
    expect(await met('-topic:denken', { topic })).toEqual([]);
  });

  it('leaves out nothing while a word that is not wanted is still being typed', async () => {
    const found = await open();
    for (const typed of ['agents -', 'agents -g', 'agents -gau', 'agents -gaussia', 'agents -"gaussian thin'])
      expect([typed, await find(found, typed)]).toEqual([typed, [a, b, c]]);
    for (const typed of ['agents -gaussian', 'agents -gaussian ', 'agents -"gaussian things'])
      expect([typed, await find(found, typed)]).toEqual([typed, [b, c]]);
    for (const typed of ['agents -tag', 'agents -tag:', 'agents -tag:th', 'agents -tag:"th'])
      expect([typed, await find(found, typed)]).toEqual([typed, [a, b, c]]);
    expect(await find(found, 'agents -tag:theorie')).toEqual([b, c]);
  });

  it('finds Greek letters by themselves and by their names, in Unicode and in TeX', async () => {
    const greek = [
      entry({ id: 'arxiv:2404.00001', title: '$\\alpha$-divergence' }),
      entry({ id: 'arxiv:2404.00002', title: 'Training a β-VAE' }),
      entry({ id: 'arxiv:2404.00003', title: 'Περί αρμονίας' }),
    ];
    await syncEntries(greek, visitAt(), plainTools, NOW);
    const [x, y, z] = greek.map(({ id }) => id) as [string, string, string];
    index = await loadIndex();
    const met = (typed: string) => find(index as SearchIndex, typed, { view: 'met' });
    for (const typed of ['α', 'alpha', 'α-divergence', '\\alpha-divergence', '"alpha divergence"'])
      expect([typed, await met(typed)]).toEqual([typed, [x]]);
    for (const typed of ['β', 'beta', 'title:β', 'beta-vae', 'Β-VAE'])
      expect([typed, await met(typed)]).toEqual([typed, [y]]);
    expect(await met('αρμονια')).toEqual([z]);
  });

  it('forgives slips where a word is hardly found, and tells what it took', async () => {
    const { ids, taken } = await (await open()).search('grobnre');
    expect([ids, taken]).toEqual([[a], [['grobnre', 'grobner']]]);
    expect((await index?.search('agents'))?.taken).toEqual([]);
  });

  it('takes words with and without a hyphen for the same', async () => {
    const found = await open();
    for (const typed of ['pretraining', 'pre-training', 'pre training', '"pre-training"'])
      expect(await find(found, typed, { view: 'met' }), typed).toEqual([e]);
    await syncEntries([entry({ id: 'arxiv:2403.00006', title: 'Pretraining' })], visitAt(), plainTools, NOW);
    await found.settled();
    const others = [d, c, b, a].sort();
    for (const typed of ['-pretraining', '-pre-training'])
      expect((await find(found, typed, { view: 'met' })).sort(), typed).toEqual(others);
    // in quotes: as it stands there
    const quoted = await find(found, '-"pre training"', { view: 'met' });
    expect(quoted.sort()).toEqual([...others, 'arxiv:2403.00006']);
  });

  it('takes a letter with a raised or lowered sign for the same, however it is written', async () => {
    const titles = [
      'Powers $x^2$',
      'Powers x²',
      'Powers of x^{2}',
      'Norms $\\ell_1$',
      'Norms ℓ₁',
      'Norms L1',
    ];
    const ids = titles.map((_, n) => `arxiv:2403.0010${n}`);
    await syncEntries(
      titles.map((title, n) => entry({ id: ids[n] as string, title })),
      visitAt(),
      plainTools,
      NOW,
    );
    const found = await open();
    const met = async (typed: string) => (await find(found, typed, { view: 'met' })).sort();
    for (const typed of ['x2', 'x²', 'x^2', 'x_2', 'X2', '$x^{2}$', 'title:x2'])
      expect(await met(typed), typed).toEqual(ids.slice(0, 3));
    for (const typed of ['l1', 'ℓ₁', 'L1', '\\ell_1', 'l_1', 'ℓ_1', 'L^1'])
      expect(await met(typed), typed).toEqual(ids.slice(3));
    // and by its parts, as they are written
    expect(await met('"ell 1"')).toEqual([ids[3]]);
    expect(await met('"x 2"')).toEqual([ids[0], ids[2]]);
  });

  it('finds topics by what the reader sees', async () => {
    const found = await open();
    const topic = () => 'Denken und Schließen';
    expect(await find(found, 'topic:denken', { topic })).toEqual([c, b, a]);
  });

  it('finds words of unspaced scripts anywhere', async () => {
    await syncEntries(
      [entry({ id: 'arxiv:2403.00009', title: '大規模言語モデルの評価' })],
      visitAt(),
      plainTools,
      NOW,
    );
    index = await loadIndex();
    expect(await find(index, '言語', { view: 'met' })).toEqual(['arxiv:2403.00009']);
    expect(await find(index, '語言', { view: 'met' })).toEqual([]);
    expect(await find(index, '-言語', { view: 'met' })).toEqual([]);
    expect(await find(index, '-語言', { view: 'met' })).toEqual(['arxiv:2403.00009']);
  });

  it('counts what each view has of it', async () => {
    const { views } = await (await open()).search('agents');
    expect(views).toEqual({ marked: 3, saved: 2, reading: 1, flagged: 1, dismissed: 1, met: 5 });
  });
});

describe('facets', () => {
  const chosen = (change: Partial<Filter>): Filter => ({ ...NO_FILTER, ...change });
  const counted = (choices: Record<string, { value: string; count: number }[]>) =>
    Object.fromEntries(
      Object.entries(choices).map(([group, all]) => [
        group,
        all.map(({ value, count }) => `${value} ${count}`),
      ]),
    );

  it('are counted over what was found', async () => {
    const { choices } = await (await open()).search('');
    expect(counted(choices)).toEqual({
      collections: [],
      topics: ['reasoning 3'],
      tags: ['Théorie 1'],
      status: ['none 1', 'read 1', 'reading 1'],
      sites: ['arxiv 3'],
      venues: ['ACL 2024 1'],
      year: ['2025 1', '2024 1', '2023 1'],
      rules: ['watch: "agents" 1'],
    });
  });

  it('narrow, and tell what each choice would leave', async () => {
    const found = await open();
    const { ids, choices, views } = await found.search('', {
      filter: chosen({ year: ['2024', '2023'], topics: ['reasoning'] }),
    });
    expect(ids).toEqual([b, a]);
    expect(views.marked).toBe(3);
    expect(counted(choices)).toMatchObject({
      topics: ['reasoning 2'],
      year: ['2025 1', '2024 1', '2023 1'],
      status: ['read 1', 'reading 1'],
      rules: [],
    });
    expect((await found.search('', { filter: chosen({ tags: ['none such'] }) })).choices.tags).toEqual([
      { value: 'none such', count: 0, chosen: true },
    ]);
  });

  it('show topics as the reader wants them', async () => {
    const found = await open();
    const options = { showTopic: (id: string) => (id === 'reasoning' ? 'merged' : id) };
    expect(counted((await found.search('', options)).choices)['topics']).toEqual(['merged 3']);
    const filter = chosen({ topics: ['merged'] });
    expect((await found.search('', { ...options, filter })).ids).toEqual([c, b, a]);
    expect(counted((await found.search('', { showTopic: () => undefined })).choices)['topics']).toEqual([]);
  });
});

describe('suggestions', () => {
  it('are values that are there', async () => {
    const found = await open();
    expect(await found.suggest('tag', 'th')).toEqual([{ value: 'Théorie', label: 'Théorie', count: 1 }]);
    expect(await found.suggest('author', 'ziz')).toEqual([{ value: 'zizek', label: 'zizek', count: 1 }]);
    expect(await found.suggest('topic', 'den', { topic: () => 'Denken' })).toEqual([
      { value: 'reasoning', label: 'Denken', count: 5 },
    ]);
    expect(await found.suggest('venue', '2024')).toEqual([
      { value: 'ACL 2024', label: 'ACL 2024', count: 1 },
    ]);
    expect(await found.suggest('title', 'a')).toEqual([]);
  });
});

describe('the index', () => {
  it('follows changes and forgets what is no longer marked', async () => {
    const found = await open();
    await changeMarks([{ id: a, change: { note: 'pelican' } }], later(5));
    await changeMarks([{ id: c, change: { flagged: false } }], later(6));
    await found.settled();
    expect(await find(found, 'pelican')).toEqual([a]);
    expect(await find(found, 'about')).toEqual([]);
    expect(await find(found, 'about', { view: 'met' })).toEqual([c]);
    expect(found.size).toBe(5);
  });

  it('leaves out a paper that cannot be read', async () => {
    await open();
    const db = await openDb();
    await db.put('papers', { id: a, title: 17 } as never);
    await db.add('stale', { ids: [a] });
    const again = await loadIndex();
    expect(again.size).toBe(4);
    again.close();
  });

  it('tells whoever listens', async () => {
    const found = await open();
    let told = 0;
    const stop = found.onUpdate(() => told++);
    await changeMarks([{ id: b, change: { saved: false } }], later(5));
    await found.settled();
    stop();
    await changeMarks([{ id: b, change: { saved: true } }], later(6));
    await found.settled();
    expect(told).toBe(1);
  });
});
