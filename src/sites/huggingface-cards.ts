/**
 * The cards of Hugging Face's lists. Told by what they are for, a heading that links to `/papers/ID`, never by class
 * names: those changed with every era of the site. Daily, weekly and monthly lists, trending (two copies of everything in
 * one article, one of them hidden), search results and collections share this.
 */
import { arxivId, titleId } from '../core/identity.ts';
import { LIMITS } from '../core/paper.ts';
import { clip } from '../core/text.ts';
import { textOf } from './dom.ts';
import { agreeing, byTitle, type Embedded, entryOf, linksOf, type Read } from './huggingface-embedded.ts';

const LEVELS = ['h2', 'h3', 'h4', 'h5'];
const LINK = 'a[href*="/papers/"]';
/** `h3 > a` on lists, `a > … h4` in collections. */
const HEADING = `:is(${LEVELS})`;
const TITLES = `${HEADING} ${LINK}, ${LINK} ${HEADING}`;
const CARDS = '[data-target="DailyPapers"] article';

/** `/papers/ID` itself: not `#community`, not `/login?next=…`, which name a paper without being its link. */
const PAPER = /^(?:https?:\/\/huggingface\.co)?\/papers\/([^/?#]+)\/?(?:\?[^#]*)?$/;

const idOfLink = (link: Element | null): string | undefined =>
  arxivId(PAPER.exec(link?.getAttribute('href') ?? '')?.[1] ?? '');

/** The paper a title element links to. */
const idOfTitle = (title: Element): string | undefined => idOfLink(title.closest('a'));

/** KaTeX writes every formula twice, as MathML with its source and as drawing. */
const drawing = (element: Element): boolean => element.classList.contains('katex-html');

const titlesIn = (within: ParentNode): Element[] =>
  [...within.querySelectorAll(TITLES)].filter((title) => idOfTitle(title) !== undefined);

/** Distinct papers named by headings under `within`. */
export const idsIn = (within: ParentNode): Set<string> =>
  new Set(titlesIn(within).map((title) => idOfTitle(title) as string));

/** A title of the page, and the paper it links to. */
type Title = readonly [element: Element, id: string];

/**
 * The card around title number `at`: its article, or else the largest element that holds no other paper and nothing of
 * the page. What it holds is asked of the nearest titles of other papers, which stand in the page's order: to look into
 * every card, or at every title, is most of what finding cards costs.
 */
function cardOf(at: number, titles: readonly Title[]): Element {
  const [title, id] = titles[at] as Title;
  let [before, after] = [at - 1, at + 1];
  while (titles[before]?.[1] === id) before--;
  while (titles[after]?.[1] === id) after++;
  const holdsOnly = (element: Element) =>
    ![titles[before], titles[after]].some((other) => other && element.contains(other[0]));
  const article = title.closest('article');
  if (article && holdsOnly(article)) return article;
  let card = title;
  for (let parent = card.parentElement; parent; parent = parent.parentElement) {
    if (/^(?:main|body|section|ul|ol)$/.test(parent.localName) || card.localName === 'li') break;
    if (!holdsOnly(parent) || parent.querySelector('h1, nav, input[type="search"]')) break;
    card = parent;
  }
  return card;
}

/** One element per paper, in document order; an article of the daily list without a link is a card too. */
export function cards(doc: Document): Element[] {
  const found = new Set<Element>();
  const ids = new Set<string>();
  const all = [...doc.querySelectorAll(`${TITLES}, ${CARDS}`)];
  const titles = all.flatMap((element): Title[] => {
    const id = element.localName === 'article' ? undefined : idOfTitle(element);
    return id ? [[element, id]] : [];
  });
  const placeOf = new Map(titles.map(([element], at) => [element, at]));
  for (const element of all) {
    if (element.localName !== 'article') {
      const at = placeOf.get(element);
      const id = titles[at ?? -1]?.[1];
      if (at === undefined || !id) continue;
      if (!ids.has(id)) found.add(cardOf(at, titles));
      ids.add(id);
    } else if (
      element.querySelector('h3') &&
      !element.querySelector('article') &&
      idsIn(element).size === 0
    ) {
      found.add(element);
    }
  }
  return [...found];
}

/** Headings that show the card's title: two on trending. */
export function headings(card: Element): Element[] {
  const found = titlesIn(card).map((title) => title.closest(HEADING) ?? title);
  if (found.length > 0) return found;
  const plain = card.querySelector('h3');
  return plain ? [plain] : [];
}

/** The abstract a search result shows whole, as a link to the paper's page; short links are pictures and "N authors". */
export function abstractLink(card: Element): Element | undefined {
  for (const link of card.querySelectorAll(LINK)) {
    if (!idOfLink(link) || link.closest(HEADING) || link.querySelector(HEADING)) continue;
    if (textOf(link).length >= 120) return link;
  }
  return undefined;
}

/** The number beside the triangle: "-" is none yet, "1.2k" tells no exact number. */
export function votes(within: Element): number | undefined {
  const box = within.querySelector('input[type="checkbox"]')?.parentElement;
  const shown = textOf(box).replace(/^upvoted?\s*/i, '');
  if (shown === '-') return 0;
  return /^\d{1,3}(?:,?\d{3})*$/.test(shown) ? Number(shown.replaceAll(',', '')) : undefined;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** "Published on Sep 12, 2023" of trending and search; dates without a year are left alone. */
function publishedOn(card: Element): string | undefined {
  for (const span of card.querySelectorAll('span, time')) {
    if (span.childElementCount > 0) continue;
    const date = /^(?:· )?(?:Published (?:on )?)?([A-Z][a-z]{2}) (\d{1,2}), (\d{4})$/.exec(textOf(span));
    const month = MONTHS.indexOf(date?.[1] ?? '') + 1;
    if (date?.[2] && month > 0)
      return `${date[3]}-${String(month).padStart(2, '0')}-${date[2].padStart(2, '0')}`;
  }
  return undefined;
}

/** The entry of a card: what it shows itself, and what the embedded data adds where that speaks of the same title. */
export function readCard(card: Element, data: Embedded): Read | undefined {
  const shown = titlesIn(card)[0] ?? card.querySelector('h3') ?? undefined;
  const title = clip(textOf(shown, drawing), LIMITS.title);
  if (!shown || !title) return undefined;
  const id = idOfTitle(shown) ?? [...card.querySelectorAll(LINK)].map(idOfLink).find(Boolean);
  const told = id ? agreeing(data, id, title) : byTitle(data, title);
  if (told) {
    const read = entryOf(told);
    if (!/(?:…|\.\.\.)$/.test(title)) read.title = title;
    addShown(read, card);
    return read;
  }
  if (!id) {
    const page = `https://huggingface.co/papers?q=${encodeURIComponent(title)}`;
    const links = { page: clip(page, LIMITS.url), code: [], project: [] };
    return { id: titleId(title, []), title, authors: [], categories: [], links };
  }
  const nothing = { page: '', code: [], project: [] };
  const read: Read = { id: `arxiv:${id}`, title, authors: [], categories: [], links: nothing };
  addShown(read, card);
  const repository = card.querySelector('a[href^="https://github.com/"]')?.getAttribute('href');
  read.links = linksOf(id, read.abstract ?? '', repository ? [repository] : []);
  return read;
}

/** Adds what the card shows and the data does not tell: asked for only then, it is most of what reading a card costs. */
function addShown(read: Read, card: Element): void {
  if (!read.abstract) {
    const abstract = clip(textOf(abstractLink(card)), LIMITS.abstract);
    if (abstract) read.abstract = abstract;
  }
  if (!read.published) {
    const published = publishedOn(card);
    if (published) read.published = published;
  }
  if (read.upvotes === undefined) {
    const upvotes = votes(card);
    if (upvotes !== undefined) read.upvotes = upvotes;
  }
}
