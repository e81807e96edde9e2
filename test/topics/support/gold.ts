/** Labelled papers that are not part of the project: read where they are present, else `undefined`. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export interface GoldPaper {
  id: string;
  title: string;
  abstract: string;
  categories: string[];
}

/** `both`: labels that count; `either`: labels that count neither right nor wrong. */
export interface GoldLabels {
  both: string[];
  either: string[];
}

export interface Gold {
  papers: GoldPaper[];
  labels: Map<string, GoldLabels>;
}

/** The folder of shared data: env `MANICULE_SHARED`, else `../shared` beside the repository. */
export function goldFolder(): string {
  const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../..');
  return path.join(process.env['MANICULE_SHARED'] ?? path.join(root, '../shared'), 'gold');
}

function lines<T>(file: string): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}

/** `train`: 4,410 papers, one annotator; `dev`: 70, two annotators; `undefined` where the files are absent. */
export function readGold(part: 'train' | 'dev'): Gold | undefined {
  const papersFile = path.join(goldFolder(), `papers-${part}.jsonl`);
  const topicsFile = path.join(goldFolder(), `topics-${part}.jsonl`);
  if (!existsSync(papersFile) || !existsSync(topicsFile)) return undefined;
  const labels = new Map<string, GoldLabels>();
  for (const row of lines<{ id: string; topics?: string[]; both?: string[]; either?: string[] }>(
    topicsFile,
  )) {
    labels.set(row.id, { both: row.topics ?? row.both ?? [], either: row.either ?? [] });
  }
  return { papers: lines<GoldPaper>(papersFile).filter((paper) => labels.has(paper.id)), labels };
}
