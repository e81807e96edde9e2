/**
 * One paper of the ACM Digital Library. Its metas tell next to nothing; the page itself does, in the markup of 2019 or,
 * since 2022, in schema.org's properties.
 */
import { idOfUrl } from '../core/identity.ts';
import { abstractIn } from './citation-abstract.ts';
import { metaListing, paperInMeta } from './citation-meta.ts';
import { defineListing } from './define-site.ts';
import { textOf } from './dom.ts';
import { dateOf, entryOf, type Read } from './parts.ts';

/** The heading that is the paper's title: the page's banner may hold others. */
const headingOf = (doc: Document): Element | null =>
  doc.querySelector('h1[property="name"], h1.citation__title') ??
  [...doc.querySelectorAll('h1')].find((one) => doc.title.startsWith(textOf(one).slice(0, 40))) ??
  null;

const PERSON = '[property="author"][typeof="Person"], .author-name[title], .loa li > a[title]';

/** Those of the first list: lists stand twice, in short and at length, and below it stand the volume's editors. */
function authorsIn(doc: Document): string[] {
  const list = doc.querySelector(PERSON)?.closest('ul, ol, [role="list"], .authors, .contributors');
  const names = Array.from(list?.querySelectorAll(PERSON) ?? [], (one) => {
    const parts = ['givenName', 'familyName'].map((part) =>
      textOf(one.querySelector(`[property="${part}"]`)),
    );
    return one.getAttribute('title') ?? parts.join(' ');
  });
  return [...new Set(names.map((name) => name.trim()))];
}

/** "Published: 7 February 2020" among other lines, or the month of the issue. */
function published(doc: Document): string | undefined {
  const day = textOf(doc.querySelector('.core-date-published'));
  const line = [...doc.querySelectorAll('li')].find((one) =>
    /^\s*Published:\s*\d/.test(one.textContent ?? ''),
  );
  return dateOf(day) ?? dateOf(textOf(line)) ?? dateOf(textOf(doc.querySelector('.epub-section__date')));
}

function paperIn(doc: Document, url: URL): Read | undefined {
  const heading = headingOf(doc);
  const id = idOfUrl(`${url.origin}${url.pathname}`);
  if (!heading || !id) return paperInMeta(doc, url);
  return entryOf(
    {
      ids: [id],
      title: textOf(heading),
      authors: authorsIn(doc),
      abstract: abstractIn(doc),
      published: published(doc),
      venue: textOf(doc.querySelector('.epub-section__title, [property="isPartOf"] [property="name"]')),
      page: url.href,
      pdf: `${url.origin}/doi/pdf/${id.slice('doi:'.length)}`,
    },
    url.href,
  );
}

export const article = defineListing<Read | undefined>({
  ...metaListing,
  items(doc) {
    const heading = headingOf(doc);
    return heading ? [heading] : [];
  },
  context: paperIn,
});
