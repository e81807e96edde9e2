/**
 * arXiv search, simple and advanced: one `li.arxiv-result` each, at most 25 authors, the abstract twice (cut and whole).
 * Templates: https://github.com/arXiv/arxiv-search (search/templates/search).
 */
import { titleId } from '../core/identity.ts';
import { authorsIn } from './arxiv-authors.ts';
import {
  count,
  dateIn,
  idOfHref,
  isCategory,
  linkedPapers,
  linksOf,
  publishedDoi,
  type Read,
} from './arxiv-parts.ts';
import { defineListing } from './define-site.ts';
import { textOf } from './dom.ts';

/** "△ Less" and "▽ More": links without address inside the abstract. */
const isControl = (element: Element): boolean => element.localName === 'a' && !element.hasAttribute('href');

/** Fields that share a class and are told apart by the words they begin with. */
function labelled(item: Element, label: RegExp): { element: Element; text: string } | undefined {
  for (const element of item.querySelectorAll('p.comments')) {
    const text = textOf(element);
    if (label.test(text)) return { element, text: text.replace(label, '').trim() };
  }
  return undefined;
}

/** The day of submission where it is the only one; with a "v1 submitted" beside it, it is that of a later version. */
function submitted(item: Element): string | undefined {
  for (const line of item.querySelectorAll('p.is-size-7:not(.comments)')) {
    const text = textOf(line);
    const date = /\bSubmitted\s+(.*)/i.exec(text)?.[1];
    if (date) return /\bv1\s+submitted\b/i.test(text) ? undefined : dateIn(date);
  }
  return undefined;
}

function categories(item: Element): string[] {
  const codes = Array.from(item.querySelectorAll('.tags .tag'), (tag) => textOf(tag)).filter(isCategory);
  return [...new Set(codes.filter((code) => code !== 'doi'))];
}

function read(item: Element): Read | undefined {
  const title = textOf(item.querySelector('p.title'));
  if (!title) return undefined;
  // the paper's own link is the first; its abstract and comments may link to others
  const line = item.querySelector('.list-title') ?? item;
  const id = idOfHref(line.querySelector('a[href*="/abs/"]')?.getAttribute('href') ?? null);
  const { authors, cut } = authorsIn(item.querySelector('.authors'));
  const full = item.querySelector('.abstract-full');
  const abstract = textOf(full, isControl);
  const comment = labelled(item, /^Comments:\s*/i);
  const journalRef = labelled(item, /^Journal ref:\s*/i)?.text;
  const doi = publishedDoi(
    item.querySelector('.has-addons a[href*="doi.org/10."]')?.getAttribute('href') ?? '',
  );
  const published = submitted(item);
  return {
    id: id ? `arxiv:${id}` : titleId(title, authors),
    title,
    authors,
    ...(cut ? { authorsCut: true } : {}),
    ...(abstract ? { abstract } : {}),
    ...(published ? { published } : {}),
    ...(comment?.text ? { comment: comment.text } : {}),
    ...(journalRef ? { journalRef } : {}),
    ...(doi ? { doi } : {}),
    categories: categories(item),
    links: linksOf(id, title, {
      abstract: full,
      abstractText: abstract,
      comment: comment?.element,
      commentText: comment?.text,
      pdf: line.querySelector('a[href*="/pdf/"]') !== null,
    }),
  };
}

const results = (doc: Document): Element | null => doc.querySelector('li.arxiv-result');

/** "Showing 1–50 of 1,234 results", "Sorry, your query … produced no results." */
function expected(doc: Document): number | undefined {
  for (const heading of doc.querySelectorAll('h1')) {
    const range = /showing\s+([\d,]+)\s*[–—-]\s*([\d,]+)\s+of\s+[\d,]+/i.exec(heading.textContent ?? '');
    if (range) return Math.max(0, count(range[2]) - count(range[1]) + 1);
  }
  const area = doc.querySelector('main, #main-container, #content') ?? doc.body;
  return area ? linkedPapers(area) : 0;
}

export const search = defineListing({
  kind: 'listing',
  live: false,
  // without results the form is what is known of the page
  root: (doc) => results(doc)?.parentElement ?? doc.querySelector('form[action*="/search"]'),
  items: (doc) => Array.from(doc.querySelectorAll('li.arxiv-result')),
  context: () => undefined,
  read,
  slot(item) {
    const beside = item.querySelector('p.title');
    // after the categories, which share the identifier's line
    const parent = item.querySelector('.tags') ?? item.querySelector('.list-title') ?? item;
    return beside ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (item) => Array.from(item.querySelectorAll('p.title, .abstract-short, .abstract-full')),
  expected,
});
