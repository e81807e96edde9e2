import { describe, expect, it } from 'vitest';
import { mayBeSame } from '../../src/core/same-paper.ts';

describe('mayBeSame', () => {
  const authors = ['Ada Lovelace'];
  it.each([
    [{ id: 'title:x', authors }, { id: 'arxiv:1', authors: ['A. Lovelace'] }, true],
    [{ id: 'title:x', authors: [] }, { id: 'arxiv:1', authors }, true],
    [{ id: 'title:x', authors }, { id: 'arxiv:1', authors: ['Grace Hopper'] }, false],
    [{ id: 'arxiv:1', authors }, { id: 'arxiv:2', authors }, false],
    [{ id: 'arxiv:1', authors }, { id: 'doi:10.1/2', authors }, true],
    [{ id: 'arxiv:1', aliases: ['doi:10.1/1'], authors }, { id: 'doi:10.1/2', authors }, false],
    [{ id: 'arxiv:1', aliases: ['doi:10.1/1', 'doi:10.1/2'], authors }, { id: 'doi:10.1/2', authors }, true],
    // a preprint server's DOI beside a journal's
    [{ id: 'doi:10.1101/1', authors }, { id: 'doi:10.1038/1', authors }, true],
    [{ id: 'doi:10.1101/1', authors }, { id: 'doi:10.1101/2', authors }, false],
    [{ id: 'doi:10.1101/1', aliases: ['doi:10.1038/1'], authors }, { id: 'doi:10.1145/2', authors }, false],
    [{ id: 'doi:10.1101/1', aliases: ['doi:10.1038/1'], authors }, { id: 'doi:10.1101/2', authors }, false],
    // PubMed's names
    [{ id: 'pmid:1', authors: ['Lovelace A'] }, { id: 'arxiv:1', authors }, true],
    [
      { id: 'pmid:1', authors: ['van der Berg AB Jr'] },
      { id: 'arxiv:1', authors: ['A. van der Berg Jr.'] },
      true,
    ],
    [{ id: 'pmid:1', authors: ['Hopper A'] }, { id: 'arxiv:1', authors }, false],
    [{ id: 'title:x', authors: ['Jun XU'] }, { id: 'arxiv:1', authors: ['Jun Xu'] }, true],
  ])('%j and %j: %s', (a, b, same) => {
    expect(mayBeSame(a, b)).toBe(same);
    expect(mayBeSame(b, a)).toBe(same);
  });
});
