/**
 * BibTeX (btxdoc, "BibTeXing", 1988; eprint fields as arXiv itself writes them), readable by BibTeX, biber and the
 * reference managers. https://info.arxiv.org/help/hypertex/bibstyles/index.html
 */
import { MONTH_MACROS } from '../dates.ts';
import { texOf } from '../latex-write.ts';
import { displayName, type Name } from '../names.ts';
import type { Work } from '../work.ts';

/** Most names: nothing in them means anything to BibTeX. */
const SIMPLE = /^(?:[A-Z][A-Za-z'.-]*(?: [A-Z][A-Za-z'.-]*)*)?$/;

/** "von Last, Jr., First"; groups in braces, so that an "and" or a comma in them separates nothing. */
function nameAsTex(name: Name, tex: (text: string) => string): string {
  if (name.literal !== undefined) return `{${tex(name.literal)}}`;
  const family = name.family ?? '';
  // without a given name a suffix cannot stand in a place of its own
  if (name.suffix && !name.given) return `{${tex(displayName(name))}}`;
  if (SIMPLE.test(family) && SIMPLE.test(name.given ?? '') && !name.particle && !name.droppingParticle) {
    return [family, name.suffix, name.given].filter((part) => part !== undefined).join(', ');
  }
  // BibTeX takes lower-case words before the last one for a "von" part, and splits at "and" and commas
  const whole = /(?:^|\s)\p{Ll}/u.test(family) || /,|(?:^|\s)(?:and|others)(?:\s|$)/i.test(family);
  const von = [name.droppingParticle, name.particle].filter((part) => part !== undefined).join(' ');
  const last = `${von ? `${tex(von)} ` : ''}${whole ? `{${tex(family)}}` : tex(family)}`;
  const given =
    name.given && (/,|(?:^|\s)and(?:\s|$)/i.test(name.given) ? `{${tex(name.given)}}` : tex(name.given));
  return [last, ...(name.suffix ? [tex(name.suffix)] : []), ...(given ? [given] : [])].join(', ');
}

/** One entry, ending in a line break. `unicode: false` writes accents and symbols as TeX. */
export function bibtexEntry(work: Work, unicode = true): string {
  const tex = (text: string) => texOf(text, { unicode });
  const type = work.kind === 'conference' ? 'inproceedings' : work.kind === 'journal' ? 'article' : 'misc';
  const lines: string[] = [];
  const field = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== '') lines.push(`  ${name} = {${value}}`);
  };
  field('title', texOf(work.title, { unicode, protect: true }));
  const authors = work.names.map((name) => nameAsTex(name, tex));
  if (work.cut && authors.length > 0) authors.push('others');
  field('author', authors.join(' and '));
  if (work.container) field(type === 'article' ? 'journal' : 'booktitle', tex(work.container));
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
  field('keywords', work.tags.map((tag) => tex(tag.replace(/,/g, ';'))).join(', '));
  // "note" would be printed in the bibliography; "annote" is the reader's own, and reference managers import it as a note
  field('annote', tex(work.note.replace(/\n+/g, ' ')));
  return `@${type}{${work.key},\n${lines.join(',\n')}\n}\n`;
}
