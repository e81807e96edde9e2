/** How well papers fit what the reader saved, worked out beside the page: learning may take a second. */
import { isFlagged, isSaved } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { watchedWords } from '../../core/rules.ts';
import { featuresOf, isModel, type Marked, score, train } from '../../ranking/index.ts';
import { listRules } from '../../storage/index.ts';
import { getRows, listIds, type Row, type View } from '../../storage/read.ts';
import { topicLabel } from '../../topics/labels.ts';
import type { Fit, FromWorker, ToWorker } from './relevance-messages.ts';

/** Parts of the worker's global that are used here; the page's types do not have them. */
interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}
const scope = globalThis as unknown as Scope;

/** The latest decisions of each kind that are learned from, and papers met that say what is usual. */
const SAVED = 400;
const OTHERS = 200;
const MET = 500;

/** Least part of a score that is told as a reason, and how many are. */
const REASONS = 3;

const rowsOf = async (view: View, limit: number): Promise<Row[]> =>
  (await getRows(await listIds(view, { limit }))).rows;

/** A save counts in full, a flag half, a dismissal against. */
const marked = (rows: readonly Row[], importance: number): Marked[] =>
  rows.map(({ paper }) => ({ features: featuresOf(paper), importance, text: paper }));

/** Topics by their names, categories by themselves. */
const plain = (term: string): string =>
  term.replace(/^topic: (.+)$/, (_all, id: string) => topicLabel(id)).replace(/^category: /, '');

/** @throws ManiculeError */
async function fits(ids: readonly PaperId[]): Promise<Fit[]> {
  const saved = await rowsOf('saved', SAVED);
  const [flagged, dismissed, met, rules, { rows }] = await Promise.all([
    rowsOf('flagged', OTHERS),
    rowsOf('dismissed', OTHERS),
    rowsOf('all', MET),
    listRules(),
    getRows(ids),
  ]);
  const byHand = flagged.filter(
    ({ mark }) => !isSaved(mark) && mark?.flagged?.value.reasons.some(({ by }) => by === 'hand'),
  );
  const model = train({
    marks: [...marked(saved, 1), ...marked(byHand, 0.5), ...marked(dismissed, -1)],
    met: met.filter(({ mark }) => !isSaved(mark) && !isFlagged(mark)).map(({ paper }) => featuresOf(paper)),
    phrases: watchedWords(rules),
  });
  if (!isModel(model)) return [];
  const scored = score(
    model,
    rows.map(({ paper }) => featuresOf(paper)),
  );
  return rows.map(({ paper }, at) => {
    const { score: value = 0, because = [] } = scored[at] ?? {};
    return {
      id: paper.id,
      score: value,
      because: because
        .filter(({ weight }) => weight > 0)
        .slice(0, REASONS)
        .map(({ term }) => plain(term)),
    };
  });
}

scope.onmessage = ({ data }) => {
  fits(data.ids).then(
    (found) => scope.postMessage({ fits: found }),
    // the order is a help, no more: without it the papers come as they were met
    () => scope.postMessage({ fits: [] }),
  );
};
