/** Formats that are read again, and what each is taken for when it is. */
import type { FormatId } from '../../src/exchange/index.ts';

export const TOLD_APART = {
  bibtex: 'bibtex',
  biblatex: 'bibtex',
  ris: 'ris',
  'csl-json': 'csl-json',
  endnote: 'endnote-xml',
  csv: 'csv',
  papers: 'jsonl',
  jsonl: 'backup',
} as const;
export type RoundFormat = keyof typeof TOLD_APART;
export const ROUND_FORMATS = Object.keys(TOLD_APART) as (RoundFormat & FormatId)[];
