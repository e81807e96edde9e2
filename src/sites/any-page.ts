/**
 * Finds papers on a page of no known layout by the links that lead to them: reading lists, newsletters, tables, cards,
 * comments, references; and the pages of a known site whose markup has changed.
 */
import { idOfUrl, placeholderTitle, strongest } from '../core/identity.ts';
import { type Placed, papersIn } from './any-page-entries.ts';
import { isId } from './any-page-links.ts';
import { defineListing, type Listing } from './define-site.ts';
import { byId, type KeyOf } from './evidence.ts';
import { distinct, entryOf, hrefOf, type Read } from './parts.ts';
import { leadsTo } from './unwrapped.ts';

export interface AnyOptions {
  /** Key of the paper a link leads to. */
  key?: KeyOf;
  /** The site's own listing of this page, where the page has one: its embedded data is used, by id. */
  within?: Listing;
}

/** What the page's own data tells of its papers, by every id; a site's broken reading tells nothing. */
function dataOf(within: Listing | undefined, doc: Document, url: URL): Map<string, Read> {
  const data = new Map<string, Read>();
  try {
    for (const read of within?.embedded?.(within.context(doc, url, [])) ?? []) {
      for (const id of [read.id, ...(read.aliases ?? [])]) data.set(id, read);
    }
  } catch {
    // the markup has changed: links are all there is
  }
  return data;
}

function entryAt(paper: Placed, data: Map<string, Read>): Read | undefined {
  const { keys, links, item, coins } = paper;
  const known = [...keys.values()].map((key) => data.get(key)).find((read) => read !== undefined);
  if (known) return known;
  const ids = [...keys.values(), ...(coins?.ids ?? [])].filter(
    (id): id is string => id !== undefined && isId(id),
  );
  const id = strongest(ids);
  const title = paper.title ?? (id && placeholderTitle(id));
  if (!title) return undefined;
  const hrefs = links.flatMap((link) => leadsTo(link, link.ownerDocument.URL)?.href ?? []);
  const pdf = hrefs.find((href) => /\.pdf(?:[?#]|$)|\/pdf\//.test(href));
  const code = item.localName === 'a' ? [] : item.querySelectorAll('a[href*="github.com"]');
  return entryOf(
    {
      ids,
      title,
      authors: paper.authors,
      published: coins?.published,
      venue: coins?.venue,
      page: hrefs.find((href) => href !== pdf && (!id || idOfUrl(href) === id)) ?? hrefs[0],
      pdf,
      more: Array.from(code, (link) => hrefOf(link)),
    },
    item.ownerDocument.URL,
  );
}

export function anyListing({ key = byId, within }: AnyOptions = {}): Listing {
  const places = new WeakMap<Element, Placed>();
  return defineListing<Map<string, Read>>({
    kind: 'listing',
    live: true,
    root: (doc) => doc.body,
    items(doc) {
      const papers = doc.body ? papersIn(doc.body, doc.baseURI, key, within ? 1 : 3) : [];
      for (const paper of papers) places.set(paper.item, paper);
      return papers.map((paper) => paper.item);
    },
    context: (doc, url) => dataOf(within, doc, url),
    read(item, data) {
      const paper = places.get(item);
      return paper && entryAt(paper, data);
    },
    slot(item) {
      const paper = places.get(item);
      if (!paper) return undefined;
      const { shown } = paper;
      // never in a link: what stands there is clicked
      const behind = shown.closest('a') ?? (paper.behind.parentElement?.closest('a') || paper.behind);
      const parent = behind.parentElement;
      return parent ? { parent, before: behind.nextSibling, style: 'flow', beside: shown } : undefined;
    },
    texts: (item) => distinct([places.get(item)?.shown]),
    extent(item) {
      const parts = [item];
      if (item.localName !== 'dt') return parts;
      for (let next = item.nextElementSibling; next?.localName === 'dd'; next = next.nextElementSibling)
        parts.push(next);
      return parts;
    },
    expected: () => undefined,
  }) as Listing;
}
