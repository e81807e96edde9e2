/** Proceedings of Machine Learning Research: volumes, one `div.paper` each, and the pages of papers. */
import { metaListing } from './citation-meta.ts';
import { defineListing, defineSite } from './define-site.ts';
import { textOf } from './dom.ts';
import { linkedPapers } from './evidence.ts';
import { distinct, entryOf, hrefOf, idsIn, namesIn } from './parts.ts';
import { afterTitle } from './title-blocks.ts';

/** `/v97/abels19a.html`, `/v97/abels19a/abels19a.pdf`, and the files of newer volumes on GitHub. */
function paper(url: URL): string | undefined {
  const path = url.pathname;
  const own = /^\/([vr]\d+)\/([^/]+?\d\d[^/]*?)(?:\.html|\/[^/]+\.pdf|(?:-supp)?\.pdf)$/i.exec(path);
  if (url.hostname === 'proceedings.mlr.press') return own ? `${own[1]}/${own[2]}` : undefined;
  const kept = /^\/mlresearch\/([vr]\d+)\/.*\/assets\/([^/]+)\//.exec(path);
  return kept ? `${kept[1]}/${kept[2]}` : undefined;
}

const VOLUME = /^Volume\s+\S+:\s*([^,]+)/i;
const LINKS = 'a[href*=".html"], a[href*=".pdf"]';
/** Links that may name an id: the volume's own, which are nearly all, never do. */
const ELSEWHERE = 'a[href*="//"]:not([href*="//proceedings.mlr.press/"])';

/** The block of one paper: what its class says, else what holds the title beside the links. */
function items(doc: Document): Element[] {
  const named = doc.querySelectorAll('div.paper');
  if (named.length > 0) return [...named];
  const blocks = [...doc.querySelectorAll('p.links')].map((line) => line.parentElement);
  return distinct(blocks);
}

const titleOf = (item: Element): Element | null => item.querySelector('p.title') ?? item.querySelector('p');

/** "Editors: Kamalika Chaudhuri, Ruslan Salakhutdinov", above the papers. */
function editorsOf(doc: Document): string[] {
  const line = [...doc.querySelectorAll('p > strong')]
    .map((one) => textOf(one))
    .find((text) => /^Editors:/.test(text));
  return line ? namesIn(line.replace(/^Editors:\s*/, '')).authors : [];
}

/** Names stand first in the line below the title. */
function authorsOf(item: Element, title: Element | null): Element | null | undefined {
  const line = title && afterTitle(title, item);
  return item.querySelector('.authors') ?? (line?.querySelector('a') ? undefined : line?.firstElementChild);
}

const volume = defineListing({
  kind: 'listing',
  live: false,
  // a volume that is announced lists nothing yet
  root: (doc) =>
    doc.querySelector('.paper, p.links')?.parentElement ??
    (VOLUME.test(textOf(doc.querySelector('h2, h1'))) ? doc.body : null),
  items,
  // "Volume 97: International Conference on Machine Learning, 9-15 June 2019, Long Beach, California, USA"
  context(doc) {
    const heading = textOf(doc.querySelector('h2, h1'));
    return {
      venue: VOLUME.exec(heading)?.[1],
      year: /\b(?:19|20)\d\d\b/.exec(heading)?.[0],
      editors: editorsOf(doc),
    };
  },
  read(item, { venue, year, editors }) {
    let page: string | undefined;
    let pdf: string | undefined;
    const more: (string | undefined)[] = [];
    // one look at each link: a volume has thousands
    for (const link of item.querySelectorAll('a[href]')) {
      const label = (link.textContent ?? '').trim();
      if (!page && /^abs/i.test(label)) page = hrefOf(link);
      else if (!pdf && /download pdf|^pdf$/i.test(label)) pdf = hrefOf(link);
      else if (/code|software|project|data/i.test(label)) more.push(hrefOf(link));
    }
    if (!page && !pdf) return undefined;
    const title = titleOf(item);
    return entryOf(
      {
        // volumes since 2024 name the paper's forum
        ids: idsIn(item, ELSEWHERE),
        title: textOf(title),
        ...namesIn(textOf(authorsOf(item, title))),
        editors,
        venue,
        published: year,
        journalRef: textOf(item.querySelector('.info')).replace(/^[;,]\s*/, ''),
        page: page ?? pdf,
        pdf,
        more,
      },
      item.ownerDocument.URL,
    );
  },
  slot(item) {
    const parent = item.querySelector('p.links') ?? item.querySelector(LINKS)?.parentElement ?? item;
    const beside = titleOf(item);
    return beside ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (item) => distinct([titleOf(item)]),
  expected: (doc) => linkedPapers(doc.body, doc.URL, paper) || undefined,
});

export const site = defineSite({
  id: 'pmlr',
  verified: true,
  examples: [
    'https://proceedings.mlr.press/v97/',
    'https://proceedings.mlr.press/v235/',
    'https://proceedings.mlr.press/v89',
    'https://proceedings.mlr.press/r1/',
    'https://proceedings.mlr.press/v97/index.html',
    'https://proceedings.mlr.press/v97/abels19a.html',
  ],
  paper,
  listing(url) {
    if (url.hostname !== 'proceedings.mlr.press') return undefined;
    if (/^\/[vr]\d+\/?(?:index\.html)?$/.test(url.pathname)) return volume;
    return url.pathname.endsWith('.html') && paper(url) ? metaListing : undefined;
  },
});
