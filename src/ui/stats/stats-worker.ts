/** Counts beside the page: a hundred thousand papers take seconds to read, and keep nothing from being drawn here. */
import { sentenceOf } from '../../core/errors.ts';
import { type Stats, Tally } from '../../core/stats.ts';
import { shownTopic, type TopicChoices } from '../../core/topics.ts';
import { readWhole } from '../../storage/whole.ts';
import type { FromWorker, ToWorker } from './stats-messages.ts';

/** Parts of the worker's global that are used here; the page's types do not have them. */
interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker): void;
}
const scope = globalThis as unknown as Scope;

/** Papers after which the page is told how far it is. */
const STEP = 5_000;

async function count(n: number, topicChoices: TopicChoices): Promise<Stats> {
  const tally = new Tally((id) => shownTopic(id, topicChoices));
  let counted = 0;
  await readWhole((held) => {
    for (const [paper, mark] of held) tally.add(paper, mark);
    const before = counted;
    counted += held.length;
    if (Math.floor(before / STEP) < Math.floor(counted / STEP)) scope.postMessage({ n, counted });
  });
  return tally.stats();
}

scope.onmessage = ({ data: { n, topicChoices } }) => {
  count(n, topicChoices).then(
    (stats) => scope.postMessage({ n, stats }),
    (error: unknown) => scope.postMessage({ n, failed: sentenceOf(error) }),
  );
};
