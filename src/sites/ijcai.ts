/** IJCAI: proceedings since 2017 (`.paper_wrapper`), older ones as paragraphs with the authors in `em`; pages of papers. */
import { metaListing } from './citation-meta.ts';
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf } from './evidence.ts';
import { distinct, entryOf, hrefOf, namesIn } from './parts.ts';

/** `/proceedings/2018/0001.pdf` and `/proceedings/2018/1`, `/Abstract/15/001` and `/Proceedings/15/Papers/001.pdf`. */
function paper(url: URL): string | undefined {
  if (!/(?:^|\.)ijcai\.org$/.test(url.hostname)) return undefined;
  const found =
    /^\/proceedings\/(\d{4})\/0*(\d+)(?:\.pdf)?\/?$/i.exec(url.pathname) ??
    /^\/(?:Abstract|Proceedings)\/(\d\d)\/(?:Papers\/)?0*(\d+)(?:\.pdf)?$/i.exec(url.pathname);
  return found ? `${found[1]}/${found[2]}` : undefined;
}

const keyOf = (link: Element): string | undefined => {
  const url = addressOf(link, link.ownerDocument.URL);
  return url && paper(url);
};

const links = (item: ParentNode): Element[] => [...item.querySelectorAll('a[href]')].filter(keyOf);

/** Papers that the page links, each counted once. */
const linked = (doc: Document): number | undefined => new Set(links(doc).map(keyOf)).size || undefined;

const years = (doc: Document) => /\/(?:proceedings\/)?(\d{4})\b/i.exec(doc.URL)?.[1];

/** Title and authors are the first two blocks of a paper, whatever they are called; the links are the last. */
const titleOf = (item: Element): Element | null => item.querySelector('.title') ?? item.firstElementChild;

const paragraphs = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => links(doc)[0]?.closest('#content, main, .content, body') ?? null,
  items: (doc) => distinct(links(doc).map((link) => link.closest('p, li'))),
  context: years,
  read(item, year) {
    const names = item.querySelector('em, i');
    const own = links(item);
    const pdf = own.find((link) => /\.pdf$/i.test(link.getAttribute('href') ?? ''));
    // "Title / 12 <br> <em>authors</em>": what stands before the names
    const before = [...item.childNodes].slice(
      0,
      names ? [...item.childNodes].indexOf(names as ChildNode) : 1,
    );
    const title = before
      .map((node) => node.textContent ?? '')
      .join(' ')
      .replace(/\s*\/\s*\d*\s*$/, '');
    return entryOf(
      {
        title,
        ...namesIn(textOf(names)),
        published: year,
        page: hrefOf(own.find((link) => link !== pdf)) ?? hrefOf(pdf),
        pdf: hrefOf(pdf),
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
    null,
  items: (doc) => [...doc.querySelectorAll('.paper_wrapper')],
  context: years,
  read(item, year) {
    const own = links(item);
    const pdf = own.find((link) => /\.pdf$/i.test(link.getAttribute('href') ?? ''));
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

export const site = defineSite({
  id: 'ijcai',
  verified: true,
  examples: [
    'https://www.ijcai.org/proceedings/2018/',
    'https://www.ijcai.org/proceedings/2024',
    'https://www.ijcai.org/Proceedings/2015',
    'https://ijcai.org/proceedings/2023/',
    'https://www.ijcai.org/proceedings/2024/12',
  ],
  paper,
  listing(url) {
    if (!/(?:^|\.)ijcai\.org$/.test(url.hostname)) return undefined;
    if (/^\/proceedings\/\d{4}\/?$/i.test(url.pathname)) return proceedings;
    return paper(url) && !/\.pdf$/i.test(url.pathname) ? metaListing : undefined;
  },
});
