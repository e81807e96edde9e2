/** Answers in the forms their makers document, about papers that do not exist. */

export interface MadeWork {
  arxiv?: string;
  doi?: string;
  title: string;
  authors: string[];
  abstract?: string;
  venue?: string;
}

export const LANTERN: MadeWork & { abstract: string } = {
  arxiv: '2511.04242',
  title: 'Lantern Walks: Sampling Graphs by the Light They Cast',
  authors: ['Imke Vandersteen', 'Oluwaseun Adebayo-Reyes'],
  abstract: 'We walk graphs with a lantern that dims & brightens; if a < b it stays lit for O(n) steps.',
};

export const TIDE: MadeWork & { abstract: string; doi: string } = {
  arxiv: '2510.00017',
  doi: '10.5555/tide.2026.17',
  title: 'Tidal Caches for Slow Storage Behind Fast Networks',
  authors: ['Rosalind Okafor', 'Bram Hjelmslev'],
  abstract: 'Caches that follow the tide of requests need no tuning and lose little when it turns.',
  venue: 'Proceedings of the Invented Conference on Storage',
};

const xml = (text: string) => text.replace(/[<>&"]/g, (c) => `&#${c.charCodeAt(0)};`);

export const atom = (works: readonly (MadeWork & { version?: string; extra?: string })[]): string =>
  `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/made</id>
  <title>arXiv Query: search_query=&amp;id_list=made</title>
  <updated>2026-03-17T00:00:00Z</updated>
  <link href="https://arxiv.org/api/query?id_list=made" type="application/atom+xml"/>
  <opensearch:totalResults>${works.length}</opensearch:totalResults>
${works
  .map(
    (work) => `  <entry>
    <id>http://arxiv.org/abs/${work.arxiv}${work.version ?? 'v2'}</id>
    <title>${xml(work.title).replace(': ', ':\n  ')}</title>
    <updated>2025-12-01T08:00:00Z</updated>
    <link href="https://arxiv.org/abs/${work.arxiv}v2" rel="alternate" type="text/html"/>
    <link href="https://arxiv.org/pdf/${work.arxiv}v2" rel="related" type="application/pdf" title="pdf"/>
    <summary>  ${xml(work.abstract ?? '')}\n</summary>
    <category term="cs.DS" scheme="http://arxiv.org/schemas/atom"/>
    <category term="cs.LG" scheme="http://arxiv.org/schemas/atom"/>
    <published>2025-11-06T17:59:59Z</published>
    <arxiv:comment>9 pages</arxiv:comment>
    <arxiv:primary_category term="cs.DS"/>
    ${work.extra ?? ''}
${work.authors.map((name) => `    <author><name>${xml(name)}</name></author>`).join('\n')}
  </entry>`,
  )
  .join('\n')}
</feed>`;

export const crossrefWork = (work: MadeWork, more: object = {}) => ({
  DOI: (work.doi ?? '').toUpperCase(),
  type: 'proceedings-article',
  title: [work.title.replace('&', '&amp;')],
  author: work.authors.map((name) => ({
    given: name.split(' ').slice(0, -1).join(' '),
    family: name.split(' ').at(-1),
    sequence: 'first',
    affiliation: [],
  })),
  'container-title': [work.venue],
  issued: { 'date-parts': [[2026, 2, 3]] },
  abstract: work.abstract
    ? `<jats:title>Abstract</jats:title>\n<jats:p>${work.abstract} <jats:italic>Tides</jats:italic> &lt; floods.</jats:p>`
    : undefined,
  score: 17.2,
  ...more,
});

export const crossrefList = (items: readonly object[]): string =>
  JSON.stringify({ status: 'ok', 'message-type': 'work-list', message: { 'total-results': 9, items } });

export const openalexWork = (work: MadeWork, more: object = {}) => ({
  doi: `https://doi.org/${work.doi}`,
  title: work.title,
  publication_date: '2026-02-03',
  abstract_inverted_index: Object.fromEntries(
    [...new Set(work.abstract?.split(' '))].map((word) => [
      word,
      (work.abstract?.split(' ') ?? []).flatMap((one, at) => (one === word ? [at] : [])),
    ]),
  ),
  authorships: work.authors.map((display_name) => ({ author: { display_name, orcid: null } })),
  primary_location: { pdf_url: null, source: { display_name: work.venue, type: 'conference' } },
  ...more,
});

export const s2Paper = (work: MadeWork, more: object = {}) => ({
  paperId: 'f00d',
  title: work.title,
  abstract: work.abstract ?? null,
  venue: work.venue ?? 'arXiv.org',
  year: 2026,
  publicationDate: null,
  authors: work.authors.map((name, at) => ({ authorId: String(at), name })),
  externalIds: { ArXiv: work.arxiv, DOI: work.doi, CorpusId: 7 },
  ...more,
});

export const openreviewNote = (id: string, work: MadeWork, more: object = {}) => ({
  id,
  forum: id,
  pdate: Date.UTC(2026, 0, 22),
  content: {
    title: { value: work.title },
    authors: { value: work.authors },
    abstract: { value: work.abstract },
    venue: { value: work.venue ?? 'Submitted to Invented 2026' },
    keywords: { value: ['graphs'] },
    pdf: { value: '/pdf/0123abcd.pdf' },
    ...more,
  },
});

export const dblpHit = (work: MadeWork, more: object = {}) => ({
  '@score': '7',
  info: {
    authors: {
      author:
        work.authors.length === 1
          ? { '@pid': '1/2', text: `${work.authors[0]} 0001` }
          : work.authors.map((text, at) => ({ '@pid': `1/${at}`, text: at === 0 ? `${text} 0002` : text })),
    },
    title: `${work.title.replaceAll("'", '&apos;')}.`,
    venue: work.venue,
    year: '2026',
    type: 'Conference and Workshop Papers',
    doi: work.doi,
    ee: `https://doi.org/${work.doi}`,
    ...more,
  },
});

export const dblpAnswer = (hits: readonly object[]): string =>
  JSON.stringify({
    result: {
      status: { '@code': '200', text: 'OK' },
      hits: {
        '@total': String(hits.length),
        ...(hits.length === 0 ? {} : { hit: hits.length === 1 ? hits[0] : hits }),
      },
    },
  });
