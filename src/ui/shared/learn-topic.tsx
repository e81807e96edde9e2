/** A topic of the reader's own from papers they chose: what was learned, to be looked over before it is added. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { sentenceOf } from '../../core/errors.ts';
import type { LearnedTopic } from '../../core/learned-topic.ts';
import type { PaperId } from '../../core/paper.ts';
import { say, sayMany } from '../../core/say.ts';
import { ownTopicId, type TopicChoice } from '../../core/topics.ts';
import { send } from '../../platform/rpc.ts';
import { saveSettings } from '../../platform/timed-settings.ts';
import { LearnedTerms } from './learned-terms.tsx';
import './learn-topic.css';

/** Keeps a new topic; returns its id. @throws what the browser's storage throws */
export async function addLearned(name: string, learned: LearnedTopic): Promise<string> {
  const choice: TopicChoice = { name, learned };
  let id = '';
  await saveSettings(({ topicChoices }) => {
    id = ownTopicId(name, topicChoices);
    return { topicChoices: { ...topicChoices, [id]: choice } };
  });
  return id;
}

interface Props {
  ids: readonly PaperId[];
  close: () => void;
  /** Called with what to tell once the topic is kept. */
  added: (words: string) => void;
}

export function LearnTopic({ ids, close, added }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const name = useRef<HTMLInputElement>(null);
  const [topic, setTopic] = useState<LearnedTopic>();
  const [problem, setProblem] = useState('');
  const failed = (error: unknown) => setProblem(sentenceOf(error));
  useEffect(() => {
    dialog.current?.showModal();
    send('topics.learn', { ids: [...ids] }).then((reply) => setTopic(reply.topic), failed);
  }, []);
  const add = (event: Event) => {
    event.preventDefault();
    const called = name.current?.value.trim() ?? '';
    if (called === '') setProblem(say('learnTopicNameless'));
    else if (topic)
      addLearned(called, topic).then(() => {
        added(say('learnTopicAdded', called));
        dialog.current?.close();
      }, failed);
  };
  return (
    <dialog ref={dialog} class="learn-topic" aria-labelledby={id} onClose={close}>
      <h2 id={id}>{say('learnTopicTitle')}</h2>
      <p class="muted">
        {sayMany('learnTopicFrom', ids.length)}. {say('learnTopicLead')}
      </p>
      <form onSubmit={add}>
        <label for={`${id}-name`}>{say('learnTopicName')}</label>
        <input ref={name} id={`${id}-name`} class="field" type="text" maxLength={60} dir="auto" />
        {topic ? (
          <LearnedTerms topic={topic} change={setTopic} />
        ) : (
          !problem && <p class="muted">{say('learnTopicLooking')}</p>
        )}
        {problem && (
          <p class="problem" role="alert">
            {problem}
          </p>
        )}
        <p class="foot">
          <button type="submit" class="button" disabled={!topic}>
            {say('learnTopicAdd')}
          </button>
          <button type="button" class="button" onClick={() => dialog.current?.close()}>
            {say('commonCancel')}
          </button>
        </p>
      </form>
    </dialog>
  );
}
