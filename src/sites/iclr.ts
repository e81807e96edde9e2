/**
 * ICLR: the archived wiki lists of 2013–2017, which link to arXiv and OpenReview, and the lists of the virtual sites.
 */
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { byId, keyOfLink } from './evidence.ts';
import { bookAt, paperInBook } from './neurips.ts';
import { distinct, entryOf, hrefOf, namesIn } from './parts.ts';
import { eventOf, isVirtualList, virtualEvent, virtualList } from './virtual-conference.ts';

/** The id of the paper a link leads to. */
const idAt = keyOfLink(byId);

/** Links that show a title, not "pdf" or an address. */
function titleLinks(area: ParentNode): Element[] {
  return [...area.querySelectorAll('a[href*="arxiv.org/"], a[href*="openreview.net/"]')].filter((link) => {
    const href = hrefOf(link);
    // what was moved to another day is struck out where it was
    if (!href || link.closest('del, s')) return false;
    return idAt(link) !== undefined && textOf(link).includes(' ');
  });
}

/** Blocks of one paper each: numbered lists where there are (timetables and awards name papers again), else whatever. */
function items(doc: Document): Element[] {
  const links = titleLinks(doc);
  const listed = links.filter((link) => link.closest('ol, ul, table')?.localName === 'ol');
  return distinct((listed.length > links.length / 2 ? listed : links).map(blockOf));
}

/** The block around a title; the link itself where the block holds several papers. */
function blockOf(link: Element): Element {
  const block = link.closest('li, p, td, div');
  return block && titleLinks(block).length === 1 ? block : link;
}

const titleIn = (item: Element): Element | undefined => (item.localName === 'a' ? item : titleLinks(item)[0]);

/** The line after the title, in whatever elements it stands: up to the next link, emphasis or line. */
function authorLine(link: Element): string {
  const walker = link.ownerDocument.createTreeWalker(link.ownerDocument.body, 5);
  walker.currentNode = link;
  let skipped: Node = link;
  let line = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (skipped.contains(node)) continue;
    const name = node.nodeName;
    if (name === '#text') line += node.nodeValue ?? '';
    else if (name === 'A' && /^\W*(?:code|data|video)\W*$/i.test(node.textContent ?? '')) skipped = node;
    else if (/^(?:A|STRONG|H\d)$/.test(name) || (/^(?:P|DIV|BR|LI|TD|TR)$/.test(name) && line.trim() !== ''))
      break;
  }
  // affiliations and remarks stand in brackets, links to code left theirs empty
  return line.replace(/\([^)]*\)|\[\W*\]/g, '').replace(/^[\s[\]]*(?:by\s+)?/i, '');
}

const archive = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => doc.querySelector('#content, .dokuwiki, main') ?? doc.body,
  items,
  context: (doc) => /iclr(20\d\d)|\/(20\d\d)\//i.exec(doc.URL)?.slice(1).find(Boolean),
  read(item, year) {
    const link = titleIn(item);
    const href = hrefOf(link);
    if (!link || !href) return undefined;
    const { authors, ...cut } = namesIn(authorLine(link));
    return entryOf(
      {
        ids: [idAt(link)],
        title: textOf(link),
        // "…, Richard Roe, CIFAR": an institute, not a person
        authors: authors.filter((name) => !/^[A-Z]{3,}$/.test(name)),
        ...cut,
        venue: year && `ICLR ${year}`,
        page: href,
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const beside = titleIn(item);
    const parent = item === beside ? item.parentElement : item;
    return beside && parent
      ? { parent, before: item === beside ? item.nextSibling : null, style: 'flow', beside }
      : undefined;
  },
  texts: (item) => distinct([titleIn(item)]),
  expected(doc) {
    const listed = titleLinks(doc);
    const ids = new Set(listed.map(idAt));
    return ids.size || undefined;
  },
});

const ARCHIVES = /^\/(?:archive\/(?:\d{4}\/[\w-]+|www\/[^/]*)|doku\.php)/;

export const site = defineSite({
  id: 'iclr',
  verified: true,
  examples: [
    'https://iclr.cc/archive/2014/conference-proceedings/',
    'https://iclr.cc/archive/www/doku.php%3Fid=iclr2016:main.html',
    'https://iclr.cc/virtual/2024/papers.html?filter=titles',
    'https://iclr.cc/virtual/2024/poster/17001',
    'https://iclr.cc/virtual/2025/loc/quillton/papers.html',
    'https://proceedings.iclr.cc/paper_files/paper/2025',
  ],
  paper: (url) => paperInBook(url) ?? eventOf(url),
  listing(url) {
    if (url.hostname === 'proceedings.iclr.cc') return bookAt(url);
    if (url.hostname !== 'iclr.cc') return undefined;
    if (isVirtualList(url)) return virtualList;
    if (eventOf(url)) return virtualEvent;
    return ARCHIVES.test(url.pathname) ? archive : undefined;
  },
});
