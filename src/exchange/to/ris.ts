/**
 * RIS (Research Information Systems, "RIS Format Specifications", 2011 types included): a tag of two characters, two
 * spaces, a hyphen, a space and one line each, several lines of notes, CRLF, closed by `ER`.
 */
import { risDate } from '../dates.ts';
import { plainText } from '../latex-read.ts';
import type { Name } from '../names.ts';
import type { Work } from '../work.ts';

const TYPES = {
  preprint: 'UNPB',
  conference: 'CONF',
  journal: 'JOUR',
  thesis: 'THES',
  report: 'RPRT',
  other: 'GEN',
} as const;

/** "von Last, First, Jr."; a comma in a group's name would make a person of it. */
function nameLine(name: Name): string {
  if (name.literal !== undefined) return name.literal.replace(/,/g, '');
  const last = [name.droppingParticle, name.particle, name.family]
    .filter((part) => part !== undefined)
    .join(' ');
  return [last, name.given, name.suffix].filter((part) => part !== undefined && part !== '').join(', ');
}

/** What any reader could take for a tag. */
const LIKE_TAG = /^(?=\s*[A-Z][A-Z\d]\s*-)/gm;

/**
 * A note; its further lines have no tag, as EndNote and Zotero write them. Then all of them are further lines, for behind
 * a long first one Zotero takes them for wrapped text; an invisible space keeps a line from being read as a tag.
 */
const noteLines = (note: string): string =>
  note.includes('\n') ? `\n${note.replace(LIKE_TAG, '\u200b')}`.replaceAll('\n', '\r\n') : note;

/** One record, CRLF after every line. */
export function risRecord(work: Work): string {
  const lines: string[] = [];
  const add = (tag: string, value: string | undefined) => {
    if (value) lines.push(`${tag}  - ${value}`);
  };
  lines.push(`TY  - ${TYPES[work.kind]}`);
  add('ID', work.key);
  add('TI', plainText(work.title));
  if (!work.edited) for (const name of work.names) add('AU', nameLine(name));
  // the second author of a paper in proceedings is their editor
  for (const name of work.editors) add(work.kind === 'conference' ? 'A2' : 'ED', nameLine(name));
  add(work.kind === 'journal' ? 'JO' : work.genre ? 'PB' : 'T2', work.container);
  add('T3', work.series);
  add('M3', work.genre);
  add('VL', work.volume);
  add('IS', work.issue);
  const [first, last] = work.pages?.split('-') ?? [];
  add('SP', first);
  add('EP', last);
  if (work.date) {
    add('PY', String(work.date.year));
    add('DA', risDate(work.date));
  }
  add('AB', plainText(work.abstract));
  // the two blanks tell our own import that this is no list; other programs trim them
  for (const tag of work.tags) add('KW', tag.includes(';') ? `${tag}  ` : tag);
  add('N1', noteLines(work.note));
  if (work.cut) add('N1', 'The listing showed the first authors only.');
  if (work.arxiv) {
    if (work.kind === 'preprint') add('PB', 'arXiv');
    add('AN', `arXiv:${work.arxiv}`);
  }
  add('DO', work.doi);
  add('UR', work.url);
  add('L1', work.pdf);
  lines.push('ER  - ');
  return `${lines.join('\r\n')}\r\n`;
}
