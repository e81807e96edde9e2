/**
 * papers.cool shows every paper as a panel, on lists as on its own page: `div.panel.paper#<key>` with the title's link
 * to `/arxiv/<id>` or `/venue/<key>@<source>` and the whole abstract. The next page is appended on scrolling; MathJax 2
 * and mark.js change titles and abstracts afterwards. (The site's own cool.js; readers of its venue pages on GitHub.)
 */
import { arxivId, idOfUrl } from '../core/identity.ts';
import { isCategory } from './arxiv-parts.ts';
import { textOf } from './dom.ts';
import { addressOf, FRAME } from './evidence.ts';
import { dateOf, distinct, entryOf, hrefOf, type Read } from './parts.ts';

/** Beside the list: answers of a machine with links of their own, the bar of starred papers. */
const ELSEWHERE = `${FRAME}, .kimi-container, [id^="kimi-container"], .app-bar, #app-bar`;

/** All names are in the page; of long lists some are folded behind a control. */
const AUTHORS = ':is(.authors, [id^="authors-"]) a[href]:not([onclick]), a.author';

/**
 * The paper one of the site's own addresses is about, by its id where the address holds one: `/venue/abc@OpenReview`,
 * `/venue/2025.acl-long.24@ACL`, `/arxiv/2510.20867`; several papers on one page ("a,b") are none.
 */
export function paperOf(url: URL): string | undefined {
  if (url.hostname !== 'papers.cool') return undefined;
  let path = url.pathname;
  try {
    path = decodeURIComponent(path);
  } catch {
    return undefined; // a stray percent sign: no key has one
  }
  const arxiv = arxivId(/^\/arxiv\/(.+?)\/?$/.exec(path)?.[1] ?? '');
  if (arxiv) return `arxiv:${arxiv}`;
  const [, key, source] = /^\/venue\/([^@,]+)@([^@,/]+)\/?$/.exec(path) ?? [];
  if (!key || !source) return undefined;
  if (source === 'OpenReview') return `openreview:${key}`;
  return (source === 'ACL' && idOfUrl(`https://aclanthology.org/${key}/`)) || `${source}:${key}`;
}

const KINDS = /^(?:arxiv|openreview|acl):/;

const keyOf = (link: Element): string | undefined => {
  const url = addressOf(link, link.ownerDocument.URL);
  return url && paperOf(url);
};

/** Links that may lead to a paper of the site, headings or not. */
const links = (area: ParentNode): Element[] =>
  Array.from(area.querySelectorAll('a:is([href*="/arxiv/"], [href*="/venue/"])')).filter(
    (link) => keyOf(link) && link.textContent?.trim() && !link.closest(ELSEWHERE),
  );

/** The link that is a panel's title. */
export const titleOf = (panel: Element): Element | undefined => links(panel)[0];

/** The panel a title stands in, by what it has always had; else what holds its heading. */
const panelOf = (link: Element): Element | null =>
  link.closest('.paper, [keywords]') ?? link.closest('h1, h2, h3')?.parentElement ?? link.parentElement;

export const panels = (doc: Document): Element[] => distinct(links(doc).map(panelOf));

/** Papers the page links to, by the site's own addresses or by those of where they were published, whichever are more. */
export function linked(doc: Document): number {
  const own = new Set(links(doc).map(keyOf)).size;
  const published = new Set<string>();
  for (const link of doc.querySelectorAll(
    'a:is([href*="/abs/"], [href*="/forum?"], [href*="//aclanthology.org/"])',
  )) {
    const href = hrefOf(link);
    const id = href && idOfUrl(href);
    if (id && !link.closest(ELSEWHERE)) published.add(id);
  }
  return Math.max(own, published.size);
}

/** "ICLR.2025 - Oral" as displayed; lists of arXiv have subjects with a code instead. */
function subjectsOf(panel: Element): {
  venue?: string;
  published?: string | undefined;
  categories: string[];
} {
  const categories: string[] = [];
  for (const link of panel.querySelectorAll('a[href*="/arxiv/"], a[href*="/venue/"]')) {
    const [, branch, name = ''] =
      /\/(arxiv|venue)\/([^/?#@]+)(?:[?#].*)?$/.exec(link.getAttribute('href') ?? '') ?? [];
    if (branch === 'arxiv' && isCategory(name) && !categories.includes(name)) categories.push(name);
    const venue = branch === 'venue' ? textOf(link) : '';
    if (venue && !keyOf(link)) return { venue, published: /\b(?:19|20)\d{2}\b/.exec(name)?.[0], categories };
  }
  return { categories };
}

export function read(panel: Element): Read | undefined {
  const title = titleOf(panel);
  if (!title) return undefined;
  const own = keyOf(title);
  const heading = title.closest('h1, h2, h3') ?? title.parentElement;
  // its number links to where it was published
  const published = Array.from(heading?.querySelectorAll('a[href]') ?? [], hrefOf).filter(
    (href) => href && new URL(href).hostname !== 'papers.cool',
  );
  const day = panel.querySelector('.date-data, .date');
  const pdf = Array.from(
    heading?.querySelectorAll('a[data^="http"]') ?? [],
    (link) => link.getAttribute('data') ?? '',
  );
  const subjects = subjectsOf(panel);
  return entryOf(
    {
      ids: [own && KINDS.test(own) ? own : undefined, ...published.map((href) => href && idOfUrl(href))],
      title: textOf(title),
      authors: Array.from(panel.querySelectorAll(AUTHORS), (link) => textOf(link)),
      abstract: textOf(panel.querySelector('.summary')),
      ...subjects,
      published: (day && dateOf(textOf(day))) || subjects.published,
      page: hrefOf(title),
      pdf: pdf[0],
    },
    panel.ownerDocument.URL,
  );
}

/** The last line of small print. */
export const lineOf = (panel: Element): Element =>
  Array.from(panel.querySelectorAll('.metainfo')).at(-1) ?? titleOf(panel)?.parentElement ?? panel;
