/**
 * BibLaTeX (the biblatex manual, sections 2.1 and 2.2) for biber: exact dates, eprints with their type, online works.
 */
import { isoDate } from '../dates.ts';
import { isMasters, isUsual } from '../issued.ts';
import { texOf } from '../latex-write.ts';
import { noteAsTex } from '../note-tex.ts';
import type { Work } from '../work.ts';
import { keywordsAsTex } from './tex-keywords.ts';
import { authorsAsTex, editorsAsTex } from './tex-names.ts';

function typeOf(work: Work): 'inproceedings' | 'article' | 'thesis' | 'report' | 'online' | 'misc' {
  if (work.kind === 'thesis' || work.kind === 'report') return work.kind;
  if (work.kind === 'conference' && work.container) return 'inproceedings';
  if (work.kind === 'journal' && work.container) return 'article';
  return work.url ? 'online' : 'misc';
}

/** Keys that biblatex writes out in the language of the document; its data model wants a type of every thesis. */
function genreOf(genre: string, kind: Work['kind']): string | undefined {
  if (!isUsual(genre)) return undefined;
  return kind === 'report' ? 'techreport' : isMasters(genre) ? 'mathesis' : 'phdthesis';
}

/** One entry, ending in a line break. `unicode: false` writes accents and symbols as TeX. */
export function biblatexEntry(work: Work, unicode = true): string {
  const tex = (text: string) => texOf(text, { unicode });
  const type = typeOf(work);
  const lines: string[] = [];
  const field = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') lines.push(`  ${name} = {${value}}`);
  };
  field('title', texOf(work.title, { unicode, protect: true }));
  field('author', authorsAsTex(work, tex));
  field('editor', editorsAsTex(work, tex));
  if (work.container) {
    const place = {
      inproceedings: 'booktitle',
      article: 'journaltitle',
      thesis: 'institution',
      report: 'institution',
      online: 'organization',
      misc: 'howpublished',
    };
    field(place[type], tex(work.container));
  }
  if (work.genre) field('type', genreOf(work.genre, work.kind) ?? tex(work.genre));
  if (type === 'article' || type === 'inproceedings') {
    if (work.series) field('series', tex(work.series));
    field('volume', work.volume);
    field('number', work.issue);
    field('pages', work.pages?.replace('-', '--'));
  }
  if (work.date) field('date', isoDate(work.date));
  if (work.arxiv) {
    field('eprint', work.arxiv);
    field('eprinttype', 'arxiv');
    field('eprintclass', work.primaryClass);
  }
  field('doi', work.doi?.replace(/[{}\\]/g, encodeURIComponent));
  field('url', work.url);
  field('abstract', tex(work.abstract));
  field('keywords', keywordsAsTex(work.tags, tex));
  field('annotation', noteAsTex(work.note, unicode));
  return `@${type}{${work.key},\n${lines.join(',\n')}\n}\n`;
}
