/**
 * EndNote XML as EndNote itself imports and exports it (its RSXML.dtd: records of a numbered ref-type with contributors,
 * titles, dates and addresses); read by Zotero, JabRef and Mendeley as well.
 */
import { isoDate } from '../dates.ts';
import { plainText } from '../latex-read.ts';
import type { Name } from '../names.ts';
import type { Work } from '../work.ts';
import { element } from './xml.ts';

/** Names and numbers of EndNote's reference types. */
const TYPES = {
  preprint: ['Unpublished Work', 34],
  conference: ['Conference Proceedings', 10],
  journal: ['Journal Article', 17],
  thesis: ['Thesis', 32],
  report: ['Report', 27],
  other: ['Generic', 13],
} as const;

/** "von Last, First, Jr."; a group ends in a comma, which EndNote takes for "one name, not to be taken apart". */
function nameText(name: Name): string {
  if (name.literal !== undefined) return `${name.literal.replace(/,/g, '')},`;
  const last = [name.droppingParticle, name.particle, name.family]
    .filter((part) => part !== undefined)
    .join(' ');
  return [last, name.given, name.suffix].filter((part) => part !== undefined && part !== '').join(', ');
}

const people = (names: readonly Name[]): string =>
  names.map((name) => element('author', nameText(name))).join('');

/** `<name>` around what is not empty. */
const around = (name: string, inner: string): string => (inner === '' ? '' : `<${name}>${inner}</${name}>`);

export const ENDNOTE_OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<xml><records>\n';
export const ENDNOTE_CLOSE = '</records></xml>\n';

/** One `<record>`, ending in a line break. */
export function endnoteRecord(work: Work): string {
  const [type, number] = TYPES[work.kind];
  const container = work.container && plainText(work.container);
  const notes = [work.note, work.cut ? 'The listing showed the first authors only.' : ''];
  const parts = [
    '<source-app name="Manicule">Manicule</source-app>',
    `<ref-type name="${type}">${number}</ref-type>`,
    around(
      'contributors',
      around('authors', people(work.edited ? [] : work.names)) +
        around('secondary-authors', people(work.editors)),
    ),
    around(
      'titles',
      element('title', plainText(work.title)) +
        element('secondary-title', work.genre ? undefined : container) +
        element('tertiary-title', work.series && plainText(work.series)),
    ),
    work.kind === 'journal' ? around('periodical', element('full-title', container)) : '',
    element('pages', work.pages),
    element('volume', work.volume),
    element('number', work.issue),
    around('keywords', work.tags.map((tag) => element('keyword', tag)).join('')),
    work.date
      ? around(
          'dates',
          element('year', String(work.date.year)) +
            (work.date.month ? around('pub-dates', element('date', isoDate(work.date))) : ''),
        )
      : '',
    work.kind === 'preprint' && work.arxiv ? element('publisher', 'arXiv') : '',
    work.genre ? element('publisher', container) : '',
    element('accession-num', work.arxiv && `arXiv:${work.arxiv}`),
    element('label', work.key),
    element('abstract', plainText(work.abstract)),
    element('notes', notes.filter((note) => note !== '').join('\n')),
    around(
      'urls',
      around('related-urls', element('url', work.url)) + around('pdf-urls', element('url', work.pdf)),
    ),
    element('electronic-resource-num', work.doi),
    element('work-type', work.genre && plainText(work.genre)),
  ];
  return `<record>${parts.join('')}</record>\n`;
}
