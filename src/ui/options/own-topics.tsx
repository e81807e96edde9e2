/** Topics of the reader's own: a name, and the words they are found by. */
import { useId, useRef, useState } from 'preact/hooks';
import { say } from '../../core/say.ts';
import { fold } from '../../core/text.ts';
import { isOwnTopic, ownTopicId, type TopicChoice } from '../../core/topics.ts';
import { LearnedTerms } from '../shared/learned-terms.tsx';
import { LearnFromTag } from './looks.tsx';
import { tell } from './notice.tsx';
import { setSettings, settings } from './state.ts';

const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,;\n]/)
      .map((word) => word.trim())
      .filter((word) => fold(word) !== ''),
  ),
];

function Own({ id, choice }: { id: string; choice: TopicChoice }) {
  const field = useId();
  /** What is being typed: a setting that changes meanwhile must not take its place. */
  const [typed, setTyped] = useState<string>();
  const change = (to: (now: TopicChoice) => TopicChoice) =>
    setSettings(({ topicChoices }) => ({
      topicChoices: { ...topicChoices, [id]: to(topicChoices[id] ?? choice) },
    }));
  const onlyLearned = () => change(({ words: _gone, ...rest }) => rest);
  // only this one: others may have changed since
  const back = () => change(() => choice);
  const remove = () =>
    setSettings(({ topicChoices: { [id]: _gone, ...topicChoices } }) => ({ topicChoices })).then(() =>
      tell(say('optionsOwnDeleted', choice.name ?? ''), back),
    );
  return (
    <li class="own-topic">
      <strong dir="auto">{choice.name}</strong>
      <label for={field} class="quiet">
        {say('optionsOwnWordsOf', choice.name ?? '')}
      </label>
      <input
        id={field}
        class="field"
        type="text"
        dir="auto"
        value={typed ?? (choice.words ?? []).join(', ')}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={() => setTyped(undefined)}
        onChange={(event) => {
          const words = wordsOf(event.currentTarget.value);
          if (words.length > 0) void change((now) => ({ ...now, words }));
          else if (choice.learned) void onlyLearned();
          else setTyped(undefined);
        }}
      />
      <button
        type="button"
        class="link"
        aria-label={say('optionsOwnDelete', choice.name ?? '')}
        onClick={() => void remove()}
      >
        {say('commonDelete')}
      </button>
      {choice.learned && (
        <div class="own-learned">
          <span class="hint">{say('optionsOwnLearned')}</span>
          <LearnedTerms
            topic={choice.learned}
            change={(learned) => void change((now) => ({ ...now, learned }))}
          />
        </div>
      )}
    </li>
  );
}

export function OwnTopics() {
  const id = useId();
  const name = useRef<HTMLInputElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState('');
  const { topicChoices } = settings.value;
  const own = Object.entries(topicChoices).filter(([topic]) => isOwnTopic(topic));
  const add = (event: Event) => {
    event.preventDefault();
    const called = name.current?.value.trim() ?? '';
    const found = wordsOf(words.current?.value ?? '');
    if (called === '') setWrong(say('optionsOwnNeedsName'));
    else if (found.length === 0) setWrong(say('optionsOwnNeedsWord'));
    else {
      void setSettings((now) => {
        const topic = ownTopicId(called, now.topicChoices);
        return { topicChoices: { ...now.topicChoices, [topic]: { name: called, words: found } } };
      });
      setWrong('');
      (event.currentTarget as HTMLFormElement).reset();
      name.current?.focus();
    }
  };
  return (
    <>
      <h3>{say('optionsOwnTitle')}</h3>
      <p class="hint">{say('optionsOwnHint')}</p>
      {own.length > 0 && (
        <ul class="own-topics">
          {own.map(([topic, choice]) => (
            <Own key={topic} id={topic} choice={choice} />
          ))}
        </ul>
      )}
      <form class="own-new" onSubmit={add}>
        <label for={`${id}-name`}>{say('commonName')}</label>
        <input ref={name} id={`${id}-name`} class="field" type="text" maxLength={60} dir="auto" />
        <label for={`${id}-words`}>{say('optionsOwnWords')}</label>
        <input
          ref={words}
          id={`${id}-words`}
          class="field"
          type="text"
          dir="auto"
          placeholder={say('optionsOwnExample')}
        />
        <button type="submit" class="button">
          {say('optionsOwnAdd')}
        </button>
      </form>
      <LearnFromTag />
      {wrong && (
        <p class="problem" role="alert">
          {wrong}
        </p>
      )}
    </>
  );
}
