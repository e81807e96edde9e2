import { describe, expect, test } from 'vitest';
import type { Paper } from '../../src/core/paper.ts';
import { compileRules } from '../../src/core/rules.ts';
import { Counter, countKey } from '../../src/ui/options/count.ts';
import { blankRule } from '../../src/ui/options/drafts.ts';
import { inSlices, type LeanPaper, lean } from '../../src/ui/options/lean.ts';

const paper = (n: number, over: Partial<Paper> = {}): Paper => {
  const at = new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();
  return {
    id: `arxiv:2601.${String(n).padStart(5, '0')}`,
    aliases: [],
    title: `Paper ${n}`,
    authors: ['Ada Lovelace'],
    categories: ['cs.CL'],
    topics: [],
    topicsVersion: 1,
    links: { page: 'https://arxiv.org/', code: [], project: [] },
    seen: { count: 1, first: { at, site: 'arxiv' }, last: { at, site: 'arxiv' }, bySite: { arxiv: at } },
    ...over,
  };
};

const papers: Paper[] = [
  paper(1, { title: 'GUI agents at work' }),
  paper(2, { title: 'A GUI agent', abstract: 'It clicks.', authors: ['Grace Hopper'] }),
  paper(3, { title: 'Gröbner bases', categories: ['math.AC'] }),
  paper(4, { title: 'Nothing', abstract: 'An agent with a GUI.', topics: [{ id: 'reasoning', score: 0.9 }] }),
  paper(5, { title: 'Another GUI agent', authors: ['G. Hopper'] }),
];
const counter = () => new Counter(papers.map(lean));
const none = { words: [], authors: [], categories: [], topics: [] };

describe('counting', () => {
  test('papers, terms and the newest titles', async () => {
    const count = await counter().count({
      ...none,
      words: ['gui agent*', 'grobner'],
      authors: ['Grace Hopper'],
    });
    expect(count.stored).toBe(5);
    expect(count.matched).toBe(4);
    expect(count.newest).toEqual(['Another GUI agent', 'Gröbner bases', 'A GUI agent']);
    expect(count.ids).toEqual([5, 3, 2, 1].map((n) => paper(n).id));
    expect(Object.fromEntries(count.byTerm)).toEqual({
      [countKey('words', 'GUI agent*')]: 3,
      [countKey('words', 'Gröbner')]: 1,
      [countKey('authors', 'grace hopper')]: 2,
    });
  });

  test('whole words, categories, topics', async () => {
    const one = counter();
    expect((await one.count({ ...none, words: ['GUI agent'] })).matched).toBe(2);
    expect((await one.count({ ...none, categories: ['math.*'] })).newest).toEqual(['Gröbner bases']);
    expect((await one.count({ ...none, topics: ['reasoning'] })).newest).toEqual(['Nothing']);
    expect((await one.count(none)).matched).toBe(0);
  });

  test('agrees with the rules themselves', async () => {
    const rule = {
      ...blankRule(''),
      words: ['agent', 'bases'],
      authors: ['Hopper'],
      categories: ['math.AC'],
    };
    const match = compileRules([rule]);
    const expected = papers.filter((one) => match(one).length > 0).map((one) => one.id);
    expect(expected).toHaveLength(4);
    expect((await counter().count(rule)).ids.toSorted()).toEqual(expected.toSorted());
  });

  test('a term is looked for once', async () => {
    let looks = 0;
    const watched = papers.map(lean).map((one) =>
      Object.defineProperty({ ...one }, 'folded', {
        get() {
          looks++;
          return one.folded;
        },
      }),
    ) as LeanPaper[];
    const one = new Counter(watched);
    await one.count({ ...none, words: ['agent'] });
    expect(looks).toBe(5);
    await one.count({ ...none, words: ['agent', 'GUI'] });
    expect(looks).toBe(10);
    await one.count({ ...none, words: ['AGENT', 'gui'] });
    expect(looks).toBe(10);
  });

  test('an aborted count throws and leaves no half-counted term behind', async () => {
    const one = counter();
    const abort = new AbortController();
    abort.abort(new DOMException('typed on', 'AbortError'));
    await expect(one.count({ ...none, words: ['agent'] }, abort.signal)).rejects.toThrow('typed on');
    expect((await one.count({ ...none, words: ['agent'] })).matched).toBe(3);
  });
});

describe('slices', () => {
  test('pauses when the time is used up, and stops at an abort in a pause', async () => {
    let clock = 0;
    const abort = new AbortController();
    const done: number[] = [];
    const run = inSlices(
      100,
      (index) => {
        done.push(index);
        clock += 1;
      },
      abort.signal,
      () => clock,
    );
    expect(done).toHaveLength(16); // 16 steps of 1 ms: over 12, so the first look at the clock pauses
    abort.abort(new Error('enough'));
    await expect(run).rejects.toThrow('enough');
    expect(done).toHaveLength(16);
  });
});
