/**
 * The virtual sites of ICML, ICLR and others, which share their software: lists of titles (`/virtual/2024/papers.html`),
 * lists of events as cards with authors and folded abstracts, and a page for each event.
 *
 * Unverified: built from what scrapers read of them, cards of 2022–2025 (`.displaycards`, `.author-str`) and of 2026
 * (`.event-card`, `.event-speakers`): https://github.com/papercopilot/paperlists and others.
 */
import { idOfUrl } from '../core/identity.ts';
import { paperInMeta } from './citation-meta.ts';
import { defineListing } from './define-site.ts';
import { textOf } from './dom.ts';
import { addressOf, FRAME, linkedPapers } from './evidence.ts';
import { distinct, entryOf, hrefOf, namesIn, type Read } from './parts.ts';

/** `/virtual/2024/poster/34567`, `/virtual/2025/loc/san-diego/oral/35442`: its number. */
export const eventOf = (url: URL): string | undefined =>
  /^\/virtual\/\d{4}\/(?:loc\/[\w-]+\/)?(?:poster|oral|spotlight)\/(\d+)\/?$/.exec(url.pathname)?.[1];

export const isVirtualList = (url: URL): boolean =>
  /^\/virtual\/\d{4}\/(?:loc\/[\w-]+\/)?(?:papers(?:\.html)?|awards_detail|events\/[\w-]*(?:oral|poster|spotlight|paper)[\w-]*|session\/\d+)\/?$/i.test(
    url.pathname,
  );

/** The first link with words to each event. */
function titles(doc: Document): Element[] {
  const found = new Map<string, Element>();
  for (const link of doc.querySelectorAll('a[href*="/virtual/"]')) {
    const url = addressOf(link, doc.URL);
    const key = url && eventOf(url);
    if (key && !found.has(key) && textOf(link) !== '' && !link.closest(FRAME)) found.set(key, link);
  }
  return [...found.values()];
}

const CARD = 'li, tr, [id^="event-"], .touchup-date, .myCard, .card';
const cardOf = (title: Element): Element | null => title.closest(CARD) ?? title.closest('div');

const titleOf = (card: Element): Element | undefined =>
  [...card.querySelectorAll('a[href*="/virtual/"]')].find((link) => textOf(link) !== '');

const NAMES = '.author-str, .event-speakers, .card-subtitle, .indented i, .authors';

/** The line with the names: what its class says, else a line of words between dots. */
const namesOf = (card: Element): Element | undefined =>
  card.querySelector(NAMES) ??
  [...card.querySelectorAll('*')].find(
    (one) => !one.firstElementChild && /\s·\s/.test(one.textContent ?? ''),
  );

const ABSTRACT = '#abstractExample, [id^="abstract-"], .abstract-text, .abstract-display, details > div';

/** "Abstract:" and the buttons that fold it are not part of it. */
const abstractIn = (card: ParentNode): string =>
  textOf(
    card.querySelector(ABSTRACT),
    (part) => part.localName === 'a' || part.localName === 'summary',
  ).replace(/^\s*Abstract\s*:?\s+/i, '');

export const virtualList = defineListing({
  kind: 'listing',
  live: true,
  root: (doc) => doc.querySelector('main, #main') ?? doc.body,
  items: (doc) => distinct(titles(doc).map(cardOf)),
  context: (doc) => /\/virtual\/(\d{4})\//.exec(doc.URL)?.[1],
  read(card, year) {
    const title = titleOf(card);
    return entryOf(
      {
        title: textOf(title),
        ...namesIn(textOf(namesOf(card))),
        abstract: abstractIn(card),
        published: year,
        page: hrefOf(title),
      },
      card.ownerDocument.URL,
    );
  },
  slot(card) {
    const beside = titleOf(card);
    const parent = namesOf(card) ?? card;
    return beside ? { parent, before: null, style: 'gutter', beside } : undefined;
  },
  texts: (card) => distinct([titleOf(card), card.querySelector(ABSTRACT)]),
  expected: (doc) => linkedPapers(doc.body, doc.URL, eventOf) || undefined,
});

const headingOf = (doc: Document): Element | null => doc.querySelector('.main-title, h1, h2');

/** What the page shows of its event, joined with what its metas tell. */
function event(doc: Document, url: URL): Read | undefined {
  const told = paperInMeta(doc, url);
  const forums = distinct(doc.querySelectorAll('a[href*="openreview.net/"]')).map((link) =>
    idOfUrl(hrefOf(link) ?? ''),
  );
  const ids = [...new Set(forums.filter((id) => id !== undefined))];
  const shown = entryOf(
    {
      // other papers may be linked too: those of the same session
      ids: [told?.id, ...(ids.length === 1 ? ids : [])].filter((id) => !id?.startsWith('title:')),
      title: told?.title ?? textOf(headingOf(doc)),
      ...(told
        ? { authors: told.authors }
        : namesIn(textOf(doc.querySelector('.event-organizers, .card-subtitle, .author-str')))),
      abstract: told?.abstract ?? abstractIn(doc),
      published: told?.published ?? /\/virtual\/(\d{4})\//.exec(url.pathname)?.[1],
      venue: told?.venue,
      page: url.href,
      pdf: told?.links.pdf,
    },
    url.href,
  );
  return told || shown?.abstract || shown?.authors.length ? shown : undefined;
}

export const virtualEvent = defineListing<Read | undefined>({
  kind: 'paper',
  live: false,
  root: (doc) => doc.body,
  items: (doc) => distinct([headingOf(doc)]),
  context: event,
  read: (_heading, paper) => paper,
  slot: (heading) => ({ parent: heading, before: null, style: 'flow', beside: heading }),
  texts: (heading) => [heading],
  expected: () => undefined,
});
