import { describe, expect, it } from 'vitest';
import { mergePapers, mergeSeen } from '../../src/core/join.ts';
import { isNew, isNewSighting, meet, mergeMetadata, paperOf } from '../../src/core/merge.ts';
import type { Entry, Metadata } from '../../src/core/paper.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute)).toISOString();

const entry = (change: Partial<Entry> = {}): Entry => ({
  id: 'arxiv:2403.00001',
  site: 'arxiv',
  title: 'On pointing',
  authors: ['Ada Lovelace', 'Charles Babbage'],
  categories: [],
  links: { page: 'https://huggingface.co/papers/2403.00001', code: [], project: [] },
  position: 1,
  ...change,
});

describe('best of both', () => {
  const merge = (a: Partial<Metadata>, b: Partial<Metadata>) =>
    mergeMetadata(entry(a), entry(b), 'arxiv:2403.00001');

  it('any title beats a placeholder, whichever came first', () => {
    const untitled = { title: 'arXiv:2403.00001' };
    const bare = { title: 'doi:10.1145/x.1' };
    expect(merge(untitled, { title: 'On…' }).title).toBe('On…');
    expect(merge({ title: 'On…' }, untitled).title).toBe('On…');
    expect(merge(untitled, bare).title).toBe('arXiv:2403.00001');
    expect(merge(bare, untitled).title).toBe('arXiv:2403.00001');
    expect(merge(bare, {}).title).toBe('On pointing');
  });

  it.each<[string[], boolean, string[], boolean, string[]]>([
    [[], false, ['Ada Lovelace'], false, ['Ada Lovelace']],
    [['A', 'B', 'C'], true, ['A', 'B'], false, ['A', 'B']],
    [['A. Lovelace'], false, ['Ada Lovelace'], false, ['Ada Lovelace']],
    [['Ada Lovelace'], false, ['A. Lovelace'], false, ['Ada Lovelace']],
    [
      ['A. One', 'B. Two', 'C. Three'],
      false,
      ['Ada One', 'Bea Two'],
      false,
      ['A. One', 'B. Two', 'C. Three'],
    ],
  ])('authors %j and %j', (a, cutA, b, cutB, best) => {
    const [one, two] = [
      { authors: a, ...(cutA ? { authorsCut: true } : {}) },
      { authors: b, ...(cutB ? { authorsCut: true } : {}) },
    ];
    expect(merge(one, two).authors).toEqual(best);
    expect(merge(two, one).authors).toEqual(best);
    expect(merge(merge(one, two), two).authors).toEqual(best);
  });

  it.each([
    ['L Van Der Maaten', 'Laurens van der Maaten'],
    ['M García López', 'María García López'],
    ['J. Smith Jr.', 'Jane Smith Jr.'],
    ['Doe, J.', 'Doe, Jane'],
    ['J.-Y. Zhu', 'Jun-Yan Zhu'],
  ])('a full name beats initials, be it one of several: %s', (short, whole) => {
    const [a, b] = [{ authors: [short, 'Bo Li'] }, { authors: [whole, 'Bo Li'] }];
    expect(merge(a, b).authors).toEqual(b.authors);
    expect(merge(b, a).authors).toEqual(b.authors);
  });

  it('names in capitals, and groups, are no initials', () => {
    const a = { authors: ['ADA LOVELACE', 'ATLAS Collaboration'] };
    expect(merge(a, { authors: ['A. Lovelace', 'B. Li'] }).authors).toEqual(a.authors);
  });

  it.each([
    ['CoRR', 'Proceedings of the 58th Meeting of the ACL'],
    ['arXiv preprint arXiv:1910.00001', 'Transactions of Looms'],
    ['Submitted to ICLR 2026', 'ICLR 2026'],
    ['Transactions of the …', 'Transactions of the Loom Society'],
  ])('where it was published beats where it was posted or is to be, and what is cut: %s', (first, then) => {
    expect(merge({ venue: first }, { venue: then }).venue).toBe(then);
    expect(merge({ venue: then }, { venue: first }).venue).toBe(then);
  });

  it('of two venues or DOIs of one kind the known one stays; that of a publication beats that of a preprint', () => {
    expect(merge({ venue: 'Looms' }, { venue: 'ICML' }).venue).toBe('Looms');
    expect(merge({ venue: 'CoRR' }, { venue: 'bioRxiv' }).venue).toBe('CoRR');
    expect(merge({}, { venue: 'bioRxiv', doi: '10.1101/1' })).toMatchObject({
      venue: 'bioRxiv',
      doi: '10.1101/1',
    });
    expect(merge({ doi: '10.1101/1' }, { doi: '10.1038/x1' }).doi).toBe('10.1038/x1');
    expect(merge({ doi: '10.1038/x1' }, { doi: '10.1101/1' }).doi).toBe('10.1038/x1');
    expect(merge({ doi: '10.1038/x1' }, { doi: '10.1145/2' }).doi).toBe('10.1038/x1');
  });

  it('whole text beats cut, known text beats new', () => {
    expect(merge({ abstract: 'The beg…' }, { abstract: 'The beginning.' }).abstract).toBe('The beginning.');
    expect(merge({ abstract: 'First.' }, { abstract: 'Second.' }).abstract).toBe('First.');
    expect(merge({}, { abstract: 'Only.' }).abstract).toBe('Only.');
  });

  it('the earlier date, the more exact of two that agree', () => {
    expect(merge({ published: '2024' }, { published: '2024-03-11' }).published).toBe('2024-03-11');
    expect(merge({ published: '2024-03-11' }, { published: '2023-12' }).published).toBe('2023-12');
  });

  it('links are united, an arXiv paper’s page is arXiv’s', () => {
    const merged = merge(
      { links: { page: 'https://x.org', code: ['https://a'], project: [] } },
      {
        links: {
          page: 'https://y.org',
          pdf: 'https://p',
          code: ['https://a', 'https://b'],
          project: ['https://c'],
        },
      },
    );
    expect(merged.links).toEqual({
      page: 'https://arxiv.org/abs/2403.00001',
      pdf: 'https://p',
      code: ['https://a', 'https://b'],
      project: ['https://c'],
    });
  });
});

describe('meeting', () => {
  it('keeps upvotes with the time they were read, never an older count', () => {
    const first = paperOf(entry({ upvotes: 5 }), at(10));
    expect(meet(first, entry(), at(20))).toMatchObject({ upvotes: 5, upvotesAt: at(10) });
    expect(meet(first, entry({ upvotes: 9 }), at(20))).toMatchObject({ upvotes: 9, upvotesAt: at(20) });
    expect(meet(first, entry({ upvotes: 2 }), at(0))).toMatchObject({ upvotes: 5, upvotesAt: at(10) });
  });

  it('counts a sighting a site and sitting', () => {
    const first = paperOf(entry(), at(0));
    expect(meet(first, entry(), at(29)).seen.count).toBe(1);
    expect(meet(first, entry(), at(30)).seen.count).toBe(2);
    expect(meet(first, entry({ site: 'huggingface' }), at(1)).seen).toEqual({
      count: 2,
      first: { at: at(0), site: 'arxiv' },
      last: { at: at(1), site: 'huggingface' },
      bySite: { arxiv: at(0), huggingface: at(1) },
    });
    expect(isNewSighting(first.seen, 'huggingface', at(0))).toBe(true);
  });

  it('takes no meeting back when an older one arrives late', () => {
    const late = meet(paperOf(entry(), at(60)), entry(), at(0));
    expect(late.seen).toEqual({
      count: 1,
      first: { at: at(0), site: 'arxiv' },
      last: { at: at(60), site: 'arxiv' },
      bySite: { arxiv: at(60) },
    });
  });

  it('is new once, and only in that sitting', () => {
    const { seen } = paperOf(entry(), at(0));
    expect([isNew(seen, at(29)), isNew(seen, at(30)), isNew({ ...seen, count: 2 }, at(1))]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('promotes to a stronger id and asks for tagging only when the text changed', () => {
    const digest = { ...paperOf(entry({ id: 'title:on-pointing|lovelace' }), at(0)), topicsVersion: 3 };
    const met = meet(digest, entry(), at(1));
    expect(met.id).toBe('arxiv:2403.00001');
    expect(met.aliases).toContain('title:on-pointing|lovelace');
    expect(met.topicsVersion).toBe(3);
    expect(meet(digest, entry({ abstract: 'New.' }), at(1)).topicsVersion).toBe(0);
  });

  it('gives a title-only paper the key with its author', () => {
    expect(paperOf(entry({ id: 'title:x', title: 'A sufficiently telling title' }), at(0)).id).toBe(
      'title:a-sufficiently-telling-title|lovelace',
    );
  });
});

describe('joining two records', () => {
  const a = { ...paperOf(entry({ comment: 'submitted', upvotes: 1 }), at(0)), topicsVersion: 1 };
  const b = {
    ...paperOf(entry({ id: 'doi:10.1145/1', doi: '10.1145/1', comment: 'accepted' }), at(50)),
    topicsVersion: 2,
  };

  it('keeps every id, the first meeting and the last word', () => {
    const joined = mergePapers(b, a, 2);
    expect(joined).toMatchObject({
      id: 'arxiv:2403.00001',
      comment: 'accepted',
      upvotes: 1,
      topicsVersion: 2,
      seen: { count: 2, first: { at: at(0) }, last: { at: at(50) } },
    });
    expect(joined.aliases).toContain('doi:10.1145/1');
    expect(mergePapers(a, b, 2)).toEqual(joined);
  });

  it('changes nothing when joined again with a part', () => {
    const joined = mergePapers(a, b, 2);
    expect(mergePapers(joined, a, 2)).toEqual(joined);
    expect(mergePapers(joined, b, 2)).toEqual(joined);
    expect(mergeSeen(joined.seen, a.seen, 2)).toEqual(joined.seen);
  });
});
