/**
 * OpenReview's page of one paper. Its metas name the last author alone (openreview/openreview-web: app/forum/page.js),
 * so the page itself is read; replies below have headings of their own, which are lower.
 */
import { idOfUrl } from '../core/identity.ts';
import { defineListing, type Read } from './define-site.ts';
import { meta, textOf } from './dom.ts';
import { detailsOf, fieldsOf, firstDate, namesOf, paperOf, venueOf } from './openreview-notes.ts';
import { distinct, entryOf, hrefOf } from './parts.ts';

const title = (doc: Document): Element | null =>
  doc.querySelector('main :is(.citation_title, .note_content_title, .forum-title h2)') ??
  doc.querySelector('main h2, #content h2');

/** The paper's own box, replies left out. */
const boxOf = (heading: Element): Element =>
  heading.closest('.forum-note, .note') ?? heading.parentElement?.parentElement ?? heading;

/** What stands in the paper's line of small print: date, venue, readers. */
function lineOf(box: Element): { published?: string | undefined; venue?: string; comment?: string } {
  const line = box.querySelector('.forum-meta, .meta_row, .note-meta-info');
  const date = line?.querySelector('.date');
  return {
    published: date ? firstDate(textOf(date)) : undefined,
    ...venueOf(textOf(date?.nextElementSibling)),
  };
}

export const forum = defineListing<URL>({
  kind: 'paper',
  live: true,
  hydrates: true,
  root: (doc) => doc.querySelector('main, #content'),
  items: (doc) => distinct([title(doc)]),
  context: (_doc, url) => url,
  read(heading, url): Read | undefined {
    const doc = heading.ownerDocument;
    const box = boxOf(heading);
    const links = Array.from(heading.parentElement?.querySelectorAll('a[href]') ?? [], hrefOf);
    const pdf = links.find((href) => href && /\/pdf\b|\.pdf$/.test(href)) ?? meta(doc, 'citation_pdf_url');
    const outside = links.filter((href) => href && new URL(href).hostname !== 'openreview.net');
    const details = detailsOf(fieldsOf(box));
    return entryOf(
      {
        ids: [
          paperOf(new URL(`/forum?id=${url.searchParams.get('id')}`, url)),
          ...outside.map((href) => href && idOfUrl(href)),
        ],
        title: textOf(heading),
        ...namesOf(box.querySelector('.forum-authors, .meta_row, .note-authors')),
        ...lineOf(box),
        ...details,
        abstract: details.abstract || meta(doc, 'citation_abstract'),
        page: `https://openreview.net/forum?id=${url.searchParams.get('id')}`,
        pdf,
      },
      doc.URL,
    );
  },
  slot: (heading) => ({ parent: heading, before: null, style: 'flow', beside: heading }),
  texts: (heading) => distinct([heading, fieldsOf(boxOf(heading)).get('abstract')]),
  expected: (doc) => (meta(doc, 'citation_title') ? 1 : undefined),
});
