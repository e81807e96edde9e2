/** The topics of one paper, and what is wrong with them: one click takes one off or adds one, for good. */
import { useState } from 'preact/hooks';
import { say } from '../../core/say.ts';
import type { Acts } from './acts.ts';
import { Dot } from './chips.tsx';
import type { Row } from './data.ts';
import { LabelEditor } from './label-editor.tsx';
import { allTopics, topicLabel, topicNamed, topicsOf } from './topic-labels.ts';

interface Props {
  row: Row;
  title: string;
  acts: Acts;
}

export function TopicEditor({ row, title, acts }: Props) {
  const [wrong, setWrong] = useState('');
  const { id } = row.paper;
  const topics = topicsOf(row.paper, row.mark);
  const others = allTopics().filter((topic) => !topics.includes(topic));

  const add = (given: string) => {
    const topic = topicNamed(others, given);
    setWrong(topic ? '' : say('sharedNoTopic', given));
    if (topic) void acts.topic([id], topic, topicLabel(topic), true);
    return topic !== undefined;
  };
  return (
    <LabelEditor
      id={`topics-${id}`}
      labels={topics.map((topic) => ({
        key: topic,
        content: (
          <>
            <Dot id={topic} />
            {topicLabel(topic)}
          </>
        ),
        offName: say('sharedNotAbout', topicLabel(topic), title),
        offHint: say('sharedNotAboutHint'),
        off: () => void acts.topic([id], topic, topicLabel(topic), false),
      }))}
      none={say('sharedNoTopics')}
      options={others.map(topicLabel)}
      name={say('sharedAddTopic', title)}
      hint={say('sharedAddTopicHint')}
      invalid={wrong !== ''}
      onInput={() => setWrong('')}
      add={add}
      below={wrong && <p role="alert">{wrong}</p>}
    />
  );
}
