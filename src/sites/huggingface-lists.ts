/** Hugging Face's lists of papers: daily, weekly, monthly, trending, search; a person's, an organisation's, a collection's. */
import { defineListing, type Slot } from './define-site.ts';
import { abstractLink, cards, headings, idsIn, readCard } from './huggingface-cards.ts';
import { type Embedded, embeddedIn, entryOf } from './huggingface-embedded.ts';

const DAILY = '[data-target="DailyPapers"]';
/** Should the target be renamed, its data still says what it is. */
const DAILY_DATA = [`${DAILY}[data-props]`, '[data-props*="dailyPapers"]'] as const;
const ANY_DATA = `[data-props*='"summary"']`;

interface Context {
  data: Embedded;
  /** The data answers what the address asks for. */
  fresh: boolean;
}

/** Search results are fetched by the page's scripts: the data, and at first the cards too, are those of the day. */
const answers = (data: Embedded, words: string | null): boolean =>
  !words || (data.query ?? '').includes(JSON.stringify(words).slice(1, -1));

function context(doc: Document, url: URL, problems: string[], ...selectors: string[]): Context {
  const data = embeddedIn(doc, ...selectors);
  if (data.problem) problems.push(data.problem);
  return { data, fresh: answers(data, url.searchParams.get('q')) };
}

/** The reader is searching, by address or by what stands in the search box. */
function searching(doc: Document): boolean {
  const box = doc.querySelector<HTMLInputElement>('input[name="daily-papers-search"]');
  return Boolean(box?.value) || (doc.URL.includes('?') && new URL(doc.URL).searchParams.has('q'));
}

/** Links to papers that are no headings: evidence of entries where the markup has changed. */
function linked(doc: Document): number | undefined {
  const ids = new Set<string>();
  for (const link of doc.querySelectorAll('main a[href^="/papers/"]')) {
    const id = /^\/papers\/(\d{4}\.\d{4,5})$/.exec(link.getAttribute('href') ?? '')?.[1];
    // profile pages carry bare "arxiv:2403.06504" badges: papers of somebody, but no list
    if (id && !/^\s*arxiv:/i.test(link.textContent ?? '')) ids.add(id);
  }
  return ids.size > 0 ? ids.size : undefined;
}

function slot(card: Element): Slot | undefined {
  const beside = headings(card)[0];
  if (!beside) return undefined;
  return card.localName === 'article'
    ? { parent: card, before: null, style: 'corner', beside }
    : { parent: card, before: null, style: 'gutter', beside };
}

/** Headings, and a whole abstract where one is shown (search). */
function texts(card: Element): Element[] {
  const abstract = abstractLink(card);
  return abstract ? [...headings(card), abstract] : headings(card);
}

/** In 2024 a grid cell stood around each article; left out alone, the article leaves a hole in the grid. */
function extent(card: Element): Element[] {
  const cell = card.parentElement;
  const alone = cell?.localName === 'div' && cell.childElementCount === 1 && !cell.matches('[data-target]');
  const cells =
    alone && cell.parentElement ? cell.parentElement.querySelectorAll(':scope > div > article') : [];
  return alone && cells.length > 1 ? [cell] : [card];
}

/** `/papers` in all its forms. */
export const list = defineListing<Context>({
  kind: 'listing',
  live: true,
  hydrates: true,
  root(doc) {
    const daily = doc.querySelector(DAILY) ?? doc.querySelector(DAILY_DATA[1]);
    if (daily) return daily.closest('main') ?? daily;
    return idsIn(doc).size > 0 ? (doc.querySelector('main') ?? doc.body) : null;
  },
  items: cards,
  context: (doc, url, problems) => context(doc, url, problems, ...DAILY_DATA),
  read: (card, { data }) => readCard(card, data),
  embedded: ({ data, fresh }) => (fresh ? [...data.papers.values()].map(entryOf) : []),
  slot,
  extent,
  texts,
  expected(doc) {
    const shown = idsIn(doc);
    const told = embeddedIn(doc, ...DAILY_DATA);
    if (shown.size === 0) {
      if (searching(doc)) return undefined;
      return told.problem || told.papers.size === 0 ? linked(doc) : told.papers.size;
    }
    let known = 0;
    for (const id of shown) if (told.papers.has(id)) known++;
    const fresh = !searching(doc) && known * 2 > shown.size;
    return fresh ? Math.max(shown.size, told.papers.size) : shown.size;
  },
});

/** Pages that may show papers among other things. Their data stands under many names and in pieces. */
export const shelf = defineListing<Context>({
  kind: 'listing',
  live: true,
  hydrates: true,
  root: (doc) => doc.querySelector('main') ?? doc.body,
  items: cards,
  context: (doc, url, problems) => context(doc, url, problems, ANY_DATA),
  read: (card, { data }) => readCard(card, data),
  slot,
  texts,
  expected(doc) {
    const shown = idsIn(doc).size;
    return shown > 0 ? shown : linked(doc);
  },
});
