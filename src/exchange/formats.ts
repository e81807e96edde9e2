/** The formats there are: names only, so that a menu can list them without loading what writes them. */
import { say } from '../core/say.ts';

/** Formats that are one text. */
export type TextFormatId =
  | 'bibtex'
  | 'biblatex'
  | 'ris'
  | 'csl-json'
  | 'endnote'
  | 'csv'
  | 'markdown'
  | 'org'
  | 'html'
  | 'atom'
  | 'papermemory'
  | 'papers'
  | 'jsonl';

/** `obsidian`: many notes in a ZIP file or in a folder. */
export type FormatId = TextFormatId | 'obsidian';

export interface Format {
  id: FormatId;
  label: string;
  /** Without dot. */
  extension: string;
  mime: string;
  /** Documents refer to a paper by the cite key it has in such a file, so the key is kept for ever. */
  keys?: boolean;
  /** Characters beyond ASCII may be written as TeX. */
  tex?: boolean;
}

export const FORMATS: readonly Format[] = [
  { id: 'bibtex', label: 'BibTeX', extension: 'bib', mime: 'application/x-bibtex', keys: true, tex: true },
  {
    id: 'biblatex',
    label: 'BibLaTeX',
    extension: 'bib',
    mime: 'application/x-bibtex',
    keys: true,
    tex: true,
  },
  { id: 'ris', label: 'RIS', extension: 'ris', mime: 'application/x-research-info-systems', keys: true },
  {
    id: 'csl-json',
    label: 'CSL-JSON',
    extension: 'json',
    mime: 'application/vnd.citationstyles.csl+json',
    keys: true,
  },
  { id: 'endnote', label: 'EndNote XML', extension: 'xml', mime: 'application/xml', keys: true },
  {
    id: 'csv',
    get label() {
      return say('formatCsv');
    },
    extension: 'csv',
    mime: 'text/csv',
    keys: true,
  },
  { id: 'markdown', label: 'Markdown', extension: 'md', mime: 'text/markdown' },
  {
    id: 'obsidian',
    get label() {
      return say('formatObsidian');
    },
    extension: 'zip',
    mime: 'application/zip',
    keys: true,
  },
  { id: 'org', label: 'Org', extension: 'org', mime: 'text/org', keys: true },
  {
    id: 'html',
    get label() {
      return say('formatHtml');
    },
    extension: 'html',
    mime: 'text/html',
  },
  {
    id: 'atom',
    get label() {
      return say('formatAtom');
    },
    extension: 'atom',
    mime: 'application/atom+xml',
  },
  {
    id: 'papermemory',
    get label() {
      return say('formatPapermemory');
    },
    extension: 'json',
    mime: 'application/json',
  },
  {
    id: 'papers',
    get label() {
      return say('formatPapers');
    },
    extension: 'jsonl',
    mime: 'application/jsonl',
  },
  {
    id: 'jsonl',
    get label() {
      return say('formatJsonl');
    },
    extension: 'jsonl',
    mime: 'application/jsonl',
  },
];
