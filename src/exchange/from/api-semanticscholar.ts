/**
 * Semantic Scholar: `POST /graph/v1/paper/batch` with up to 500 ids gives one record for each, in their order, `null` for
 * those it does not know; 400 "No valid paper ids given" when it knows none (https://api.semanticscholar.org/api-docs/graph).
 */
import * as v from 'valibot';
import { arxivId, doi as findDoi, idOfDoi, kindOf } from '../../core/identity.ts';
import type { PaperId } from '../../core/paper.ts';
import type { Patch } from '../../core/patch.ts';
import { isPublishedDoi, isPublishedVenue } from '../../core/preprint.ts';
import {
  type Api,
  dateIn,
  dateOf,
  isPlausible,
  loose,
  looseList,
  looseText,
  patchOf,
  readJson,
  type Wanted,
} from './api.ts';

const Known = v.object({
  title: looseText,
  abstract: looseText,
  venue: looseText,
  year: loose(v.number()),
  publicationDate: looseText,
  authors: looseList(v.object({ name: v.string() })),
  externalIds: loose(
    v.object({ ArXiv: looseText, DOI: looseText, ACL: looseText, PubMed: v.nullish(v.unknown()) }),
  ),
});
type Known = v.InferOutput<typeof Known>;
const Answer = v.array(v.nullable(Known));

const FIELDS = 'title,abstract,venue,year,publicationDate,authors,externalIds';
const PREFIX: Readonly<Record<string, string>> = { arxiv: 'ARXIV', doi: 'DOI', acl: 'ACL', pmid: 'PMID' };

const nameOf = ({ by }: Wanted): string => {
  const kind = kindOf(by);
  return `${PREFIX[kind] ?? 'URL'}:${by.slice(kind.length + 1)}`;
};

function idsOfKnown({ externalIds: ids }: Known): PaperId[] {
  const arxiv = ids?.ArXiv ? arxivId(ids.ArXiv) : undefined;
  const doi = ids?.DOI ? idOfDoi(ids.DOI) : undefined;
  const pmid = /^\d{1,9}$/.exec(String(ids?.PubMed ?? ''))?.[0];
  const acl = /^(?:[A-Z]\d{2}-\d{4}|\d{4}\.[\w-]+\.\d+)$/.exec(ids?.ACL ?? '')?.[0];
  return [arxiv && `arxiv:${arxiv}`, doi, acl && `acl:${acl}`, pmid && `pmid:${pmid}`].filter(
    (id): id is PaperId => typeof id === 'string',
  );
}

function patchOfKnown(known: Known): Patch {
  const doi = findDoi(known.externalIds?.DOI ?? '');
  return patchOf({
    ids: idsOfKnown(known),
    title: known.title,
    authors: known.authors?.map(({ name }) => name) ?? [],
    abstract: known.abstract,
    venue: isPublishedVenue(known.venue ?? undefined) ? known.venue : undefined,
    doi: isPublishedDoi(doi) ? doi : undefined,
    published: dateIn(known.publicationDate) ?? dateOf(known.year ?? 0),
  });
}

export const semanticscholarApi: Api = {
  request: (wanted) => ({
    url: `https://api.semanticscholar.org/graph/v1/paper/batch?fields=${FIELDS}`,
    body: JSON.stringify({ ids: wanted.map(nameOf) }),
    accept: 'application/json',
  }),
  saysAbsent: (text) => /no valid paper ids given/i.test(text),
  read(text, wanted) {
    const all = readJson(text, Answer);
    const found = new Map<PaperId, Patch>();
    const absent: PaperId[] = [];
    // places say which is which only while none is missing
    if (all.length !== wanted.length) return { found, absent };
    wanted.forEach((one, at) => {
      const known = all[at];
      if (!known) absent.push(one.by);
      else if (isPlausible(one, known.title ?? '')) found.set(one.by, patchOfKnown(known));
    });
    return { found, absent };
  },
};
