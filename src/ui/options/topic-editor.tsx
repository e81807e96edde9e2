/** How one topic is shown: its name, its colour, what it is counted with, whether it is shown at all. */
import { useId, useState } from 'preact/hooks';
import { type MessageKey, say } from '../../core/say.ts';
import { shownTopic, TOPIC_COLOURS, type TopicChoice, type TopicColour } from '../../core/topics.ts';
import { topicLabel } from '../../topics/labels.ts';
import type { Topic } from '../../topics/topics.ts';
import { settings } from './state.ts';
import { Switch } from './switch.tsx';
import { chooseTopic } from './topic-choices.ts';

const COLOURS: Record<TopicColour, MessageKey> = {
  red: 'optionsColourRed',
  orange: 'optionsColourOrange',
  green: 'optionsColourGreen',
  teal: 'optionsColourTeal',
  blue: 'optionsColourBlue',
  violet: 'optionsColourViolet',
  pink: 'optionsColourPink',
  grey: 'optionsColourGrey',
};

interface Props {
  topic: Topic;
  others: readonly { id: string; label: string }[];
}

export function TopicEditor({ topic, others }: Props) {
  const id = useId();
  /** The name being typed: a setting that changes meanwhile must not take its place. */
  const [typed, setTyped] = useState<string>();
  const choices = settings.value.topicChoices;
  const choice = choices[topic.id] ?? {};
  const change = (part: { [K in keyof TopicChoice]?: TopicChoice[K] | undefined }) => {
    const next = Object.entries({ ...choice, ...part }).filter(([, value]) => value !== undefined);
    void chooseTopic(topic.id, Object.fromEntries(next) as TopicChoice);
  };
  // merged into what is itself merged here, both would vanish into one another
  const targets = others.filter(
    (other) => other.id !== topic.id && shownTopic(other.id, choices) === other.id,
  );
  return (
    <div class="topic-edit">
      <p class="hint">{topic.definition}.</p>
      <p>
        <label for={`${id}-name`}>{say('commonName')}</label>
        <input
          id={`${id}-name`}
          class="field"
          type="text"
          maxLength={60}
          placeholder={topicLabel(topic.id)}
          value={typed ?? choice.name ?? ''}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onBlur={() => setTyped(undefined)}
          onChange={(event) => change({ name: event.currentTarget.value.trim() || undefined })}
        />
      </p>
      <p>
        <label for={`${id}-colour`}>{say('optionsTopicColour')}</label>
        <select
          class="field"
          id={`${id}-colour`}
          value={choice.colour ?? ''}
          onChange={(event) => change({ colour: (event.currentTarget.value as TopicColour) || undefined })}
        >
          <option value="">{say('commonNone')}</option>
          {TOPIC_COLOURS.map((colour) => (
            <option key={colour} value={colour}>
              {say(COLOURS[colour])}
            </option>
          ))}
        </select>
      </p>
      <p>
        <label for={`${id}-into`}>{say('optionsTopicCountAs')}</label>
        <select
          class="field"
          id={`${id}-into`}
          value={choice.into ?? ''}
          onChange={(event) => change({ into: event.currentTarget.value || undefined })}
        >
          <option value="">{say('optionsTopicItself')}</option>
          {targets.map((other) => (
            <option key={other.id} value={other.id}>
              {other.label}
            </option>
          ))}
        </select>
      </p>
      <Switch
        label={say('optionsTopicHide')}
        name={say('optionsTopicHideNamed', topic.label)}
        on={choice.hidden === true}
        onChange={(on) => change({ hidden: on || undefined })}
      />
      <button type="button" class="link" onClick={() => void chooseTopic(topic.id, undefined)}>
        {say('optionsTopicBack')}
      </button>
    </div>
  );
}
