/**
 * Semantic Scholar: search, authors, venues, topics, libraries and feeds, all in rows drawn by its scripts; one paper,
 * which comes complete. Rows link to papers by the site's own numbers and seldom show an id.
 * Row markup beyond the citation lists of saved paper pages: Zotero's translator "Semantic Scholar", extensions and
 * scrapers of 2020 to 2026 that read `data-test-id` and `data-selenium-selector`.
 */
import { fold } from '../core/text.ts';
import { paperInMeta } from './citation-meta.ts';
import { defineListing, defineSite, type Listing } from './define-site.ts';
import { textOf } from './dom.ts';
import { distinct, entryOf, hrefOf, type Read } from './parts.ts';
import { area, fieldsIn, paperAt, rowOf, shown, titleLinks } from './semanticscholar-rows.ts';

/** The first title a row links to. */
const titleIn = (row: Element): Element | undefined => titleLinks(row).values().next().value;

const list = defineListing({
  kind: 'listing',
  live: true,
  hydrates: true,
  root: (doc) => doc.querySelector('#app') ?? area(doc),
  items: (doc) => distinct(Array.from(titleLinks(area(doc)).values(), rowOf)),
  context: () => undefined,
  read(row) {
    const link = titleIn(row);
    const title = { title: textOf(link), page: hrefOf(link) };
    return entryOf({ ...fieldsIn(row), ...title }, row.ownerDocument.URL);
  },
  slot(row) {
    const beside = titleIn(row);
    // names, venue and day stand in one line
    const line =
      row.querySelector('.cl-paper__bulleted-row:not(.cl-paper-controls)') ?? beside?.nextElementSibling;
    return beside && { parent: line ?? row, before: null, style: 'gutter', beside };
  },
  texts: (row) =>
    distinct([titleIn(row), row.querySelector('.cl-paper-abstract, .tldr-abstract-replacement')]),
  expected: shown,
});

const heading = (doc: Document): Element | null =>
  doc.querySelector('h1[data-test-id="paper-detail-title"]') ?? area(doc)?.querySelector('h1') ?? null;

const top = (title: Element): Element =>
  title.closest('[data-test-id="paper-detail-page-header"]') ?? title.parentElement ?? title;

const paper = defineListing<Read | undefined>({
  kind: 'paper',
  live: true,
  hydrates: true,
  root: (doc) => doc.querySelector('#app') ?? area(doc),
  items: (doc) => distinct([heading(doc)]),
  context: paperInMeta,
  read(item, meta) {
    const title = textOf(item);
    // metas stay behind when the reader goes on from paper to paper
    const told = meta && fold(meta.title) === fold(title) ? meta : undefined;
    const { ids = [], authors = [], ...seen } = fieldsIn(top(item));
    if (!told && authors.length === 0 && ids.length === 0) return undefined;
    return entryOf(
      {
        ...seen,
        title,
        ids: [
          ...(told ? [told.id, ...(told.aliases ?? [])].filter((id) => !id.startsWith('title:')) : []),
          ...ids,
        ],
        authors: told?.authors.length ? told.authors : authors,
        authorsCut: !told?.authors.length && seen.authorsCut,
        abstract: told?.abstract,
        published: told?.published ?? seen.published,
        venue: told?.venue ?? seen.venue,
        page: item.ownerDocument.URL,
        pdf: told?.links.pdf ?? seen.pdf,
      },
      item.ownerDocument.URL,
    );
  },
  slot: (item) => ({ parent: item, before: null, style: 'flow', beside: item }),
  texts: (item) => [item],
  expected: (doc) => ((heading(doc) ?? doc.querySelector('meta[name="citation_title"]')) ? 1 : 0),
});

const LISTS =
  /^\/(?:search|venue|(?:author|topic)\/[^/]+(?:\/[^/]+)?|me\/(?:library|research|recommendations|feeds?)(?:\/.*)?|shared\/library\/.+)\/?$/;

// biome-ignore lint/suspicious/noExplicitAny: each listing keeps its own context type to itself
function listing(url: URL): Listing<any> | undefined {
  if (!/^(?:www\.)?semanticscholar\.org$/.test(url.hostname)) return undefined;
  if (LISTS.test(url.pathname)) return list;
  return url.pathname.startsWith('/paper/') && paperAt(url) ? paper : undefined;
}

export const site = defineSite({
  id: 'semanticscholar',
  verified: false,
  examples: [
    'https://www.semanticscholar.org/search?q=hedge%20pruning&sort=relevance',
    'https://www.semanticscholar.org/search?fos%5B0%5D=engineering&q=hedges&sort=pub-date&page=2',
    'https://www.semanticscholar.org/author/Anselm-Hedge/32690314',
    'https://www.semanticscholar.org/author/32690314?sort=pub-date&page=2',
    'https://www.semanticscholar.org/venue?name=Conference%20on%20Gardens&sort=pub-date',
    'https://www.semanticscholar.org/topic/Hedges/77',
    'https://www.semanticscholar.org/me/library/all',
    'https://www.semanticscholar.org/me/research',
    'https://www.semanticscholar.org/shared/library/folder/101603?utm_source=direct_link',
    'https://www.semanticscholar.org/paper/Where-Hedges-End%3A-A-Map-Hedge/704dde842312c5eabb8c76ecf86b48e9fe68e4fe',
    'https://www.semanticscholar.org/paper/704dde842312c5eabb8c76ecf86b48e9fe68e4fe',
  ],
  paper: paperAt,
  listing,
});
