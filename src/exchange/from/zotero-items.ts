/**
 * Which papers are in a Zotero library, from what its local API answers
 * (https://www.zotero.org/support/dev/web_api/v3/local_api): only ids are taken, nothing else is kept.
 */
import { ManiculeError } from '../../core/errors.ts';
import { arxivId, idOfDoi, idOfUrl, titleId } from '../../core/identity.ts';
import type { PaperId } from '../../core/paper.ts';

type Raw = Record<string, unknown>;

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null;

const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 20_000) : '');

/** Attachments and the like are no papers. */
const NO_PAPER = new Set(['attachment', 'note', 'annotation']);

function firstAuthor(creators: unknown): string {
  const first: unknown = Array.isArray(creators) ? creators[0] : undefined;
  if (!isObject(first)) return '';
  const name = text(first['name']);
  return name || [text(first['firstName']), text(first['lastName'])].filter(Boolean).join(' ');
}

/** Every id an item shows: arXiv, DOI, PubMed and others in its fields and in Extra, and its title with its first author. */
export function idsOfZoteroItem(item: unknown): PaperId[] {
  const data = isObject(item) && isObject(item['data']) ? item['data'] : item;
  if (!isObject(data) || NO_PAPER.has(text(data['itemType']))) return [];
  const extra = text(data['extra']);
  const arxiv = [text(data['archiveID']), text(data['number']), /^\s*arxiv:\s*\S+/im.exec(extra)?.[0] ?? '']
    .filter((one) => /^\s*arxiv:/i.test(one))
    .map(arxivId);
  const dois = [text(data['DOI']), /^\s*doi:\s*(\S+)/im.exec(extra)?.[1] ?? ''].map(idOfDoi);
  const pubmed = /^\s*pmid:\s*(\d{1,9})\b/im.exec(extra)?.[1];
  const ids: (PaperId | undefined)[] = [
    ...arxiv.map((id) => id && `arxiv:${id}`),
    ...dois,
    pubmed && `pmid:${pubmed}`,
    idOfUrl(text(data['url'])),
  ];
  const title = text(data['title']).replace(/<\/?(?:i|b|sub|sup|span)\b[^<>]*>/gi, '');
  const author = firstAuthor(data['creators']);
  // without an author a title is too little to tell a paper by
  if (title !== '' && author !== '') ids.push(titleId(title, [author]));
  return [...new Set(ids.filter((id) => id !== undefined && id !== ''))] as PaperId[];
}

export interface ZoteroPage {
  ids: PaperId[];
  /** Items in the answer. */
  count: number;
  /** ISO time of the latest change among them; '' for none. */
  newest: string;
  /** ISO time of the earliest. */
  oldest: string;
}

/** Reads one answer of items. @throws ManiculeError 'bad-answer' */
export function readZoteroItems(answer: string): ZoteroPage {
  let items: unknown;
  try {
    items = JSON.parse(answer);
  } catch {
    items = undefined;
  }
  if (!Array.isArray(items)) throw new ManiculeError('bad-answer', 'What Zotero answered cannot be read.');
  const times = items
    .map((item: unknown) =>
      isObject(item) && isObject(item['data']) ? text(item['data']['dateModified']) : '',
    )
    .filter((time) => time !== '')
    .sort();
  return {
    ids: [...new Set(items.flatMap(idsOfZoteroItem))],
    count: items.length,
    newest: times.at(-1) ?? '',
    oldest: times[0] ?? '',
  };
}
