/** The search box. Arrow down and Enter lead into the list; typing is never taken for a key. */
import type { Signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { Icon } from './icons.tsx';
import './search-field.css';

interface Props {
  query: Signal<string>;
  label: string;
  placeholder: string;
  focus?: boolean;
  onInput?: () => void;
  /** Into the list. */
  onDown: () => void;
  describedBy?: string;
}

export function SearchField({ query, label, placeholder, focus, onInput, onDown, describedBy }: Props) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  return (
    <search class="search">
      <Icon name="search" />
      <input
        ref={field}
        id="search"
        type="search"
        class="field"
        aria-label={label}
        aria-describedby={describedBy}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={query.value}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          onInput?.();
        }}
        onKeyDown={(event) => {
          if (event.isComposing) return;
          if (event.key === 'ArrowDown' || event.key === 'Enter') onDown();
          else if (event.key === 'Escape' && query.value !== '') query.value = '';
          else return;
          event.preventDefault();
        }}
      />
    </search>
  );
}

/** Puts the caret into the search box, with what stands there selected. */
export function focusSearch(): void {
  const field = document.getElementById('search');
  if (field instanceof HTMLInputElement) {
    field.focus();
    field.select();
  }
}
