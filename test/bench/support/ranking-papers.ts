/** Papers for the ranking bench, and which of them are held back from everything that learns. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { hashOf } from '../../../src/core/terms.ts';
import { fold } from '../../../src/core/text.ts';

export interface BenchPaper {
  id: string;
  title: string;
  abstract: string;
  authors: string[];
  categories: string[];
  keywords: string[];
  date: string;
}

const SHARED = process.env['MANICULE_SHARED'] ?? new URL('../../../../shared', import.meta.url).pathname;

/** Papers of one file, in its order; undefined where the folder is absent. */
export function readPapers(name: 'arxiv' | 'labelled' | 'hf_daily'): BenchPaper[] | undefined {
  const file = join(SHARED, 'papers', `${name}.jsonl.gz`);
  if (!existsSync(file)) return undefined;
  return gunzipSync(readFileSync(file))
    .toString('utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as BenchPaper);
}

/** Titles that are the same work: how papers are told apart between sets and splits. */
export const titleKey = (title: string): string => fold(title).replaceAll(' ', '');

/**
 * Whether a paper belongs to the test listings: 35 of 100, by its title alone, so that no model trained on the others
 * has met it under any id.
 */
export const isTestPaper = (title: string): boolean => hashOf(titleKey(title)) % 100 < 35;

/** The day that parts older from newer papers of arXiv: listings come after it, everything learned from before it. */
export const ARXIV_CUT = '2026-04-01';
