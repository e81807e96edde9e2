/** CSL-JSON: items of the CSL input schema (https://github.com/citation-style-language/schema, csl-data.json, 1.0.2). */
import type { PartialDate } from '../dates.ts';
import { type Inline, plainText, readTex } from '../latex-read.ts';
import type { Name } from '../names.ts';
import type { Work } from '../work.ts';

export interface CslName {
  literal?: string;
  family?: string;
  given?: string;
  'non-dropping-particle'?: string;
  'dropping-particle'?: string;
  suffix?: string;
}

export interface CslItem {
  id: string;
  type: 'article' | 'paper-conference' | 'article-journal' | 'thesis' | 'report' | 'document';
  title: string;
  author?: CslName[];
  editor?: CslName[];
  issued?: { 'date-parts': number[][] };
  'container-title'?: string;
  /** The series of proceedings. */
  'collection-title'?: string;
  /** The number in that series. */
  'collection-number'?: string;
  volume?: string;
  issue?: string;
  page?: string;
  /** "arXiv:2403.06504", as Zotero writes the number of a preprint. */
  number?: string;
  publisher?: string;
  genre?: string;
  archive?: string;
  archive_location?: string;
  DOI?: string;
  URL?: string;
  abstract?: string;
  keyword?: string;
  note?: string;
}

const TYPES = {
  preprint: 'article',
  conference: 'paper-conference',
  journal: 'article-journal',
  thesis: 'thesis',
  report: 'report',
  other: 'document',
} as const;

/** The markup CSL processors know in titles; other styles have none. */
const TAGS: Readonly<Record<string, readonly [string, string]>> = {
  emph: ['<i>', '</i>'],
  textit: ['<i>', '</i>'],
  textbf: ['<b>', '</b>'],
  textsc: ['<span style="font-variant:small-caps;">', '</span>'],
  textsuperscript: ['<sup>', '</sup>'],
  textsubscript: ['<sub>', '</sub>'],
};

/** Formulas stay `$…$`. Text that looks like markup stays as it is: the format has no escape. */
export function richText(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      if (part.kind === 'math') return `$${part.tex}$`;
      const [open, close] = TAGS[part.style] ?? ['', ''];
      return open + richText(part.inner) + close;
    })
    .join('');
}

export function cslName(name: Name): CslName {
  if (name.literal !== undefined) return { literal: name.literal };
  const out: CslName = {};
  if (name.family) out.family = name.family;
  if (name.given) out.given = name.given;
  if (name.particle) out['non-dropping-particle'] = name.particle;
  if (name.droppingParticle) out['dropping-particle'] = name.droppingParticle;
  if (name.suffix) out.suffix = name.suffix;
  return out;
}

const dateParts = ({ year, month, day }: PartialDate): number[] =>
  [year, month, day].filter((part) => part !== undefined);

export function cslItem(work: Work): CslItem {
  const item: CslItem = { id: work.key, type: TYPES[work.kind], title: richText(readTex(work.title)) };
  if (work.names.length > 0 && !work.edited) item.author = work.names.map(cslName);
  if (work.editors.length > 0) item.editor = work.editors.map(cslName);
  if (work.date) item.issued = { 'date-parts': [dateParts(work.date)] };
  if (work.container) item[work.genre ? 'publisher' : 'container-title'] = plainText(work.container);
  if (work.genre) item.genre = plainText(work.genre);
  if (work.series) item['collection-title'] = plainText(work.series);
  if (work.volume) item.volume = work.volume;
  if (work.issue) item[work.series ? 'collection-number' : 'issue'] = work.issue;
  if (work.pages) item.page = work.pages;
  if (work.arxiv) {
    item.archive = 'arXiv';
    item.archive_location = work.arxiv;
    if (work.kind === 'preprint') {
      item.number = `arXiv:${work.arxiv}`;
      item.publisher = 'arXiv';
    }
  }
  if (work.doi) item.DOI = work.doi;
  if (work.url) item.URL = work.url;
  if (work.abstract) item.abstract = plainText(work.abstract);
  if (work.tags.length > 0) item.keyword = work.tags.map((tag) => tag.replace(/,/g, ';')).join(', ');
  const notes = [work.note, work.cut ? 'The listing showed the first authors only.' : ''].filter(
    (note) => note !== '',
  );
  if (notes.length > 0) item.note = notes.join('\n');
  return item;
}
