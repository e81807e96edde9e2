/** The topics of one paper, and what is wrong with them: one click takes one off or adds one, for good. */
import { useRef, useState } from 'preact/hooks';
import { say } from '../../core/say.ts';
import type { Acts } from './acts.ts';
import { Dot } from './chips.tsx';
import type { Row } from './data.ts';
import { Icon } from './icons.tsx';
import { allTopics, topicLabel, topicsOf } from './topic-labels.ts';

interface Props {
  row: Row;
  title: string;
  acts: Acts;
}

/** The topic of that name, or the only one whose name begins so. */
function found(topics: readonly string[], typed: string): string | undefined {
  const named = topics.map((topic) => ({ topic, label: topicLabel(topic).toLowerCase() }));
  const begun = named.filter(({ label }) => label.startsWith(typed.toLowerCase()));
  const exact = begun.find(({ label }) => label === typed.toLowerCase());
  return (exact ?? (begun.length === 1 ? begun[0] : undefined))?.topic;
}

export function TopicEditor({ row, title, acts }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState('');
  const { id } = row.paper;
  const topics = topicsOf(row.paper, row.mark);
  const others = allTopics().filter((topic) => !topics.includes(topic));

  const add = () => {
    const given = field.current?.value.trim() ?? '';
    if (given === '') return;
    const topic = found(others, given);
    setWrong(topic ? '' : say('sharedNoTopic', given));
    if (!topic || !field.current) return;
    field.current.value = '';
    void acts.topic([id], topic, topicLabel(topic), true);
  };
  return (
    <div class="editor tags">
      <div class="tag-line">
        {topics.map((topic) => (
          <span key={topic} class="chip tag">
            <Dot id={topic} />
            {topicLabel(topic)}
            <button
              type="button"
              class="tag-off"
              aria-label={say('sharedNotAbout', topicLabel(topic), title)}
              title={say('sharedNotAboutHint')}
              onClick={() => {
                void acts.topic([id], topic, topicLabel(topic), false);
                field.current?.focus();
              }}
            >
              <Icon name="dismiss" size={10} />
            </button>
          </span>
        ))}
        {topics.length === 0 && <span class="muted">{say('sharedNoTopics')}</span>}
      </div>
      <div class="tag-line">
        <input
          ref={field}
          class="field"
          type="text"
          list={`topics-${id}`}
          aria-label={say('sharedAddTopic', title)}
          aria-invalid={wrong !== ''}
          placeholder={say('sharedAddTopicHint')}
          onInput={() => setWrong('')}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            add();
          }}
        />
        <datalist id={`topics-${id}`}>
          {others.map((topic) => (
            <option key={topic} value={topicLabel(topic)} />
          ))}
        </datalist>
        <button type="button" class="button" onClick={add}>
          {say('commonAdd')}
        </button>
      </div>
      {wrong && <p role="alert">{wrong}</p>}
    </div>
  );
}
