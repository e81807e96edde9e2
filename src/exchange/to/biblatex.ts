/**
 * BibLaTeX (the biblatex manual, sections 2.1 and 2.2) for biber: exact dates, eprints with their type, online works.
 */
import { isoDate } from '../dates.ts';
import { texOf } from '../latex-write.ts';
import type { Work } from '../work.ts';
import { authorsAsTex, editorsAsTex } from './tex-names.ts';

function typeOf(work: Work): 'inproceedings' | 'article' | 'online' | 'misc' {
  if (work.kind === 'conference' && work.container) return 'inproceedings';
  if (work.kind === 'journal' && work.container) return 'article';
  return work.url ? 'online' : 'misc';
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
      online: 'organization',
      misc: 'howpublished',
    };
    field(place[type], tex(work.container));
  }
  if (type === 'article') {
    field('volume', work.volume);
    field('number', work.issue);
  }
  if (type === 'article' || type === 'inproceedings') field('pages', work.pages?.replace('-', '--'));
  if (work.date) field('date', isoDate(work.date));
  if (work.arxiv) {
    field('eprint', work.arxiv);
    field('eprinttype', 'arxiv');
    field('eprintclass', work.primaryClass);
  }
  field('doi', work.doi?.replace(/[{}\\]/g, encodeURIComponent));
  field('url', work.url);
  field('abstract', tex(work.abstract));
  field('keywords', work.tags.map((tag) => tex(tag.replace(/,/g, ';'))).join(', '));
  field('annotation', tex(work.note.replace(/\n+/g, ' ')));
  return `@${type}{${work.key},\n${lines.join(',\n')}\n}\n`;
}
