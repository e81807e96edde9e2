/** What a learned topic is found by. */
import { type LearnedTopic, withoutTerm } from '../../core/learned-topic.ts';
import { say } from '../../core/say.ts';
import './learned-terms.css';

/** Terms shown: the heaviest. */
const SHOWN = 40;

interface TermsProps {
  topic: LearnedTopic;
  change: (topic: LearnedTopic) => void;
}

/** What a learned topic is found by, each with a way to take it out. */
export function LearnedTerms({ topic, change }: TermsProps) {
  return (
    <ul class="learned-terms" aria-label={say('learnTopicTerms')}>
      {topic.names.slice(0, SHOWN).map((name) => {
        const rest = withoutTerm(topic, name);
        return (
          <li key={name} class="chip tag">
            <span dir="auto">{name}</span>
            {rest && (
              <button
                type="button"
                class="off"
                aria-label={say('learnTopicTakeOut', name)}
                title={say('learnTopicTakeOut', name)}
                onClick={() => change(rest)}
              >
                ×
              </button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
