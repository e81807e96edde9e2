/** How far the topics of stored papers are found anew, while that goes on in the background. */
import { useEffect, useState } from 'preact/hooks';
import { topicsVersion } from '../../core/own-topics.ts';
import { say, sayMany } from '../../core/say.ts';
import type { TopicChoices } from '../../core/topics.ts';
import { onChanges, readKeptAdjustments, retagProgress } from '../../storage/index.ts';
import { TOPICS_VERSION } from '../../topics/version.ts';
import { sayFailure } from './notice.tsx';
import { type Retagging, retagging } from './retagging.ts';
import { settings } from './state.ts';

/** Asked again so often while it goes on, in ms. */
const AGAIN = 1_000;

async function readRetagging(choices: TopicChoices): Promise<Retagging> {
  const [progress, kept] = await Promise.all([retagProgress(), readKeptAdjustments()]);
  const { stamp } = (kept ?? {}) as { stamp?: unknown };
  return retagging(progress, topicsVersion(TOPICS_VERSION, choices, typeof stamp === 'string' ? stamp : ''));
}

export function RetagLine() {
  const [now, setNow] = useState<Retagging>();
  const choices = settings.value.topicChoices;
  useEffect(() => {
    let here = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const read = () => {
      clearTimeout(timer);
      readRetagging(choices).then((next) => {
        if (!here) return;
        setNow(next);
        if (next.state === 'at') timer = setTimeout(read, AGAIN);
      }, sayFailure);
    };
    read();
    const stop = onChanges(({ what }) => {
      if (what === 'papers' || what === 'all') read();
    });
    return () => {
      here = false;
      clearTimeout(timer);
      stop();
    };
  }, [choices]);
  if (!now) return null;
  if (now.state === 'waits') return <p class="hint">{say('optionsRetagWaits')}</p>;
  if (now.state === 'done')
    return now.total > 0 ? <p class="hint">{sayMany('optionsRetagDone', now.total)}</p> : null;
  const words = say('optionsRetagAt', now.done, now.total);
  return (
    <div role="status">
      <p class="hint">{words}</p>
      <progress max={Math.max(1, now.total)} value={now.done} aria-label={words} />
    </div>
  );
}
