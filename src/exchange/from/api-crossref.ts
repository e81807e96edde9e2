/**
 * Crossref: works by a filter of DOIs, or one found by its title and first author (https://api.crossref.org/swagger-ui,
 * https://github.com/CrossRef/rest-api-doc). A search always finds something: only the same title with the same first
 * author is taken. `relation` names the published version of a preprint, and the preprint of a publication.
 */
import * as v from 'valibot';
import { arxivId, idOfDoi, kindOf } from '../../core/identity.ts';
import type { PaperId } from '../../core/paper.ts';
import type { Patch } from '../../core/patch.ts';
import { isPublishedDoi } from '../../core/preprint.ts';
import {
  type Api,
  type ApiAnswer,
  dateOf,
  isPlausible,
  isSameWork,
  loose,
  looseList,
  looseText,
  patchOf,
  readJson,
  type Wanted,
  withoutMarkup,
} from './api.ts';

const Related = looseList(v.object({ id: v.string(), 'id-type': looseText }));
type Related = v.InferOutput<typeof Related>;
const Person = v.object({ given: looseText, family: looseText, name: looseText });
const Work = v.object({
  DOI: v.string(),
  type: looseText,
  title: looseList(v.string()),
  subtitle: looseList(v.string()),
  author: looseList(Person),
  editor: looseList(Person),
  abstract: looseText,
  'container-title': looseList(v.string()),
  issued: loose(v.object({ 'date-parts': v.array(v.array(v.nullable(v.number()))) })),
  relation: loose(v.object({ 'is-preprint-of': Related, 'has-preprint': Related })),
});
type Work = v.InferOutput<typeof Work>;
const Answer = v.union([
  v.object({ message: v.object({ items: v.array(Work) }) }),
  v.pipe(
    v.object({ message: Work }),
    v.transform(({ message }) => ({ message: { items: [message] } })),
  ),
]);

const FIELDS = 'DOI,type,title,subtitle,author,editor,abstract,container-title,issued,relation';

const titleOf = (work: Work): string => withoutMarkup(work.title?.[0]);

/** The title with its subtitle, which some publishers keep apart and listings do not. */
const titlesOf = (work: Work): string[] => {
  const subtitle = withoutMarkup(work.subtitle?.[0]);
  return subtitle ? [titleOf(work), `${titleOf(work)}: ${subtitle}`] : [titleOf(work)];
};

const namesOf = (people: Work['author']): string[] =>
  (people ?? []).map(({ given, family, name }) =>
    family ? [given, family].filter(Boolean).join(' ') : (name ?? ''),
  );
const authorsOf = (work: Work): string[] => namesOf(work.author);

function idsOf(related: Related): PaperId[] {
  return (related ?? []).slice(0, 4).flatMap(({ id, 'id-type': type }) => {
    const arxiv = type === 'arxiv' ? arxivId(id) : undefined;
    const doi = type === 'doi' ? idOfDoi(id) : undefined;
    return arxiv ? `arxiv:${arxiv}` : (doi ?? []);
  });
}

function patchOfWork(work: Work): Patch {
  const posted = work.type === 'posted-content';
  const published = idsOf(work.relation?.['is-preprint-of']);
  const own = !posted && isPublishedDoi(work.DOI.toLowerCase()) ? work.DOI : undefined;
  const [year = 0, month, day] = work.issued?.['date-parts'][0] ?? [];
  return patchOf({
    ids: [idOfDoi(work.DOI), ...published, ...idsOf(work.relation?.['has-preprint'])],
    title: titleOf(work),
    authors: authorsOf(work),
    editors: namesOf(work.editor),
    abstract: withoutMarkup(work.abstract),
    venue: posted ? undefined : withoutMarkup(work['container-title']?.[0]),
    doi: own ?? published.find((id) => id.startsWith('doi:'))?.slice('doi:'.length),
    published: dateOf(year ?? 0, month ?? undefined, day ?? undefined),
  });
}

const byTitle = ({ by }: Wanted): boolean => kindOf(by) === 'title';

/** A title is searched for alone; a comma cannot be part of a filter's value. */
const alone = (wanted: Wanted): boolean => byTitle(wanted) || wanted.by.includes(',');

/** What carries a paper's title without being it. */
const NO_PAPER = /^(?:peer-review|component|dataset|grant|database)$/;

function readSearch(items: readonly Work[], wanted: Wanted): ApiAnswer {
  const same = items.filter(
    (work) =>
      !NO_PAPER.test(work.type ?? '') &&
      titlesOf(work).some((title) => isSameWork(wanted, { title, authors: authorsOf(work) })),
  );
  // of several versions the published one says more
  const best = same.find((work) => work.type !== 'posted-content') ?? same[0];
  return best
    ? { found: new Map([[wanted.by, patchOfWork(best)]]), absent: [] }
    : { found: new Map(), absent: [wanted.by] };
}

export const crossrefApi: Api = {
  alone,
  request(wanted) {
    const accept = 'application/json';
    const base = 'https://api.crossref.org/works';
    const [first] = wanted;
    if (first && byTitle(first)) {
      const words = encodeURIComponent(`${first.title.slice(0, 300)} ${first.authors[0] ?? ''}`.trim());
      return { url: `${base}?query.bibliographic=${words}&rows=5&select=${FIELDS}`, accept };
    }
    const dois = wanted.map(({ by }) => encodeURIComponent(by.slice('doi:'.length)));
    if (first && alone(first)) return { url: `${base}/${dois[0]}`, accept };
    const filter = dois.map((doi) => `doi:${doi}`).join(',');
    return { url: `${base}?filter=${filter}&rows=${wanted.length}&select=${FIELDS}`, accept };
  },
  read(text, wanted) {
    const { items } = readJson(text, Answer).message;
    const [first] = wanted;
    if (first && byTitle(first)) return readSearch(items, first);
    const asked = new Map(wanted.map((one) => [one.by, one]));
    const found = new Map<PaperId, Patch>();
    const named = new Set<PaperId>();
    for (const work of items) {
      const by = idOfDoi(work.DOI);
      const one = by ? asked.get(by) : undefined;
      if (!by || !one) continue;
      named.add(by);
      if (titlesOf(work).some((title) => isPlausible(one, title))) found.set(by, patchOfWork(work));
    }
    return { found, absent: [...asked.keys()].filter((by) => !named.has(by)) };
  },
};
