/**
 * A paper's own page by what it tells indexers: `citation_*`, Dublin Core, PRISM, EPrints and bepress metas, JSON-LD,
 * COinS. https://scholar.google.com/intl/en/scholar/inclusion.html#indexing, https://schema.org/ScholarlyArticle
 */
import { arxivId, idOfDoi, idOfUrl } from '../core/identity.ts';
import { safeUrl } from '../core/text.ts';
import { abstractIn } from './citation-abstract.ts';
import { articlesIn, coins, sameTitle } from './citation-data.ts';
import { bestDay, isWhole, namesOf, plain } from './citation-fields.ts';
import { defineListing, type Read } from './define-site.ts';
import { textOf } from './dom.ts';
import { entryOf, type Fields } from './parts.ts';

/** All metas by name in lower case, whichever separator a vocabulary uses; bepress names what Scholar named. */
function metasOf(doc: Document): (...names: string[]) => string[] {
  const metas = new Map<string, string[]>();
  for (const meta of doc.querySelectorAll('meta[content]')) {
    const content = meta.getAttribute('content')?.trim();
    const name = (meta.getAttribute('name') ?? meta.getAttribute('property') ?? '')
      .toLowerCase()
      .replace(/^bepress_/, '')
      .replace(
        /^(dc|prism|eprints|citation|dcterms)[.:_]/,
        (_, kind) => `${kind === 'dcterms' ? 'dc' : kind}.`,
      );
    if (!content || !name) continue;
    const known = metas.get(name);
    if (known) known.push(content);
    else metas.set(name, [content]);
  }
  // the first name that is there: several vocabularies say the same
  return (...names) => names.map((name) => metas.get(name)).find((contents) => contents !== undefined) ?? [];
}

const HEADINGS = 'h1, h2, h3';

/** The heading that shows the title; `any`: else the first there is. */
function headingOf(doc: Document, title: string, any: boolean): Element | undefined {
  const headings = Array.from(doc.querySelectorAll(HEADINGS)).filter((one) => one.textContent?.trim());
  return headings.find((one) => sameTitle(title, textOf(one))) ?? (any ? headings[0] : undefined);
}

const isShown = (doc: Document, title: string): boolean =>
  sameTitle(title, doc.title) || headingOf(doc, title, false) !== undefined;

/** Ids in metas, in links that metas give, in the page's own address. */
function idsIn(of: ReturnType<typeof metasOf>, url: URL): Fields['ids'] {
  const arxiv = arxivId(of('citation.arxiv_id')[0] ?? '');
  const pmid = /^\d{1,9}$/.exec(of('citation.pmid')[0] ?? '')?.[0];
  const written = [
    ...of('citation.doi'),
    ...of('prism.doi'),
    ...of('dc.identifier'),
    ...of('eprints.id_number'),
  ];
  return [
    arxiv && `arxiv:${arxiv}`,
    ...written.map(
      (text) => idOfUrl(text) ?? (/^(?:doi:\s*)?10\.\d{4,}\//i.test(text) ? idOfDoi(text) : undefined),
    ),
    pmid && `pmid:${pmid}`,
    ...[...of('citation.pdf_url'), ...of('citation.abstract_html_url'), url.href].map(idOfUrl),
  ].filter((id): id is string => Boolean(id));
}

/** What the metas tell where they are about one paper: a title and something else that only papers have. */
function fieldsIn(doc: Document, url: URL): Fields | undefined {
  const of = metasOf(doc);
  const titles = [...new Set(of('citation.title', 'eprints.title', 'dc.title').map(plain))];
  const title = titles[0];
  if (!title || (titles.length > 1 && !isShown(doc, title))) return undefined;
  const ids = idsIn(of, url) ?? [];
  const authors = namesOf(
    of('citation.author', 'citation.authors', 'eprints.creators_name', 'dc.creator', 'dc.contributor'),
  );
  const indexed = of('citation.title', 'eprints.title').length > 0;
  const named = ids.length > 0 || of('citation.pdf_url', 'eprints.document_url').length > 0;
  // Dublin Core alone also describes reports, news and whole sites: there it takes an id, or a word for a paper
  const type = of('dc.type', 'eprints.type').join(' ');
  const scholarly =
    /article|paper|preprint|thesis|dissertation|proceeding/i.test(type) && !/news/i.test(type);
  const about = indexed ? named || authors.length > 0 : ids.length > 0 || (scholarly && authors.length > 0);
  if (!about || !(isShown(doc, title) || (authors.length > 0 && named))) return undefined;
  const abstract = [
    ...of('citation.abstract', 'eprints.abstract', 'dc.abstract', 'dc.description'),
    // written for those who share the page: an abstract only where it is as long as one
    ...of('og:description').filter((text) => text.length >= 400),
  ]
    .map(plain)
    .find((text) => isWhole(text) && text.length >= 100);
  return {
    title,
    authors,
    editors: namesOf(of('citation.editor', 'citation.editors')),
    ids,
    abstract,
    published: bestDay(
      [
        of('citation.online_date'),
        of('citation.date'),
        of('dc.issued', 'dc.date', 'dc.created'),
        of('prism.publicationdate', 'eprints.date'),
        of('citation.publication_date', 'citation.year'),
      ].flat(),
    ),
    venue: of(
      'citation.journal_title',
      'citation.conference_title',
      'citation.conference',
      'citation.inbook_title',
      'prism.publicationname',
      'eprints.publication',
      'eprints.event_title',
    ).map(plain)[0],
    keywords: [...new Set(of('citation.keywords').flatMap((words) => words.split(/\s*[;,]\s*/)))].filter(
      Boolean,
    ),
    page: of('citation.abstract_html_url').map((href) => safeUrl(href, url.href))[0],
    pdf: of('citation.pdf_url', 'eprints.document_url')
      .filter((href) => !/^https?:..(?:dx\.)?doi\.org/.test(href))
      .map((href) => safeUrl(href, url.href))[0],
  };
}

/** Authors from the parts of names that JATS marks up, for publishers who keep them out of their metas. */
function shownAuthors(doc: Document): string[] {
  const group = doc.querySelector('.given-name')?.closest('[class*="author-"], [class*="authors"]');
  return Array.from(group?.querySelectorAll('.given-name') ?? [], (given) =>
    `${textOf(given)} ${textOf(given.parentElement?.querySelector('.surname'))}`.trim(),
  );
}

/** The first of some that has a value, field by field. */
function joined(all: readonly Fields[]): Fields {
  const out: Record<string, unknown> = {};
  for (const fields of all) {
    for (const [key, value] of Object.entries(fields)) {
      const had = out[key];
      if (had === undefined || had === '' || (Array.isArray(had) && had.length === 0)) out[key] = value;
    }
  }
  const published = bestDay(all.map((fields) => fields.published ?? ''));
  return { ...(out as unknown as Fields), ids: all.flatMap((fields) => fields.ids ?? []), published };
}

/** All that metas, JSON-LD and COinS tell of the paper a page is about. */
function subjectOf(doc: Document, url: URL): Fields | undefined {
  const metas = fieldsIn(doc, url);
  const articles = articlesIn(doc);
  const scholarly = articles.filter((one) => one.scholarly).map((one) => one.fields);
  // a list may describe its papers, or one of them
  const own =
    metas ??
    scholarly.find((one) => isShown(doc, one.title) || (scholarly.length === 1 && !doc.querySelector('h1')));
  const spans = Array.from(doc.querySelectorAll('span.Z3988'), coins).filter((one) => one !== undefined);
  const titled =
    own ??
    spans.find(
      (one) =>
        (one.ids ?? []).length + (one.authors ?? []).length > 0 &&
        sameTitle(one.title, textOf(doc.querySelector('h1'))),
    );
  if (!titled) return undefined;
  const same = [...articles.map((one) => one.fields), ...spans].filter((one) =>
    sameTitle(titled.title, one.title),
  );
  return joined([titled, ...same]);
}

/** What the page's metadata tells of the one paper it is about; undefined where it tells of none. */
export function paperInMeta(doc: Document, url: URL): Read | undefined {
  const fields = subjectOf(doc, url);
  return (
    fields &&
    entryOf(
      {
        ...fields,
        authors: fields.authors?.length ? fields.authors : shownAuthors(doc),
        abstract: abstractIn(doc) ?? fields.abstract,
        page: fields.page ?? url.href,
      },
      url.href,
    )
  );
}

/** The page of one paper, whatever its markup. */
export const metaListing = defineListing<Read | undefined>({
  kind: 'paper',
  live: false,
  root: (doc) => doc.body,
  items(doc) {
    const subject = subjectOf(doc, new URL(doc.URL));
    const heading = subject && headingOf(doc, subject.title, true);
    return heading ? [heading] : [];
  },
  context: (doc, url) => paperInMeta(doc, url),
  read: (_item, paper) => paper,
  embedded: (paper) => (paper ? [paper] : []),
  slot: (item) => ({ parent: item, before: null, style: 'flow', beside: item }),
  texts: (item) => [item],
  expected: () => undefined,
});
