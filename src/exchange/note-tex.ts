/**
 * Notes as values of BibTeX fields. A note is Markdown, so no sign of it is TeX: all are escaped but formulas, and what
 * TeX would make dashes or quotes of is kept apart. Lines and their indents stay; `bibNote` reads it all back.
 */
import { mathForBibtex, paired } from './latex-math.ts';
import { MATH_COMMANDS } from './latex-symbols.ts';
import { BEYOND_ASCII, charAsTex, escapeText, settled } from './latex-write.ts';
import { noteParts } from './note-parts.ts';

/** Signs that TeX has in other ways as well, which could not be told apart from what is written like them. */
export const NOTE_SIGNS: ReadonlyMap<string, string> = new Map([
  ['–', 'textendash'],
  ['—', 'textemdash'],
  ['‘', 'textquoteleft'],
  ['’', 'textquoteright'],
  ['“', 'textquotedblleft'],
  ['”', 'textquotedblright'],
  ['„', 'quotedblbase'],
  ['«', 'guillemotleft'],
  ['»', 'guillemotright'],
  ['¡', 'textexclamdown'],
  ['¿', 'textquestiondown'],
  ['…', 'textellipsis'],
  ['•', 'textbullet'],
  ['µ', 'textmu'],
]);
/** No command tells these from a plain hyphen. */
const HYPHENS = /^[‐‑]/;

function signAsTex(char: string): string {
  const known = NOTE_SIGNS.get(char);
  if (known) return `\\${known}{}`;
  const math = MATH_COMMANDS.get(char);
  // a formula of its own would be one of the note's
  if (math) return `\\ensuremath{${/^[a-zA-Z]/.test(math) ? `\\${math}` : math}}`;
  return HYPHENS.test(char) ? char : charAsTex(char);
}

function textAsTex(text: string, unicode: boolean, single: boolean): string {
  const escaped = escapeText(text, true, single)
    .replace(/-(?=-)|`(?=`)|'(?=')|[!?](?=`)/g, '$&{}')
    // else readers that mend broken files take it for the next entry
    .replace(/(^|\n)([ \t]*)@/g, '$1$2{}@');
  return unicode ? escaped : escaped.replace(BEYOND_ASCII, signAsTex);
}

/** Whether a formula may stand in a field as it is. */
function isPlain(formula: string, unicode: boolean): boolean {
  const tex = formula.slice(1, -1);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
  return mathForBibtex(tex) === tex && paired(tex, true) && (unicode || /^[\u0000-\u007f]*$/.test(tex));
}

/** A line that is indented, or all further ones, would be taken for how the file is laid out. */
function guarded(value: string): string {
  const lines = value.split('\n');
  const isIndented = (line: string): boolean => /^[ \t]/.test(line);
  if (isIndented(lines[0] as string)) lines[0] = `{}${lines[0]}`;
  const further = lines.findIndex((line, i) => i > 0 && line !== '');
  if (further > 0 && lines.every((line, i) => i === 0 || line === '' || isIndented(line)))
    lines[further] = `{}${lines[further]}`;
  return lines.join('\n');
}

/** The value of a field for a note. */
export function noteAsTex(note: string, unicode: boolean): string {
  const single = !paired(note, true);
  let out = '';
  let text = '';
  const flush = (next: string) => {
    out += settled(textAsTex(text, unicode, single), next);
    text = '';
  };
  for (const part of noteParts(note)) {
    if (part.kind === 'math' && !part.text.startsWith('$$') && isPlain(part.text, unicode)) {
      flush('{');
      out += `{${part.text}}`;
    } else text += part.text;
  }
  flush('');
  return guarded(out);
}
