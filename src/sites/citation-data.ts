/**
 * A paper in a page's data for machines: JSON-LD and COinS.
 * https://schema.org/ScholarlyArticle, https://en.wikipedia.org/wiki/COinS
 */
import { idOfDoi, idOfUrl } from '../core/identity.ts';
import { fold } from '../core/text.ts';
import { bestDay, dayOf, isWhole, nameOf, plain } from './citation-fields.ts';
import type { Fields } from './parts.ts';

type Json = Record<string, unknown>;

const SCHOLARLY = /\b(?:ScholarlyArticle|MedicalScholarlyArticle|Thesis|Preprint)$/;
const MOST = 2_000;

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : value == null ? [] : [value]);
const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** A name, however deep: "Ada", `{name}`, `{givenName, familyName}`. */
function named(value: unknown): string {
  if (typeof value !== 'object' || value === null) return text(value);
  const one = value as Json;
  return text(list(one['name'])[0]) || `${text(one['givenName'])} ${text(one['familyName'])}`.trim();
}

const addresses = (value: unknown): string[] =>
  list(value).map((one) => text(one) || text((one as Json)?.['value']) || text((one as Json)?.['@id']));

function fieldsOf(one: Json): Fields {
  const about = text(one['abstract']) || text(one['description']);
  const abstract = plain(about);
  const ids = ['identifier', 'sameAs', '@id', 'url', 'doi'].flatMap((key) => addresses(one[key]));
  return {
    title: plain(text(one['headline']) || text(list(one['name'])[0])),
    authors: list(one['author'] ?? one['creator'])
      .map((author) => nameOf(named(author)))
      .filter((name) => name !== ''),
    ids: ids.map((id) => idOfUrl(id) ?? (/^(?:doi:\s*)?10\.\d{4,}\//i.test(id) ? idOfDoi(id) : undefined)),
    // a description is the abstract only when it is as long as one
    abstract: isWhole(abstract) && (one['abstract'] || abstract.length >= 400) ? abstract : undefined,
    published: dayOf(text(one['datePublished']) || text(one['dateCreated'])),
    venue: named(list(one['isPartOf'] ?? one['publication'])[0]) || undefined,
  };
}

/** Every article in the page's JSON-LD, wherever it stands; broken data tells nothing. */
export function articlesIn(doc: Document): { scholarly: boolean; fields: Fields }[] {
  const found: { scholarly: boolean; fields: Fields }[] = [];
  let seen = 0;
  const visit = (value: unknown, depth: number): void => {
    if (typeof value !== 'object' || value === null || depth > 5 || ++seen > MOST) return;
    if (Array.isArray(value)) {
      for (const one of value) visit(one, depth + 1);
      return;
    }
    const one = value as Json;
    const types = list(one['@type']).map(text);
    const scholarly = types.some((type) => SCHOLARLY.test(type));
    if (
      scholarly ||
      types.some((type) => /\b(?:Article|CreativeWork)$/.test(type) && !/News|Blog/.test(type))
    ) {
      const fields = fieldsOf(one);
      if (fields.title) found.push({ scholarly, fields });
    }
    for (const key of ['@graph', 'mainEntity']) visit(one[key], depth + 1);
  };
  for (const script of doc.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      // raw line breaks within strings are the commonest fault
      visit(JSON.parse((script.textContent ?? '').replace(/\s+/g, ' ')), 0);
    } catch {
      // not JSON: as if it were not there
    }
  }
  return found;
}

/** What one COinS span tells. */
export function coins(span: Element): Fields | undefined {
  const data = new URLSearchParams(span.getAttribute('title') ?? '');
  const title = plain(data.get('rft.atitle') || data.get('rft.title') || data.get('rft.btitle') || '');
  if (!title) return undefined;
  // the first author may stand apart from the others
  const first = nameOf(
    `${data.get('rft.aufirst') ?? data.get('rft.auinit') ?? ''} ${data.get('rft.aulast') ?? ''}`,
  );
  const authors = new Set([first, ...data.getAll('rft.au').map(nameOf)].filter((name) => name !== ''));
  return {
    title,
    authors: [...authors],
    ids: data.getAll('rft_id').map((id) => (id.startsWith('info:doi/') ? idOfDoi(id) : idOfUrl(id))),
    published: bestDay([data.get('rft.date') ?? '']),
    venue: data.get('rft.jtitle') || data.get('rft.btitle') || undefined,
  };
}

/** Whether one of two texts is the other or begins like it: titles are cut in page heads. */
export function sameTitle(a: string, b: string): boolean {
  const [one, other] = [fold(a), fold(b)];
  return (
    one !== '' && other !== '' && (one === other || (one.length > 24 && other.includes(one.slice(0, 80))))
  );
}
