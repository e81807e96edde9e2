/** Topics as the reader wants them: called otherwise, coloured, counted together, hidden; and topics of their own. */
import { useState } from 'preact/hooks';
import type { TopicChoices } from '../../core/topics.ts';
import { topicLabel as usualLabel } from '../../topics/labels.ts';
import { Dot } from '../shared/chips.tsx';
import { topicLabel, topics } from './data.ts';
import { findTopics } from './find-topics.ts';
import { OwnTopics } from './own-topics.tsx';
import { settings } from './state.ts';
import { TopicEditor } from './topic-editor.tsx';

/** Shown before a search narrows the list. */
const SHORT = 12;

function changes(id: string, choices: TopicChoices): string {
  const { name, hidden, into } = choices[id] ?? {};
  const words = [
    name ? `was “${usualLabel(id)}”` : '',
    into ? `counted as ${topicLabel(into)}` : '',
    hidden ? 'hidden' : '',
  ];
  return words.filter(Boolean).join(', ');
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
      <h2 id="topics-title">Topics</h2>
      <p class="lead">
        Every paper gets topics from its title, abstract, categories and keywords, on this machine. Here you
        say how they are called and shown. A wrong topic of one paper is taken off at the paper itself, with
        the × beside it.
      </p>
      <OwnTopics />
      <h3>All topics</h3>
      <input
        type="search"
        class="field"
        aria-label="Find a topic"
        placeholder={`Find one of ${topics.length}`}
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
      {shown.length === 0 && (
        <p class="hint">No topic fits “{typed.trim()}”. You can make one of your own.</p>
      )}
      {!typed && rest.length > SHORT && <p class="hint">{rest.length - SHORT} more: type to find them.</p>}
    </section>
  );
}
