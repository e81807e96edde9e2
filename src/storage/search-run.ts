/** One query over the search table: what meets it, in which order, and what it can be narrowed by. */
import { type Choices, type Filter, NO_FILTER } from '../core/filter.ts';
import { STATUSES } from '../core/mark.ts';
import type { PaperId } from '../core/paper.ts';
import type { Query, Term } from '../core/query.ts';
import type { TableOrder } from '../core/table-layout.ts';
import { choicesAmong, narrow } from './search-choices.ts';
import { byColumn } from './search-columns.ts';
import { DISMISSED, FLAGGED, MARKED, SAVED, STATUS_SHIFT } from './search-doc.ts';
import { byScore, byTime, byTitle, byYear, timeOfSort } from './search-order.ts';
import type { SearchTable } from './search-table.ts';
import { type Asked, type Labels, scoresOf } from './search-terms.ts';
import { titlesOf } from './search-titles.ts';

/** Which papers a query goes over; 'marked': any decision but a dismissal; 'met': every one that is stored. */
export const SEARCH_VIEWS = ['marked', 'saved', 'reading', 'flagged', 'dismissed', 'met'] as const;
export type SearchView = (typeof SEARCH_VIEWS)[number];

export interface SearchOptions extends Labels {
  view?: SearchView;
  filter?: Filter;
  /** Goes over these papers alone, of whatever is stored of them. */
  only?: readonly PaperId[] | undefined;
  /** The id a topic is shown and counted under; undefined: not at all. */
  showTopic?: (id: string) => string | undefined;
  /** What the library's table is sorted by, in place of the query's order. */
  order?: TableOrder | undefined;
  /** ms since 1970; by default the present. */
  now?: number;
}

export interface Found {
  /** In the order asked for: by default the best first, without words the newest decision (of 'met': meeting). */
  ids: PaperId[];
  /** How many papers of each view meet the query, before the filter. */
  views: Record<SearchView, number>;
  choices: Choices;
  /** Words that hardly any paper has → what was looked for as well. */
  taken: [typed: string, as: string][];
}

/** What was found, before anything is made of it that takes long: the papers by number. */
export interface Sought extends Pick<Found, 'views' | 'taken'> {
  /** In the order of `Found.ids`. A number is a paper's own as long as `among` is the same object. */
  papers: Uint32Array;
  among: object;
  idOf(paper: number): PaperId;
  /** Counts what they can be narrowed by. */
  choices(): Choices;
}

/** For every paper the sum of what its clauses are worth, and how many of them it meets. */
async function evaluate(asked: Asked, query: Query): Promise<{ scores: Float32Array; hits: Uint8Array }> {
  const { size } = asked.table;
  const scores = new Float32Array(size);
  const hits = new Uint8Array(size);
  const found = await Promise.all(
    query.clauses.map((clause) => Promise.all(clause.map((term) => scoresOf(asked, term)))),
  );
  query.clauses.forEach((clause, n) => {
    const best = found[n]?.[0] as Float32Array;
    if (clause[0]?.not) inverse(best);
    for (let i = 1; i < clause.length; i++) {
      const other = found[n]?.[i] as Float32Array;
      if (clause[i]?.not) inverse(other);
      for (let doc = 0; doc < size; doc++)
        if ((other[doc] as number) > (best[doc] as number)) best[doc] = other[doc] as number;
    }
    for (let doc = 0; doc < size; doc++) {
      if (hits[doc] !== n || !((best[doc] as number) > 0)) continue;
      hits[doc] = n + 1;
      (scores[doc] as number) += best[doc] as number;
    }
  });
  return { scores, hits };
}

/** What held no longer does, and the other way round. Worth next to nothing: it says what is not wanted. */
function inverse(scores: Float32Array): void {
  for (let doc = 0; doc < scores.length; doc++) scores[doc] = scores[doc] === 0 ? 0.001 : 0;
}

const isDismissed = (term: Term): boolean => term.kind === 'is' && term.value === 'dismissed' && !term.not;

/** The views as bits. */
const bitOf = (view: SearchView): number => 1 << SEARCH_VIEWS.indexOf(view);

/** The views that a paper with these flags is in. @param dismissedToo dismissed papers are found as others are. */
function viewsOf(flags: number, dismissedToo: boolean): number {
  const dismissed = (flags & DISMISSED) !== 0;
  const status = STATUSES[((flags >> STATUS_SHIFT) & 3) - 1];
  let views = bitOf('met');
  if ((flags & MARKED) !== 0 && (!dismissed || dismissedToo)) views |= bitOf('marked');
  if ((flags & SAVED) !== 0) views |= bitOf('saved');
  if ((status === 'to-read' || status === 'reading') && !dismissed) views |= bitOf('reading');
  if ((flags & FLAGGED) !== 0 && !dismissed) views |= bitOf('flagged');
  if (dismissed) views |= bitOf('dismissed');
  return views;
}

/** 1 for every paper that may be found. */
function findable(table: SearchTable, only: readonly PaperId[] | undefined): Uint8Array {
  if (!only) return table.alive;
  const out = new Uint8Array(table.size);
  for (const id of only) {
    const doc = table.place(id);
    if (doc !== undefined) out[doc] = 1;
  }
  return out;
}

/** Papers of `view` that meet all clauses, and how many there are in each view. */
function inViews(
  { flags, size }: SearchTable,
  findable: Uint8Array,
  hits: Uint8Array,
  query: Query,
  view: SearchView,
): { docs: Uint32Array; views: Record<SearchView, number> } {
  // dismissed papers are found only when asked for
  const dismissedToo = query.clauses.flat().some(isDismissed);
  const all = query.clauses.length;
  const wanted = bitOf(view);
  /** Worked out once for each combination of flags, which are few; every one is in a view. */
  const known = new Uint8Array(1 << 16);
  const combined = new Uint32Array(1 << SEARCH_VIEWS.length);
  const docs = new Uint32Array(size);
  let count = 0;
  for (let doc = 0; doc < size; doc++) {
    if (findable[doc] === 0 || hits[doc] !== all) continue;
    const bits = flags[doc] as number;
    let of = known[bits] as number;
    if (of === 0) {
      of = viewsOf(bits, dismissedToo);
      known[bits] = of;
    }
    (combined[of] as number)++;
    if ((of & wanted) !== 0) docs[count++] = doc;
  }
  const views = { marked: 0, saved: 0, reading: 0, flagged: 0, dismissed: 0, met: 0 };
  for (const one of SEARCH_VIEWS)
    combined.forEach((n, of) => {
      if ((of & bitOf(one)) !== 0) views[one] += n;
    });
  return { docs: docs.slice(0, count), views };
}

/** Fields that say what a paper is: of these the better ones come first. Others only say whether it is meant. */
const RANKED = new Set(['any', 'title', 'author', 'abstract', 'note', 'venue']);

const hasWords = (query: Query): boolean =>
  query.clauses.flat().some((term) => term.kind === 'text' && !term.not && RANKED.has(term.field));

async function inOrder(
  table: SearchTable,
  docs: Uint32Array,
  query: Query,
  scores: Float32Array,
  view: SearchView,
  now: number,
): Promise<Uint32Array> {
  const column = timeOfSort(query.sort, view === 'met');
  if (query.sort === 'title') return byTitle(docs, await titlesOf(table));
  if (query.sort === 'year') return byYear(table, docs, column);
  const time = query.sort === 'added' || query.sort === 'seen';
  return time || !hasWords(query) ? byTime(table, docs, column) : byScore(table, docs, scores, column, now);
}

/**
 * What meets a query. Words and what it goes by besides are read first; the rest is worked out in one go of some ms.
 * @throws PartGone where a part of the index was replaced meanwhile.
 */
export async function seek(table: SearchTable, query: Query, options: SearchOptions = {}): Promise<Sought> {
  const { view = 'marked', filter = NO_FILTER, now = Date.now() } = options;
  const taken = new Map<string, string>();
  const { scores, hits } = await evaluate({ table, labels: options, now, taken }, query);
  const { docs, views } = inViews(table, findable(table, options.only), hits, query, view);
  const kept = narrow(table, docs, filter, options.showTopic);
  const usual = await inOrder(table, kept, query, scores, view, now);
  const ordered = options.order ? await byColumn(table, usual, options.order, options) : usual;
  return {
    papers: table.firstsOf(ordered),
    among: table,
    idOf: (paper) => table.idOf(paper),
    views,
    choices: () => choicesAmong(table, docs, filter, options.showTopic),
    taken: [...taken],
  };
}

/** All that is to be told of what was found. */
export const foundOf = ({ papers, idOf, views, choices, taken }: Sought): Found => ({
  ids: Array.from(papers, idOf),
  views,
  choices: choices(),
  taken,
});

/** What meets a query, and all that is to be told of it. @throws PartGone likewise. */
export const runQuery = async (table: SearchTable, query: Query, options?: SearchOptions): Promise<Found> =>
  foundOf(await seek(table, query, options));
