/** The field for a tag or a topic that all selected papers get or lose, in one step. */
import { useId, useState } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';
import { type MessageKey, say } from '../../core/say.ts';
import { tagsIn } from '../shared/tags.ts';
import { allTopics, topicLabel, topicNamed } from '../shared/topic-labels.ts';
import type { LibraryState } from './state.ts';

/** What is asked for. */
export type BulkAsking = 'tag' | 'untag' | 'topic' | 'no-topic';

/** Name of the field and what stands in it. */
const WORDS: Readonly<Record<BulkAsking, readonly [MessageKey, MessageKey]>> = {
  tag: ['libraryTagSelected', 'libraryTagHint'],
  untag: ['libraryUntagSelected', 'libraryUntagHint'],
  topic: ['libraryTopicAddSelected', 'sharedAddTopicHint'],
  'no-topic': ['libraryTopicOffSelected', 'libraryTopicOffHint'],
};

interface Props {
  state: LibraryState;
  ids: readonly PaperId[];
  asking: BulkAsking;
  close: () => void;
}

/** Enter takes what is typed, Esc leaves it; a topic that there is none of is told, and can be mended. */
export function BulkField({ state, ids, asking, close }: Props) {
  const { acts } = state;
  const list = useId();
  const [wrong, setWrong] = useState('');
  const ofTopics = asking === 'topic' || asking === 'no-topic';
  const [name, hint] = WORDS[asking];

  /** True where it is dealt with. */
  const take = (typed: string): boolean => {
    if (!ofTopics) {
      const tags = tagsIn(typed);
      if (tags.length > 0) void acts.tag(ids, tags, asking === 'tag');
      return true;
    }
    if (typed.trim() === '') return true;
    const topic = topicNamed(allTopics(), typed);
    if (topic) void acts.topic(ids, topic, topicLabel(topic), asking === 'topic');
    else setWrong(say('sharedNoTopic', typed.trim()));
    return topic !== undefined;
  };
  return (
    <>
      <input
        class="field"
        type="text"
        dir="auto"
        ref={(field) => field?.focus()}
        {...(ofTopics ? { list, 'aria-invalid': wrong !== '' } : {})}
        aria-label={say(name)}
        placeholder={say(hint)}
        onInput={() => setWrong('')}
        onBlur={close}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          if (event.key === 'Escape' || take(event.currentTarget.value)) close();
        }}
      />
      {ofTopics && (
        <datalist id={list}>
          {allTopics().map((topic) => (
            <option key={topic} value={topicLabel(topic)} />
          ))}
        </datalist>
      )}
      {wrong && (
        <span class="failed" role="alert">
          {wrong}
        </span>
      )}
    </>
  );
}
