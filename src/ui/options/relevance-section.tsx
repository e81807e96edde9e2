/** Relevance: whether anything is learned, what was, and the reader's word on it. */
import { useEffect, useId, useRef } from 'preact/hooks';
import { type MessageKey, say, sayMany } from '../../core/say.ts';
import { reasonWords } from '../../core/words.ts';
import type { Strongest } from '../../ranking/index.ts';
import { later } from '../shared/later.tsx';
import { topicLabel } from '../shared/topic-labels.ts';
import { tell } from './notice.tsx';
import { about, correct, corrections, readLearned, subjects, weigh } from './relevance-state.ts';
import { setSettings, settings } from './state.ts';
import { Switch } from './switch.tsx';

const LessPapers = later(() => import('./less-papers.tsx').then((part) => part.LessPapers));

const WEIGHTS: readonly { value: string; label: MessageKey }[] = [
  { value: '1', label: 'optionsRelevanceMore' },
  { value: '0', label: 'optionsRelevanceNothing' },
  { value: '-1', label: 'optionsRelevanceLess' },
];

/** "topic: reasoning", "author: Ada Lovelace" in the reader's words. */
const shown = (term: string): string =>
  reasonWords(term.replace(/^topic: (.+)$/, (_all, id: string) => `topic: ${topicLabel(id)}`));

/** Words alone can be weighed: topics, categories and authors follow from decisions. */
const isWord = (term: string): boolean => !/^(?:topic|category|author|watch): /.test(term);

function Word({ term }: { term: string }) {
  const own = corrections.value.words.find(({ text }) => text === term);
  if (!isWord(term)) return <span class="chip tag">{shown(term)}</span>;
  return (
    <label class="chip tag learned">
      <span dir="auto">{term}</span>
      <select
        aria-label={say('optionsRelevanceWordSays', term)}
        value={own ? String(own.weight) : ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          void weigh(term, value === '' ? undefined : Number(value));
        }}
      >
        <option value="">{say('optionsRelevanceAsLearned')}</option>
        {WEIGHTS.map(({ value, label }) => (
          <option key={value} value={value}>
            {say(label)}
          </option>
        ))}
      </select>
    </label>
  );
}

function Words({ name, reasons }: { name: string; reasons: Strongest['for'] }) {
  if (reasons.length === 0) return null;
  return (
    <div class="learned-line">
      <span class="hint">{name}</span>
      <span class="learned-words">
        {reasons.map(({ term }) => (
          <Word key={term} term={term} />
        ))}
      </span>
    </div>
  );
}

/** A word that was not learned. */
function OwnWord() {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const weight = useRef<HTMLSelectElement>(null);
  const add = (event: Event) => {
    event.preventDefault();
    const text = field.current?.value.trim() ?? '';
    if (text === '') return;
    void weigh(text, Number(weight.current?.value ?? 1));
    (event.currentTarget as HTMLFormElement).reset();
  };
  return (
    <form class="own-word" onSubmit={add}>
      <label for={id}>{say('optionsRelevanceAnother')}</label>
      <input ref={field} id={id} class="field" type="text" dir="auto" maxLength={80} />
      <select ref={weight} class="field" aria-label={say('optionsRelevanceItSays')}>
        {WEIGHTS.map(({ value, label }) => (
          <option key={value} value={value}>
            {say(label)}
          </option>
        ))}
      </select>
      <button type="submit" class="button">
        {say('commonAdd')}
      </button>
    </form>
  );
}

function Learned() {
  const now = about.value;
  if (!now) return <p class="hint">{say('optionsRelevanceLooking')}</p>;
  if (!now.enough) return <p class="empty">{sayMany('optionsRelevanceNotEnough', now.needed, now.saved)}</p>;
  const own = corrections.value.words;
  const learned = new Set(
    subjects.value.flatMap((one) => [...one.for, ...one.against].map(({ term }) => term)),
  );
  const forget = () => {
    const before = corrections.value;
    void correct({ words: [], since: new Date().toISOString() }).then(() =>
      tell(say('optionsRelevanceForgotten'), () => correct(before)),
    );
  };
  return (
    <>
      {subjects.value.map((subject, at) => (
        <div class="subject" key={`${at}-${subject.papers}`}>
          <h3>
            {subjects.value.length > 1
              ? say('optionsRelevanceSubject', at + 1)
              : say('optionsRelevanceLearned')}
            <span class="hint"> {sayMany('optionsRelevanceFrom', subject.papers)}</span>
          </h3>
          <Words name={say('optionsRelevanceFor')} reasons={subject.for} />
          <Words name={say('optionsRelevanceAgainst')} reasons={subject.against} />
        </div>
      ))}
      {own.some(({ text }) => !learned.has(text)) && (
        <Words
          name={say('optionsRelevanceYours')}
          reasons={own
            .filter(({ text }) => !learned.has(text))
            .map(({ text, weight }) => ({ term: text, weight }))}
        />
      )}
      <OwnWord />
      <button type="button" class="button" onClick={forget}>
        {say('optionsRelevanceForget')}
      </button>
    </>
  );
}

export function RelevanceSection() {
  const on = settings.value.relevance;
  useEffect(() => {
    void readLearned();
  }, [on]);
  return (
    <section id="relevance" aria-labelledby="relevance-title">
      <h2 id="relevance-title">{say('optionsRelevanceTitle')}</h2>
      <p class="lead">{say('optionsRelevanceLead')}</p>
      <Switch
        label={say('optionsRelevanceSwitch')}
        hint={say('optionsRelevanceSwitchHint')}
        on={on}
        onChange={(relevance) => void setSettings({ relevance })}
      />
      {on && <Learned />}
      {on && <LessPapers />}
    </section>
  );
}
