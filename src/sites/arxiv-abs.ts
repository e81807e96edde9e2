/** One paper's page on arXiv: `/abs/…`. Its citation metas stand in where the visible fields are missing or redrawn. */
import { arxivId } from '../core/identity.ts';
import { authorsIn, type Names, turned } from './arxiv-authors.ts';
import { categoriesIn, dateIn, field, idOfHref, linksOf, publishedDoi, type Read } from './arxiv-parts.ts';
import { defineListing } from './define-site.ts';
import { lostFormula, meta, textOf } from './dom.ts';

interface Page {
  doc: Document;
  id: string | undefined;
}

/** The paper's id by the page's own words, which survive a saved copy or a redirect; by its address otherwise. */
export function idOfPage(doc: Document, url: URL): string | undefined {
  return (
    arxivId(meta(doc, 'citation_arxiv_id') ?? '') ??
    idOfHref(doc.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? null) ??
    idOfHref(meta(doc, 'og:url') ?? null) ??
    idOfHref(url.pathname)
  );
}

const heading = (doc: Document): Element | null => doc.querySelector('h1.title');
const abstractOf = (doc: Document): Element | null => doc.querySelector('blockquote.abstract');

/** The visible field, unless MathJax redrew it and kept no TeX: then what the metas say. */
function shown(element: Element | null, label: RegExp, inMeta: string | undefined): string {
  const text = field(element, label);
  return (!text || (element && lostFormula(element)) ? inMeta : undefined) ?? text;
}

function authors(doc: Document): Names {
  const names = authorsIn(doc.querySelector('#abs .authors, .leftcolumn .authors, div.authors'));
  if (names.authors.length > 0) return names;
  const metas = Array.from(doc.querySelectorAll('meta[name="citation_author"]'), (one) =>
    turned(one.getAttribute('content') ?? ''),
  );
  return { authors: metas.filter(Boolean), cut: false };
}

/** "[Submitted on 12 Jun 2017 (v1), last revised …]": the first date is the first version's. */
function submitted(doc: Document): string | undefined {
  const line = /\bSubmitted\s+(?:on\s+)?(.*)/i.exec(textOf(doc.querySelector('.dateline')))?.[1];
  return (line && dateIn(line)) || meta(doc, 'citation_date')?.replaceAll('/', '-');
}

function read(_item: Element, { doc, id }: Page): Read | undefined {
  const title = shown(heading(doc), /^Title:\s*/, meta(doc, 'citation_title'));
  if (!title || !id) return undefined;
  const abstractElement = abstractOf(doc);
  const abstract = shown(abstractElement, /^Abstract:\s*/, meta(doc, 'citation_abstract', 'og:description'));
  const { authors: names, cut } = authors(doc);
  const comments = doc.querySelector('td.comments');
  const comment = textOf(comments);
  const journalRef = textOf(doc.querySelector('td.jref'));
  const doi =
    publishedDoi(
      doc.querySelector('td.doi a')?.getAttribute('href') ?? textOf(doc.querySelector('td.doi')),
    ) ?? publishedDoi(meta(doc, 'citation_doi') ?? '');
  const published = submitted(doc);
  const html =
    doc.querySelector('a[href*="/html/"]:is(#latexml-download-link, .mobile-submission-download)') !== null;
  // of a paper that was withdrawn there is none
  const offered = doc.querySelector('.full-text');
  const pdf = !offered || offered.querySelector('a[href*="/pdf/"]') !== null;
  return {
    id: `arxiv:${id}`,
    title,
    authors: names,
    ...(cut ? { authorsCut: true } : {}),
    ...(abstract ? { abstract } : {}),
    ...(published ? { published } : {}),
    ...(comment ? { comment } : {}),
    ...(journalRef ? { journalRef } : {}),
    ...(doi ? { doi } : {}),
    categories: categoriesIn(textOf(doc.querySelector('td.subjects'))),
    links: linksOf(id, title, {
      abstract: abstractElement,
      abstractText: abstract,
      comment: comments,
      commentText: comment,
      html,
      pdf,
    }),
  };
}

/** arXiv's page for an id it does not have: nothing to read, and no changed layout either. */
const missing = (doc: Document): boolean =>
  /\b(?:not found|doesn'?t exist|does not exist|not recognized|no such)\b/i.test(
    textOf(doc.querySelector('#content h1, main h1, h1')),
  );

export const abs = defineListing<Page>({
  kind: 'paper',
  live: false,
  root: (doc) => heading(doc)?.parentElement ?? (missing(doc) ? doc.body : null),
  items: (doc) => {
    const root = heading(doc)?.parentElement;
    return root ? [root] : [];
  },
  context: (doc, url) => ({ doc, id: idOfPage(doc, url) }),
  read,
  slot(item) {
    const beside = item.querySelector('h1.title');
    if (!beside) return undefined;
    // the date line above the title has room at its end
    return { parent: item.querySelector('.dateline') ?? beside, before: null, style: 'gutter', beside };
  },
  texts: (item) => Array.from(item.querySelectorAll('h1.title, blockquote.abstract')),
  expected: (doc) => (missing(doc) && !heading(doc) ? 0 : 1),
});
