/**
 * Where in a note, which is Markdown, signs mean something else than in running text: code, formulas, addresses in angle
 * brackets. In doubt something is text: what is taken for text is escaped, and no HTML of a note may run anywhere.
 */
import { findDollarMath } from './latex-math.ts';

export interface NotePart {
  kind: 'text' | 'code' | 'math' | 'link';
  /** As written, delimiters and all. */
  text: string;
}

/** A fence, in a list perhaps, and the word behind it. Tildes fence nothing where they are indented like a paragraph. */
const FENCE = /^( *(?:(?:[-+*]|\d{1,9}[.)]) +)*)(`{3,}(?=[^`]*$)|(?<=^ {0,3})~{3,})/;
/** What opens something, or is something; a backslash takes the sign behind it. */
const OPENS = /\\[\s\S]|`+|\$|<(?:(?:https?|ftp|mailto):[^\s<>]*|[\w.+-]{1,64}@[\w.-]{1,255})>/g;

/** A note with more fences than this that never close is none worth going through again and again. */
const MAX_ENDLESS = 20;

/**
 * How many of `lines`, from the one at `from`, are a block of code between fences; 0: that one opens none; -1: what it
 * opens never ends.
 */
function fenced(lines: readonly string[], from: number): number {
  const [, prefix = '', fence = ''] = FENCE.exec(lines[from] as string) ?? [];
  if (fence === '') return 0;
  for (let i = from + 1; i < lines.length; i++) {
    const line = lines[i] as string;
    const inner = line.trim();
    const indent = line.length - line.trimStart().length;
    if (inner === '') continue;
    // a line that stands further left ends the list, and the code with it
    if (indent < prefix.length) return 0;
    const closes = inner.startsWith(fence) && inner === fence.charAt(0).repeat(inner.length);
    if (!closes || indent > prefix.length + 3) continue;
    return prefix.length > 3 && inner.length > fence.length ? 0 : i - from + 1;
  }
  return -1;
}

/** `$$` to `$$` over several lines of one paragraph, or a formula within its line. */
function mathEnd(text: string, at: number, lineEnd: number): number | undefined {
  if (!text.startsWith('$$\n', at)) return findDollarMath(text, at, lineEnd)?.next;
  const close = text.indexOf('$$', at + 2);
  return close < 0 || /\n\s*\n/.test(text.slice(at, close)) ? undefined : close + 2;
}

/** Behind the backticks that close those before `from`; only in the same line, since the next may begin something else. */
function codeEnd(text: string, ticks: string, from: number, lineEnd: number): number | undefined {
  for (let at = text.indexOf(ticks, from); at >= 0 && at < lineEnd; ) {
    let end = at + ticks.length;
    while (text[end] === '`') end++;
    if (end === at + ticks.length) return end;
    at = text.indexOf(ticks, end);
  }
  return undefined;
}

/** The parts of lines without fences. */
function inline(text: string): NotePart[] {
  const parts: NotePart[] = [];
  const opens = new RegExp(OPENS);
  let start = 0;
  let lineEnd = -1;
  let unclosed = new Set<string>();
  for (let found = opens.exec(text); found; found = opens.exec(text)) {
    const { 0: sign, index } = found;
    if (index >= lineEnd) {
      lineEnd = (text.indexOf('\n', index) + 1 || text.length + 1) - 1;
      unclosed = new Set();
    }
    const kind = sign.startsWith('`')
      ? 'code'
      : sign === '$'
        ? 'math'
        : sign.startsWith('<')
          ? 'link'
          : 'text';
    let end: number | undefined = opens.lastIndex;
    if (kind === 'code') end = unclosed.has(sign) ? undefined : codeEnd(text, sign, end, lineEnd);
    if (kind === 'math') end = mathEnd(text, index, lineEnd);
    if (kind === 'code' && end === undefined) unclosed.add(sign);
    if (kind === 'text' || end === undefined) continue;
    if (index > start) parts.push({ kind: 'text', text: text.slice(start, index) });
    parts.push({ kind, text: text.slice(index, end) });
    start = end;
    opens.lastIndex = end;
  }
  if (start < text.length) parts.push({ kind: 'text', text: text.slice(start) });
  return parts;
}

/** The parts of a note; joined they are the note. */
export function noteParts(note: string): NotePart[] {
  if (!/[`$<]|~~~/.test(note)) return note === '' ? [] : [{ kind: 'text', text: note }];
  const parts: NotePart[] = [];
  const lines = note.split('\n');
  let from = 0;
  let endless = 0;
  // every line but the last with its break
  const text = (to: number): string =>
    lines.slice(from, to).join('\n') + (to < lines.length && to > from ? '\n' : '');
  for (let at = 0; at < lines.length; ) {
    const count = endless > MAX_ENDLESS ? 0 : fenced(lines, at);
    if (count < 0) endless++;
    if (count > 0) {
      parts.push(...inline(text(at)));
      from = at;
      parts.push({ kind: 'code', text: text(at + count) });
      from = at + count;
    }
    at += Math.max(count, 1);
  }
  parts.push(...inline(text(lines.length)));
  return parts;
}

/** HTML, or a comment of it; an address in angle brackets is none, whatever stands behind it. */
const HTML = /\\[\s\S]|<(?=[A-Za-z/!?])(?!(?:https?|ftp|mailto):)/g;

/** A note as Markdown in which no HTML runs. A formula is no place for a backslash, and may be shown by who knows no formulas. */
export const withoutHtml = (note: string): string =>
  noteParts(note)
    .map(({ kind, text }) => {
      if (kind === 'text') return text.replace(HTML, (found) => (found === '<' ? '\\<' : found));
      if (kind !== 'math') return text;
      return text.replace(/[>"']/.test(text) ? /<(?=[A-Za-z/!?])/g : /<(?=[/!?])/g, '\\lt ');
    })
    .join('');
