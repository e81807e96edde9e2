/** A line of labels, each with its cross, and a field that adds more: tags, topics and collections of one paper. */
import type { ComponentChildren, RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { say } from '../../core/say.ts';
import { Icon } from './icons.tsx';

export interface Label {
  key: string;
  /** What is read on it. */
  content: ComponentChildren;
  hint?: string;
  /** Name of its cross. */
  offName: string;
  offHint?: string;
  off: () => void;
}

interface Props {
  /** Of the list of suggestions; once in the page. */
  id: string;
  labels: readonly Label[];
  /** Said where there is none. */
  none: string;
  /** What the field suggests. */
  options: readonly string[];
  name: string;
  hint: string;
  maxLength?: number;
  field?: RefObject<HTMLInputElement | null>;
  invalid?: boolean;
  onFocus?: () => void;
  onInput?: () => void;
  /** Takes what is in the field; true where that is dealt with, so that the field is emptied. */
  add: (typed: string) => boolean;
  /** Escape, by default out of the field. */
  leave?: () => void;
  class?: string;
  /** Behind the button that adds. */
  children?: ComponentChildren;
  /** Below all. */
  below?: ComponentChildren;
}

function Chip({ label, focus }: { label: Label; focus: () => void }) {
  return (
    <span class="chip tag" dir="auto" title={label.hint}>
      <span class="tag-words">{label.content}</span>
      <button
        type="button"
        class="tag-off"
        aria-label={label.offName}
        title={label.offHint}
        onClick={() => {
          label.off();
          focus();
        }}
      >
        <Icon name="dismiss" size={10} />
      </button>
    </span>
  );
}

export function LabelEditor(props: Props) {
  const own = useRef<HTMLInputElement>(null);
  const field = props.field ?? own;
  const add = () => {
    const typed = field.current?.value.trim() ?? '';
    if (field.current && typed !== '' && props.add(typed)) field.current.value = '';
  };
  const pressed = (event: KeyboardEvent) => {
    if (event.isComposing) return; // Enter and Escape are the input method's
    if (event.key === 'Enter') add();
    else if (event.key === 'Escape') (props.leave ?? (() => field.current?.blur()))();
    else return;
    event.preventDefault();
  };
  return (
    <div class={`editor tags ${props.class ?? ''}`}>
      <div class="tag-line">
        {props.labels.map((label) => (
          <Chip key={label.key} label={label} focus={() => field.current?.focus()} />
        ))}
        {props.labels.length === 0 && <span class="muted">{props.none}</span>}
      </div>
      <div class="tag-line">
        <input
          ref={field}
          class="field"
          type="text"
          dir="auto"
          {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
          list={props.id}
          aria-label={props.name}
          aria-invalid={props.invalid ?? false}
          placeholder={props.hint}
          onFocus={props.onFocus}
          onInput={props.onInput}
          onKeyDown={pressed}
        />
        <datalist id={props.id}>
          {props.options.map((option) => (
            <option key={option} value={option} />
          ))}
        </datalist>
        <button type="button" class="button" onClick={add}>
          {say('commonAdd')}
        </button>
        {props.children}
      </div>
      {props.below}
    </div>
  );
}
