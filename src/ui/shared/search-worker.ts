/** Searches beside the page: whatever takes time here keeps no row from being drawn. */

import { siteName } from '../../core/catalog.ts';
import { sentenceOf } from '../../core/errors.ts';
import { shownTopic, type TopicChoices, topicName } from '../../core/topics.ts';
import { loadIndex, type SearchIndex, type Sought } from '../../storage/index.ts';
import { topicLabel } from '../../topics/labels.ts';
import { allDuplicates } from './duplicates-work.ts';
import { aroundPaper } from './related-work.ts';
import type { Asked, FromWorker, ToWorker } from './search-messages.ts';
import { speakLike } from './speak-like.ts';
import { IdTeller, inMessages, type ToldIds } from './told-ids.ts';

/** Parts of the worker's global that are used here; the page's types do not have them. */
interface Scope {
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
  postMessage(message: FromWorker, moved?: ArrayBuffer[]): void;
}
const scope = globalThis as unknown as Scope;

/** Parts of the index are put together whatever they hold. */
const MERGE_UP_TO = Number.POSITIVE_INFINITY;

let loading: Promise<SearchIndex> | undefined;

function index(): Promise<SearchIndex> {
  loading ??= loadIndex({ mergeUpTo: MERGE_UP_TO }).then((loaded) => {
    loaded.onUpdate(() => scope.postMessage({ changed: true }));
    return loaded;
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

const labels = (choices: TopicChoices) => ({
  topic: (id: string) => topicName(id, choices) ?? topicLabel(id),
  site: siteName,
  showTopic: (id: string) => shownTopic(id, choices),
});

let looking: AbortController | undefined;

const teller = new IdTeller();
let last: Sought | undefined;

async function answer(asked: Asked): Promise<FromWorker> {
  const { n } = asked;
  if (asked.ask === 'stop') {
    looking?.abort();
    return { n, stopped: true };
  }
  if (asked.ask === 'duplicates') {
    const onProgress = (done: number, total: number) => scope.postMessage({ n, done, total });
    looking?.abort(); // whoever asked before has no use for it
    looking = new AbortController();
    return { n, duplicates: await allDuplicates(onProgress, looking.signal) };
  }
  if (asked.ask === 'choices') return last ? { n, choices: last.choices() } : { n, stopped: true };
  const search = await index();
  const options = labels(asked.topicChoices);
  if (asked.ask === 'suggest')
    return { n, suggestions: await search.suggest(asked.field, asked.typed, options) };
  if (asked.ask === 'around') return { n, around: await aroundPaper(search, asked.id, asked.among) };
  const { typed, view, only, filter, order } = asked;
  last = await search.seek(typed, { ...options, view, only, filter, order });
  const messages = [...inMessages(teller.tell(last))];
  const ids = messages.pop() as ToldIds;
  for (const before of messages) scope.postMessage({ ids: before });
  return { n, found: { views: last.views, taken: last.taken, ids } };
}

scope.onmessage = ({ data }) => {
  if (data.ask === 'open') {
    index().catch(() => undefined); // told to who asks for something
    return;
  }
  answer(data).then(
    (reply) => scope.postMessage(reply, 'found' in reply ? [reply.found.ids.numbers.buffer] : []),
    async (error: unknown) => {
      await speakLike(data.language); // nothing else is told in words here
      scope.postMessage({ n: data.n, failed: sentenceOf(error) });
    },
  );
};
