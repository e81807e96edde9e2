/**
 * Cards of sites that draw them with utility classes, which change with every release: a card is what stands around the
 * links to one paper and to no other. Scholar Inbox and Emergent Mind are read by it too.
 */
import { isTitle } from './any-page-titles.ts';
import { textOf } from './dom.ts';
import { FRAME } from './evidence.ts';
import { dateOf, namesIn } from './parts.ts';

/** The paper a link leads to; undefined where it leads to none. */
export type LinkKey = (link: Element) => string | undefined;

export interface Card {
  key: string;
  item: Element;
  /** Its links to the paper, in order. */
  links: Element[];
  /** The element that shows the title, where one evidently does. */
  title?: Element | undefined;
}

const LIST = 'main, body, ul, ol, tbody, section, [role="list"], [role="feed"], [role="main"]';
/** What no card holds: one that would has grown into its page. */
const PAGE = 'h1, form, nav, header, footer, main';
const HEADING = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
const BLOCK = 'div, p, a, li, h1, h2, h3, h4, h5, h6';

/** Text of what is shown once; KaTeX draws a formula beside its source. */
export const shownText = (element: Element | null | undefined): string =>
  textOf(element, (inner) => inner.matches('.katex-html, .sr-only, sup'));

/** The elements under `area` that hold a line of text and no blocks. */
export const linesOf = (area: Element): Element[] =>
  Array.from(area.querySelectorAll(`${BLOCK}, span, time`)).filter(
    (one) => !one.querySelector(BLOCK) && one.textContent?.trim() && !one.parentElement?.closest('.katex'),
  );

/** Distinct papers linked under `area`. */
export function papersLinked(area: Element | null, key: LinkKey): number {
  const found = new Set<string>();
  for (const link of area?.querySelectorAll('a[href]') ?? []) {
    const one = key(link);
    if (one && !link.closest(FRAME)) found.add(one);
  }
  return found.size;
}

/** What links to a paper say beside its title: "View blog", "PDF", "12 comments". */
const LABEL =
  /^(?:(?:view|read|open|see|show|get|the|full|on|in)\s+)*(?:blogs?|pdf|papers?|abs|abstract|html|code|overview|details?|more|arxiv|text|\d[\d,.]*k?(?:\s+\w+)?)?$/i;
const DATE =
  /^(?:(?:published|submitted|posted)\s*(?:on)?:?\s*)?(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? (?:\d{1,2}, )?(?:19|20)\d{2}$/i;

/** Short and odd titles ("Mistral 7B", "Words We Read"): a paper's own link may say them. */
const mayBeTitle = (text: string): boolean =>
  text.length > 3 && text.length <= 300 && !LABEL.test(text) && !DATE.test(text);

function titleIn({ item, links }: Card): Element | undefined {
  for (const link of links) {
    const heading = link.querySelector(HEADING) ?? link.closest(HEADING);
    if (heading?.textContent?.trim() && (item.contains(heading) || heading.contains(item))) return heading;
  }
  // a link around a whole card: one of its lines
  const said = links.map((link) => {
    const lines = linesOf(link);
    return lines.length > 1 ? lines : [link];
  });
  for (const good of [(text: string) => isTitle(text, 2) && mayBeTitle(text), mayBeTitle]) {
    for (const lines of said) {
      const line = lines.find((one) => good(shownText(one)));
      if (line) return line;
    }
  }
  const marked = Array.from(item.querySelectorAll(`${HEADING}, [class*="title" i]`));
  return (
    marked.find((one) => mayBeTitle(shownText(one))) ??
    linesOf(item).find((one) => isTitle(shownText(one), 3))
  );
}

const cards = new WeakMap<Element, Card>();

/** The card at an item that `cardsIn` found. */
export const cardAt = (item: Element): Card | undefined => cards.get(item);

/** The cards under `area` in document order; a paper that stands in two places has two. */
export function cardsIn(area: Element | null, key: LinkKey): Card[] {
  if (!area) return [];
  const keys = new Map<Element, string>();
  // '' stands for several papers
  const owners = new Map<Element, string>();
  for (const link of area.querySelectorAll('a[href]')) {
    const one = key(link);
    if (!one || link.closest(FRAME)) continue;
    keys.set(link, one);
    for (let at: Element | null = link; at && at !== area.parentElement; at = at.parentElement) {
      const owner = owners.get(at);
      if (owner === one || owner === '') break;
      owners.set(at, owner === undefined ? one : '');
    }
  }
  const found = new Map<Element, Card>();
  for (const [link, one] of keys) {
    let item = link;
    for (let up = link.parentElement; up && up !== area; up = up.parentElement) {
      if (owners.get(up) !== one || up.matches(LIST) || up.querySelector(PAGE)) break;
      item = up;
    }
    const card = found.get(item);
    if (card) card.links.push(link);
    else found.set(item, { key: one, item, links: [link] });
  }
  for (const card of found.values()) {
    card.title = titleIn(card);
    cards.set(card.item, card);
  }
  return [...found.values()];
}

/** Names in the card's line of authors. */
export function authorsOf(item: Element): { authors: string[]; authorsCut?: true } {
  const box = item.querySelector('[class*="author" i]');
  const links = Array.from(box?.querySelectorAll('a') ?? [], shownText).filter(Boolean);
  return links.length > 0
    ? { authors: links }
    : namesIn(shownText(box).replace(/^(?:by|authors?:?)\s+/i, ''));
}

/** The day that stands alone in a line of the card. */
export function dayOf(item: Element): string | undefined {
  const time = item.querySelector('time[datetime]')?.getAttribute('datetime');
  if (time) return dateOf(time);
  const line = linesOf(item).find((one) => DATE.test(shownText(one)));
  return line && dateOf(shownText(line));
}

/** Where the mark of a card stands: beside its title, chips at the end of the title's own box, outside of its link. */
export function slotOf(item: Element) {
  const title = cardAt(item)?.title;
  if (!title) return undefined;
  const link = title.closest('a');
  const box = link && item.contains(link) && link !== item ? link.parentElement : undefined;
  const parent = box && item.contains(box) ? box : item;
  return { parent, before: null, style: 'gutter' as const, beside: title };
}
