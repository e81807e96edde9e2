/**
 * DBLP's search: `GET /search/publ/api?q=…&format=json&h=…` (https://dblp.org/faq/13501473.html). It is searched by title
 * and first author, for where a preprint was published. One hit or author comes without its list; titles end in a full
 * stop; homonyms carry a number ("Wei Wang 0001"); odd characters in a query give 422.
 */
import * as v from 'valibot';
import { arxivId, idOfDoi, idOfUrl } from '../../core/identity.ts';
import type { PaperId } from '../../core/paper.ts';
import { familyName, fold } from '../../core/text.ts';
import { type Api, dateOf, isSameWork, loose, looseText, patchOf, readJson, withoutMarkup } from './api.ts';

const oneOrMany = <T>(schema: v.GenericSchema<unknown, T>) =>
  v.union([
    v.array(schema),
    v.pipe(
      schema,
      v.transform((one) => [one]),
    ),
  ]);
const Author = v.union([v.string(), v.object({ text: v.string() })]);
const Info = v.object({
  title: v.string(),
  authors: loose(v.object({ author: oneOrMany(Author) })),
  venue: loose(oneOrMany(v.string())),
  year: looseText,
  type: looseText,
  doi: looseText,
  ee: loose(oneOrMany(v.string())),
  volume: looseText,
});
type Info = v.InferOutput<typeof Info>;
const Answer = v.object({
  result: v.object({
    hits: v.object({ '@total': v.string(), hit: v.optional(oneOrMany(v.object({ info: Info }))) }),
  }),
});

const titleOf = ({ title }: Info): string => withoutMarkup(title).replace(/\.$/, '');

const authorsOf = ({ authors }: Info): string[] =>
  (authors?.author ?? []).map((one) =>
    withoutMarkup(typeof one === 'string' ? one : one.text).replace(/ \d{4}$/, ''),
  );

const isPreprint = ({ type, venue }: Info): boolean =>
  type === 'Informal and Other Publications' || venue?.[0] === 'CoRR';

function idsOfInfo(info: Info): (PaperId | undefined)[] {
  const number = isPreprint(info) ? arxivId((info.volume ?? '').replace(/^abs\//, '')) : undefined;
  return [
    info.doi ? idOfDoi(info.doi) : undefined,
    number ? `arxiv:${number}` : undefined,
    ...(info.ee ?? []).slice(0, 4).map((url) => idOfUrl(url)),
  ];
}

export const dblpApi: Api = {
  request([wanted]) {
    // letters and digits alone: what else a title holds is syntax to the search
    const words = fold(wanted?.title ?? '')
      .split(' ')
      .slice(0, 20);
    const query = [...words, familyName(wanted?.authors[0] ?? '')].join(' ').trim();
    return {
      url: `https://dblp.org/search/publ/api?q=${encodeURIComponent(query)}&format=json&h=10&c=0`,
      accept: 'application/json',
    };
  },
  read(text, wanted) {
    const hits = readJson(text, Answer).result.hits.hit ?? [];
    const [first] = wanted;
    if (!first) return { found: new Map(), absent: [] };
    const same = hits
      .map(({ info }) => info)
      .filter((info) => isSameWork(first, { title: titleOf(info), authors: authorsOf(info) }));
    const published = same.find((info) => !isPreprint(info));
    const best = published ?? same[0];
    if (!best) return { found: new Map(), absent: [first.by] };
    const patch = patchOf({
      // of two publications of one title the first is taken, of preprints all: they are the same
      ids: same.filter((info) => info === best || isPreprint(info)).flatMap(idsOfInfo),
      authors: authorsOf(best),
      venue: published ? withoutMarkup(published.venue?.[0]) : undefined,
      doi: published?.doi,
      published: dateOf(Number(best.year)),
    });
    return { found: new Map([[first.by, patch]]), absent: [] };
  },
};
