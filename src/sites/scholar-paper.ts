/** One article of a profile: a title, and a table of fields whose labels are in the reader's language. */
import { defineListing } from './define-site.ts';
import { textOf } from './dom.ts';
import { entryOf, hrefOf, type Read } from './parts.ts';
import { arxivIn, firstOfEach, idIn, outside, people, plain } from './scholar-ids.ts';

const heading = (doc: Document): Element | null => doc.querySelector('#gsc_oci_title, #gsc_vcd_title');

const DATE = /^((?:1[5-9]|20)\d{2})(?:\/(\d{1,2}))?(?:\/(\d{1,2}))?$/;

function read(title: Element): Read | undefined {
  const doc = title.ownerDocument;
  const rows = Array.from(doc.querySelectorAll('#gsc_oci_table > *, #gsc_vcd_table > *'), (row) =>
    textOf(row.lastElementChild),
  );
  const dated = rows.findIndex((value) => DATE.test(value));
  const date = DATE.exec(rows[dated] ?? '');
  // names come first and venue follows the date, whatever the language; numbers are volumes and pages
  const names = dated === 0 ? '' : (rows[0] ?? '');
  const place = dated >= 0 ? (rows[dated + 1] ?? '') : '';
  const link = title.querySelector('a[href]');
  const copies = Array.from(doc.querySelectorAll('#gsc_oci_title_gg a[href], #gsc_vcd_title_gg a[href]'));
  const target = link && outside(link);
  return entryOf(
    {
      ...people(names),
      ids: firstOfEach([
        ...[link, ...copies].map((one) => one && outside(one)).map((url) => (url ? idIn(url) : undefined)),
        arxivIn(place),
      ]),
      title: plain(textOf(title)),
      published: date
        ?.slice(1)
        .filter(Boolean)
        .map((part) => part.padStart(2, '0'))
        .join('-'),
      venue: /\p{L}{3}/u.test(place) ? place : undefined,
      page: target?.href ?? doc.URL,
      pdf: hrefOf(copies.find((one) => /\[PDF\]/.test(textOf(one)))),
    },
    doc.URL,
  );
}

export const article = defineListing({
  kind: 'paper',
  live: false,
  root: (doc) => heading(doc)?.parentElement ?? null,
  items: (doc) => [heading(doc)].filter((one) => one !== null),
  context: () => undefined,
  read,
  slot: (title) => ({ parent: title, before: null, style: 'flow', beside: title }),
  texts: (title) => [title],
  expected: () => 1,
});
