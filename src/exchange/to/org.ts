/**
 * An Org file: one heading a paper, what is known of it in a drawer (the Org manual, "Property Syntax"), formulas as
 * LaTeX fragments. Org has no escape but the zero-width space ("Escape Character"), which stands where a sign would
 * otherwise open markup.
 */
import { isoDate } from '../dates.ts';
import { type Inline, readTex } from '../latex-read.ts';
import { displayName } from '../names.ts';
import { venueOf, type Work } from '../work.ts';

const ESCAPE = '\u200b';

/** Subscripts and footnotes that nobody meant stay as they are written. */
export const ORG_OPEN = '#+TITLE: Papers\n#+OPTIONS: ^:nil f:nil\n\n';

/** Signs that open emphasis, links, time stamps, targets, macros, footnotes, entities and formulas of brackets. */
export const OPENS =
  /(?<=^|[\s\-–—({'"])(?=[*/_=~+]\S)|(?<=\[)(?=\[|fn:|cite|\d+[/%])|(?<=<)(?=[\w<%])|(?<=\{)(?=\{\{)|(?<=\\)(?=[A-Za-z([\\])|(?<=@)(?=@)|(?<=(?:src|call)_)(?=\w)/g;

/** Finds a text that has such a place, without looking back: much quicker, and most texts have none. */
export const ANY_OPENS =
  /(?:^|[\s\-–—({'"])[*/_=~+]\S|\[(?:\[|fn:|cite|\d+[/%])|<[\w<%]|\{\{\{|\\[A-Za-z([\\]|@@|(?:src|call)_\w/;

const escapeOrg = (text: string): string =>
  (ANY_OPENS.test(text) ? text.replace(OPENS, ESCAPE) : text)
    // within a formula a zero-width space is a sign like others: only the entity opens none, and no brace may follow it
    .replace(/\$(\{|(?=\S))/g, (_, brace: string) => `\\dollar{}${brace && ESCAPE + brace}`);

function write(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return escapeOrg(part.text);
      if (part.kind === 'style') return write(part.inner);
      return part.tex.includes('\\)') ? `$${part.tex}$` : `\\(${part.tex}\\)`;
    })
    .join('');
}
const text = (source: string): string => write(readTex(source));

/** A line that is not to be taken for a heading, a list, a table, a drawer or a keyword. */
const line = (written: string): string =>
  /^(?:\*+\s|[-+]\s|\d+[.)]\s|#|\||:)/.test(written) ? ESCAPE + written : written;

/** A heading's text: not a state, a priority or the tags of one. */
function heading(title: string): string {
  const written = text(title);
  const safe = /^(?:TODO|DONE|COMMENT)(?:\s|$)|^\[#/.test(written) ? ESCAPE + written : written;
  return /(?:^|\s):[\p{L}\p{N}_@#%:]+:$/u.test(safe) ? safe + ESCAPE : safe;
}

/** `:a:b:`; only letters, digits and `_@#%` may be in a tag. */
function tags(work: Work): string {
  const names = work.tags.map((tag) => tag.replace(/[^\p{L}\p{M}\p{N}_@#%]+/gu, '_'));
  return names.length > 0 ? ` :${[...new Set(names)].join(':')}:` : '';
}

/** A link; a bracket within it would end it. */
const orgLink = (url: string, shown: string): string =>
  `[[${url.replace(/[[\]]/g, (c) => (c === '[' ? '%5B' : '%5D'))}][${shown}]]`;

/** One heading with what belongs to it, ending in an empty line. */
export function orgItem(work: Work): string {
  const properties: [string, string | undefined][] = [
    ['CUSTOM_ID', work.key],
    [
      'AUTHORS',
      work.names.map(displayName).join('; ') + (work.cut && work.names.length > 0 ? '; et al.' : ''),
    ],
    ['DATE', work.date && isoDate(work.date)],
    ['VENUE', venueOf(work)],
    ['DOI', work.doi],
    ['ARXIV', work.arxiv],
    ['URL', work.url],
    ['STATUS', work.status],
    ['TOPICS', work.topics.join('; ')],
  ];
  const links = [
    work.url && orgLink(work.url, 'page'),
    work.pdf && orgLink(work.pdf, 'PDF'),
    ...work.code.map((url) => orgLink(url, 'code')),
  ].filter((link) => link);
  const out = [
    `* ${heading(work.title)}${tags(work)}`,
    ':PROPERTIES:',
    ...properties.filter(([, value]) => value).map(([name, value]) => `:${name}: ${value}`),
    ':END:',
  ];
  if (links.length > 0) out.push(links.join(' · '));
  if (work.abstract) out.push('', line(text(work.abstract)));
  // the reader's own Markdown, word for word; a comma keeps its lines from being taken for Org's (the manual, "Literal Examples")
  if (work.note) {
    const note = work.note.replace(/^(?=,*(?:\*|#\+))/gm, ',');
    out.push('', '#+begin_src markdown', note, '#+end_src');
  }
  return `${out.join('\n')}\n\n`;
}
