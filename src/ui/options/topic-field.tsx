/** Topics of a rule: a combobox (WAI-ARIA list autocomplete, https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { say } from '../../core/say.ts';
import { findTopics, type TopicChoice } from './find-topics.ts';
import { ADD_ANOTHER } from './terms.ts';
import { TokenList } from './token-list.tsx';

export interface TopicFieldProps {
  topics: readonly TopicChoice[];
  terms: readonly string[];
  countOf: (term: string) => number | undefined;
  onChange: (terms: string[]) => void;
}

export function TopicField({ topics, terms, countOf, onChange }: TopicFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const enter = useRef<() => void>(() => undefined);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const choices = open ? findTopics(topics, text, terms) : [];
  const shown = open && choices.length > 0;
  const labelOf = (term: string) => topics.find((topic) => topic.id === term)?.label ?? term;
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active, open]);

  const type = (value: string) => {
    setText(value);
    setOpen(true);
    setActive(value.trim() === '' ? -1 : 0);
  };
  const choose = (topic: TopicChoice | undefined) => {
    if (!topic) return;
    setText('');
    setOpen(false);
    setActive(-1);
    onChange([...terms, topic.id]);
  };
  const move = (by: number) => {
    if (!open) {
      setOpen(true);
      setActive(by > 0 ? 0 : findTopics(topics, text, terms).length - 1);
    } else if (choices.length > 0) {
      const next = active + by;
      setActive(next < 0 ? choices.length - 1 : next % choices.length);
    }
  };
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const atStart = text === '' && terms.length > 0;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' || (event.key === ',' && text !== '')) choose(choices[active]);
    else if (event.key === 'Escape' && (open || text !== '')) {
      if (open) setOpen(false);
      else setText('');
    } else if (event.key === 'Backspace' && atStart) onChange(terms.slice(0, -1));
    else if (event.key === 'ArrowLeft' && atStart) enter.current?.();
    else return;
    event.preventDefault();
  };
  const nothing = open && text.trim() !== '' && choices.length === 0;
  return (
    <div class="term-field">
      <label for={id}>{say('optionsTermTopics')}</label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a larger target for the mouse; the input itself takes the keys */}
      <div
        class="token-box"
        onClick={(event) => {
          if (event.target === event.currentTarget) input.current?.focus();
        }}
      >
        <TokenList
          kind="topics"
          terms={terms}
          labelOf={labelOf}
          countOf={countOf}
          onRemove={(place) => onChange(terms.filter((_, other) => other !== place))}
          input={input}
          enter={enter}
        />
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          autocomplete="off"
          aria-autocomplete="list"
          aria-expanded={shown}
          aria-controls={`${id}-list`}
          aria-activedescendant={shown && active >= 0 ? `${id}-${choices[active]?.id}` : undefined}
          aria-describedby={`${id}-hint`}
          value={text}
          placeholder={say(terms.length === 0 ? 'optionsTermTopicsExample' : ADD_ANOTHER.topics)}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={keys}
          onClick={() => setOpen(true)}
          onBlur={() => {
            setOpen(false);
            setText('');
          }}
        />
        <div
          ref={list}
          id={`${id}-list`}
          class="options"
          role="listbox"
          aria-label={say('optionsTermTopics')}
          hidden={!shown}
        >
          {choices.map((topic, place) => (
            // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useKeyWithClickEvents: focus stays in the input, which takes the keys
            <div
              key={topic.id}
              id={`${id}-${topic.id}`}
              role="option"
              aria-selected={place === active}
              title={topic.definition}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(topic)}
            >
              <span>{topic.label}</span>
              <span class="option-field">{topic.field}</span>
            </div>
          ))}
        </div>
      </div>
      <p class="hint" id={`${id}-hint`} aria-live="polite">
        {nothing ? say('optionsTermTopicsNone', text.trim()) : say('optionsTermTopicsHint', topics.length)}
      </p>
    </div>
  );
}
