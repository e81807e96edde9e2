/** Messages are hostile until they pass these schemas: shapes, lengths and counts are bounded, unknown keys dropped. */
import * as v from 'valibot';
import { STATUSES } from './mark.ts';
import { BATCH, MAX_IDS, type WorkerType } from './messages.ts';
import { LIMITS } from './paper.ts';
import { say } from './say.ts';

const text = (max: number) => v.pipe(v.string(), v.maxLength(max));
const list = (max: number, length: number) => v.pipe(v.array(text(length)), v.maxLength(max));
const url = v.pipe(
  v.string(),
  v.maxLength(LIMITS.url),
  v.regex(/^https?:\/\//i, () => say('schemaAddress')),
);
const urls = v.pipe(v.array(url), v.maxLength(LIMITS.list));
const isoTime = v.pipe(v.string(), v.isoTimestamp());
const paperId = v.pipe(
  v.string(),
  v.maxLength(LIMITS.short),
  v.regex(/^[a-z]+:.+/s, () => say('schemaNoId')),
);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const entrySchema = v.object({
  id: paperId,
  site: text(60),
  title: v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.title)),
  authors: list(LIMITS.authors, LIMITS.author),
  authorsCut: v.optional(v.boolean()),
  editors: v.optional(list(LIMITS.list, LIMITS.author)),
  abstract: v.optional(text(LIMITS.abstract)),
  published: v.optional(v.pipe(v.string(), v.regex(/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/))),
  venue: v.optional(text(LIMITS.short)),
  doi: v.optional(text(LIMITS.short)),
  comment: v.optional(text(2_000)),
  journalRef: v.optional(text(LIMITS.short)),
  categories: list(LIMITS.list, 60),
  keywords: v.optional(list(LIMITS.list, LIMITS.author)),
  upvotes: v.optional(count),
  links: v.object({ page: url, pdf: v.optional(url), html: v.optional(url), code: urls, project: urls }),
  aliases: v.optional(v.pipe(v.array(paperId), v.maxLength(20))),
  entryType: v.optional(v.picklist(['new', 'cross', 'replaced'])),
  position: count,
});

export const visitSchema = v.object({ site: text(60), url, at: isoTime });

const reasonSchema = v.object({
  by: v.picklist(['hand', 'rule']),
  rule: v.optional(text(100)),
  text: text(LIMITS.short),
});

export const changeSchema = v.object({
  saved: v.optional(v.boolean()),
  flagged: v.optional(v.boolean()),
  reasons: v.optional(v.pipe(v.array(reasonSchema), v.maxLength(50))),
  dismissed: v.optional(v.boolean()),
  status: v.optional(v.nullable(v.picklist(STATUSES))),
  rating: v.optional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)))),
  note: v.optional(text(LIMITS.note)),
  less: v.optional(v.boolean()),
  trashed: v.optional(v.boolean()),
  since: v.optional(
    v.object({ saved: v.optional(text(40)), flagged: v.optional(text(40)), status: v.optional(text(40)) }),
  ),
  tags: v.optional(v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.tag)), v.boolean())),
  topics: v.optional(v.record(v.pipe(v.string(), v.minLength(1), v.maxLength(80)), v.nullable(v.boolean()))),
});

/** One schema per message to the worker; entries of a batch are checked one by one so that one bad entry loses no other. */
export const MESSAGE_SCHEMAS = {
  'entries.sync': v.object({ visit: visitSchema, entries: v.pipe(v.array(v.unknown()), v.maxLength(BATCH)) }),
  'mark.change': v.object({
    id: paperId,
    change: changeSchema,
    entry: v.optional(entrySchema),
    visit: v.optional(visitSchema),
  }),
  'states.get': v.object({
    ids: v.pipe(v.array(paperId), v.maxLength(MAX_IDS)),
    at: v.optional(isoTime),
  }),
  'lookups.want': v.object({ ids: v.pipe(v.array(paperId), v.maxLength(MAX_IDS)) }),
  'lookups.wake': v.object({
    saved: v.optional(v.pipe(v.array(paperId), v.maxLength(MAX_IDS))),
    library: v.optional(v.boolean()),
  }),
  'papers.export': v.object({ ids: v.pipe(v.array(paperId), v.maxLength(MAX_IDS)), format: text(20) }),
  'zotero.send': v.object({
    ids: v.pipe(v.array(paperId), v.maxLength(MAX_IDS)),
    auto: v.optional(v.boolean()),
    again: v.optional(v.boolean()),
  }),
  'zotero.wake': v.object({ look: v.optional(v.boolean()), whole: v.optional(v.boolean()) }),
  'badge.set': v.object({ count }),
  'log.add': v.object({
    line: v.object({
      at: isoTime,
      where: text(100),
      message: text(1_000),
      page: v.optional(text(LIMITS.short)),
    }),
  }),
  'relevance.of': v.object({ ids: v.pipe(v.array(paperId), v.maxLength(MAX_IDS)) }),
  'related.of': v.object({ id: paperId }),
  'topics.learn': v.object({ ids: v.pipe(v.array(paperId), v.maxLength(MAX_IDS)) }),
  'script.load': v.object({ name: v.picklist(['rescue', 'cards']) }),
  'site.read': v.object({
    outcome: v.object({
      site: text(60),
      read: count,
      expected: v.optional(count),
      via: v.picklist(['site', 'era', 'embedded', 'links']),
      worked: v.boolean(),
    }),
  }),
  'page.open': v.object({
    page: v.picklist(['library', 'options', 'review']),
    search: v.optional(text(LIMITS.short)),
  }),
} as const satisfies Record<WorkerType, v.GenericSchema>;
