/** Fields that hold a note: unlike all others they have lines, and no dashes or quotes are made of their signs. */
import { plainText } from '../latex-read.ts';
import { MATH_SYMBOLS } from '../latex-symbols.ts';
import { NOTE_SIGNS } from '../note-tex.ts';
import { Undresser } from './bibtex-text.ts';

const SIGNS = new Map([...NOTE_SIGNS].map(([sign, name]) => [name, sign]));
const SIGN = new RegExp(`\\\\(${[...SIGNS.keys()].join('|')})(?:\\{\\}|(?![A-Za-z{]))`, 'g');
const MATH_SIGN = /\\ensuremath\{(?:\\([A-Za-z]+)|([-*]))\}/g;

const indentOf = (line: string): number => line.length - line.trimStart().length;

/** Its lines, without the indent that all further ones have: that of the file. */
function linesOf(raw: string): string {
  const [first = '', ...further] = raw.split(/\r\n?|\n/);
  const indent = further.reduce(
    (least, line) => (line.trim() === '' ? least : Math.min(least, indentOf(line))),
    Number.POSITIVE_INFINITY,
  );
  return [first.trimStart(), ...further.map((line) => line.slice(indent))].join('\n');
}

/** The note in one field. */
function noteIn(raw: string): string {
  const lines = linesOf(raw);
  if (!/[\\{}$]/.test(lines)) return lines;
  const text = lines
    .replace(SIGN, (_, name: string) => SIGNS.get(name) as string)
    .replace(MATH_SIGN, (whole, name: string | undefined, sign: string | undefined) => {
      if (name === undefined) return sign === '-' ? '−' : '∗';
      return Object.hasOwn(MATH_SYMBOLS, name) ? (MATH_SYMBOLS[name] as string) : whole;
    });
  return plainText(new Undresser(text, false).text());
}

/** The note of an entry; '' where there is none. */
export function bibNote(fields: ReadonlyMap<string, string>): string {
  for (const name of ['annote', 'annotation', 'comment']) {
    const note = noteIn(fields.get(name) ?? '');
    if (note.trim() !== '') return note;
  }
  return '';
}
