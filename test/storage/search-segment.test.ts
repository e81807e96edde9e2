/** One part of the search index whose dictionary is read block by block, against the plain list of its words. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildSegment, type Source } from '../../src/storage/search-build.ts';
import { BEGINNING, FIELD_BITS, LONGEST_BEGINNING } from '../../src/storage/search-doc.ts';
import { BLOCK_WORDS, type SegmentData } from '../../src/storage/search-format.ts';
import { type BlockKind, Segment } from '../../src/storage/search-segment.ts';
import { days, entry } from './setup.ts';

/** Numbers in letters: enough words for several blocks, many of which begin alike. */
const word = (n: number): string => [...n.toString(5)].map((digit) => 'abcde'[Number(digit)]).join('');
const MOST = 1_000;

function sourceOf(n: number, words: readonly number[]): Source {
  const id = `arxiv:2403.${10_000 + n}`;
  const met = { at: days(0), site: 'arxiv' };
  const { links, categories } = entry({ id });
  const paper = {
    id,
    title: words.map(word).join(' '),
    authors: [],
    categories,
    links,
    aliases: [],
    topics: [],
    topicsVersion: 1,
    seen: { count: 1, first: met, last: met, bySite: {} },
  };
  return { id, paper };
}

const sources = fc
  .array(fc.array(fc.nat({ max: MOST }), { minLength: 1, maxLength: 60 }), { minLength: 1, maxLength: 12 })
  .map((all) => all.map((words, n) => sourceOf(n, words)));

/** The same part as it is stored, and what was read of it. */
function stored(data: SegmentData): { segment: Segment; read: [BlockKind, number, number][] } {
  const read: [BlockKind, number, number][] = [];
  const blocks = (kind: BlockKind, from: number, to: number) => {
    read.push([kind, from, to]);
    return Promise.resolve(data[kind].slice(from, to + 1));
  };
  return { segment: new Segment(1, data.docs, data.terms, blocks, async () => data.titles), read };
}

/** Each word with the papers it is in, in the order of the dictionary. */
function plainly(all: readonly Source[]): [string, number[]][] {
  const words = new Map<string, Set<number>>();
  const put = (one: string, n: number) => words.set(one, (words.get(one) ?? new Set()).add(n));
  all.forEach(({ paper }, n) => {
    for (const one of (paper?.title ?? '').split(' ')) {
      put(one, n);
      for (let length = 1; length <= LONGEST_BEGINNING && length < one.length; length++)
        put(BEGINNING + one.slice(0, length), n);
    }
  });
  return [...words]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([one, papers]): [string, number[]] => [one, [...papers]]);
}

function papersOf(segment: Segment, n: number): number[] {
  const { bytes, at, end } = segment.place('post', n);
  const out: number[] = [];
  for (let place = at, doc = -1; place < end; place += 2) {
    doc += bytes[place] as number; // a step of less than 128 papers is one byte, then come the fields
    out.push(doc);
  }
  return out;
}

it('every word and every beginning is found where the plain list has it, by its own blocks alone', async () => {
  await fc.assert(
    fc.asyncProperty(
      sources,
      fc.array(fc.nat({ max: MOST }), { minLength: 1, maxLength: 5 }),
      async (all, asked) => {
        const data = buildSegment(all);
        const words = plainly(all);
        expect(data.words).toHaveLength(Math.ceil(words.length / BLOCK_WORDS));
        for (const one of asked.map(word)) {
          const { segment } = stored(data);
          const from = words.findIndex(([other]) => other >= one);
          const begin = from < 0 ? words.length : from;
          await segment.wantWord(one);
          expect(segment.exactly(one)).toEqual([begin, words[begin]?.[0] === one ? begin + 1 : begin]);
          await segment.wantRange(one);
          const many = words.filter(([other]) => other.startsWith(one)).length;
          expect(segment.range(one)).toEqual([begin, begin + many]);
          await segment.want('post', begin, begin + many);
          for (let n = begin; n < begin + many; n++) {
            const [other, papers] = words[n] as [string, number[]];
            expect([segment.term(n), segment.df(n), segment.fields(n), papersOf(segment, n)]).toEqual([
              other,
              papers.length,
              FIELD_BITS.title,
              papers,
            ]);
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('what was wanted lately is held, and what was not is read again', async () => {
  const data = buildSegment(
    [...Array(20).keys()].map((n) =>
      sourceOf(
        n,
        [...Array(50).keys()].map((i) => 50 * n + i),
      ),
    ),
  );
  const { segment, read } = stored(data);
  expect(data.words.length).toBeGreaterThan(3);
  await segment.wantWord('a');
  const first = read.splice(0);
  expect(first).toHaveLength(1);
  const { held } = segment;
  expect(held).toBeGreaterThan(0);
  await segment.wantWord('a');
  segment.age('words');
  await segment.wantWord('e'.repeat(9));
  expect(segment.held).toBeGreaterThan(held);
  await segment.wantWord('a');
  segment.age('words');
  expect(segment.heldLately('words')).toBe(0);
  await segment.wantWord('a');
  expect(read).toHaveLength(1); // that of the e's alone
  expect(segment.heldLately('words')).toBe(held);
  segment.age('words');
  segment.age('words');
  expect(segment.held).toBe(0);
  await segment.wantWord('a');
  expect(read.slice(1)).toEqual(first);
});

it('a part that is held in memory forgets nothing', async () => {
  const segment = Segment.inMemory(buildSegment([sourceOf(0, [1, 2, 3])]));
  segment.age('words');
  segment.age('words');
  expect(segment.exactly(word(2))).not.toEqual([0, 0]);
  expect(segment.term(segment.lowerBound(word(2)))).toBe(word(2));
});
