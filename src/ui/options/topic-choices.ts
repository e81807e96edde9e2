/** Changes to how one topic is shown. */
import { say } from '../../core/say.ts';
import type { TopicChoice } from '../../core/topics.ts';
import { allTopics, topicLabel } from '../shared/topic-labels.ts';
import { topics } from './data.ts';
import type { TopicChoice as FindableTopic } from './find-topics.ts';
import { setSettings, settings } from './state.ts';

/** Replaces what the reader chose for one topic; nothing chosen is the same as no choice. */
export async function chooseTopic(id: string, choice: TopicChoice | undefined): Promise<void> {
  const empty = !choice || Object.keys(choice).length === 0;
  await setSettings(({ topicChoices: { [id]: _before, ...others } }) => ({
    topicChoices: empty ? others : { ...others, [id]: choice },
  }));
}

const KNOWN = new Map<string, FindableTopic>(topics.map((topic) => [topic.id, topic]));

/** Topics that a rule can ask for, as the reader calls them: their own first. */
export const choosable = (): FindableTopic[] =>
  allTopics().map((id) => {
    const words = settings.value.topicChoices[id]?.words?.join(', ') ?? '';
    const known = KNOWN.get(id) ?? { id, label: '', field: say('optionsTopicYours'), definition: words };
    return { ...known, label: topicLabel(id) };
  });
