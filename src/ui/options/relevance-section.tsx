/** Relevance: whether anything is learned, what was, and the reader's word on it. */
import { useEffect, useId, useRef } from 'preact/hooks';
import type { Strongest } from '../../ranking/index.ts';
import { topicLabel } from '../shared/topic-labels.ts';
import { say } from './notice.tsx';
import { about, correct, corrections, readLearned, subjects, weigh } from './relevance-state.ts';
import { setSettings, settings } from './state.ts';
import { Switch } from './switch.tsx';

const WEIGHTS = [
  { value: '1', label: 'more of this' },
  { value: '0', label: 'says nothing' },
  { value: '-1', label: 'less of this' },
] as const;

/** "topic: reasoning" as the reader calls it. */
const shown = (term: string): string =>
  term.replace(/^topic: (.+)$/, (_all, id: string) => `topic: ${topicLabel(id)}`);

/** Words alone can be weighed: topics, categories and authors follow from decisions. */
const isWord = (term: string): boolean => !/^(?:topic|category|author|watch): /.test(term);

function Word({ term }: { term: string }) {
  const own = corrections.value.words.find(({ text }) => text === term);
  if (!isWord(term)) return <span class="chip tag">{shown(term)}</span>;
  return (
    <label class="chip tag learned">
      <span dir="auto">{term}</span>
      <select
        aria-label={`What “${term}” says`}
        value={own ? String(own.weight) : ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          void weigh(term, value === '' ? undefined : Number(value));
        }}
      >
        <option value="">as learned</option>
        {WEIGHTS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
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
      <label for={id}>Another word</label>
      <input ref={field} id={id} class="field" type="text" dir="auto" maxLength={80} />
      <select ref={weight} class="field" aria-label="What it says">
        {WEIGHTS.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
      <button type="submit" class="button">
        Add
      </button>
    </form>
  );
}

function Learned() {
  const now = about.value;
  if (!now) return <p class="hint">Looking at what you saved…</p>;
  if (!now.enough)
    return (
      <p class="empty">
        Not enough yet: {now.saved} of the {now.needed} saved papers it takes. Save what you would read, and
        papers like that come to the top.
      </p>
    );
  const own = corrections.value.words;
  const learned = new Set(
    subjects.value.flatMap((one) => [...one.for, ...one.against].map(({ term }) => term)),
  );
  const forget = () => {
    const before = corrections.value;
    void correct({ words: [], since: new Date().toISOString() }).then(() =>
      say('Forgotten. Learning begins anew with the next paper you save.', () => correct(before)),
    );
  };
  return (
    <>
      {subjects.value.map((subject, at) => (
        <div class="subject" key={`${at}-${subject.papers}`}>
          <h3>
            {subjects.value.length > 1 ? `Subject ${at + 1}` : 'What was learned'}
            <span class="hint"> from {subject.papers === 1 ? '1 paper' : `${subject.papers} papers`}</span>
          </h3>
          <Words name="for" reasons={subject.for} />
          <Words name="against" reasons={subject.against} />
        </div>
      ))}
      {own.some(({ text }) => !learned.has(text)) && (
        <Words
          name="your words"
          reasons={own
            .filter(({ text }) => !learned.has(text))
            .map(({ text, weight }) => ({ term: text, weight }))}
        />
      )}
      <OwnWord />
      <button type="button" class="button" onClick={forget}>
        Forget what was learned
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
      <h2 id="relevance-title">Relevance</h2>
      <p class="lead">
        From what you save, flag, read and dismiss, Manicule learns which papers fit you, on this machine. A
        bar beside each hand shows it, with its reasons; the page bar sorts by it.
      </p>
      <Switch
        label="Learn from what I save"
        hint="Off: nothing is learned or shown, and the order of every page is its own."
        on={on}
        onChange={(relevance) => void setSettings({ relevance })}
      />
      {on && <Learned />}
    </section>
  );
}
