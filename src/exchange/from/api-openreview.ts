/**
 * OpenReview's API, version 2: `GET /notes?id=…` gives `{notes: [{id, forum, content: {title: {value}, …}}], count}`
 * (https://docs.openreview.net/reference/api-v2). Papers of venues that use version 1 are not in it.
 */
import * as v from 'valibot';
import { isPublishedVenue } from '../../core/preprint.ts';
import { type Api, dateOf, loose, looseText, patchOf, readJson } from './api.ts';

const field = <T>(schema: v.GenericSchema<unknown, T>) => loose(v.object({ value: schema }));
const strings = v.array(v.string());

const Answer = v.object({
  notes: v.array(
    v.object({
      id: v.string(),
      forum: looseText,
      pdate: loose(v.number()),
      content: v.object({
        title: field(v.string()),
        abstract: field(v.string()),
        authors: field(strings),
        venue: field(v.string()),
        keywords: field(strings),
        pdf: field(v.string()),
      }),
    }),
  ),
});
type Note = v.InferOutput<typeof Answer>['notes'][number];

function patchOfNote({ content, pdate }: Note) {
  const venue = content.venue?.value;
  const when = pdate ? new Date(pdate) : undefined;
  return patchOf({
    title: content.title?.value,
    authors: content.authors?.value ?? [],
    abstract: content.abstract?.value,
    venue: isPublishedVenue(venue) ? venue : undefined,
    keywords: content.keywords?.value ?? [],
    pdf: content.pdf?.value?.startsWith('/pdf/') ? `https://openreview.net${content.pdf.value}` : undefined,
    published: when ? dateOf(when.getUTCFullYear(), when.getUTCMonth() + 1, when.getUTCDate()) : undefined,
  });
}

export const openreviewApi: Api = {
  request: ([wanted]) => ({
    url: `https://api2.openreview.net/notes?id=${encodeURIComponent(wanted?.by.slice('openreview:'.length) ?? '')}`,
    accept: 'application/json',
  }),
  read(text, wanted) {
    const { notes } = readJson(text, Answer);
    const by = wanted[0]?.by ?? '';
    if (notes.length === 0) return { found: new Map(), absent: [by] };
    const note = notes.find(({ id }) => `openreview:${id}` === by);
    return { found: new Map(note ? [[by, patchOfNote(note)]] : []), absent: [] };
  },
};
