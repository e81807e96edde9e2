/** Copies of one paper, joined in any order: the algebra that restoring rests on. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonical } from '../../src/core/canonical.ts';
import { mergeImported } from '../../src/core/imported-mark.ts';
import { mergePapers, mergeSightings, unionOf } from '../../src/core/join.ts';
import { isDismissed, isSaved, type Mark, noteOf, tagsOf } from '../../src/core/mark.ts';
import { mergeMarks } from '../../src/core/merge-marks.ts';
import type { Paper, Sighting } from '../../src/core/paper.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();
const time = fc.integer({ min: 0, max: 3 }).map(at);
const meeting = fc.record({ at: time, site: fc.constantFrom('', 'arxiv', 'huggingface') });
const few = (...all: string[]) => fc.array(fc.constantFrom(...all), { maxLength: 4 });
const IDS = ['arxiv:2403.00001', 'doi:10.1145/1', 'openreview:abcdef', 'title:on-pointing|lovelace'];

/** Papers as they may be stored anywhere: short lists of values, so that ties, parts and repetitions are common. */
const anyPaper: fc.Arbitrary<Paper> = fc.record(
  {
    id: fc.constantFrom(...IDS),
    title: fc.constantFrom('', 'arXiv:2403.00001', 'On pointing', 'On Pointing', 'On poin…'),
    authors: few('Ada Lovelace', 'A Lovelace', 'Charles Babbage'),
    authorsCut: fc.constant(true as const),
    abstract: fc.constantFrom('', 'Short.', 'We point…', 'We point at papers.', 'We point at Papers.'),
    published: fc.constantFrom('', '2024', '2024-03', '2024-03-11', '2025', 'spring'),
    venue: fc.constantFrom('ACL', 'ACM', 'bioRxiv', 'Submitted to ACL'),
    doi: fc.constantFrom('10.1038/1', '10.1101/2', '10.1145/1', '10.1145/2'),
    comment: fc.constantFrom('submitted', 'accepted', ''),
    commentAt: time,
    journalRef: fc.constantFrom('J. 1', 'J. 2'),
    categories: few('cs.CL', 'cs.AI'),
    keywords: few('hands', 'margins'),
    upvotes: fc.integer({ min: 0, max: 2 }),
    upvotesAt: time,
    links: fc.record(
      {
        page: fc.constantFrom('', 'https://a.example/', 'https://b.example/'),
        pdf: fc.constantFrom('https://a.example/pdf', 'http://a.example/pdf'),
        html: fc.constantFrom('https://a.example/html', 'https://b.example/html'),
        code: few('https://c.example/1', 'https://c.example/2', 'https://c.example/3'),
        project: few('https://p.example/1', 'https://p.example/2'),
      },
      { requiredKeys: ['page', 'code', 'project'] },
    ),
    aliases: few(...IDS),
    topics: fc.array(fc.record({ id: fc.constantFrom('a', 'b'), score: fc.constantFrom(0.5, 1) }), {
      maxLength: 2,
    }),
    topicsVersion: fc.integer({ min: 0, max: 2 }),
    seen: fc.record({
      count: fc.constant(1),
      first: meeting,
      last: meeting,
      bySite: fc.dictionary(fc.constantFrom('arxiv', 'constructor'), time),
    }),
  },
  {
    requiredKeys: [
      'id',
      'title',
      'authors',
      'categories',
      'links',
      'aliases',
      'topics',
      'topicsVersion',
      'seen',
    ],
  },
);
const join = (a: Paper, b: Paper) => mergePapers(a, b, 1);
/** A paper in the form that joining gives it: what a restore stores of a paper nobody knew. */
const copy = anyPaper.map((paper) => join(paper, paper));

const RUNS = { numRuns: 1_000 };

describe('papers', () => {
  it('are their own join', () => {
    fc.assert(
      fc.property(copy, (a) => void expect(join(a, a)).toEqual(a)),
      RUNS,
    );
  });

  it('join in either order', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => void expect(join(b, a)).toEqual(join(a, b))),
      RUNS,
    );
  });

  it('join in any grouping', () => {
    fc.assert(
      fc.property(
        copy,
        copy,
        copy,
        (a, b, c) => void expect(join(join(a, b), c)).toEqual(join(a, join(b, c))),
      ),
      RUNS,
    );
  });

  it('never tell less than either: joined with a part again, nothing changes', () => {
    fc.assert(
      fc.property(copy, copy, (a, b) => {
        const joined = join(a, b);
        expect(join(joined, a)).toEqual(joined);
        expect(new Set([joined.id, ...joined.aliases])).toEqual(
          new Set([a.id, b.id, ...a.aliases, ...b.aliases]),
        );
      }),
      RUNS,
    );
  });
});

it('lists keep their order where one holds everything', () => {
  expect(unionOf(['b', 'a'], ['a'])).toEqual(['b', 'a']);
  expect(unionOf(['a'], ['b', 'a'])).toEqual(['b', 'a']);
  expect(unionOf(['c', 'a'], ['b', 'a'])).toEqual(['a', 'b', 'c']);
  expect(unionOf([], ['b', 'a', 'b'])).toEqual(['b', 'a']);
});

it('two copies of one sighting join in any order', () => {
  const sighting = fc.record(
    {
      id: fc.constant('arxiv:1'),
      site: fc.constant('arxiv'),
      at: fc.constant(at(0)),
      url: fc.constantFrom('https://a.example', 'https://b.example'),
      entryType: fc.constantFrom('new', 'cross', 'replaced'),
      position: fc.integer({ min: 1, max: 3 }),
      upvotes: fc.integer({ min: 0, max: 3 }),
    },
    { requiredKeys: ['id', 'site', 'at', 'url'] },
  ) as fc.Arbitrary<Sighting>;
  fc.assert(
    fc.property(sighting, sighting, sighting, (a, b, c) => {
      expect(mergeSightings(a, a)).toEqual(a);
      expect(mergeSightings(a, b)).toEqual(mergeSightings(b, a));
      expect(mergeSightings(mergeSightings(a, b), c)).toEqual(mergeSightings(a, mergeSightings(b, c)));
    }),
  );
});

it('a copy from before it was published makes a paper no preprint again', () => {
  const paper = fc.sample(anyPaper, 1)[0] as Paper;
  const preprint: Paper = {
    ...paper,
    venue: 'bioRxiv (Cold Spring Harbor)',
    doi: '10.1101/2020.01.01.123456',
  };
  const published: Paper = { ...paper, venue: 'Nature', doi: '10.1038/s41586-020-1' };
  for (const joined of [mergePapers(preprint, published, 1), mergePapers(published, preprint, 1)])
    expect([joined.venue, joined.doi]).toEqual(['Nature', '10.1038/s41586-020-1']);
});

it('compares values whatever the order of their keys', () => {
  expect(canonical({ b: [{ d: 1, c: 2 }], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1}]}');
  expect(canonical(undefined)).toBe('');
});

it('tags named like members of every object are tags like any other', () => {
  const odd = JSON.parse(
    `{"__proto__":{"value":true,"at":"${at(1)}"},"constructor":{"value":true,"at":"${at(1)}"}}`,
  );
  const merged = mergeMarks(
    { id: 'arxiv:1', tags: { x: { value: true, at: at(0) } } },
    { id: 'arxiv:1', tags: odd },
  );
  expect(tagsOf(merged)).toEqual(['__proto__', 'constructor', 'x']);
  expect(tagsOf(mergeMarks(merged, { id: 'arxiv:1' }))).toEqual(['__proto__', 'constructor', 'x']);
});

describe('marks of another program', () => {
  const NOW = at(50);
  const t = <T>(value: T, minute = 0) => ({ value, at: at(minute) });
  const mine: Mark = {
    id: 'arxiv:1',
    dismissed: t(true, 1),
    status: t('read' as const, 1),
    note: t('mine', 1),
    tags: { off: t(false, 1), both: t(true, 1) },
    citeKey: t('ada2026', 1),
  };
  const theirs: Mark = {
    id: 'arxiv:1',
    saved: t(true),
    status: t('to-read' as const, 20),
    rating: t(4),
    note: t('theirs', 20),
    tags: { off: t(true, 20), both: t(true), new: t(true) },
    citeKey: t('lovelace', 0),
  };

  it('fill in what is missing, and override nothing but a dismissal', () => {
    const { mark, disagreements } = mergeImported(mine, theirs, 'arxiv:1', NOW);
    expect(mark).toEqual({
      id: 'arxiv:1',
      saved: t(true, 50),
      dismissed: t(false, 50),
      status: mine.status,
      rating: theirs.rating,
      note: t('mine\n\ntheirs', 50),
      tags: { ...mine.tags, new: t(true) },
      citeKey: mine.citeKey,
    });
    expect(disagreements.map(({ field, kept }) => `${field}: ${kept}`)).toEqual([
      'dismissed: theirs',
      'status: yours',
      'citeKey: yours',
      'note: both',
      'tag off: yours',
    ]);
    expect(mergeImported(undefined, theirs, 'arxiv:1', NOW)).toEqual({ mark: theirs, disagreements: [] });
  });

  it('change nothing a second time, and take nothing away', () => {
    const timed = <T>(value: fc.Arbitrary<T>) => fc.record({ value, at: time });
    const anyMark = fc.record(
      {
        id: fc.constant('arxiv:1'),
        saved: timed(fc.boolean()),
        dismissed: timed(fc.boolean()),
        status: timed(fc.constantFrom('read' as const, 'reading' as const, null)),
        note: timed(fc.constantFrom('', ' ', 'x', 'y', 'x\n\ny')),
        citeKey: timed(fc.constantFrom('k1', 'k2')),
        tags: fc.dictionary(fc.constantFrom('s', 't', 'constructor'), timed(fc.boolean()), { minKeys: 1 }),
      },
      { requiredKeys: ['id'] },
    ) as fc.Arbitrary<Mark>;
    fc.assert(
      fc.property(anyMark, anyMark, (a, b) => {
        const { mark } = mergeImported(a, b, 'arxiv:1', NOW);
        expect(mergeImported(mark, b, 'arxiv:1', NOW).mark).toEqual(mark);
        if (isSaved(a) || isSaved(b))
          expect([isSaved(mark), isDismissed(mark) && !isDismissed(a)]).toEqual([true, false]);
        expect(tagsOf(mark)).toEqual(expect.arrayContaining(tagsOf(a)));
        for (const one of [a, b]) expect(noteOf(mark)).toContain(noteOf(one).trim());
      }),
      RUNS,
    );
  });
});
