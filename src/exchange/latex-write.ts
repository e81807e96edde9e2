/** Writes text, formulas and styled parts as the value of a BibTeX field: braces always pair up, nothing is a command by chance. */

import { protectCapitals } from './capitals.ts';
import { mathForBibtex, paired } from './latex-math.ts';
import { holdsTex, type Inline, readTex } from './latex-read.ts';
import { ACCENT_COMMANDS, LETTER_COMMANDS, MATH_COMMANDS, TEXT_COMMANDS } from './latex-symbols.ts';
import { holdsAny } from './signs.ts';

export interface TexOptions {
  /** Keep characters beyond ASCII as they are. */
  unicode: boolean;
  /** Brace words whose capitals a style must not lower. */
  protect?: boolean;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '{': '\\{',
  '}': '\\}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  $: '\\$',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
};

const SPECIAL = /[\\&%#_{}~^$<>]/g;
const ANY_SPECIAL = holdsAny('\\&%#_{}~^$<>');
// biome-ignore lint/suspicious/noControlCharactersInRegex: all of ASCII is meant
const ASCII = /^[\u0000-\u007f]*$/;
export const BEYOND_ASCII = /[A-Za-z]?\p{M}+|[^\0-\x7f]\p{M}*/gu;

/** pandoc takes a group that follows for an argument, of commands it does not know as well, and drops both. */
const TAKES_NEXT = /(?:\\[A-Za-z]+\{\})+(?=\{)/g;
const ENDS_TAKING = /(?:\\[A-Za-z]+\{\})+$/;
const inBraces = (commands: string): string => commands.replace(/\\([A-Za-z]+)\{\}/g, '{\\$1}');

/** `tex` of a text with nothing for its commands to take. @param next what is written after it */
export function settled(tex: string, next = ''): string {
  if (!tex.includes('{}')) return tex;
  const end = next.startsWith('{') ? tex.replace(ENDS_TAKING, inBraces) : tex;
  return end.replace(TAKES_NEXT, inBraces);
}

/** Escapes text. Single braces get names: BibTeX counts braces even after a backslash. */
export function escapeText(text: string, unicode: boolean, single: boolean): string {
  const escaped = !ANY_SPECIAL(text)
    ? text
    : text.replace(SPECIAL, (c) => {
        if (single && c === '{') return '\\textbraceleft{}';
        if (single && c === '}') return '\\textbraceright{}';
        return ESCAPES[c] as string;
      });
  return unicode || ASCII.test(escaped) ? escaped : escaped.replace(BEYOND_ASCII, charAsTex);
}

/** TeX for one letter with its accents or one sign; itself where TeX has no name for it (CJK, emoji). */
export function charAsTex(char: string): string {
  const known = TEXT_COMMANDS.get(char);
  if (known !== undefined) return known;
  const letter = LETTER_COMMANDS.get(char);
  if (letter) return `{\\${letter}}`;
  const math = MATH_COMMANDS.get(char);
  if (math) return /^[a-zA-Z]/.test(math) ? `{$\\${math}$}` : `{$${math}$}`;
  const [base, ...marks] = char.normalize('NFD');
  let out = /[A-Za-z]/.test(base ?? '') ? (base as string) : LETTER_COMMANDS.get(base ?? '');
  if (out === undefined || marks.length === 0) return char;
  if (out.length > 1 || !/[A-Za-z]/.test(base as string)) out = `\\${out}`;
  for (const mark of marks) {
    const accent = ACCENT_COMMANDS.get(mark);
    if (!accent) return char;
    out = `\\${accent}{${out}}`;
  }
  return `{${out}}`;
}

function mathAsTex(tex: string, unicode: boolean): string {
  const safe = mathForBibtex(tex);
  if (unicode) return `{$${safe}$}`;
  const ascii = safe.replace(/[^\0-\x7f]/gu, (c) => {
    const command = MATH_COMMANDS.get(c);
    if (command) return /^[a-zA-Z]/.test(command) ? `{\\${command}}` : command;
    const text = charAsTex(c);
    return text === c ? c : `\\text{${text}}`;
  });
  return `{$${ascii}$}`;
}

function textOf(parts: readonly Inline[]): string {
  return parts
    .map((part) => (part.kind === 'text' ? part.text : part.kind === 'style' ? textOf(part.inner) : ''))
    .join('');
}

/** A BibTeX value (without its outer braces) for parts that were read. */
export function writeTex(parts: readonly Inline[], options: TexOptions): string {
  const all = textOf(parts);
  // braces in text are rare, so one look at the whole value decides; inside a style or a protected word they never pair
  const nested = parts.some((part) => part.kind === 'style' && /[{}]/.test(textOf(part.inner)));
  const single = /[{}]/.test(all) && (nested || !paired(all, true));
  const text = (value: string) => escapeText(value, options.unicode, single);
  const one = (part: Inline, i: number, list: readonly Inline[]): string => {
    if (part.kind === 'math') return mathAsTex(part.tex, options.unicode);
    if (part.kind === 'style') return `\\${part.style}{${write(part.inner)}}`;
    if (!options.protect) return text(part.text);
    const glued = { before: list[i - 1] !== undefined, after: list[i + 1] !== undefined };
    return protectCapitals(part.text, glued, all, text);
  };
  const write = (list: readonly Inline[]): string =>
    list
      .map(one)
      .map((tex, i, written) => (list[i]?.kind === 'text' ? settled(tex, written[i + 1]) : tex))
      .join('');
  return write(parts);
}

/** A BibTeX value for text as papers show it (see `readTex`). */
export function texOf(source: string, options: TexOptions): string {
  // most names and abstracts hold nothing to escape, and most others nothing to read
  if (!options.protect && !holdsTex(source)) return settled(escapeText(source, options.unicode, false));
  return writeTex(readTex(source), options);
}
