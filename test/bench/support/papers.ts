/** Real papers in bulk where they are at hand beside the project, else papers made from the invented ones. */
import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import { SHARED } from '../../../scripts/lib/root.ts';
import type { Entry } from '../../../src/core/paper.ts';
import { manyPapers } from '../../e2e/made-pages.ts';

interface Line {
  id: string;
  title: string;
  abstract?: string;
  authors: string[];
  categories?: string[];
  date?: string;
}

const FILES = ['hf_daily.jsonl.gz', 'arxiv.jsonl.gz'];

async function* lines(file: string): AsyncGenerator<Line> {
  const reader = createInterface({ input: createReadStream(file).pipe(createGunzip()) });
  for await (const line of reader) if (line) yield JSON.parse(line) as Line;
}

function entry(line: Line, position: number): Entry {
  const arxiv = line.id.replace(/^arxiv:/i, '').replace(/v\d+$/, '');
  const published = /^\d{4}-\d{2}-\d{2}/.exec(line.date ?? '')?.[0];
  return {
    id: `arxiv:${arxiv}`,
    site: 'arxiv',
    title: line.title,
    authors: line.authors,
    ...(line.abstract ? { abstract: line.abstract } : {}),
    ...(published ? { published } : {}),
    categories: line.categories ?? [],
    links: {
      page: `https://arxiv.org/abs/${arxiv}`,
      pdf: `https://arxiv.org/pdf/${arxiv}`,
      code: [],
      project: [],
    },
    position,
  };
}

/** `count` different papers as entries, and whether they are real. */
export async function entries(count: number): Promise<{ entries: Entry[]; real: boolean }> {
  const found = new Map<string, Entry>();
  for (const name of FILES) {
    const file = join(SHARED, 'papers', name);
    if (!existsSync(file) || found.size >= count) continue;
    for await (const line of lines(file)) {
      const one = entry(line, found.size + 1);
      if (/^arxiv:(?:\d{4}\.\d{4,5}|[a-z-]+\/\d{7})$/.test(one.id)) found.set(one.id, one);
      if (found.size >= count) break;
    }
  }
  if (found.size >= count) return { entries: [...found.values()], real: true };
  const made = manyPapers(count).map((paper, n) => entry({ ...paper, date: '2026-03-17' }, n + 1));
  return { entries: made, real: false };
}
