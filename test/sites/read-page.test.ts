import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../src/core/paper.ts';
import { defineListing } from '../../src/sites/define-site.ts';
import { readItem } from '../../src/sites/read-item.ts';

const listing = (read: () => { title: string; abstract?: string; authors: string[] }) =>
  defineListing({
    kind: 'listing',
    live: false,
    root: () => null,
    items: () => [],
    context: () => undefined,
    read: () => ({
      id: 'arxiv:2403.00001',
      categories: [],
      links: { page: 'https://arxiv.org/abs/2403.00001', code: [], project: [] },
      ...read(),
    }),
    slot: () => undefined,
    texts: () => [],
    expected: () => undefined,
  });

const entryOf = (read: Parameters<typeof listing>[0], problems: string[] = []) =>
  readItem(listing(read), {} as Element, undefined, 'arxiv', 7, problems);

describe('what a page says is bounded', () => {
  it('an abstract of three megabytes is cut, not lost', () => {
    const entry = entryOf(() => ({ title: 'A Long Story', abstract: 'long '.repeat(600_000), authors: [] }));
    expect(entry?.abstract).toHaveLength(LIMITS.abstract);
    expect(entry?.abstract?.endsWith('…')).toBe(true);
  });

  it('titles, names and lists of names are cut', () => {
    const authors = Array.from({ length: LIMITS.authors + 5 }, (_, i) => `Author ${i}`);
    const entry = entryOf(() => ({ title: 't'.repeat(9_999), authors: ['n'.repeat(9_999), ...authors] }));
    expect(entry?.title).toHaveLength(LIMITS.title);
    expect(entry?.authors).toHaveLength(LIMITS.authors);
    expect(entry?.authors[0]).toHaveLength(LIMITS.author);
    expect(entry?.authorsCut).toBe(true);
  });

  it('an ordinary entry stays as it is, with its site and place', () => {
    const entry = entryOf(() => ({ title: 'A Title', abstract: 'Words.', authors: ['Ada Lovelace'] }));
    expect(entry).toMatchObject({
      site: 'arxiv',
      position: 7,
      title: 'A Title',
      abstract: 'Words.',
      authors: ['Ada Lovelace'],
    });
    expect(entry?.authorsCut).toBeUndefined();
  });

  it('an item that cannot be read is reported and loses no other', () => {
    const problems: string[] = [];
    const entry = entryOf(() => {
      throw new Error('no title');
    }, problems);
    expect(entry).toBeUndefined();
    expect(problems).toEqual(['An entry could not be read (no title).']);
  });
});
