/**
 * OpenAlex: works by a filter of DOIs, at most 100 in one (https://developers.openalex.org). Abstracts come as an index of
 * words and their places. A key is the reader's own; without one a day's free requests are few.
 */
import * as v from 'valibot';
import { doi as findDoi, idOfDoi } from '../../core/identity.ts';
import type { PaperId } from '../../core/paper.ts';
import type { Patch } from '../../core/patch.ts';
import { isPublishedVenue } from '../../core/preprint.ts';
import {
  type Api,
  dateIn,
  isPlausible,
  loose,
  looseList,
  looseText,
  patchOf,
  readJson,
  type Wanted,
  withoutMarkup,
} from './api.ts';

const Work = v.object({
  doi: v.nullish(v.string()),
  title: looseText,
  publication_date: looseText,
  abstract_inverted_index: loose(v.record(v.string(), v.array(v.number()))),
  authorships: looseList(v.object({ author: v.object({ display_name: looseText }) })),
  primary_location: loose(
    v.object({ pdf_url: looseText, source: loose(v.object({ display_name: looseText, type: looseText })) }),
  ),
});
/** A filter gives a list, a single DOI the work itself. */
const Answer = v.union([
  v.object({ results: v.array(Work) }),
  v.pipe(
    v.object({ ...Work.entries, doi: v.string() }),
    v.transform((work) => ({ results: [work] })),
  ),
]);

const FIELDS = 'doi,title,publication_date,abstract_inverted_index,authorships,primary_location';

/** Most words of an abstract: places beyond it are not believed. */
const MAX_WORDS = 5_000;

/** The text of `{"We": [0], "study": [1, 7], …}`. */
export function abstractOf(index: Record<string, number[]> | null | undefined): string {
  const words: string[] = [];
  for (const [word, places] of Object.entries(index ?? {})) {
    for (const place of places)
      if (Number.isInteger(place) && place >= 0 && place < MAX_WORDS) words[place] = word;
  }
  return Array.from(words, (word) => word ?? '').join(' ');
}

function patchOfWork(work: v.InferOutput<typeof Work>, doi: string): Patch {
  const source = work.primary_location?.source;
  const venue = source?.type === 'repository' ? undefined : (source?.display_name ?? undefined);
  const published = isPublishedVenue(venue);
  return patchOf({
    title: withoutMarkup(work.title),
    authors: work.authorships?.map(({ author }) => author.display_name) ?? [],
    abstract: withoutMarkup(abstractOf(work.abstract_inverted_index)),
    published: dateIn(work.publication_date),
    venue: published ? venue : undefined,
    doi: published ? doi : undefined,
    pdf: work.primary_location?.pdf_url,
  });
}

/** A filter's own separators cannot be part of a value. */
const alone = ({ by }: Wanted): boolean => /[|,]/.test(by);

export const openalexApi: Api = {
  alone,
  request(wanted, { key }) {
    const dois = wanted.map(({ by }) => encodeURIComponent(by.slice('doi:'.length)));
    const which = wanted.some(alone)
      ? `works/doi:${dois[0]}?`
      : `works?filter=doi:${dois.join('|')}&per-page=${wanted.length}&`;
    const secret = key ? `&api_key=${encodeURIComponent(key)}` : '';
    return {
      url: `https://api.openalex.org/${which}select=${FIELDS}${secret}`,
      accept: 'application/json',
    };
  },
  read(text, wanted) {
    const asked = new Map(wanted.map((one) => [one.by, one]));
    const found = new Map<PaperId, Patch>();
    const named = new Set<PaperId>();
    for (const work of readJson(text, Answer).results) {
      const doi = findDoi(work.doi ?? '');
      const by = doi ? idOfDoi(doi) : undefined;
      const one = by ? asked.get(by) : undefined;
      if (!doi || !by || !one) continue;
      named.add(by);
      if (isPlausible(one, work.title ?? '')) found.set(by, patchOfWork(work, doi));
    }
    return { found, absent: [...asked.keys()].filter((by) => !named.has(by)) };
  },
};
