/** What may be read from the database: a record of the wrong shape is skipped and reported, never trusted. */
import { isDismissed, isFlagged, isLess, isSaved, type Mark, sinceOf, tagsOf } from '../core/mark.ts';
import type { Paper, Sighting } from '../core/paper.ts';
import { isTrashed } from '../core/trash.ts';
import { handEntries } from './hand-keys.ts';
import { isIndexed, timeOf } from './listed.ts';
import type { StoredMark } from './schema.ts';

export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isMeeting = (value: unknown): boolean =>
  isObject(value) && typeof value['at'] === 'string' && typeof value['site'] === 'string';

const isText = (value: unknown): boolean => typeof value === 'string';
export const isTextList = (value: unknown): boolean => Array.isArray(value) && value.every(isText);

/** Whether a stored value can be used as a paper: everything that code relies on is there. */
export function isPaper(value: unknown): value is Paper {
  if (!isObject(value)) return false;
  const { links, seen } = value;
  return (
    isText(value['id']) &&
    isText(value['title']) &&
    isTextList(value['authors']) &&
    isTextList(value['categories']) &&
    isTextList(value['aliases']) &&
    (value['abstract'] === undefined || isText(value['abstract'])) &&
    Array.isArray(value['topics']) &&
    typeof value['topicsVersion'] === 'number' &&
    isObject(links) &&
    isText(links['page']) &&
    isTextList(links['code']) &&
    isTextList(links['project']) &&
    isObject(seen) &&
    typeof seen['count'] === 'number' &&
    isMeeting(seen['first']) &&
    isMeeting(seen['last']) &&
    isObject(seen['bySite'])
  );
}

const isTimed = (value: unknown, holds: (inner: unknown) => boolean): boolean =>
  isObject(value) &&
  typeof value['at'] === 'string' &&
  (value['since'] === undefined || isText(value['since'])) &&
  holds(value['value']);

const isFlag = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['on'] === 'boolean' &&
  Array.isArray(value['reasons']) &&
  value['reasons'].every((reason) => isObject(reason) && isText(reason['text']));

const isBoolean = (value: unknown): boolean => typeof value === 'boolean';

const FIELDS: Record<string, (value: unknown) => boolean> = {
  saved: (value) => isTimed(value, isBoolean),
  flagged: (value) => isTimed(value, isFlag),
  dismissed: (value) => isTimed(value, isBoolean),
  status: (value) => isTimed(value, (status) => status === null || isText(status)),
  rating: (value) => isTimed(value, (rating) => rating === null || typeof rating === 'number'),
  note: (value) => isTimed(value, isText),
  citeKey: (value) => isTimed(value, isText),
  less: (value) => isTimed(value, isBoolean),
  distinct: (value) => isObject(value) && Object.values(value).every((other) => isTimed(other, isBoolean)),
  trashed: (value) => isTimed(value, isBoolean),
  tags: (value) => isObject(value) && Object.values(value).every((tag) => isTimed(tag, isBoolean)),
  collections: (value) => isObject(value) && Object.values(value).every((one) => isTimed(one, isBoolean)),
  places: (value) => isObject(value) && Object.values(value).every((place) => isTimed(place, isText)),
  priority: (value) => isTimed(value, (priority) => priority === null || isText(priority)),
  topics: (value) =>
    isObject(value) &&
    Object.values(value).every((topic) => isTimed(topic, (said) => said === null || isBoolean(said))),
};

const CHECKS = Object.entries(FIELDS);

/** Whether a stored value can be used as a mark. */
export function isMark(value: unknown): value is StoredMark {
  if (!isObject(value) || !isText(value['id'])) return false;
  return CHECKS.every(([key, holds]) => value[key] === undefined || holds(value[key]));
}

/** Time of the latest correction of a topic that stands; '': there is none. */
const correctedAt = ({ topics }: Mark): string =>
  Object.values(topics ?? {}).reduce((last, { value, at }) => (value !== null && at > last ? at : last), '');

/** A mark with the fields its indexes need. */
export function storedMark(mark: Mark): StoredMark {
  const out: StoredMark = plainMark(mark);
  if (isTrashed(mark)) return { ...out, trashedAt: mark.trashed.at }; // no list but the trash has it
  if (mark.saved && isSaved(mark)) out.savedAt = sinceOf(mark.saved);
  if (mark.flagged && isFlagged(mark) && !isDismissed(mark)) out.flaggedAt = sinceOf(mark.flagged);
  if (mark.dismissed && isDismissed(mark)) out.dismissedAt = mark.dismissed.at;
  if (isIndexed(mark) && !isDismissed(mark)) out.listedAt = timeOf(mark);
  const labels = tagsOf(mark);
  if (labels.length > 0) out.labels = labels;
  if (mark.less && isLess(mark)) out.lessAt = mark.less.at;
  const corrected = correctedAt(mark);
  if (corrected !== '') out.correctedAt = corrected;
  return { ...out, ...handEntries(mark) };
}

/** A mark as the rest of the program knows it, without what only the indexes need. */
export function plainMark(stored: StoredMark): Mark {
  const {
    savedAt: _s,
    flaggedAt: _f,
    dismissedAt: _d,
    listedAt: _a,
    labels: _l,
    lessAt: _n,
    correctedAt: _e,
    trashedAt: _t,
    inCollections: _c,
    reading: _r,
    ...mark
  } = stored;
  return mark;
}

/** Whether the mark holds a decision, taken back ones included: a cite key alone is none, nor that the paper once was deleted. */
export const isDecided = (mark: Mark | undefined): boolean =>
  mark !== undefined &&
  Object.keys(plainMark(mark)).some(
    (key) => key !== 'id' && key !== 'citeKey' && !(key === 'trashed' && mark.trashed?.gone),
  );

/** Whether a value can be used as a sighting. */
export const isSighting = (value: unknown): value is Sighting =>
  isObject(value) && [value['id'], value['site'], value['at'], value['url']].every(isText);

/** Whether two JSON values say the same, whatever the order of their keys. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((one, i) => sameJson(one, b[i]));
  }
  if (!isObject(a) || !isObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key], b[key]))
  );
}
