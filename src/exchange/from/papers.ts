/**
 * Reads papers from JSON Lines of many makers: what this program's command line writes, backups, and records with the
 * usual names of fields. Only the title is required.
 */
import { arxivId, doi as findDoi, idOfDoi, idOfUrl, titleId } from '../../core/identity.ts';
import { STATUSES, type Status } from '../../core/mark.ts';
import { LIMITS, type Metadata, type PaperId, type PaperLinks, type TopicScore } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { clip, safeUrl } from '../../core/text.ts';
import { cleanLine, cleanList, cleanNote } from '../clean.ts';
import { type Exportable, exportableOf } from '../exportable.ts';
import { numberedLines, type Problem, parseObject } from '../lines.ts';
import { isBackup, readBackup } from './backup.ts';

type Loose = Record<string, unknown>;

/** The first of the fields that holds some text, as one line. */
function line(record: Loose, ...names: string[]): string {
  for (const name of names) {
    const value = record[name];
    const found = cleanLine(typeof value === 'number' ? String(value) : value);
    if (found !== '') return found;
  }
  return '';
}

/** A list, or a text that is one: split at `separator`. */
function list(value: unknown, separator: RegExp, length: number): string[] {
  const items = typeof value === 'string' ? cleanLine(value).split(separator) : value;
  return cleanList(items)
    .slice(0, LIMITS.list)
    .map((item) => clip(item, length));
}

/** `["Ada Lovelace"]`, `[{name}]`, `[{given, family}]`, `"A and B"`, `"A; B"`, `"A B, C D"`. */
function authors(value: unknown): string[] {
  const named = (item: unknown): unknown => {
    if (typeof item !== 'object' || item === null) return item;
    const { name, given, family } = item as Loose;
    return cleanLine(name) || [cleanLine(given), cleanLine(family)].filter((part) => part !== '').join(' ');
  };
  let items: unknown = Array.isArray(value) ? value.map(named) : [];
  if (typeof value === 'string') {
    const text = cleanLine(value);
    if (/;|\sand\s/.test(text)) items = text.split(/\s*;\s*|,?\s+and\s+/);
    // "Lovelace, Ada" is one person: lists separated by commas hold full names
    else items = text.split(/\s*,\s*/).every((part) => part.includes(' ')) ? text.split(/\s*,\s*/) : [text];
  }
  return cleanList(items)
    .slice(0, LIMITS.authors)
    .map((name) => clip(name, LIMITS.author));
}

/** The canonical id of whatever names the paper: an id with or without prefix, a DOI, an address; else its title. */
export function looseId(record: Loose, title: string, names: readonly string[]): PaperId {
  const id = line(record, 'id', 'paperId');
  const arxiv = arxivId(id) ?? arxivId(line(record, 'arxiv', 'arxiv_id', 'arxivId', 'eprint'));
  if (arxiv) return `arxiv:${arxiv}`;
  if (/^(?:openreview|acl|pmid|title):./.test(id)) return clip(id, LIMITS.url);
  for (const text of [id, line(record, 'doi', 'DOI')]) {
    const found = /^(?:doi:|https?:|10\.)/i.test(text) ? (idOfUrl(text) ?? idOfDoi(text)) : undefined;
    if (found) return found;
  }
  return idOfUrl(line(record, 'url', 'URL', 'link', 'page')) ?? titleId(title, names);
}

const webAddress = (value: unknown): string | undefined =>
  typeof value === 'string' ? safeUrl(value) : undefined;
const addresses = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value])
    .map(webAddress)
    .filter((url) => url !== undefined)
    .slice(0, LIMITS.list);

function linksOf(record: Loose, id: PaperId): PaperLinks {
  const links = (
    typeof record['links'] === 'object' && record['links'] !== null ? record['links'] : {}
  ) as Loose;
  const known = id.startsWith('arxiv:') ? `https://arxiv.org/abs/${id.slice('arxiv:'.length)}` : '';
  const page =
    [links['page'], record['url'], record['URL'], record['link']].map(webAddress).find((url) => url) ?? known;
  const out: PaperLinks = {
    page,
    code: addresses(links['code'] ?? record['code']),
    project: addresses(links['project'] ?? record['project']),
  };
  const pdf = webAddress(links['pdf']) ?? webAddress(record['pdf']);
  const html = webAddress(links['html']);
  if (pdf) out.pdf = pdf;
  if (html) out.html = html;
  return out;
}

function topicsOf(value: unknown): TopicScore[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, LIMITS.list).flatMap((item: unknown): TopicScore[] => {
    if (typeof item === 'string') return [{ id: clip(cleanLine(item), LIMITS.tag), score: 1 }];
    if (typeof item !== 'object' || item === null) return [];
    const { id, score } = item as Loose;
    return typeof id === 'string'
      ? [{ id: clip(cleanLine(id), LIMITS.tag), score: Number(score ?? 1) || 0 }]
      : [];
  });
}

function paperOf(record: Loose, title: string): Exportable['paper'] {
  const names = authors(record['authors'] ?? record['author']);
  const id = looseId(record, title, names);
  const paper: Metadata & { topics?: TopicScore[] } = {
    id,
    title: clip(title, LIMITS.title),
    authors: names,
    categories: list(record['categories'], /[\s,;]+/, LIMITS.tag),
    links: linksOf(record, id),
  };
  const put = <K extends 'abstract' | 'published' | 'venue' | 'comment' | 'journalRef'>(
    key: K,
    text: string,
  ) => {
    if (text !== '') paper[key] = clip(text, key === 'abstract' ? LIMITS.abstract : LIMITS.short);
  };
  put('abstract', line(record, 'abstract', 'summary'));
  put('published', line(record, 'published', 'date', 'year').replace(/T.*$/, ''));
  put('venue', line(record, 'venue', 'journal', 'booktitle'));
  put('comment', line(record, 'comment', 'comments'));
  put('journalRef', line(record, 'journalRef', 'journal_ref', 'journal-ref'));
  const doi = findDoi(line(record, 'doi', 'DOI'));
  if (doi) paper.doi = doi;
  if (record['authorsCut'] === true) paper.authorsCut = true;
  const editors = authors(record['editors'] ?? record['editor']);
  if (editors.length > 0) paper.editors = editors;
  const familyFirst = list(record['familyFirst'], /\s*;\s*/, LIMITS.author);
  if (familyFirst.length > 0) paper.familyFirst = familyFirst;
  const keywords = list(record['keywords'], /\s*[,;]\s*/, LIMITS.tag);
  if (keywords.length > 0) paper.keywords = keywords;
  if (typeof record['upvotes'] === 'number') paper.upvotes = record['upvotes'];
  const topics = topicsOf(record['topics']);
  if (topics.length > 0) paper.topics = topics;
  return paper;
}

/** A paper and what the reader said of it, from one loose record; undefined without a title. */
export function looseExportable(record: Loose): Exportable | undefined {
  const title = line(record, 'title');
  if (title === '') return undefined;
  const out: Exportable = { paper: paperOf(record, title) };
  const status = STATUSES.find((known: Status) => known === record['status']);
  const note = clip(cleanNote(record['note']), LIMITS.note);
  const tags = list(record['tags'], /\s*[,;]\s*/, LIMITS.tag);
  const reasons = list(record['reasons'], /\s*;\s*/, LIMITS.short);
  const citeKey = line(record, 'citeKey', 'citekey', 'cite_key');
  const savedAt = line(record, 'savedAt');
  if (typeof record['saved'] === 'boolean') out.saved = record['saved'];
  if (typeof record['flagged'] === 'boolean') out.flagged = record['flagged'];
  if (status) out.status = status;
  if (note !== '') out.note = note;
  if (tags.length > 0) out.tags = tags;
  if (typeof record['rating'] === 'number') out.rating = record['rating'];
  if (citeKey !== '') out.citeKey = clip(citeKey, LIMITS.tag);
  if (!Number.isNaN(Date.parse(savedAt))) out.savedAt = new Date(savedAt).toISOString();
  if (reasons.length > 0) out.reasons = reasons;
  return out;
}

/**
 * Reads JSON Lines of papers, or a backup. A line that is no record or has no title is named in `problems`.
 * @throws ManiculeError 'bad-file' for a backup of a newer version
 */
export function readPapers(text: string): { items: Exportable[]; problems: Problem[] } {
  if (isBackup(text)) {
    const backup = readBackup(text);
    const marks = new Map(backup.marks.map((mark) => [mark.id, mark]));
    return {
      items: backup.papers.map((paper) => exportableOf(paper, marks.get(paper.id))),
      problems: backup.problems,
    };
  }
  const items: Exportable[] = [];
  const problems: Problem[] = [];
  for (const { line: number, text: content } of numberedLines(text)) {
    const record = parseObject(content);
    if ('why' in record) {
      problems.push({ line: number, why: record.why });
      continue;
    }
    const item = looseExportable(record.value);
    if (item) items.push(item);
    else problems.push({ line: number, why: say('recordNoTitle') });
  }
  return { items, problems };
}
