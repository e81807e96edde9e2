/**
 * What alphaXiv's pages carry for their own scripts: TanStack Router writes query results as JavaScript, not JSON, in the
 * order title, abstract, id, metrics, dates, topics, authors (as several public readers of /explore have it).
 */
import { arxivId } from '../core/identity.ts';
import { isCategory } from './arxiv-parts.ts';
import { entryOf, type Read } from './parts.ts';

const STRING = String.raw`"((?:[^"\\]|\\.)*)"`;
const START = new RegExp(String.raw`\btitle:${STRING},abstract:${STRING}`, 'g');

/** The text of a JavaScript string literal without its quotes. */
function unescaped(literal: string): string {
  try {
    return JSON.parse(`"${literal.replace(/\\x([0-9a-f]{2})/gi, '\\u00$1').replace(/\\'/g, "'")}"`) as string;
  } catch {
    return '';
  }
}

const listIn = (text: string, name: string): string[] => {
  const list = new RegExp(String.raw`\b${name}:(?:\$R\[\d+\]=)?\[((?:${STRING},?)*)\]`).exec(text)?.[1] ?? '';
  return Array.from(list.matchAll(new RegExp(STRING, 'g')), ([, one]) => unescaped(one ?? ''));
};

const numberIn = (text: string, name: string): number | undefined => {
  const digits = new RegExp(String.raw`\b${name}:(\d{1,9})\b`).exec(text)?.[1];
  return digits === undefined ? undefined : Number(digits);
};

/** Parsed data by script: pages are read again on every change. */
const parsed = new WeakMap<Element, Map<string, Read>>();

function parse(code: string): Map<string, Read> {
  const papers = new Map<string, Read>();
  const starts = [...code.matchAll(START)];
  starts.forEach((start, i) => {
    const [all, title = '', abstract = ''] = start;
    // what follows belongs to it until the next begins; nothing of a paper is this long
    const rest = code.slice(start.index + all.length, starts[i + 1]?.index).slice(0, 20_000);
    const id = arxivId(/\buniversal_paper_id:"([^"]{4,30})"/.exec(rest)?.[1] ?? '');
    if (!id || papers.has(id)) return;
    const day = /\b(?:first_publication_date|publication_date):[^"]{0,30}"(\d{4}-\d{2}-\d{2})/.exec(
      rest,
    )?.[1];
    const read = entryOf(
      {
        ids: [`arxiv:${id}`],
        title: unescaped(title),
        authors: listIn(rest, 'authors'),
        abstract: unescaped(abstract),
        published: day,
        categories: listIn(rest, 'topics').filter((topic) => topic !== 'cs' && isCategory(topic)),
        upvotes: numberIn(rest, 'public_total_votes') ?? numberIn(rest, 'total_votes'),
        page: `https://www.alphaxiv.org/abs/${id}`,
        pdf: `https://arxiv.org/pdf/${id}`,
      },
      'https://www.alphaxiv.org/',
    );
    if (read) papers.set(id, read);
  });
  return papers;
}

/** Papers in the page's data by arXiv id, in its order. */
export function dataIn(doc: Document): Map<string, Read> {
  const all = new Map<string, Read>();
  for (const script of doc.querySelectorAll('script:not([src])')) {
    const code = script.textContent ?? '';
    if (!code.includes('universal_paper_id:')) continue;
    const known = parsed.get(script) ?? parse(code);
    parsed.set(script, known);
    for (const [id, read] of known) if (!all.has(id)) all.set(id, read);
  }
  return all;
}
