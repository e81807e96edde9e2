/**
 * Two copies of one stored paper, joined: restoring backups, and records that turn out to be one paper. Every field is
 * the greater of both in an order of its values alone, never "the one known before": so any number of copies joined in
 * any order give the same paper (a join semilattice, as in Shapiro et al., "Conflict-free Replicated Data Types", 2011).
 */
import { canonical } from './canonical.ts';
import { idOfDoi, isPlaceholder, kindOf, placeholderTitle, strongest } from './identity.ts';
import { cut, earlierMeeting, fullNames, laterMeeting } from './merge.ts';
import type { Metadata, Paper, PaperId, PaperLinks, Seen, Sighting } from './paper.ts';
import { isPublishedDoi, isPublishedVenue } from './preprint.ts';

type Order<T> = (a: T, b: T) => number;

const byCode: Order<string> = (a, b) => (a === b ? 0 : a < b ? -1 : 1);
const byText: Order<string> = (a, b) =>
  Number(cut(b)) - Number(cut(a)) || a.length - b.length || byCode(a, b);
/** Where a paper was published before where it was posted, whatever the names are: an older copy makes it no preprint again. */
const publishedFirst =
  (isPublished: (one: string) => boolean, among: Order<string>): Order<string> =>
  (a, b) =>
    Number(isPublished(a)) - Number(isPublished(b)) || among(a, b);
const byJson: Order<unknown> = (a, b) => byCode(canonical(a), canonical(b));

/** The earlier date is greater, and the more exact of two that agree: `~` stands after whatever may follow a year. */
const byDate: Order<string> = (a, b) =>
  Number(a !== '') - Number(b !== '') || byCode(`${b}~`, `${a}~`) || byCode(a, b);

const byAuthors: Order<Metadata> = (a, b) => {
  const whole = (one: Metadata) => Number(one.authors.length > 0 && !one.authorsCut);
  const names = (one: Metadata) => [one.authors, one.authorsCut === true];
  return (
    whole(a) - whole(b) ||
    a.authors.length - b.authors.length ||
    fullNames(a.authors) - fullNames(b.authors) ||
    byJson(names(a), names(b))
  );
};

/** The greater of both; undefined is less than anything. */
function best<T>(a: T | undefined, b: T | undefined, order: Order<T>): T | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return order(a, b) >= 0 ? a : b;
}

const byPlaces: Order<readonly string[]> = (a, b) => {
  for (const [place, one] of a.entries()) {
    const order = byCode(one, b[place] ?? '');
    if (order !== 0) return order;
  }
  return 0;
};

/**
 * Everything in either list. A list that holds all of it keeps its order; where neither does, nobody's order can be
 * kept whatever is joined first, so it is the alphabet's (the least of all orders: a whole list always wins over it).
 * @param except what is left out in the end
 */
export function unionOf(a: readonly string[], b: readonly string[], except?: string): string[] {
  const [one, other] = [[...new Set(a)], [...new Set(b)]];
  const all = new Set([...one, ...other]);
  const whole = [one, other].filter((list) => list.length === all.size);
  const rest = (list: Iterable<string>) => [...list].filter((item) => item !== except);
  return whole.map(rest).sort(byPlaces).at(-1) ?? rest(all).sort();
}

function joinLinks(a: PaperLinks, b: PaperLinks, id: PaperId): PaperLinks {
  const arxiv = kindOf(id) === 'arxiv' ? `https://arxiv.org/abs/${id.slice('arxiv:'.length)}` : undefined;
  const pdf = best(a.pdf, b.pdf, byCode);
  const html = best(a.html, b.html, byCode);
  return {
    page: arxiv ?? best(a.page, b.page, byCode) ?? '',
    ...(pdf ? { pdf } : {}),
    ...(html ? { html } : {}),
    code: unionOf(a.code, b.code),
    project: unionOf(a.project, b.project),
  };
}

function joinTitles(a: string, b: string, id: PaperId): string {
  const known = [a, b].filter((title) => title !== '' && !isPlaceholder(title));
  return known.sort(byText).at(-1) ?? (a || b ? placeholderTitle(id) : '');
}

/** Topics of whoever has the joined text; none, and to be assigned anew, where neither has. */
function joinTopics(a: Paper, b: Paper, joined: Metadata): Pick<Paper, 'topics' | 'topicsVersion'> {
  const sameText = (one: Paper) =>
    one.topicsVersion > 0 && one.title === joined.title && one.abstract === joined.abstract;
  const found = [a, b]
    .filter(sameText)
    .sort((x, y) => x.topicsVersion - y.topicsVersion || byJson(x.topics, y.topics))
    .at(-1);
  return found
    ? { topics: found.topics, topicsVersion: found.topicsVersion }
    : { topics: [], topicsVersion: 0 };
}

/** A value with the time it was read at: the later, and of two read at once the greater. */
function lastRead<T>(a: T | undefined, aAt: string, b: T | undefined, bAt: string, order: Order<T>) {
  if (a === undefined || b === undefined) return a === undefined ? ([b, bAt] as const) : ([a, aAt] as const);
  return (byCode(aAt, bAt) || order(a, b)) >= 0 ? ([a, aAt] as const) : ([b, bAt] as const);
}

function put<T extends object, K extends keyof T>(target: T, key: K, value: T[K] | undefined): void {
  if (value !== undefined) target[key] = value;
}

/** Joins two sums of sightings; `count` must be counted anew from the sightings where they are at hand. */
export function mergeSeen(a: Seen, b: Seen, count: number): Seen {
  const bySite = new Map(Object.entries(a.bySite));
  for (const [site, at] of Object.entries(b.bySite)) {
    const known = bySite.get(site);
    bySite.set(site, known !== undefined && known > at ? known : at);
  }
  return {
    count,
    first: earlierMeeting(a.first, b.first),
    last: laterMeeting(a.last, b.last),
    bySite: Object.fromEntries(bySite),
  };
}

/** The ids a stored record itself names. */
const namedIds = (paper: Paper): PaperId[] => {
  const published = paper.doi ? idOfDoi(paper.doi) : undefined;
  return [paper.id, ...paper.aliases, ...(published ? [published] : [])];
};

/**
 * Two stored records of one paper as one: idempotent, commutative and associative, for records that name all their ids
 * (`aliases` with title keys, as everything stored does).
 * @param count number of distinct sightings of both
 */
export function mergePapers(a: Paper, b: Paper, count: number): Paper {
  const [mine, theirs] = [namedIds(a), namedIds(b)];
  const id = strongest([...mine, ...theirs]) ?? a.id;
  const { authors, authorsCut } = byAuthors(a, b) >= 0 ? a : b;
  const metadata: Metadata = {
    id,
    title: joinTitles(a.title, b.title, id),
    authors,
    ...(authorsCut ? { authorsCut } : {}),
    categories:
      (a.categories.length - b.categories.length || byJson(a.categories, b.categories)) >= 0
        ? a.categories
        : b.categories,
    links: joinLinks(a.links, b.links, id),
  };
  put(
    metadata,
    'editors',
    best(a.editors, b.editors, (x, y) => x.length - y.length || byJson(x, y)),
  );
  const familyFirst = unionOf(a.familyFirst ?? [], b.familyFirst ?? []);
  if (familyFirst.length > 0) metadata.familyFirst = familyFirst;
  put(metadata, 'abstract', best(a.abstract, b.abstract, byText));
  put(metadata, 'published', best(a.published, b.published, byDate));
  put(metadata, 'venue', best(a.venue, b.venue, publishedFirst(isPublishedVenue, byText)));
  put(metadata, 'doi', best(a.doi, b.doi, publishedFirst(isPublishedDoi, byCode)));
  put(metadata, 'journalRef', best(a.journalRef, b.journalRef, byText));
  const keywords = unionOf(a.keywords ?? [], b.keywords ?? []);
  if (keywords.length > 0) metadata.keywords = keywords;
  const [comment, commentAt] = lastRead(a.comment, a.commentAt ?? '', b.comment, b.commentAt ?? '', byText);
  const [upvotes, upvotesAt] = lastRead(
    a.upvotes,
    a.upvotesAt ?? '',
    b.upvotes,
    b.upvotesAt ?? '',
    (x, y) => x - y,
  );
  const out: Paper = {
    ...metadata,
    aliases: unionOf(mine, theirs, id),
    ...joinTopics(a, b, metadata),
    seen: mergeSeen(a.seen, b.seen, count),
  };
  put(out, 'comment', comment);
  if (comment !== undefined && commentAt) out.commentAt = commentAt;
  put(out, 'upvotes', upvotes);
  if (upvotes !== undefined && upvotesAt) out.upvotesAt = upvotesAt;
  return out;
}

/** Two copies of one sighting (same paper, site and time), joined likewise. */
export function mergeSightings(a: Sighting, b: Sighting): Sighting {
  const out: Sighting = { id: a.id, site: a.site, at: a.at, url: byCode(a.url, b.url) >= 0 ? a.url : b.url };
  put(out, 'entryType', best(a.entryType, b.entryType, byCode));
  put(
    out,
    'position',
    best(a.position, b.position, (x, y) => y - x),
  );
  put(
    out,
    'upvotes',
    best(a.upvotes, b.upvotes, (x, y) => x - y),
  );
  return out;
}
