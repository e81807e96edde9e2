/**
 * Items as Zotero's connector sends them to Zotero, shaped as its own translator for arXiv shapes them, so that a paper
 * sent from here and one saved there are the same to Zotero (https://github.com/zotero/translators, arXiv.org.js;
 * fields per item type: https://api.zotero.org/schema; what becomes of links, notes and names: translate_item.js of
 * https://github.com/zotero/zotero).
 */
import { namesServer } from '../../core/preprint.ts';
import { cleanLine } from '../clean.ts';
import { isoDate } from '../dates.ts';
import type { Exportable } from '../exportable.ts';
import { plainText, readTex } from '../latex-read.ts';
import type { Name } from '../names.ts';
import { type Work, workOf } from '../work.ts';
import { richText } from './csl-json.ts';

/** A person has both names; a group, or a name that cannot be taken apart, the last one and field mode 1. */
export interface ZoteroCreator {
  creatorType: 'author' | 'editor';
  firstName?: string;
  lastName: string;
  fieldMode?: 1;
}

export interface ZoteroItem {
  /** Ours: Zotero only tells items of one request apart by it. */
  id: string;
  itemType: 'preprint' | 'journalArticle' | 'conferencePaper' | 'thesis' | 'report' | 'document';
  title: string;
  creators: ZoteroCreator[];
  date?: string;
  abstractNote?: string;
  url?: string;
  /** ISO time. */
  accessDate: string;
  DOI?: string;
  repository?: string;
  archiveID?: string;
  publicationTitle?: string;
  proceedingsTitle?: string;
  series?: string;
  volume?: string;
  issue?: string;
  pages?: string;
  university?: string;
  thesisType?: string;
  institution?: string;
  reportType?: string;
  libraryCatalog?: string;
  /** Lines `name: value`. */
  extra?: string;
  /** Zotero keeps these as automatic ones; the reader's own go another way, see `ownTags`. */
  tags: { tag: string }[];
  notes: { note: string }[];
  attachments: { title: string; url: string; mimeType: string; snapshot: false }[];
}

const TYPES = {
  preprint: 'preprint',
  journal: 'journalArticle',
  conference: 'conferencePaper',
  thesis: 'thesis',
  report: 'report',
  other: 'document',
} as const;

/** Particles stand with the last name and suffixes behind a comma, where Zotero's citations look for them. */
function creator(name: Name, creatorType: ZoteroCreator['creatorType']): ZoteroCreator {
  const last = [name.droppingParticle, name.particle, name.family].filter(Boolean).join(' ');
  const first = [name.given, name.suffix].filter(Boolean).join(', ');
  if (name.literal !== undefined || first === '') {
    return { creatorType, lastName: name.literal ?? last, fieldMode: 1 };
  }
  return { creatorType, firstName: first, lastName: last };
}

const escaped = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Notes are HTML: a paragraph for each block of lines, which would lose its indents as mere blanks. */
const noteOf = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((block) => {
      const indented = escaped(block).replace(/^[ \t]+/gm, (indent) =>
        indent.replaceAll('\t', '    ').replaceAll(' ', '&nbsp;'),
      );
      return `<p>${indented.replaceAll('\n', '<br/>')}</p>`;
    })
    .join('');

/** arXiv's own forms, without version; old ids name no category. */
function arxivFields(work: Work): Partial<ZoteroItem> {
  const { arxiv } = work;
  if (!arxiv) return {};
  const cls = work.primaryClass && !arxiv.includes('/') ? ` [${work.primaryClass}]` : '';
  const out: Partial<ZoteroItem> = {
    libraryCatalog: 'arXiv.org',
    extra: `arXiv:${arxiv}${cls}`,
  };
  if (work.kind !== 'preprint') return out;
  return { ...out, repository: 'arXiv', archiveID: `arXiv:${arxiv}`, DOI: `10.48550/arXiv.${arxiv}` };
}

/** Where it stands in a journal or in proceedings; for a number in the latter not every version has a field, all read it there. */
function placeFields({ kind, series, volume, issue, pages }: Work): Partial<ZoteroItem> {
  if (kind !== 'journal' && kind !== 'conference') return {};
  const number = series ? 'Collection Number' : 'Issue';
  return {
    ...(series ? { series: plainText(series) } : {}),
    ...(volume ? { volume } : {}),
    ...(issue ? (kind === 'journal' ? { issue } : { extra: `${number}: ${issue}` }) : {}),
    ...(pages ? { pages } : {}),
  };
}

function catalog(url: string | undefined): string | undefined {
  return url && new URL(url).hostname.replace(/^www\./, '');
}

/**
 * The item of one paper with its note and a link to its PDF.
 * @param now ISO time
 */
export function zoteroItem(item: Exportable, now: string): ZoteroItem {
  const work = workOf(item, '', () => undefined);
  const { paper } = item;
  const notes = [
    plainText(cleanLine(paper.comment)) && `Comment: ${plainText(cleanLine(paper.comment))}`,
    work.note,
    work.cut ? 'The listing showed the first authors only.' : '',
  ].filter((note) => note !== '');
  const out: ZoteroItem = {
    id: work.id,
    itemType: TYPES[work.kind],
    title: richText(readTex(work.title)),
    creators: [
      ...(work.edited ? [] : work.names).map((name) => creator(name, 'author')),
      ...work.editors.map((name) => creator(name, 'editor')),
    ],
    accessDate: now.replace(/\.\d+Z$/, 'Z'),
    tags: work.primaryClass ? [{ tag: work.primaryClass }] : [],
    notes: notes.map((note) => ({ note: noteOf(note) })),
    attachments: [],
  };
  if (work.date) out.date = isoDate(work.date);
  if (work.abstract) out.abstractNote = plainText(work.abstract);
  if (work.url) out.url = work.arxiv ? `https://arxiv.org/abs/${work.arxiv}` : work.url;
  const from = catalog(out.url);
  if (from) out.libraryCatalog = from;
  if (work.kind === 'preprint') {
    const server = namesServer(cleanLine(paper.venue)) ? cleanLine(paper.venue) : undefined;
    const repository = server ?? (work.id.startsWith('openreview:') ? 'OpenReview' : undefined);
    if (repository) out.repository = repository;
  }
  const place = placeFields(work);
  const arxiv = arxivFields(work);
  Object.assign(out, place, arxiv);
  if (place.extra && arxiv.extra) out.extra = `${arxiv.extra}\n${place.extra}`;
  if (work.doi) {
    // not every version has a field for it in documents, theses and reports; all read it there
    if (work.kind === 'other' || work.genre)
      out.extra = [out.extra, `DOI: ${work.doi}`].filter(Boolean).join('\n');
    else out.DOI = work.doi;
  }
  if (work.container) {
    const container = plainText(work.container);
    if (work.kind === 'journal') out.publicationTitle = container;
    if (work.kind === 'conference') out.proceedingsTitle = container;
    if (work.kind === 'thesis') out.university = container;
    if (work.kind === 'report') out.institution = container;
  }
  if (work.genre) out[work.kind === 'thesis' ? 'thesisType' : 'reportType'] = plainText(work.genre);
  if (work.pdf) {
    // only what is said to be a web page is kept as a link; a PDF would be left out, or fetched by old versions
    out.attachments.push({
      title: work.kind === 'preprint' ? 'Preprint PDF' : 'PDF',
      url: work.pdf,
      mimeType: 'text/html',
      snapshot: false,
    });
  }
  return out;
}

/** The reader's labels as one text, the form every version of Zotero reads: commas part them. */
export const ownTags = (item: Exportable): string =>
  (item.tags ?? [])
    .map((tag) => cleanLine(tag).replaceAll(',', ';'))
    .filter((tag) => tag !== '')
    .sort()
    .join(',');
