/** Files in: every format that can be read, told apart by what stands in it. Nothing here throws for one bad record. */
import { say } from '../core/say.ts';
import { looksLikeArxivMailing, readArxivMailing } from './from/arxiv-mailing.ts';
import { isBackup } from './from/backup.ts';
import { looksLikeBibtex, readBibtex } from './from/bibtex.ts';
import { isCslItem, readCslJson } from './from/csl-json.ts';
import { type CsvPlan, looksLikeCsv, planCsv, readCsv } from './from/csv.ts';
import { readDigest } from './from/digest.ts';
import { looksLikeEndnote, readEndnoteXml } from './from/endnote-xml.ts';
import { looksLikeIdList, readIdList } from './from/id-list.ts';
import type { ImportProblem, ImportRecord, ImportStep } from './from/import-record.ts';
import { jsonParts, looksLikeJson, parsePart } from './from/json-parts.ts';
import { readBackupPapers, readJsonLines, readJsonList } from './from/json-records.ts';
import { readMailDigest, readTextDigest } from './from/mail.ts';
import { looksLikeMail } from './from/mime.ts';
import { isBinary, isPacked } from './from/no-text.ts';
import { looksLikeHtml, readLinkedPage } from './from/paper-links.ts';
import { isPaperMemoryEntry, isUrlEntry, readPaperMemory } from './from/papermemory.ts';
import { looksLikeRis, readRis } from './from/ris.ts';
import { looksLikeMedline, looksLikeRefer, readMedline, readRefer } from './from/tagged.ts';
import { looksLikeZoteroRdf, readZoteroRdf } from './from/zotero-rdf.ts';
import { numberedLines, parseObject } from './lines.ts';

export type { ImportProblem, ImportRecord, ImportStep, Place } from './from/import-record.ts';
export { savedFrom } from './from/paper-links.ts';
export { pageSteps } from './from/site-page.ts';

interface ImportKind {
  /** What the reader sees: "a BibTeX library". */
  label: string;
  /** A library somebody kept: its papers are saved. The papers of a digest or a list were only shown. */
  library: boolean;
  read: (text: string, options: ImportOptions) => Generator<ImportStep, void>;
}

export interface ImportOptions {
  /** How a table is read; by default as `planCsv` guesses. */
  csv?: CsvPlan;
}

export const IMPORTS = {
  backup: {
    get label() {
      return say('importBackup');
    },
    library: true,
    read: readBackupPapers,
  },
  jsonl: {
    get label() {
      return say('importJsonl');
    },
    library: true,
    read: readJsonLines,
  },
  json: {
    get label() {
      return say('importJson');
    },
    library: true,
    read: readJsonList,
  },
  bibtex: {
    get label() {
      return say('importBibtex');
    },
    library: true,
    read: readBibtex,
  },
  ris: {
    get label() {
      return say('importRis');
    },
    library: true,
    read: readRis,
  },
  refer: {
    get label() {
      return say('importRefer');
    },
    library: true,
    read: readRefer,
  },
  medline: {
    get label() {
      return say('importMedline');
    },
    library: true,
    read: readMedline,
  },
  'csl-json': { label: 'CSL-JSON', library: true, read: readCslJson },
  'endnote-xml': { label: 'EndNote XML', library: true, read: readEndnoteXml },
  'zotero-rdf': {
    get label() {
      return say('importZotero');
    },
    library: true,
    read: readZoteroRdf,
  },
  papermemory: {
    get label() {
      return say('importPapermemory');
    },
    library: true,
    read: readPaperMemory,
  },
  csv: {
    get label() {
      return say('importCsv');
    },
    library: true,
    read: (text, { csv }) => readCsv(text, csv ?? planCsv(text)),
  },
  list: {
    get label() {
      return say('importList');
    },
    library: true,
    read: readIdList,
  },
  'arxiv-mail': {
    get label() {
      return say('importArxivMail');
    },
    library: false,
    read: readArxivMailing,
  },
  mail: {
    get label() {
      return say('importMail');
    },
    library: false,
    read: readMailDigest,
  },
  html: {
    get label() {
      return say('importHtml');
    },
    library: false,
    read: readLinkedPage,
  },
  digest: {
    get label() {
      return say('importDigest');
    },
    library: false,
    read: readTextDigest,
  },
} as const satisfies Record<string, ImportKind>;
export type ImportId = keyof typeof IMPORTS;

/** What decides is in the head of a file; a digest needs more of it. */
const HEAD = 200_000;

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Looks at the first elements of a JSON file; one that is broken tells nothing. */
function detectJson(text: string): ImportId | undefined {
  const array = /^\ufeff?\s*\[/.test(text);
  let looked = 0;
  for (const part of jsonParts(text.slice(0, HEAD * 10))) {
    if (++looked > 10) break;
    if (part.key === '__dataVersion') return 'papermemory';
    const parsed = parsePart(part);
    const value = 'value' in parsed ? parsed.value : undefined;
    if (isPaperMemoryEntry(value) || isUrlEntry(value)) return 'papermemory';
    if (!array && typeof value === 'string' && /^\s*@\w+\s*\{/.test(value)) return 'papermemory';
    if (!array) continue;
    if (typeof value === 'string') return 'list';
    if (isCslItem(value) && !(value as Record<string, unknown>)['links']) return 'csl-json';
    if (isObject(value) && 'title' in value) return 'json';
  }
  if (array) return undefined;
  const lines = numberedLines(text);
  const first = lines.next().value;
  const record = first && parseObject(first.text);
  if (record && 'value' in record)
    return isCslItem(record.value) && !lines.next().value && !record.value['links'] ? 'csl-json' : 'jsonl';
  const single = parsePart({ text, line: 1, end: text.length, whole: true });
  return 'value' in single && isCslItem(single.value)
    ? 'csl-json'
    : first?.text.includes('"title"')
      ? 'jsonl'
      : undefined;
}

/** The format of a text, by its content alone; undefined where nothing in it can be read. */
export function detectImport(text: string): ImportId | undefined {
  const head = text.slice(0, HEAD);
  if (isBackup(head)) return 'backup';
  if (looksLikeZoteroRdf(head)) return 'zotero-rdf';
  if (looksLikeEndnote(head)) return 'endnote-xml';
  if (looksLikeJson(head)) return detectJson(text);
  if (looksLikeMail(head)) return 'mail';
  if (looksLikeArxivMailing(head)) return 'arxiv-mail';
  if (looksLikeHtml(head)) return 'html';
  if (looksLikeRis(head)) return 'ris';
  if (looksLikeRefer(head)) return 'refer';
  if (looksLikeMedline(head)) return 'medline';
  if (looksLikeBibtex(head)) return 'bibtex';
  // what is no text has lines that look like titles by chance
  if (isBinary(head)) return undefined;
  const plan = planCsv(head);
  const titled = plan.columns.includes('title') && plan.columns.filter((field) => field).length > 1;
  if ((plan.header || titled) && looksLikeCsv(head)) return 'csv';
  if (looksLikeIdList(head)) return 'list';
  if (looksLikeCsv(head)) return 'csv';
  return readDigest(head).length > 0 ? 'digest' : undefined;
}

/** What a file holds that nobody here can read, in a sentence. */
export function whyUnknown(text: string): string {
  if (text.trim() === '') return say('importEmpty');
  if (text.startsWith('%PDF')) return say('importPdf');
  if (text.startsWith('PK\u0003\u0004')) return say('importZip');
  if (isPacked(text)) return say('importPacked');
  return say('importUnknown');
}

/** Reads a file step by step, so that the caller can let a page breathe. @throws ManiculeError only for a newer backup */
export const importSteps = (
  text: string,
  format: ImportId,
  options: ImportOptions = {},
): Generator<ImportStep, void> => (IMPORTS[format] as ImportKind).read(text, options);

/** Reads a file in one go. @throws ManiculeError only for a newer backup */
export function readImport(
  text: string,
  format: ImportId,
  options: ImportOptions = {},
): { records: ImportRecord[]; problems: ImportProblem[] } {
  const records: ImportRecord[] = [];
  const problems: ImportProblem[] = [];
  for (const step of importSteps(text, format, options)) {
    if ('record' in step) records.push(step.record);
    else if ('problem' in step) problems.push(step.problem);
  }
  return { records, problems };
}
