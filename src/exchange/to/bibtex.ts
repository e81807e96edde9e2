/**
 * BibTeX (btxdoc, "BibTeXing", 1988; eprint fields as arXiv itself writes them), readable by BibTeX, biber and the
 * reference managers. https://info.arxiv.org/help/hypertex/bibstyles/index.html
 */
import { MONTH_MACROS } from '../dates.ts';
import { isMasters, isUsual } from '../issued.ts';
import { texOf } from '../latex-write.ts';
import { noteAsTex } from '../note-tex.ts';
import type { Work } from '../work.ts';
import { keywordsAsTex } from './tex-keywords.ts';
import { authorsAsTex, editorsAsTex } from './tex-names.ts';

/** Types of entries, and the field that says where such a work appeared. */
const PLACES = {
  inproceedings: 'booktitle',
  article: 'journal',
  phdthesis: 'school',
  mastersthesis: 'school',
  techreport: 'institution',
  misc: 'howpublished',
} as const;

function typeOf(work: Work): keyof typeof PLACES {
  if (work.kind === 'thesis') return isMasters(work.genre ?? '') ? 'mastersthesis' : 'phdthesis';
  if (work.kind === 'report') return 'techreport';
  return work.kind === 'conference' ? 'inproceedings' : work.kind === 'journal' ? 'article' : 'misc';
}

/** One entry, ending in a line break. `unicode: false` writes accents and symbols as TeX. */
export function bibtexEntry(work: Work, unicode = true): string {
  const tex = (text: string) => texOf(text, { unicode });
  const type = typeOf(work);
  const lines: string[] = [];
  const field = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') lines.push(`  ${name} = {${value}}`);
  };
  field('title', texOf(work.title, { unicode, protect: true }));
  field('author', authorsAsTex(work, tex));
  field('editor', editorsAsTex(work, tex));
  if (work.container) field(PLACES[type], tex(work.container));
  if (work.genre && !isUsual(work.genre)) field('type', tex(work.genre));
  if (work.series) field('series', tex(work.series));
  field('volume', work.volume);
  field('number', work.issue);
  field('pages', work.pages?.replace('-', '--'));
  if (work.date) {
    field('year', String(work.date.year));
    if (work.date.month) lines.push(`  month = ${MONTH_MACROS[work.date.month - 1]}`);
  }
  if (work.arxiv) {
    field('eprint', work.arxiv);
    field('archivePrefix', 'arXiv');
    field('primaryClass', work.primaryClass);
  }
  field('doi', work.doi?.replace(/[{}\\]/g, encodeURIComponent));
  field('url', work.url);
  field('abstract', tex(work.abstract));
  field('keywords', keywordsAsTex(work.tags, tex));
  // "note" would be printed in the bibliography; "annote" is the reader's own, and reference managers import it as a note
  field('annote', noteAsTex(work.note, unicode));
  return `@${type}{${work.key},\n${lines.join(',\n')}\n}\n`;
}
