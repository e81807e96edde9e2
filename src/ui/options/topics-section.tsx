/** Topics as the reader wants them: called otherwise, coloured, counted together, hidden; and topics of their own. */
import { useState } from 'preact/hooks';
import { say, sayMany } from '../../core/say.ts';
import type { TopicChoices } from '../../core/topics.ts';
import { topicLabel as usualLabel } from '../../topics/labels.ts';
import { Dot } from '../shared/chips.tsx';
import { topicLabel, topics } from './data.ts';
import { findTopics } from './find-topics.ts';
import { list } from './format.ts';
import { TopicEditor } from './looks.tsx';
import { OwnTopics } from './own-topics.tsx';
import { RetagLine } from './retag-line.tsx';
import { settings } from './state.ts';

/** Shown before a search narrows the list. */
const SHORT = 12;

function changes(id: string, choices: TopicChoices): string {
  const { name, hidden, into } = choices[id] ?? {};
  const words = [
    name ? say('optionsTopicWas', usualLabel(id)) : '',
    into ? say('optionsTopicInto', topicLabel(into)) : '',
    hidden ? say('optionsTopicHidden') : '',
  ];
  return list(words.filter(Boolean));
}

export function TopicsSection() {
  const [typed, setTyped] = useState('');
  const [open, setOpen] = useState<string | undefined>(undefined);
  const choices = settings.value.topicChoices;
  const all = topics.map((topic) => ({ ...topic, label: topicLabel(topic.id) }));
  const changed = all.filter(({ id }) => choices[id]);
  const rest = findTopics(all, typed, typed ? [] : changed.map(({ id }) => id));
  const shown = typed ? rest : [...changed, ...rest.slice(0, SHORT)];
  return (
    <section id="topics" aria-labelledby="topics-title">
      <h2 id="topics-title">{say('optionsTopicsTitle')}</h2>
      <p class="lead">{say('optionsTopicsLead')}</p>
      <RetagLine />
      <OwnTopics />
      <h3>{say('optionsTopicsAll')}</h3>
      <input
        type="search"
        class="field"
        aria-label={say('optionsTopicsFind')}
        placeholder={say('optionsTopicsFindOne', topics.length)}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <ul class="topic-list">
        {shown.map((topic) => (
          <li key={topic.id}>
            <button
              type="button"
              class="topic-row"
              aria-expanded={open === topic.id}
              onClick={() => setOpen(open === topic.id ? undefined : topic.id)}
            >
              <span>
                <Dot id={topic.id} />
                {topic.label}
              </span>
              <span class="hint">{changes(topic.id, choices) || topic.field}</span>
            </button>
            {open === topic.id && <TopicEditor topic={topic} others={all} />}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p class="hint">{say('optionsTopicsNone', typed.trim())}</p>}
      {!typed && rest.length > SHORT && (
        <p class="hint">{sayMany('optionsTopicsMore', rest.length - SHORT)}</p>
      )}
    </section>
  );
}
