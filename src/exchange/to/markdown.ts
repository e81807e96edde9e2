/** A readable Markdown list (CommonMark; formulas as `$…$`, which Obsidian, GitHub and pandoc set). */

import { type Inline, readTex } from '../latex-read.ts';
import { displayName } from '../names.ts';
import { withoutHtml } from '../note-parts.ts';
import { venueOf, type Work } from '../work.ts';

const SHOWN_AUTHORS = 10;

/** Every character that may open markup gets a backslash; `&` too, or `&lt;` would become a character. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_{}[\]<>#|!~$&^]/g, '\\$&');

/** Inside `$…$` a backslash escape would change the formula, so what Markdown could trip over gets its TeX name. */
function math(tex: string): string {
  const safe = tex.replace(/\\\|/g, '\\Vert ').replace(/[<>*|`]/g, (c) => MATH_NAMES[c] as string);
  const whole = pairedBrackets(safe) ? safe : safe.replace(/\[/g, '\\lbrack ').replace(/\]/g, '\\rbrack ');
  // a space before the closing dollar would make text of it
  return `$${whole.replace(/ {2,}/g, ' ').trim()}$`;
}
const MATH_NAMES: Readonly<Record<string, string>> = {
  '<': '\\lt ',
  '>': '\\gt ',
  '*': '\\ast ',
  '|': '\\vert ',
  '`': "'",
};

function pairedBrackets(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if (c === '[') depth++;
    else if (c === ']' && --depth < 0) return false;
  }
  return depth === 0;
}

function write(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return escapeMarkdown(part.text);
      return part.kind === 'math' ? math(part.tex) : write(part.inner);
    })
    .join('');
}

/** A text as papers show it, in Markdown. */
export const markdownText = (source: string): string => write(readTex(source));

function authors(work: Work): string {
  const shown = work.names.slice(0, SHOWN_AUTHORS).map((name) => escapeMarkdown(displayName(name)));
  const more = work.names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} others`;
  return shown.join(', ') + (work.cut && shown.length > 0 ? ' et al.' : '');
}

/** One item of the list: a line for the paper, one for what the reader and the tagger said, the note quoted. */
export function markdownItem(work: Work): string {
  const title = markdownText(work.title);
  // without a link a title may begin like a list: "1. Foreword", "- a minus"
  const bare = title.replace(/^([-+])/, '\\$1').replace(/^(\d+)([.)])/, '$1\\$2');
  const link = work.url
    ? `[${title}](${work.url.replace(/[()]/g, (c) => (c === '(' ? '%28' : '%29'))})`
    : bare;
  const facts = [authors(work), markdownText(venueOf(work) ?? ''), work.date && String(work.date.year)];
  const out = [`- ${[link, ...facts.filter((fact) => fact)].join(' · ')}`];
  const labels = [
    work.topics.length > 0 && `topics: ${work.topics.map(escapeMarkdown).join(', ')}`,
    work.tags.length > 0 && `tags: ${work.tags.map(escapeMarkdown).join(', ')}`,
    work.status && `status: ${work.status}`,
    work.flagged && work.reasons.length > 0 && `flagged: ${work.reasons.map(escapeMarkdown).join(', ')}`,
    work.code.length > 0 && `code: ${work.code.map((url) => `<${url}>`).join(', ')}`,
  ].filter((label) => label);
  // two spaces at the end break the line
  if (labels.length > 0) out.push(`${out.pop()}  `, `  ${labels.join(' · ')}`);
  // the reader's own Markdown stays as they wrote it; raw HTML does not run
  if (work.note)
    out.push(
      '',
      ...withoutHtml(work.note)
        .split('\n')
        .map((line) => `  > ${line}`.trimEnd()),
      '',
    );
  return `${out.join('\n')}\n`;
}
