/**
 * JMLR: volumes, special topics and issues, software papers (`dt` with the title, `dd` with authors and links; since
 * volume 5 each in a `dl` of its own, before that in rows of a table), and TMLR's list of accepted papers.
 *
 * Unverified: built from the selectors of https://github.com/zotero/translators (Journal of Machine Learning
 * Research.js) and of https://github.com/SilenceEagle/paper_downloader (code/paper_downloader_JMLR.py).
 */
import { idOfUrl } from '../core/identity.ts';
import { metaListing } from './citation-meta.ts';
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, keyOf, linkedPapers } from './evidence.ts';
import { dateOf, distinct, entryOf, hrefOf, namesIn } from './parts.ts';

const isHost = (url: URL): boolean => /^(?:www\.)?jmlr\.org$/.test(url.hostname);

/** `/papers/v22/20-1447.html`, `.bib`, `/papers/volume22/20-1447/20-1447.pdf`: volume and name. */
function paper(url: URL): string | undefined {
  if (!isHost(url)) return undefined;
  const found =
    /^\/papers\/v(\d+)\/([\w-]+)\.(?:html?|bib)$/.exec(url.pathname) ??
    /^\/papers\/volume(\d+)\/([\w-]+)\/[\w-]+\.pdf$/.exec(url.pathname);
  return found && found[2] !== 'index' ? `${found[1]}/${found[2]}` : undefined;
}

const linkKey = keyOf(paper);

/** Links to papers under `area`, by whatever key. */
const linksIn = (area: ParentNode): Element[] =>
  [...area.querySelectorAll('a[href]')].filter((link) => {
    const url = addressOf(link, link.ownerDocument.URL);
    return url !== undefined && linkKey(url) !== undefined;
  });

const expected = (doc: Document): number | undefined => linkedPapers(doc.body, doc.URL, linkKey) || undefined;

/** What the text of a link says it leads to: `abs`, `[pdf]`. */
const labelled = (links: readonly Element[], label: RegExp): string | undefined =>
  hrefOf(links.find((link) => label.test(link.textContent ?? '')));

/** Where the links of a paper stand, and its authors before them. */
const lineAt = (link: Element): Element | null => link.closest('dd') ?? link.closest('div, p, td');

/** The title: the element before that line, which links to no paper. */
function termOf(line: Element | null): Element | undefined {
  const before = line?.previousElementSibling;
  return before && !/^h\d$/.test(before.localName) && textOf(before) !== '' && linksIn(before).length === 0
    ? before
    : undefined;
}

const lineOf = (term: Element): Element | undefined => term.nextElementSibling ?? undefined;

const volume = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => doc.querySelector('#content') ?? doc.body,
  items: (doc) => distinct(linksIn(doc).map((link) => termOf(lineAt(link)))),
  context: () => undefined,
  read(term) {
    const line = lineOf(term);
    if (!line) return undefined;
    const links = [...line.querySelectorAll('a[href]')];
    // "Ada Quill, Bo Reed; (12):1−20, 2021. [abs][pdf][bib]"
    const text = textOf(line);
    const told = text.slice(0, text.indexOf('[') < 0 ? undefined : text.indexOf('['));
    const [named, ...rest] = told.split(';');
    const [place, year] = /^.*?\b((?:19|20)\d\d)(?=\s*(?:$|[.(]))/.exec(rest.join(';')) ?? [];
    const pdf = labelled(links, /^\s*\[?\s*pdf\b/i);
    const page =
      labelled(links, /^\s*\[?\s*abs/i) ?? hrefOf(links.find((link) => /\.html?$/.test(hrefOf(link) ?? '')));
    return entryOf(
      {
        title: textOf(term),
        ...namesIn(textOf(line.querySelector('i, em, b')) || (named ?? '')),
        venue: 'JMLR',
        published: year,
        journalRef: place,
        page: page ?? pdf,
        pdf,
        more: links.filter((link) => /\bcode\b|software|data/i.test(link.textContent ?? '')).map(hrefOf),
      },
      term.ownerDocument.URL,
    );
  },
  slot(term) {
    const parent = lineOf(term);
    return parent ? { parent, before: null, style: 'gutter', beside: term } : undefined;
  },
  extent: (term) => distinct([term, lineOf(term)]),
  texts: (term) => [term],
  expected,
});

const LABEL = /^\s*\[?\s*(?:openreview|pdf|bib\w*|code|video|abs\w*|data\w*)\s*\]?\s*$/i;

/** TMLR: a heading or a link that is no label. */
const titleOf = (item: Element): Element | undefined =>
  [...item.querySelectorAll('h2, h3, h4, h5, a')].find((one) => {
    const text = one.textContent ?? '';
    return text.trim() !== '' && !LABEL.test(text);
  });

const transactions = defineListing({
  kind: 'listing',
  live: false,
  root: (doc) => doc.querySelector('#content') ?? doc.body,
  items: (doc) => distinct(linksIn(doc).map((link) => link.closest('li') ?? link.closest('div, tr, p'))),
  context: () => undefined,
  read(item) {
    const links = [...item.querySelectorAll('a[href]')];
    const own = linksIn(item).map(hrefOf);
    const names = textOf(item.querySelector('i, em'));
    const text = textOf(item);
    return entryOf(
      {
        ids: own.map((href) => href && idOfUrl(href)).slice(0, 1),
        title: textOf(titleOf(item)),
        ...namesIn(names),
        venue: 'TMLR',
        // "Ada Quill, Bo Reed, March 2024": the title may name years too
        published: names ? dateOf(text.slice(text.indexOf(names) + names.length)) : undefined,
        page: labelled(links, /openreview/i) ?? own[0],
        pdf: labelled(links, /^\s*\[?\s*pdf\b/i),
        more: links.filter((link) => /\bcode\b/i.test(link.textContent ?? '')).map(hrefOf),
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const beside = titleOf(item);
    return beside ? { parent: item, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (item) => distinct([titleOf(item)]),
  expected,
});

/** Volumes, special topics and issues, software, and the start page with the newest papers. */
const LISTS =
  /^\/(?:index\.html?|papers\/v\d+\/?(?:index\.html?)?|papers\/(?:topic|special)\/.+|mloss\/?(?:index\.html?)?)?$/;

export const site = defineSite({
  id: 'jmlr',
  verified: false,
  examples: [
    'https://www.jmlr.org/papers/v22/',
    'https://jmlr.org/papers/v3',
    'https://jmlr.org/papers/v25/index.html',
    'https://www.jmlr.org/papers/topic/kernel.html',
    'https://www.jmlr.org/mloss/',
    'https://www.jmlr.org/',
    'https://jmlr.org/tmlr/papers/',
    'https://jmlr.org/tmlr/papers/index.html',
    'https://www.jmlr.org/papers/v22/20-1447.html',
  ],
  paper,
  listing(url) {
    if (!isHost(url)) return undefined;
    if (/^\/tmlr\/papers\/?(?:index\.html?)?$/.test(url.pathname)) return transactions;
    if (LISTS.test(url.pathname)) return volume;
    return /\.html?$/.test(url.pathname) && paper(url) ? metaListing : undefined;
  },
});
