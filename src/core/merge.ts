/** Joins what several listings tell of one paper: the best of each field, never less than before. */
import { idsOf, isPlaceholder, kindOf, placeholderTitle, strongest } from './identity.ts';
import type { Entry, Meeting, Metadata, Paper, PaperId, PaperLinks, Seen } from './paper.ts';
import { isPublishedDoi, isPublishedVenue } from './preprint.ts';

/** A meeting on one site within this time of the last one there is the same sitting, not one more sighting. */
export const SITTING_MS = 30 * 60 * 1000;

const union = (a: readonly string[] = [], b: readonly string[] = []): string[] => [...new Set([...a, ...b])];

/** Whole beats cut, longer beats shorter, full names beat initials, known beats new: in this order, so that merging again changes nothing. */
function betterAuthors(a: Metadata, b: Metadata): Pick<Metadata, 'authors' | 'authorsCut'> {
  const whole = (one: Metadata) => Number(one.authors.length > 0 && !one.authorsCut);
  const gain =
    whole(b) - whole(a) || b.authors.length - a.authors.length || fullNames(b.authors) - fullNames(a.authors);
  const best = gain > 0 ? b : a;
  return { authors: best.authors, ...(best.authorsCut ? { authorsCut: true } : {}) };
}

/** "J Smith", "M. García López Jr.", "Smith, J.", PubMed's "Smith J": initials instead of first names. Names in capitals are none. */
const INITIALS =
  /^(?:.*\p{Ll}.* \p{Lu}{1,3}$|(?:\p{Lu}\.?[\s-]?){1,4}\s.*\p{Ll}|[^,]*\p{Ll}[^,]*,\s*(?:\p{Lu}\.?[\s-]?){1,4}$)/u;

/** How many of these names have first names and not initials. */
export const fullNames = (names: readonly string[]): number =>
  names.filter((name) => !INITIALS.test(name)).length;

export const cut = (text: string): boolean => /(?:…|\.\.\.)$/.test(text);

function betterText(a: string | undefined, b: string | undefined): string | undefined {
  if (!a) return b;
  if (!b) return a;
  if (cut(a) !== cut(b)) return cut(a) ? b : a;
  return a;
}

/** Any title beats a placeholder; of two placeholders, that of the strongest id remains. */
function betterTitle(a: string, b: string, id: PaperId): string {
  const [one, other] = [a, b].filter((title) => title !== '' && !isPlaceholder(title));
  return betterText(one, other) ?? (a || b ? placeholderTitle(id) : '');
}

/** Both, or the one that tells where the paper was published where the other tells where it was posted: that is no publication. */
function publishedFirst(
  a: string | undefined,
  b: string | undefined,
  isPublished: (one: string) => boolean,
): [a: string | undefined, b: string | undefined] {
  if (a === undefined || b === undefined || isPublished(a) === isPublished(b)) return [a ?? b, b];
  return isPublished(a) ? [a, undefined] : [b, undefined];
}

/** The earlier date, the more exact of two that agree: `2024` and `2024-03-11` give `2024-03-11`. */
function betterDate(a: string | undefined, b: string | undefined): string | undefined {
  if (!a || !b) return a ?? b;
  if (a.startsWith(b)) return a;
  if (b.startsWith(a)) return b;
  return a < b ? a : b;
}

function mergeLinks(a: PaperLinks, b: PaperLinks, id: PaperId): PaperLinks {
  // an arXiv paper's own page is arXiv's, wherever it was met first
  const arxiv = kindOf(id) === 'arxiv' ? `https://arxiv.org/abs/${id.slice('arxiv:'.length)}` : undefined;
  const pdf = a.pdf ?? b.pdf;
  const html = a.html ?? b.html;
  return {
    page: arxiv ?? (a.page || b.page),
    ...(pdf ? { pdf } : {}),
    ...(html ? { html } : {}),
    code: union(a.code, b.code),
    project: union(a.project, b.project),
  };
}

function put<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}

/** Metadata of `a` and `b` under the strongest id of both; `a` is the one known before. */
export function mergeMetadata(a: Metadata, b: Metadata, id: PaperId): Metadata {
  const out: Metadata = {
    id,
    title: betterTitle(a.title, b.title, id),
    ...betterAuthors(a, b),
    categories: a.categories.length >= b.categories.length ? a.categories : b.categories,
    links: mergeLinks(a.links, b.links, id),
  };
  put(out, 'editors', (b.editors?.length ?? 0) > (a.editors?.length ?? 0) ? b.editors : a.editors);
  const familyFirst = union(a.familyFirst, b.familyFirst);
  if (familyFirst.length > 0) out.familyFirst = familyFirst;
  put(out, 'abstract', betterText(a.abstract, b.abstract));
  put(out, 'published', betterDate(a.published, b.published));
  put(out, 'venue', betterText(...publishedFirst(a.venue, b.venue, isPublishedVenue)));
  put(out, 'doi', publishedFirst(a.doi, b.doi, isPublishedDoi)[0]);
  put(out, 'comment', b.comment ?? a.comment);
  put(out, 'journalRef', a.journalRef ?? b.journalRef);
  const keywords = union(a.keywords, b.keywords);
  if (keywords.length > 0) out.keywords = keywords;
  put(out, 'upvotes', b.upvotes ?? a.upvotes);
  return out;
}

/** A paper met for the first time. Topics are still to be assigned (`topicsVersion` 0). */
export function paperOf(entry: Entry, at: string): Paper {
  const ids = idsOf(entry);
  const id = strongest(ids) ?? entry.id;
  const blank: Metadata = {
    id,
    title: entry.title,
    authors: [],
    categories: [],
    links: { page: entry.links.page, code: [], project: [] },
  };
  const here = { at, site: entry.site };
  return {
    ...mergeMetadata(blank, entry, id),
    ...(entry.upvotes !== undefined ? { upvotesAt: at } : {}),
    ...(entry.comment !== undefined ? { commentAt: at } : {}),
    aliases: ids.filter((other) => other !== id),
    topics: [],
    topicsVersion: 0,
    seen: { count: 1, first: here, last: here, bySite: { [entry.site]: at } },
  };
}

/** Whether meeting a paper on `site` at `at` counts as one more sighting. */
export function isNewSighting(seen: Seen, site: string, at: string): boolean {
  const last = seen.bySite[site];
  return !last || Date.parse(at) - Date.parse(last) >= SITTING_MS;
}

/** When a visit of a page met what is on it; a page's clock is not believed beyond ours. */
export const metAt = (visit: string | undefined, now: string): string => (visit && visit < now ? visit : now);

/** A paper is new as long as it was met once only, and that within this sitting. */
export function isNew(seen: Seen, at: string): boolean {
  return seen.count === 1 && Date.parse(at) - Date.parse(seen.last.at) < SITTING_MS;
}

/** What is known after meeting `paper` once more as `entry`. The tagger must run again when title or abstract changed. */
export function meet(paper: Paper, entry: Entry, at: string): Paper {
  const ids = new Set([...idsOf(paper), ...idsOf(entry)]);
  const id = strongest(ids) ?? paper.id;
  const merged = mergeMetadata(paper, entry, id);
  const sameText = merged.title === paper.title && merged.abstract === paper.abstract;
  const again = isNewSighting(paper.seen, entry.site, at);
  const here = { at, site: entry.site };
  const out: Paper = {
    ...merged,
    aliases: [...ids].filter((other) => other !== id),
    topics: paper.topics,
    topicsVersion: sameText ? paper.topicsVersion : 0,
    seen: {
      count: paper.seen.count + (again ? 1 : 0),
      // a batch may arrive late: an older meeting never takes a newer one back
      first: earlierMeeting(paper.seen.first, here),
      last: laterMeeting(here, paper.seen.last),
      bySite: { ...paper.seen.bySite, [entry.site]: laterTime(paper.seen.bySite[entry.site], at) },
    },
  };
  const counted = entry.upvotes !== undefined && at >= (paper.upvotesAt ?? '');
  put(out, 'upvotes', counted ? entry.upvotes : paper.upvotes);
  put(out, 'upvotesAt', counted ? at : paper.upvotesAt);
  const commented = entry.comment !== undefined && at >= (paper.commentAt ?? '');
  put(out, 'comment', commented ? entry.comment : (paper.comment ?? entry.comment));
  put(out, 'commentAt', commented ? at : paper.commentAt);
  return out;
}

const laterTime = (a: string | undefined, b: string): string => (a && a > b ? a : b);

/** Which of two meetings comes first: one without a site (an import) is none; of two at once, the site's name decides. */
const before = (a: Meeting, b: Meeting): boolean => (a.at === b.at ? a.site <= b.site : a.at < b.at);
const named = (a: Meeting, b: Meeting): Meeting | undefined =>
  (a.site === '') === (b.site === '') ? undefined : a.site === '' ? b : a;

export const earlierMeeting = (a: Meeting, b: Meeting): Meeting => named(a, b) ?? (before(a, b) ? a : b);
export const laterMeeting = (a: Meeting, b: Meeting): Meeting => named(a, b) ?? (before(a, b) ? b : a);
