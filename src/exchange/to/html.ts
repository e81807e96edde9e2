/**
 * A reading list as one HTML page that stands alone: no script, nothing loaded from anywhere (its policy forbids both),
 * readable on paper. Every text is escaped.
 */
import { isoDate } from '../dates.ts';
import { type Inline, readTex } from '../latex-read.ts';
import { displayName } from '../names.ts';
import { venueOf, type Work } from '../work.ts';
import { escapeXml } from './xml.ts';

const SHOWN_AUTHORS = 30;

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 Georgia, 'Times New Roman', serif; max-width: 46rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; }
ol { padding-left: 2rem; }
li { margin: 0 0 1.4rem; }
h2 { font-size: 1.05rem; margin: 0; }
a { color: inherit; }
p { margin: 0.2rem 0; overflow-wrap: anywhere; }
.by, .facts { font-size: 0.9rem; }
.facts { opacity: 0.75; }
.abstract { font-size: 0.9rem; text-align: justify; hyphens: auto; }
.note { white-space: pre-wrap; border-left: 3px solid currentColor; padding-left: 0.7rem; }
.math { font-family: 'Latin Modern Math', Cambria, serif; font-style: italic; }
@media print {
  body { font-size: 10pt; max-width: none; margin: 0; }
  li { break-inside: avoid; }
}
`;

const TAGS: Readonly<Record<string, string>> = {
  emph: 'em',
  textit: 'i',
  textbf: 'b',
  textsuperscript: 'sup',
  textsubscript: 'sub',
};

function write(parts: readonly Inline[]): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return escapeXml(part.text);
      if (part.kind === 'math') return `<span class="math">${escapeXml(part.tex)}</span>`;
      const tag = TAGS[part.style];
      return tag ? `<${tag}>${write(part.inner)}</${tag}>` : write(part.inner);
    })
    .join('');
}
const text = (source: string): string => write(readTex(source));
const link = (url: string, inner: string): string => `<a href="${escapeXml(url)}">${inner}</a>`;

/** Everything before the first paper. @param now ISO time, of which the day is shown. */
export function htmlOpen(now: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Manicule">
<title>Reading list, ${escapeXml(now.slice(0, 10))}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>☞ Reading list</h1>
<ol>
`;
}
export const HTML_CLOSE = '</ol>\n</body>\n</html>\n';

function authors(work: Work): string {
  const shown = work.names.slice(0, SHOWN_AUTHORS).map((name) => escapeXml(displayName(name)));
  const more = work.names.length - shown.length;
  if (more > 0) return `${shown.join(', ')} and ${more} others`;
  return shown.join(', ') + (work.cut && shown.length > 0 ? ' et al.' : '');
}

/** One paper as an item of the list. */
export function htmlItem(work: Work): string {
  const title = text(work.title);
  const facts = [
    text(venueOf(work) ?? ''),
    work.date && isoDate(work.date),
    work.arxiv && `arXiv:${escapeXml(work.arxiv)}`,
    work.doi && link(`https://doi.org/${encodeURI(work.doi)}`, `doi:${escapeXml(work.doi)}`),
    work.pdf && link(work.pdf, 'PDF'),
    ...work.code.map((url) => link(url, 'code')),
  ].filter((fact) => fact);
  const labels = [
    work.status && `status: ${work.status}`,
    work.topics.length > 0 && `topics: ${work.topics.map(escapeXml).join(', ')}`,
    work.tags.length > 0 && `tags: ${work.tags.map(escapeXml).join(', ')}`,
    work.flagged && work.reasons.length > 0 && `☞ ${work.reasons.map(escapeXml).join(', ')}`,
  ].filter((label) => label);
  const paragraph = (name: string, inner: string) =>
    inner === '' ? '' : `<p class="${name}" dir="auto">${inner}</p>\n`;
  return [
    `<li id="${escapeXml(work.key)}">\n`,
    `<h2 dir="auto">${work.url ? link(work.url, title) : title}</h2>\n`,
    paragraph('by', authors(work)),
    paragraph('facts', facts.join(' · ')),
    paragraph('facts', labels.join(' · ')),
    paragraph('abstract', text(work.abstract)),
    paragraph('note', escapeXml(work.note)),
    '</li>\n',
  ].join('');
}
