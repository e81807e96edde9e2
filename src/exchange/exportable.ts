/** What is exported: a paper with the reader's marks on it, and what an export reports. */
import type { ExportField } from '../core/export-choices.ts';
import {
  isFlagged,
  isSaved,
  type Mark,
  noteOf,
  type Status,
  sinceOf,
  statusOf,
  tagsOf,
} from '../core/mark.ts';
import type { Metadata, PaperId, TopicScore } from '../core/paper.ts';
import type { CiteRule } from './cite-key.ts';

export interface Exportable {
  paper: Metadata & { topics?: TopicScore[] };
  saved?: boolean;
  flagged?: boolean;
  status?: Status | null;
  note?: string;
  tags?: string[];
  /** What the reader sees for `paper.topics`; the ids are written where it is missing. */
  topicLabels?: string[];
  rating?: number | null;
  /** Given once, kept for ever. */
  citeKey?: string;
  /** ISO times. */
  savedAt?: string;
  flaggedAt?: string;
  /** Why it is flagged, as the reader sees it. */
  reasons?: string[];
}

/** A paper that was left out, or written in a simpler form, and why: a sentence for the reader. */
export interface Skipped {
  id: PaperId;
  title: string;
  why: string;
}

export interface Report {
  /** Number of papers in the file. */
  written: number;
  skipped: Skipped[];
  /** Number of papers the format has no place for: in a feed of flagged papers, those that are not flagged. */
  passed?: number;
}

export interface ExportOptions {
  /** BibTeX: true (default) writes UTF-8 for biber and modern BibTeX; false writes accents and symbols as TeX. */
  unicode?: boolean;
  /** What is written besides titles, authors, dates, venues and ids; by default everything. */
  fields?: readonly ExportField[];
  /** How cite keys are made for papers that have none. */
  citeRule?: CiteRule;
  /** Cite keys already in use by papers that are not exported, so that none is given twice. */
  taken?: ReadonlySet<string>;
  /** Id → cite key, to keep the keys of an earlier call; by default they are assigned anew. */
  keys?: ReadonlyMap<PaperId, string>;
  /** ISO time of the export, written into backups; by default the present. */
  now?: string;
}

/** The export view of a stored paper and its mark. */
export function exportableOf(
  paper: Exportable['paper'],
  mark: Mark | undefined,
  topicLabels?: string[],
): Exportable {
  const out: Exportable = {
    paper,
    saved: isSaved(mark),
    flagged: isFlagged(mark),
    status: statusOf(mark),
    note: noteOf(mark),
    tags: tagsOf(mark),
    rating: mark?.rating?.value ?? null,
  };
  if (topicLabels) out.topicLabels = topicLabels;
  if (mark?.citeKey) out.citeKey = mark.citeKey.value;
  if (mark?.saved && isSaved(mark)) out.savedAt = sinceOf(mark.saved);
  if (mark?.flagged?.value.on) {
    out.reasons = mark.flagged.value.reasons.map((reason) => reason.text);
    out.flaggedAt = sinceOf(mark.flagged);
  }
  return out;
}
