import { describe, expect, it } from 'vitest';
import {
  arxivId,
  doi,
  idOfDoi,
  idOfUrl,
  idsOf,
  isPlaceholder,
  placeholderTitle,
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
    ['10.1234/(LOOM)0733(2005)131:7(679)', '10.1234/(loom)0733(2005)131:7(679)'],
    ['(see 10.1234/(LOOM)0733(2005)131:7(679)).', '10.1234/(loom)0733(2005)131:7(679)'],
    ['[10.1234/a(1)[2:X]], [10.1234/b]', '10.1234/a(1)[2:x]'],
    ['10.1234/a(b(c)d)', '10.1234/a(b(c)d)'],
    ['no doi', undefined],
  ])('%s → %s', (text, found) => expect(doi(text)).toBe(found));

  it('of signs without end take no time', () => {
    const long = `10.1234/${').'.repeat(20_000)}x`;
    expect(doi(long)).toBe(long);
  });

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
    // mirrors and other forms
    ['https://arxiv.org/pdf/2403.06504v3.pdf', 'arxiv:2403.06504'],
    ['http://arxiv.org/ps/math.GT/0309136', 'arxiv:math/0309136'],
    ['https://arxiv.org/e-print/2403.06504', 'arxiv:2403.06504'],
    ['https://arxiv.org/ftp/arxiv/papers/2403/2403.06504.pdf', 'arxiv:2403.06504'],
    ['https://arxiv.org/abs/2403.06504).', 'arxiv:2403.06504'],
    ['https://arxiv.org/list/cs.CL/2403', undefined],
    ['https://ar5iv.org/abs/2403.06504', 'arxiv:2403.06504'],
    ['https://ar5iv.labs.arxiv.org/html/2403.06504', 'arxiv:2403.06504'],
    ['https://scirate.com/arxiv/2403.06504', 'arxiv:2403.06504'],
    ['https://hf.co/papers/2403.06504', 'arxiv:2403.06504'],
    ['http://www.aclweb.org/anthology/N/N16/N16-1030.pdf', 'acl:N16-1030'],
    ['http://anthology.aclweb.org/D/D14/D14-1162.pdf', 'acl:D14-1162'],
    ['http://www.aclweb.org/anthology/N13-1#page=784', undefined],
    ['https://aclanthology.org/volumes/2023.conll-babylm/', undefined],
    ['https://aclanthology.org/2020.acl-main.1v2.pdf', 'acl:2020.acl-main.1'],
    ['https://www.ncbi.nlm.nih.gov/pubmed/12345', 'pmid:12345'],
    ['https://www.ncbi.nlm.nih.gov/pmc/articles/PMC12345/', undefined],
    // publishers
    ['https://dl.acm.org/doi/abs/10.1145/3375627.0000001', 'doi:10.1145/3375627.0000001'],
    ['https://dl.acm.org/doi/10.1145/3375627.0000001?cid=1', 'doi:10.1145/3375627.0000001'],
    ['https://dl.acm.org/doi/proceedings/10.1145/3375627', undefined],
    [
      'https://link.springer.com/article/10.1007/s10924-010-0000-1/fulltext.html',
      'doi:10.1007/s10924-010-0000-1',
    ],
    ['https://link.springer.com/chapter/10.1007/978-3-319-00000-1_13', 'doi:10.1007/978-3-319-00000-1_13'],
    ['https://link.springer.com/content/pdf/10.1007/s10924-010-0000-1.pdf', 'doi:10.1007/s10924-010-0000-1'],
    ['https://link.springer.com/journal/10924', undefined],
    ['https://onlinelibrary.wiley.com/doi/full/10.1002/abc.12345', 'doi:10.1002/abc.12345'],
    [
      'https://www.biorxiv.org/content/10.1101/2020.03.22.000001v3.full.pdf+html',
      'doi:10.1101/2020.03.22.000001',
    ],
    ['https://www.medrxiv.org/content/10.1101/2020.03.22.000001v1', 'doi:10.1101/2020.03.22.000001'],
    ['https://www.biorxiv.org/collection/neuroscience', undefined],
    [
      'https://journals.plos.org/plosone/article?id=10.1371/journal.pone.0000002',
      'doi:10.1371/journal.pone.0000002',
    ],
    [
      'https://journals.plos.org/plosone/article/file?id=10.1371/journal.pone.0000002&type=printable',
      'doi:10.1371/journal.pone.0000002',
    ],
    ['https://www.nature.com/articles/s41586-024-00000-y.pdf', 'doi:10.1038/s41586-024-00000-y'],
    ['https://www.nature.com/articles/', undefined],
    ['https://www.nature.com/nature/volumes/600', undefined],
    ['https://www.science.org/doi/pdf/10.1126/sciadv.aaa0001', 'doi:10.1126/sciadv.aaa0001'],
    ['https://www.pnas.org/doi/10.1073/pnas.000000000', 'doi:10.1073/pnas.000000000'],
    ['https://www.tandfonline.com/doi/abs/10.1080/00000000.2020.1', 'doi:10.1080/00000000.2020.1'],
    ['https://journals.sagepub.com/doi/10.1177/000000000', 'doi:10.1177/000000000'],
    ['https://pubs.acs.org/doi/10.1021/acs.jcim.0c00000', 'doi:10.1021/acs.jcim.0c00000'],
    ['https://papers.cool/arxiv/2403.06504', 'arxiv:2403.06504'],
    ['https://www.emergentmind.com/papers/2403.06504', 'arxiv:2403.06504'],
    ['http://xxx.lanl.gov/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['https://api.semanticscholar.org/arXiv:2403.06504', 'arxiv:2403.06504'],
    ['https://doi.acm.org/10.1145/3375627.1', 'doi:10.1145/3375627.1'],
    ['https://any-library.example.org/doi/abs/10.1063/1.5000001', 'doi:10.1063/1.5000001'],
    [
      'https://iopscience.iop.org/article/10.1088/1742-6596/1168/2/022022/meta',
      'doi:10.1088/1742-6596/1168/2/022022',
    ],
    ['https://academic.oup.com/nar/article-lookup/doi/10.1093/nar/gks1195', 'doi:10.1093/nar/gks1195'],
    ['https://academic.oup.com/bib/advance-article/doi/10.1093/bib/bbx001/5551234', 'doi:10.1093/bib/bbx001'],
    [
      'https://academic.oup.com/bib/article/doi/10.1093/bib/bbx001/123456/A-made-title',
      'doi:10.1093/bib/bbx001',
    ],
    [
      'https://direct.mit.edu/tacl/article/doi/10.1162/tacl_a_00001/97776/A-made-title',
      'doi:10.1162/tacl_a_00001',
    ],
    [
      'https://pubs.aip.org/aip/apl/article-abstract/doi/10.1063/1.5000001/38499/Made',
      'doi:10.1063/1.5000001',
    ],
    ['https://doi.org/10.1145/3370000.3370001/', 'doi:10.1145/3370000.3370001'],
    [
      'https://journals.aps.org/prl/abstract/10.1103/PhysRevLett.116.061102',
      'doi:10.1103/physrevlett.116.061102',
    ],
    [
      'https://link.springer.com/article/10.1007/s10924-010-0192-1/fulltext.html',
      'doi:10.1007/s10924-010-0192-1',
    ],
    ['https://elifesciences.org/articles/12345', 'doi:10.7554/elife.12345'],
    ['https://europepmc.org/article/MED/12345', 'pmid:12345'],
    ['https://www.aclweb.org/anthology/papers/N/N19/N19-1423/', 'acl:N19-1423'],
    ['https://example.org/files/10.1000/xyz', undefined],
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

describe('placeholders', () => {
  const ids = [
    'arxiv:2403.06504',
    'arxiv:hep-th/9901001',
    'doi:10.1145/x.1',
    'openreview:AbC_123-x',
    'acl:P18-1001',
    'pmid:1',
  ];
  it.each(ids)('stand for the title of %s, and are no key', (id) => {
    const title = placeholderTitle(id);
    expect(isPlaceholder(title, id)).toBe(true);
    expect(isPlaceholder(title)).toBe(true);
    expect(titleKeys(title, ['Ada Lovelace'])).toEqual([]);
    expect(idsOf({ id, title, authors: [] })).toEqual([id]);
  });

  it('are no titles, and no title is one', () => {
    expect(placeholderTitle('arxiv:2403.06504')).toBe('arXiv:2403.06504');
    for (const title of ['arXiv: a history', 'GPT-4', 'doi:10.1 and all that', 'acl: tears', '']) {
      expect(isPlaceholder(title, 'arxiv:2403.06504')).toBe(false);
    }
  });
});
