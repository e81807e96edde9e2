/** What writes each text format: what stands before, between and after the papers, and one paper. */
import type { ExportOptions } from './exportable.ts';
import type { TextFormatId } from './formats.ts';
import { ATOM_CLOSE, atomEntry, atomOpen } from './to/atom.ts';
import { biblatexEntry } from './to/biblatex.ts';
import { bibtexEntry } from './to/bibtex.ts';
import { cslItem } from './to/csl-json.ts';
import { csvHeader, csvRow } from './to/csv.ts';
import { ENDNOTE_CLOSE, ENDNOTE_OPEN, endnoteRecord } from './to/endnote.ts';
import { HTML_CLOSE, htmlItem, htmlOpen } from './to/html.ts';
import { markdownItem } from './to/markdown.ts';
import { ORG_OPEN, orgItem } from './to/org.ts';
import { paperMemoryItem } from './to/papermemory.ts';
import { paperLine } from './to/papers.ts';
import { risRecord } from './to/ris.ts';
import type { Work } from './work.ts';
import type { Simplified } from './works.ts';

export interface Writer {
  open?: (options: ExportOptions, now: string, some: boolean) => string;
  /** Text of one paper; undefined when it cannot be in such a file, which `simplified` says. */
  one: (work: Work, options: ExportOptions, simplified: Simplified, now: string) => string | undefined;
  between?: string;
  close?: string;
  /** The papers that are meant, where there are any of them; by default, and else, all. */
  takes?: (paper: Pick<Work, 'flagged'>) => boolean;
}

const LIST = { open: () => '[\n', between: ',\n', close: '\n]\n' };

/** `jsonl`, a backup, has a header that counts what follows and is written elsewhere. */
export const WRITERS: Readonly<Record<Exclude<TextFormatId, 'jsonl'>, Writer>> = {
  bibtex: { one: (work, options) => bibtexEntry(work, options.unicode), between: '\n' },
  biblatex: { one: (work, options) => biblatexEntry(work, options.unicode), between: '\n' },
  ris: { one: risRecord },
  'csl-json': { ...LIST, one: (work) => JSON.stringify(cslItem(work)) },
  endnote: { open: () => ENDNOTE_OPEN, one: endnoteRecord, close: ENDNOTE_CLOSE },
  csv: {
    open: (options) => csvHeader(options.fields),
    one: (work, options, simplified) => csvRow(work, simplified, options.fields),
  },
  markdown: { one: markdownItem },
  org: { open: () => ORG_OPEN, one: orgItem },
  html: { open: (_, now) => htmlOpen(now), one: htmlItem, close: HTML_CLOSE },
  atom: {
    open: (_, now, some) => atomOpen(now, some),
    one: (work, _options, _simplified, now) => atomEntry(work, now),
    close: ATOM_CLOSE,
    takes: (paper) => paper.flagged,
  },
  papermemory: { ...LIST, one: (work, _, simplified) => paperMemoryItem(work, simplified) },
  papers: { one: paperLine },
};
