import { describe, expect, it } from 'vitest';
import type { Mark } from '../../src/core/mark.ts';
import type { Paper } from '../../src/core/paper.ts';
import { Tally } from '../../src/core/stats.ts';

/** Noon of a day in March 2026, by the local clock. */
const noon = (day: number) => new Date(2026, 2, day, 12).toISOString();

function paper(n: number, first: string, last = first, more: Partial<Paper> = {}): Paper {
  return {
    id: `arxiv:2603.0000${n}`,
    title: `Paper ${n}`,
    authors: ['Ada Lovelace'],
    categories: [],
    links: { page: 'https://example.org', code: [], project: [] },
    aliases: [],
    topics: [],
    topicsVersion: 1,
    seen: {
      count: 1,
      first: { at: first, site: 'arxiv' },
      last: { at: last, site: 'arxiv' },
      bySite: { arxiv: last },
    },
    ...more,
  };
}

const mark = (change: Partial<Mark>): Mark => ({ id: 'x', ...change });
const topic = (id: string) => ({ id, score: 1 });

describe('days', () => {
  it('counts a paper once on each day that a search finds it for', () => {
    const tally = new Tally();
    tally.add(paper(1, noon(2)), undefined);
    tally.add(paper(2, noon(2), noon(5)), mark({ saved: { value: true, at: noon(5) } }));
    tally.add(paper(3, noon(4)), mark({ saved: { value: false, at: noon(6) } }));
    const { days, papers, saved } = tally.stats();
    expect([papers, saved]).toEqual([3, 1]);
    expect(Object.fromEntries(days)).toEqual({
      '2026-03-02': { added: 2, saved: 0, any: 2 },
      '2026-03-04': { added: 1, saved: 0, any: 1 },
      '2026-03-05': { added: 0, saved: 1, any: 1 },
    });
  });

  it('leaves out times that are none', () => {
    const tally = new Tally();
    tally.add(paper(1, 'soon', ''), mark({ saved: { value: true, at: 'never' } }));
    expect(tally.stats()).toMatchObject({ papers: 1, saved: 1, days: new Map() });
  });

  it('tells midnights apart by the local clock', () => {
    const tally = new Tally();
    tally.add(paper(1, new Date(2026, 2, 2, 23, 59, 59).toISOString()), undefined);
    tally.add(paper(2, new Date(2026, 2, 3, 0, 0, 0).toISOString()), undefined);
    expect([...tally.stats().days.keys()]).toEqual(['2026-03-02', '2026-03-03']);
  });
});

it('counts topics as they are corrected and shown, by month of the first meeting', () => {
  const tally = new Tally((id) => (id === 'hidden' ? undefined : id === 'llm-agents' ? 'agents' : id));
  tally.add(
    paper(1, noon(2), noon(2), { topics: [topic('agents'), topic('llm-agents'), topic('hidden')] }),
    undefined,
  );
  tally.add(
    paper(2, new Date(2026, 3, 2).toISOString(), noon(9), { topics: [topic('agents'), topic('vision')] }),
    mark({ topics: { vision: { value: false, at: noon(9) }, mine: { value: true, at: noon(9) } } }),
  );
  expect(tally.stats().topics).toEqual([
    {
      id: 'agents',
      papers: 2,
      months: new Map([
        ['2026-03', 1],
        ['2026-04', 1],
      ]),
    },
    { id: 'mine', papers: 1, months: new Map([['2026-04', 1]]) },
  ]);
});

it('counts sites and authors, the most frequent first; capitals and accents make no other author', () => {
  const tally = new Tally();
  const seen = { ...paper(1, noon(2)).seen, bySite: { arxiv: noon(2), huggingface: noon(3) } };
  tally.add(paper(1, noon(2), noon(2), { authors: ['Émile Žižek', 'Bo Li', 'Bo Li'], seen }), undefined);
  tally.add(paper(2, noon(2), noon(2), { authors: ['Émile Žižek'] }), undefined);
  tally.add(paper(3, noon(2), noon(2), { authors: ['emile zizek', '—'] }), undefined);
  const { sites, authors } = tally.stats();
  expect(sites).toEqual([
    { name: 'arxiv', papers: 3 },
    { name: 'huggingface', papers: 1 },
  ]);
  expect(authors).toEqual([
    { name: 'Émile Žižek', papers: 3 },
    { name: 'Bo Li', papers: 1 },
  ]);
});

it('an empty library has empty pictures', () => {
  expect(new Tally().stats()).toEqual({
    papers: 0,
    saved: 0,
    days: new Map(),
    topics: [],
    sites: [],
    authors: [],
  });
});
