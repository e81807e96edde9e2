/**
 * What a stored record must look like when it comes back from a file. A file is hostile until it has passed: types and
 * times are checked, lengths cut to the limits every paper has, addresses other than http(s) dropped, unknown keys
 * dropped. What is only displayed (dates, venues) may have any form: a backup must never refuse what was once stored.
 */
import * as v from 'valibot';
import { type Collection, isCollectionId, MAX_COLLECTION_NAME } from '../core/collections.ts';
import { type FlagValue, type Mark, STATUSES, type Timed } from '../core/mark.ts';
import { isOrderKey } from '../core/order-keys.ts';
import { LIMITS, type Metadata, type Paper, type PaperLinks, type Sighting } from '../core/paper.ts';
import { PRIORITIES } from '../core/reading.ts';
import { say } from '../core/say.ts';
import { clip, safeUrl } from '../core/text.ts';

const text = (length: number) =>
  v.pipe(
    v.string(),
    v.transform((value) => clip(value, length)),
  );
const list = (length: number, count: number = LIMITS.list) =>
  v.pipe(
    v.array(text(length)),
    v.transform((values) => values.slice(0, count)),
  );

const isWebAddress = (href: string): boolean => safeUrl(href) !== undefined;
/** '' for anything but a web address: the paper is worth more than its link. */
const url = v.pipe(
  v.string(),
  v.transform((href) => (isWebAddress(href) ? href : '')),
);
const urls = v.pipe(
  v.array(v.string()),
  v.transform((hrefs) => hrefs.filter(isWebAddress).slice(0, LIMITS.list)),
);

const id = v.pipe(
  v.string(),
  v.regex(/^[a-z]+:./s, () => say('schemaNoId')),
  v.maxLength(LIMITS.url, () => say('schemaTooLong')),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** Times decide which of two marks wins and are compared as text, so they come out in one form: `toISOString()`. */
const time = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/, () => say('schemaNoTime')),
  v.check(
    (value) => !Number.isNaN(Date.parse(value)),
    () => say('schemaNoTime'),
  ),
  v.transform((value) => new Date(value).toISOString()),
);

/**
 * A record with free keys. Not `v.record`: that one drops keys named like object members, and a reader may well have
 * a tag "prototype".
 */
function dictionary<T>(value: v.GenericSchema<unknown, T>, keyLength: number) {
  return v.pipe(
    v.custom<Record<string, unknown>>(
      (input) => typeof input === 'object' && input !== null && !Array.isArray(input),
      () => say('schemaNoObject'),
    ),
    v.rawTransform(({ dataset, addIssue, NEVER }): Record<string, T> => {
      const entries: [string, T][] = [];
      for (const [key, input] of Object.entries(dataset.value)) {
        const result = v.safeParse(value, input);
        if (!result.success) {
          addIssue({ message: `"${clip(key, 40)}" ${result.issues[0].message}` });
          return NEVER;
        }
        if (key !== '') entries.push([clip(key, keyLength), result.output]);
      }
      // fromEntries defines keys, so that "__proto__" is a key like any other
      return Object.fromEntries(entries);
    }),
  );
}

const links: v.GenericSchema<unknown, PaperLinks> = v.pipe(
  v.object({ page: url, pdf: v.exactOptional(url), html: v.exactOptional(url), code: urls, project: urls }),
  v.transform(({ pdf, html, ...rest }) => ({ ...rest, ...(pdf ? { pdf } : {}), ...(html ? { html } : {}) })),
);

const metadata = {
  id,
  title: text(LIMITS.title),
  authors: list(LIMITS.author, LIMITS.authors),
  authorsCut: v.exactOptional(v.boolean()),
  editors: v.exactOptional(list(LIMITS.author)),
  familyFirst: v.exactOptional(list(LIMITS.author, LIMITS.authors)),
  abstract: v.exactOptional(text(LIMITS.abstract)),
  published: v.exactOptional(text(40)),
  venue: v.exactOptional(text(LIMITS.short)),
  doi: v.exactOptional(text(LIMITS.short)),
  comment: v.exactOptional(text(LIMITS.url)),
  journalRef: v.exactOptional(text(LIMITS.short)),
  categories: list(LIMITS.short),
  keywords: v.exactOptional(list(LIMITS.short)),
  upvotes: v.exactOptional(v.pipe(v.number(), v.finite())),
  links,
};
export const MetadataSchema: v.GenericSchema<unknown, Metadata> = v.object(metadata);

const meeting = v.object({ at: time, site: text(LIMITS.tag) });
const topic = v.object({ id: text(LIMITS.tag), score: v.pipe(v.number(), v.finite()) });
const aliases = v.pipe(
  v.array(id),
  v.transform((ids) => ids.slice(0, LIMITS.list)),
);

export const PaperSchema: v.GenericSchema<unknown, Paper> = v.object({
  ...metadata,
  aliases,
  upvotesAt: v.exactOptional(time),
  commentAt: v.exactOptional(time),
  topics: v.pipe(
    v.array(topic),
    v.transform((topics) => topics.slice(0, LIMITS.list)),
  ),
  topicsVersion: count,
  seen: v.object({ count, first: meeting, last: meeting, bySite: dictionary(time, LIMITS.tag) }),
});

function timed<T>(value: v.GenericSchema<unknown, T>): v.GenericSchema<unknown, Timed<T>> {
  return v.object({ value, at: time, since: v.exactOptional(time) }) as v.GenericSchema<unknown, Timed<T>>;
}

/** '' for what is none: the place is lost, not the paper. */
const orderKey = v.pipe(
  v.string(),
  v.transform((key) => (isOrderKey(key) ? key : '')),
);

const flag: v.GenericSchema<unknown, FlagValue> = v.object({
  on: v.boolean(),
  reasons: v.pipe(
    v.array(
      v.object({
        by: v.picklist(['hand', 'rule']),
        rule: v.exactOptional(text(LIMITS.short)),
        text: text(LIMITS.short),
      }),
    ),
    v.transform((reasons) => reasons.slice(0, LIMITS.list)),
  ),
});

export const MarkSchema: v.GenericSchema<unknown, Mark> = v.object({
  id,
  saved: v.exactOptional(timed(v.boolean())),
  flagged: v.exactOptional(timed(flag)),
  dismissed: v.exactOptional(timed(v.boolean())),
  status: v.exactOptional(timed(v.nullable(v.picklist(STATUSES)))),
  rating: v.exactOptional(timed(v.nullable(v.pipe(v.number(), v.finite())))),
  note: v.exactOptional(timed(text(LIMITS.note))),
  tags: v.exactOptional(dictionary(timed(v.boolean()), LIMITS.tag)),
  topics: v.exactOptional(dictionary(timed(v.nullable(v.boolean())), LIMITS.tag)),
  collections: v.exactOptional(dictionary(timed(v.boolean()), LIMITS.tag)),
  places: v.exactOptional(dictionary(timed(orderKey), LIMITS.tag)),
  priority: v.exactOptional(timed(v.nullable(v.picklist(PRIORITIES)))),
  less: v.exactOptional(timed(v.boolean())),
  distinct: v.exactOptional(dictionary(timed(v.boolean()), LIMITS.url)),
  citeKey: v.exactOptional(
    v.object({ value: text(LIMITS.tag), at: time, asked: v.exactOptional(v.literal(true)) }),
  ),
  trashed: v.exactOptional(
    v.object({ value: v.boolean(), at: time, gone: v.exactOptional(v.literal(true)) }),
  ),
});

const collectionId = v.pipe(
  v.string(),
  v.check(
    (one) => isCollectionId(one),
    () => say('schemaNoCollection'),
  ),
);

export const CollectionSchema: v.GenericSchema<unknown, Collection> = v.object({
  id: collectionId,
  name: timed(text(MAX_COLLECTION_NAME)),
  parent: timed(v.nullable(collectionId)),
  place: timed(orderKey),
  deleted: v.exactOptional(timed(v.boolean())),
});

export const SightingSchema: v.GenericSchema<unknown, Sighting> = v.object({
  id,
  site: text(LIMITS.tag),
  at: time,
  url,
  entryType: v.exactOptional(v.picklist(['new', 'cross', 'replaced'])),
  position: v.exactOptional(count),
  upvotes: v.exactOptional(v.pipe(v.number(), v.finite())),
});
