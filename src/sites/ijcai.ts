/**
 * IJCAI: proceedings since 2017 (`.paper_wrapper`), older ones in paragraphs, pages of papers. Of the older ones no page
 * was at hand: https://github.com/SilenceEagle/paper_downloader reads them all, and tells how.
 */
import { oneLine } from '../core/text.ts';
import { metaListing } from './citation-meta.ts';
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { keyOfLink } from './evidence.ts';
import { distinct, entryOf, hrefOf, namesIn } from './parts.ts';

const HOST = /(?:^|\.)ijcai\.org$/;

/**
 * `/proceedings/2018/0001.pdf` and `/proceedings/2018/1`; before 2017 `/Abstract/15/001` and
 * `/Proceedings/15/Papers/001.pdf`, `/Proceedings/77-1/Papers/001.pdf`, `/papers11/Papers/IJCAI11-010.pdf`.
 */
function paper(url: URL): string | undefined {
  if (!HOST.test(url.hostname)) return undefined;
  const found =
    /^\/proceedings\/(\d{4})\/0*(\d+)(?:\.pdf)?\/?$/i.exec(url.pathname) ??
    /^\/(?:Abstract|Proceedings)\/(\d\d(?:-\d)?)\/(?:Papers\/)?0*(\d+)[A-Z]?(?:\.pdf)?$/i.exec(
      url.pathname,
    ) ??
    /^\/papers(\d\d)\/(?:Papers|Abstracts?)\/(?:IJCAI\d\d-)?0*(\d+)(?:\.pdf|\.html?)?$/i.exec(url.pathname);
  return found ? `${found[1]}/${found[2]}` : undefined;
}

const keyOf = keyOfLink(paper);

const links = (item: ParentNode): Element[] => [...item.querySelectorAll('a[href]')].filter(keyOf);

/** Papers that the page links, each counted once. */
const linked = (doc: Document): number | undefined => new Set(links(doc).map(keyOf)).size || undefined;

const years = (doc: Document) => /\/(?:proceedings\/)?(\d{4})\b/i.exec(doc.URL)?.[1];

/** Title and authors are the first two blocks of a paper, whatever they are called; the links are the last. */
const titleOf = (item: Element): Element | null => item.querySelector('.title') ?? item.firstElementChild;

const isPdf = (link: Element): boolean => /\.pdf$/i.test(link.getAttribute('href') ?? '');
const LABEL = /^\W*(?:pdf|abstract|details|paper|full text)\W*$/i;

/** What stands on each line of `item`, labels of links left out. */
function linesOf(item: Element): string[] {
  const walker = item.ownerDocument.createTreeWalker(item, 5 /* elements and text */);
  const lines: string[] = [];
  let line = '';
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (node.nodeName === 'BR') {
      lines.push(line);
      line = '';
    } else if (node.nodeType === 3 && !LABEL.test(node.nodeValue ?? '')) line += node.nodeValue;
  }
  lines.push(line);
  // what stands between labels is no line
  return lines.map(oneLine).filter((text) => /[\p{L}\d]/u.test(text));
}

/** "Title / 12": the page it begins on is no part of it. */
const PAGE = /\s+\/\s*[\divxlc]*\s*$/;
const withoutPage = (title: string): string => title.replace(PAGE, '');

/**
 * Until 2016, one paragraph each: "Title / 12", a new line, the authors in `em` or plain, links. Until 2013 the title
 * itself is the link, the authors stand behind it.
 */
const paragraphs = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => links(doc)[0]?.closest('#content, main, .content, body') ?? doc.querySelector('#content'),
  items: (doc) => distinct(links(doc).map((link) => link.closest('p, li'))),
  context: years,
  read(item, year) {
    const own = links(item);
    const titled = own.find((link) => !LABEL.test(link.textContent ?? '') && textOf(link) !== '');
    const [first = '', second = ''] = linesOf(item);
    const marked = [...item.querySelectorAll('em, i')].filter((one) => !titled?.contains(one));
    // marks in the title's own line are part of it, as long as there is another line
    const names = marked.find((one) => !first.includes(textOf(one))) ?? (second ? undefined : marked.at(-1));
    const line = names && first.endsWith(textOf(names)) ? first.slice(0, -textOf(names).length) : first;
    const title = withoutPage(titled ? textOf(titled) : line);
    // names may follow on the line of the title
    const behind = titled && first.startsWith(title) ? first.slice(title.length).replace(PAGE, '') : '';
    const pdf = hrefOf(own.find(isPdf));
    return entryOf(
      {
        title,
        ...namesIn(names ? textOf(names) : behind || second),
        venue: year && `IJCAI ${year}`,
        published: year,
        page: hrefOf(own.find((link) => !isPdf(link))) ?? pdf,
        pdf,
      },
      item.ownerDocument.URL,
    );
  },
  slot: (item) => ({ parent: item, before: null, style: 'gutter', beside: item }),
  texts: (item) => [item],
  expected: linked,
});

const proceedings = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) =>
    doc.querySelector('.paper_wrapper')?.parentElement ??
    links(doc)[0]?.closest('div')?.parentElement ??
    doc.querySelector('.proceedings, #content'),
  items(doc) {
    const named = [...doc.querySelectorAll('.paper_wrapper')];
    if (named.length > 0) return named;
    // the links of a paper share a line, the last of its block
    const blocks = distinct(links(doc).map((link) => link.closest('div, p, li')?.parentElement));
    return blocks.filter((block) => new Set(links(block).map(keyOf)).size === 1);
  },
  context: years,
  read(item, year) {
    const own = links(item);
    const pdf = own.find(isPdf);
    const page = hrefOf(own.find((link) => link !== pdf));
    if (own.length === 0) return undefined;
    return entryOf(
      {
        title: textOf(titleOf(item)),
        ...namesIn(textOf(item.querySelector('.authors') ?? titleOf(item)?.nextElementSibling)),
        venue: year && `IJCAI ${year}`,
        published: year,
        page: page ?? hrefOf(pdf),
        pdf: hrefOf(pdf),
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const beside = titleOf(item);
    const parent = item.querySelector('.details') ?? item.lastElementChild;
    return beside && parent ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (item) => distinct([titleOf(item)]),
  expected: linked,
  eras: [paragraphs],
});

/** A paper's own page: its abstract is a block without a label, the longest of all. */
const one = defineListing({
  ...metaListing,
  context(doc, url, problems) {
    const paper = metaListing.context(doc, url, problems);
    const texts = [...doc.querySelectorAll('#content .row > div')].map((block) => textOf(block));
    const longest = texts.sort((a, b) => b.length - a.length)[0] ?? '';
    return !paper || paper.abstract || longest.length < 150 ? paper : { ...paper, abstract: longest };
  },
});

export const site = defineSite({
  id: 'ijcai',
  verified: true,
  examples: [
    'https://www.ijcai.org/proceedings/2018/',
    'https://www.ijcai.org/proceedings/2024',
    'https://www.ijcai.org/Proceedings/2015',
    'https://www.ijcai.org/Proceedings/1977-1/',
    'https://ijcai.org/proceedings/2023/',
    'https://www.ijcai.org/proceedings/2024/12',
  ],
  paper,
  listing(url) {
    if (!HOST.test(url.hostname)) return undefined;
    const year = /^\/proceedings\/(\d{4})(?:-\d)?\/?$/i.exec(url.pathname)?.[1];
    if (year) return Number(year) < 2017 ? paragraphs : proceedings;
    return paper(url) && !/\.pdf$/i.test(url.pathname) ? one : undefined;
  },
});
