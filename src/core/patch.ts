/** What another source tells of a paper that is stored already, and how the paper takes it in: never less than before. */
import { idOfDoi, idsOf, kindOf, strongest } from './identity.ts';
import { fullNames, mergeMetadata } from './merge.ts';
import type { Metadata, Paper, PaperId } from './paper.ts';
import { isPublishedDoi, isPublishedVenue } from './preprint.ts';

/** What a source knows of one paper; what it does not know is missing. */
export interface Patch {
  /** Other ids of the same paper, the published version's among them. */
  ids?: PaperId[];
  title?: string;
  authors?: string[];
  editors?: string[];
  abstract?: string;
  published?: string;
  venue?: string;
  /** DOI of the published version. */
  doi?: string;
  comment?: string;
  journalRef?: string;
  categories?: string[];
  keywords?: string[];
  upvotes?: number;
  pdf?: string;
  code?: string[];
  project?: string[];
}

/** Kinds of ids of which one paper has one. A preprint and its publication have a DOI each. */
const ONE_EACH = new Set(['arxiv', 'acl', 'pmid', 'openreview']);

/** The ids of `patch` that do not speak against those the paper has. */
export function acceptedIds(paper: Paper, patch: Patch): PaperId[] {
  const known = new Set([paper.id, ...paper.aliases]);
  const kinds = new Set([...known].map(kindOf));
  const accepted: PaperId[] = [];
  for (const id of patch.ids ?? []) {
    const kind = kindOf(id);
    if (known.has(id) || kind === 'title') continue;
    if (ONE_EACH.has(kind) && kinds.has(kind)) continue;
    kinds.add(kind);
    accepted.push(id);
  }
  return accepted;
}

/** Authors are taken where the listing named none, cut the list, or gave initials: what it showed in full stands. */
function wantsAuthors(paper: Paper, names: readonly string[] | undefined): names is string[] {
  if (!names || names.length === 0) return false;
  if (paper.authors.length === 0 || paper.authorsCut) return names.length >= paper.authors.length;
  return names.length === paper.authors.length && fullNames(names) > fullNames(paper.authors);
}

/** `patch` as an entry would have told it, its ids aside. */
function metadataOf(paper: Paper, patch: Patch): Metadata {
  const { title, authors, abstract, published, comment, journalRef, keywords, upvotes } = patch;
  return {
    id: paper.id,
    title: title ?? paper.title,
    authors: wantsAuthors(paper, authors) ? authors : [],
    categories: paper.categories.length > 0 ? [] : (patch.categories ?? []),
    links: {
      page: paper.links.page,
      ...(patch.pdf ? { pdf: patch.pdf } : {}),
      code: patch.code ?? [],
      project: patch.project ?? [],
    },
    ...(patch.editors && patch.editors.length > 0 ? { editors: patch.editors } : {}),
    ...(abstract ? { abstract } : {}),
    ...(published ? { published } : {}),
    ...(comment && !paper.comment ? { comment } : {}),
    ...(journalRef ? { journalRef } : {}),
    ...(keywords && keywords.length > 0 ? { keywords } : {}),
    ...(upvotes !== undefined ? { upvotes } : {}),
  };
}

/** The venue and DOI the paper has afterwards: those of a publication win over those of a preprint server. */
function publication(paper: Paper, patch: Patch): Pick<Paper, 'venue' | 'doi'> {
  const out: Pick<Paper, 'venue' | 'doi'> = {};
  const better = isPublishedVenue(patch.venue) && !isPublishedVenue(paper.venue);
  const venue = better ? patch.venue : (paper.venue ?? patch.venue);
  const doi = isPublishedDoi(patch.doi) && !isPublishedDoi(paper.doi) ? patch.doi : (paper.doi ?? patch.doi);
  if (venue) out.venue = venue;
  if (doi) out.doi = doi;
  return out;
}

/**
 * The paper with what `patch` adds, under the strongest id of both. It keeps its aliases and sightings; the tagger must
 * run again when `topicsVersion` is 0, which is where the text it looks at changed.
 * @param now ISO time: when the votes were counted.
 */
export function applyPatch(paper: Paper, patch: Patch, now: string): Paper {
  const told = publication(paper, patch);
  const ids = new Set([...idsOf(paper), ...acceptedIds(paper, patch)]);
  const preprint = paper.doi && paper.doi !== told.doi ? idOfDoi(paper.doi) : undefined;
  if (preprint) ids.add(preprint);
  const published = told.doi ? idOfDoi(told.doi) : undefined;
  if (published) ids.add(published);
  const id = strongest(ids) ?? paper.id;
  const { venue: _venue, doi: _doi, ...merged } = mergeMetadata(paper, metadataOf(paper, patch), id);
  for (const key of idsOf({ ...merged, aliases: [] })) ids.add(key);
  const sameText =
    merged.title === paper.title &&
    merged.abstract === paper.abstract &&
    merged.categories.join() === paper.categories.join() &&
    (merged.keywords ?? []).join() === (paper.keywords ?? []).join();
  return {
    ...merged,
    ...told,
    aliases: [...ids].filter((other) => other !== id),
    topics: paper.topics,
    topicsVersion: sameText ? paper.topicsVersion : 0,
    seen: paper.seen,
    ...(patch.upvotes !== undefined
      ? { upvotesAt: now }
      : paper.upvotesAt
        ? { upvotesAt: paper.upvotesAt }
        : {}),
  };
}
