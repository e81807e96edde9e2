/** What is related to one paper, worked out beside the page: candidates of the search index, looked at closely. */
import { saidDistinct } from '../../core/distinct.ts';
import type { PaperId } from '../../core/paper.ts';
import { termsOf } from '../../core/terms.ts';
import { correctedTopics } from '../../core/topics.ts';
import { likelySame, relatedPapers, type Shown, type Usual, usualOf } from '../../ranking/index.ts';
import { getRows, type Row, type SearchIndex } from '../../storage/index.ts';
import type { Around } from './search-messages.ts';

/** Candidates looked at, and those of which it is asked whether they are the same paper. */
const NEAR = 60;
const SAME = 20;
/** Papers that say how usual a word is. */
const USUAL = 200;

/** Kept while the worker lives: what is usual changes slowly. */
let usual: Usual | undefined;

async function usualTerms(index: SearchIndex): Promise<Usual> {
  if (!usual || usual.papers === 0) {
    const { rows } = await getRows(index.some(USUAL));
    usual = usualOf(rows.map(({ paper }) => termsOf(paper.title, paper.abstract)));
  }
  return usual;
}

export const shownOf = ({ paper, mark }: Row): Shown => ({
  ...paper,
  topics: [...correctedTopics(paper.topics, mark)],
});

/** @param among the library, or every paper that is stored. @throws ManiculeError */
export async function aroundPaper(
  index: SearchIndex,
  id: PaperId,
  among: 'library' | 'met',
): Promise<Around> {
  const own = (await getRows([id])).rows[0];
  if (!own) return { related: [], same: [] };
  const [found, terms] = await Promise.all([index.alike(own.paper, NEAR), usualTerms(index)]);
  const same = new Set(found.met.slice(0, SAME));
  const near = new Set(found[among]);
  const { rows } = await getRows([...new Set([...near, ...same])]);
  const paper = shownOf(own);
  const others = rows
    .filter((row) => row.paper.id !== own.paper.id)
    .map((row) => ({ id: row.paper.id, shown: shownOf(row), apart: saidDistinct(own, row) }));
  const beside = others.filter(({ id }) => near.has(id)).map(({ shown }) => shown);
  const maybe = others.filter(({ id, apart }) => same.has(id) && !apart).map(({ shown }) => shown);
  return { related: relatedPapers(paper, beside, terms), same: likelySame(paper, maybe) };
}
