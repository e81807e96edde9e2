/**
 * What a page is made of, without anything it says: for a report about a changed layout that the reader may copy and
 * send. Tags, classes and how often they follow one another; no text, no values, addresses only as patterns.
 */
import type { PageReport } from '../core/messages.ts';
import { version } from '../platform/lifetime.ts';

const DEPTH = 9;
const CHILDREN = 12;
const LINES = 160;

/** Parts that say who or which one: digits, long or encoded words. */
const telling = (part: string): boolean => /\d/.test(part) || part.length > 24 || part.includes('%');

/** `https://host/list/*?show=&skip=`: parts that name a paper, a person or a search become `*`, values are left out. */
export function patternOf(href: string): string {
  const url = new URL(href);
  const path = url.pathname
    .split('/')
    .map((part) => (telling(part) ? '*' : part))
    .join('/');
  const keys = [...new Set(url.searchParams.keys())].filter((key) => /^[\w-]{1,24}$/.test(key));
  return `${url.origin}${path}${keys.length > 0 ? `?${keys.map((key) => `${key}=`).join('&')}` : ''}`;
}

/** `div.paper.row`, with the first classes that are words. */
function nameOf(element: Element): string {
  const classes = [...element.classList].filter((one) => /^[a-z][a-z_-]{1,30}$/i.test(one)).slice(0, 4);
  const href = element.localName === 'a' && element.hasAttribute('href') ? '[href]' : '';
  return [element.localName + href, ...classes].join('.');
}

function shapeOf(element: Element): string {
  return `${nameOf(element)}>${[...element.children].slice(0, 6).map(nameOf).join(',')}`;
}

function write(element: Element, depth: number, lines: string[]): void {
  let same = 0;
  let last = '';
  let shown = 0;
  const flush = () => {
    if (same > 1) lines.push(`${'  '.repeat(depth)}… ×${same}`);
    same = 0;
  };
  for (const child of element.children) {
    if (/^(?:script|style|svg|link|meta|noscript|template)$/.test(child.localName)) continue;
    if (child.hasAttribute('data-manicule') || lines.length > LINES) continue;
    const shape = shapeOf(child);
    if (shape === last) {
      same++;
      continue;
    }
    flush();
    last = shape;
    same = 1;
    if (++shown > CHILDREN) break;
    lines.push(`${'  '.repeat(depth)}${nameOf(child)}`);
    if (depth < DEPTH) write(child, depth + 1, lines);
  }
  flush();
}

/** The report, as plain text. */
export function outlineOf(doc: Document, report: PageReport): string {
  const area = doc.querySelector('main, [role="main"], #main, #content') ?? doc.body;
  const lines: string[] = [];
  write(area, 1, lines);
  const data = [...doc.querySelectorAll('script[type*="json"], script[id], [data-props]')].map(nameOf);
  return [
    `Manicule ${version()}: how a page was read. No text of the page is in this report.`,
    `page: ${patternOf(report.url)}`,
    `site: ${report.site}`,
    `state: ${report.state}, ${report.read} read, ${report.expected ?? 'unknown'} expected, by ${report.via ?? 'site'}`,
    `data: ${[...new Set(data)].slice(0, 8).join(' ') || 'none'}`,
    `outline of ${nameOf(area)}:`,
    ...lines,
  ].join('\n');
}
