/** A topic of the reader's own from the papers under one of their tags. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { allTags, idsTagged, type TagCount } from '../../storage/index.ts';
import { later } from '../shared/later.tsx';
import { sayFailure, tell } from './notice.tsx';

const LearnTopic = later(() => import('../shared/learn-topic.tsx').then((part) => part.LearnTopic));

/** Fewer papers say too little. */
const FEWEST = 5;

export function LearnFromTag() {
  const id = useId();
  const chosen = useRef<HTMLSelectElement>(null);
  const [tags, setTags] = useState<readonly TagCount[]>([]);
  const [ids, setIds] = useState<readonly PaperId[]>();
  useEffect(() => {
    allTags().then((all) => setTags(all.filter(({ count }) => count >= FEWEST)), sayFailure);
  }, []);
  if (tags.length === 0) return null;
  const learn = (event: Event) => {
    event.preventDefault();
    idsTagged(chosen.current?.value ?? '').then(setIds, sayFailure);
  };
  return (
    <>
      <form class="own-new" onSubmit={learn}>
        <label for={id}>{say('optionsOwnTaggedLabel')}</label>
        <select ref={chosen} id={id} class="field">
          {tags.map(({ tag, count }) => (
            <option key={tag} value={tag}>
              {say('optionsOwnTagged', tag, count)}
            </option>
          ))}
        </select>
        <button type="submit" class="button">
          {say('optionsOwnTaggedLearn')}
        </button>
      </form>
      {ids && <LearnTopic ids={ids} close={() => setIds(undefined)} added={(words) => tell(words)} />}
    </>
  );
}
