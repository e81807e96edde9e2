/**
 * What a look at the papers related to one costs beside the page, in time of this process alone: candidates from the
 * search index, their records read as a database would give them, likeness and reasons; and the search for duplicates.
 */

import type { Mark } from '../../src/core/mark.ts';
import { paperOf } from '../../src/core/merge.ts';
import type { Paper } from '../../src/core/paper.ts';
import { type Terms, termsOf } from '../../src/core/terms.ts';
import { DuplicateSearch, likelySame, mayBeOne, relatedPapers, usualOf } from '../../src/ranking/index.ts';
import { papersAlike, someOf } from '../../src/storage/search-alike.ts';
import { buildSegment } from '../../src/storage/search-build.ts';
import { Segment } from '../../src/storage/search-segment.ts';
import { SearchTable } from '../../src/storage/search-table.ts';
import { manyEntries } from './support/many-papers.ts';
import { atMost, figure, median } from './support/numbers.ts';

const PAPERS = Number(process.env['MANICULE_BENCH_PAPERS'] ?? 72_000);
/** One in so many is saved. */
const SAVED = 10;
/** Papers of one part of the index. */
const PART = 10_000;
const ASKED = 200;
const NEAR = 60;
const SAME = 20;

const worked = (): number => process.cpuUsage().user / 1_000;
const at95 = (all: readonly number[]): number =>
  [...all].sort((a, b) => a - b)[Math.floor(all.length * 0.95)] ?? Number.NaN;

export async function run() {
  const { entries, real } = await manyEntries(PAPERS);
  const papers = new Map<string, Paper>();
  const at = '2026-03-17T09:00:00.000Z';
  const table = new SearchTable();
  for (let from = 0; from < entries.length; from += PART) {
    const sources = entries.slice(from, from + PART).map((entry, n) => {
      const paper = paperOf(entry, at);
      papers.set(paper.id, paper);
      const mark: Mark | undefined =
        n % SAVED === 0 ? { id: paper.id, saved: { value: true, at } } : undefined;
      return { id: paper.id, paper, ...(mark ? { mark } : {}) };
    });
    table.add(Segment.inMemory(buildSegment(sources)));
  }
  const stored = (ids: readonly string[]) =>
    ids.flatMap((id) => papers.get(id) ?? []).map((one) => structuredClone(one));
  const usual = usualOf(stored(someOf(table, 200)).map((paper) => termsOf(paper.title, paper.abstract)));
  const all = [...papers.values()];
  const times: number[] = [];
  let related = 0;
  for (let n = -20; n < ASKED; n++) {
    const paper = all[(n + 20) * Math.floor(all.length / (ASKED + 20))] as Paper;
    const began = worked();
    const found = await papersAlike(table, paper, NEAR);
    const same = new Set(found.met.slice(0, SAME));
    const library = new Set(found.library);
    const rows = stored([...new Set([...library, ...same])]);
    const near = relatedPapers(
      paper,
      rows.filter(({ id }) => library.has(id)),
      usual,
    );
    likelySame(
      paper,
      rows.filter(({ id }) => same.has(id)),
    );
    if (n < 0) continue; // warming up
    times.push(worked() - began);
    related += near.length;
  }
  const began = worked();
  const search = new DuplicateSearch();
  for (const { title, abstract } of all) search.add({ title, terms: termsOf(title, abstract) });
  const added = worked();
  let pairs = 0;
  let found = 0;
  const known = new Map<number, Terms>();
  const whole = (place: number) => {
    const { id, title, abstract, authors } = all[place] as Paper;
    const terms = known.get(place) ?? termsOf(title, abstract);
    known.set(place, terms);
    return { id, title, authors, terms };
  };
  for (const pair of search.pairs()) {
    if (!pair) continue;
    pairs++;
    if (mayBeOne(whole(pair[0]), whole(pair[1]))) found++;
  }
  return {
    papers: all.length,
    real,
    related: {
      median: atMost(median(times), 'ms', 50),
      at95: figure(at95(times), 'ms'),
      perPaper: figure(related / ASKED, 'related'),
    },
    duplicates: {
      reading: figure((added - began) / all.length, 'ms a paper'),
      comparing: figure(worked() - added, 'ms'),
      compared: pairs,
      found,
    },
  };
}
