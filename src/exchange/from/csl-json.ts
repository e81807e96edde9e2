/**
 * CSL-JSON, a list of items of the CSL input schema (https://github.com/citation-style-language/schema, csl-data.json,
 * 1.0.2), as Zotero, Pandoc, Crossref and this program write it.
 */
import * as v from 'valibot';
import { say } from '../../core/say.ts';
import { cleanNote } from '../clean.ts';
import { issuedVenue } from '../issued.ts';
import { withoutStyles } from './html-text.ts';
import { type Draft, type ImportStep, type Place, recordOf } from './import-record.ts';
import { arxivIn, type GivenName, listIn, looseDate, referenceIn, statusIn, venueIn } from './import-text.ts';
import { jsonParts, parsePart } from './json-parts.ts';
import { CUT_NOTE } from './ris.ts';

/** A field of the wrong kind is dropped: it loses no other. */
const loose = <T>(schema: v.GenericSchema<unknown, T>) => v.optional(v.fallback(v.nullish(schema), null));
const text = loose(
  v.pipe(
    v.union([v.string(), v.number(), v.array(v.string())]),
    v.transform((value) => (Array.isArray(value) ? (value[0] ?? '') : String(value))),
  ),
);
const name = v.object({
  literal: text,
  name: text,
  family: text,
  given: text,
  suffix: text,
  'non-dropping-particle': text,
  'dropping-particle': text,
});
const names = loose(v.array(v.fallback(v.nullable(name), null)));
const date = loose(
  v.object({
    'date-parts': loose(v.array(v.array(v.union([v.number(), v.string(), v.null()])))),
    literal: text,
    raw: text,
  }),
);
const ItemSchema = v.object({
  id: text,
  type: text,
  title: text,
  'citation-key': text,
  author: names,
  editor: names,
  issued: date,
  'container-title': text,
  'collection-title': text,
  'collection-number': text,
  'event-title': text,
  publisher: text,
  genre: text,
  volume: text,
  issue: text,
  page: text,
  number: text,
  archive: text,
  archive_location: text,
  DOI: text,
  URL: text,
  PMID: text,
  abstract: text,
  keyword: text,
  note: text,
  annote: text,
  status: text,
});
type Item = v.InferOutput<typeof ItemSchema>;

/** Whether a value has the fields that make an item of CSL. */
export const isCslItem = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  ('title' in value || 'DOI' in value || 'URL' in value) &&
  ('issued' in value || 'container-title' in value || 'DOI' in value || 'author' in value || 'id' in value);

/** Reads a list of items, or a single one. */
export function* readCslJson(source: string): Generator<ImportStep, void> {
  const single = /^\ufeff?\s*\{/.test(source);
  const parts = single ? [{ line: 1, text: source, end: source.length, whole: true }] : jsonParts(source);
  let count = 0;
  for (const part of parts) {
    const place = { line: part.line };
    const parsed = parsePart(part);
    const item = 'value' in parsed ? v.safeParse(ItemSchema, parsed.value) : undefined;
    if ('why' in parsed) yield { problem: { ...place, why: parsed.why } };
    else if (!item?.success) yield { problem: { ...place, why: say('entryNoRecord') } };
    else yield step(item.output, place);
    if (++count % 200 === 0) yield { read: part.end };
  }
}

function step(item: Item, place: Place): ImportStep {
  const record = recordOf(draftOf(item), place);
  return record ? { record } : { problem: { ...place, why: say('entryNothing') } };
}

function peopleOf(list: Item['author']): GivenName[] {
  return (list ?? []).flatMap((one): GivenName[] => {
    if (!one) return [];
    const literal = one.literal || one.name;
    const { family, given, suffix } = one;
    return literal
      ? [{ literal }]
      : [
          {
            ...(given ? { given } : {}),
            ...(one['dropping-particle'] ? { droppingParticle: one['dropping-particle'] } : {}),
            ...(one['non-dropping-particle'] ? { particle: one['non-dropping-particle'] } : {}),
            ...(family ? { family } : {}),
            ...(suffix ? { suffix } : {}),
          },
        ];
  });
}

function issued(item: Item): string | undefined {
  const [first] = item.issued?.['date-parts'] ?? [];
  if (first) return looseDate(first.filter((part) => part !== null && part !== '').join('-'));
  return looseDate(item.issued?.raw ?? item.issued?.literal ?? undefined);
}

function draftOf(item: Item): Draft {
  type Shown = 'title' | 'abstract' | 'container-title' | 'collection-title' | 'event-title' | 'publisher';
  const of = (key: Shown): string => withoutStyles(item[key] ?? '');
  const issuedAs = item.type === 'thesis' || item.type === 'report' ? item.type : undefined;
  const venue =
    venueIn(of('container-title')) ??
    venueIn(of('event-title')) ??
    (issuedAs && issuedVenue(issuedAs, [item.genre ?? undefined], venueIn(of('publisher'))));
  const lines = (item.note ?? '').split('\n');
  const note = lines.filter((line) => line.trim() !== CUT_NOTE).join('\n');
  const published = issued(item);
  return {
    title: of('title'),
    authors: peopleOf(item.author?.length ? item.author : item.editor),
    editors: peopleOf(item.editor),
    ...(lines.some((line) => line.trim() === CUT_NOTE) ? { authorsCut: true } : {}),
    abstract: of('abstract'),
    published,
    venue,
    journalRef: referenceIn(item.type === 'article-journal' ? venue : undefined, {
      proceedings: item.type === 'paper-conference' || item.type === 'chapter' ? venue : undefined,
      series: of('collection-title'),
      volume: item.volume ?? undefined,
      issue: item.issue ?? item['collection-number'] ?? undefined,
      pages: item.page ?? undefined,
      date: published,
    }),
    ids: [
      /^arxiv$/i.test(item.archive ?? '') ? `arXiv:${item.archive_location}` : undefined,
      arxivIn(item.number ?? ''),
      item.DOI ?? undefined,
      item.URL ?? undefined,
      item.PMID ? `pmid:${item.PMID}` : undefined,
      arxivIn(item['container-title'] ?? ''),
      arxivIn(item.note ?? ''),
    ],
    page: item.URL ?? undefined,
    // Zotero puts its "extra" into the note: lines of names and values, which are no reader's words
    note: [
      note.replace(/^(?:arXiv|DOI|PMID|PMCID|Publisher|Citation Key|tex\.[\w-]+|version)\s*:.*$/gim, ''),
      item.annote ?? '',
    ]
      .map(cleanNote)
      .filter((one) => one !== '')
      .join('\n\n'),
    tags: listIn(item.keyword ?? '', /,/.test(item.keyword ?? '') ? /,/ : /;/),
    status: statusIn(item.status ?? ''),
    citeKey:
      item['citation-key'] ??
      (/^[\w:.+-]*[a-z][\w:.+-]*$/i.test(item.id ?? '') ? (item.id ?? undefined) : undefined),
  };
}
