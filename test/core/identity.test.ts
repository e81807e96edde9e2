import { describe, expect, it } from 'vitest';
import {
  arxivId,
  doi,
  idOfDoi,
  idOfUrl,
  idsOf,
  mayBeSame,
  strongest,
  titleId,
  titleKeys,
} from '../../src/core/identity.ts';

describe('arxivId', () => {
  it.each([
    ['2403.06504', '2403.06504'],
    ['2403.06504v12', '2403.06504'],
    ['arXiv:0704.0001', '0704.0001'],
    ['2403.06504.pdf', '2403.06504'],
    ['hep-th/9901001v2', 'hep-th/9901001'],
    ['math.GT/0309136', 'math/0309136'],
    ['solv-int/9901001', 'solv-int/9901001'],
    ['2413.06504', undefined],
    ['2400.06504', undefined],
    ['240306504', undefined],
    ['2403.065041', undefined],
    ['10.1145/12345', undefined],
    ['', undefined],
  ])('%s → %s', (text, id) => expect(arxivId(text)).toBe(id));
});

describe('DOIs', () => {
  it.each([
    ['https://doi.org/10.1145/ABC.123.', '10.1145/abc.123'],
    ['see (10.1000/xyz).', '10.1000/xyz'],
    ['no doi', undefined],
  ])('%s → %s', (text, found) => expect(doi(text)).toBe(found));

  it('of arXiv are the arXiv id', () => {
    expect(idOfDoi('10.48550/arXiv.2403.06504')).toBe('arxiv:2403.06504');
    expect(idOfDoi('10.48550/arXiv.hep-th/9901001')).toBe('arxiv:hep-th/9901001');
    expect(idOfDoi('10.1145/X')).toBe('doi:10.1145/x');
  });
});

describe('idOfUrl', () => {
  it.each([
    ['https://arxiv.org/abs/2403.06504v2', 'arxiv:2403.06504'],
    ['http://export.arxiv.org/pdf/hep-th/9901001.pdf', 'arxiv:hep-th/9901001'],
    ['https://www.arxiv.org/html/2403.06504v1#S1', 'arxiv:2403.06504'],
    ['https://huggingface.co/papers/2403.06504', 'arxiv:2403.06504'],
    ['https://huggingface.co/papers/date/2024-03-12', undefined],
    ['https://www.alphaxiv.org/abs/2403.06504', 'arxiv:2403.06504'],
    ['https://doi.org/10.18653/V1/2024.acl-long.1', 'doi:10.18653/v1/2024.acl-long.1'],
    ['https://openreview.net/forum?id=AbC_123-x&noteId=1', 'openreview:AbC_123-x'],
    ['https://openreview.net/group?id=ICLR.cc', undefined],
    ['https://aclanthology.org/2024.acl-long.1/', 'acl:2024.acl-long.1'],
    ['https://aclanthology.org/P18-1001.pdf', 'acl:P18-1001'],
    ['https://pubmed.ncbi.nlm.nih.gov/12345/', 'pmid:12345'],
    ['https://notarxiv.org/abs/2403.06504', undefined],
    ['https://arxiv.org/abs/%E0%A4%A', undefined],
    ['not a url', undefined],
  ])('%s → %s', (url, id) => expect(idOfUrl(url)).toBe(id));
});

describe('strongest', () => {
  it('follows arXiv, DOI, OpenReview, ACL, PubMed, title, whatever the order', () => {
    const ids = [
      'title:x|y',
      'pmid:1',
      'acl:P18-1001',
      'openreview:abcdef',
      'doi:10.1/x',
      'arxiv:2403.00002',
    ];
    for (let from = 0; from < ids.length; from++) {
      const rest = ids.slice(0, from + 1);
      expect(strongest(rest)).toBe(ids[from]);
      expect(strongest(rest.reverse())).toBe(ids[from]);
    }
  });

  it('prefers the title key that names its author', () => {
    expect(strongest(['title:a-title', 'title:a-title|lovelace'])).toBe('title:a-title|lovelace');
    expect(strongest([])).toBeUndefined();
  });
});

describe('title keys', () => {
  it('hold the whole title folded, and the first author’s family name', () => {
    expect(titleId('Gr\\"obner–Bases: a $O(n)$ view', ['Lovelace, Ada'])).toBe(
      'title:grobner-bases-a-o-n-view|lovelace',
    );
    expect(titleId('On X', [])).toBe('title:on-x');
  });

  it('without author only where the title says enough', () => {
    expect(titleKeys('Preface', ['Ada Lovelace'])).toEqual(['title:preface|lovelace']);
    expect(titleKeys('Preface', [])).toEqual(['title:preface']);
    expect(titleKeys('A sufficiently telling title', ['Ada Lovelace'])).toEqual([
      'title:a-sufficiently-telling-title|lovelace',
      'title:a-sufficiently-telling-title',
    ]);
  });

  it('keep long titles apart that begin alike', () => {
    const long = 'word '.repeat(80);
    const [one, two] = [titleId(`${long}one`, []), titleId(`${long}two`, [])];
    expect(one).not.toBe(two);
    expect(one.length).toBeLessThan(250);
  });

  it('are among the ids, with the DOI', () => {
    expect(
      idsOf({ id: 'arxiv:2403.00001', title: 'On X', authors: [], doi: '10.1/X', aliases: ['acl:P18-1001'] }),
    ).toEqual(['arxiv:2403.00001', 'acl:P18-1001', 'title:on-x']);
    expect(idsOf({ id: 'arxiv:2403.00001', title: 'On X', authors: [], doi: '10.1145/X' })).toContain(
      'doi:10.1145/x',
    );
  });
});

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
  ])('%j and %j: %s', (a, b, same) => {
    expect(mayBeSame(a, b)).toBe(same);
    expect(mayBeSame(b, a)).toBe(same);
  });
});
