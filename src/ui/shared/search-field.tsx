/**
 * The search box: what is no syntax is underlined and told, fields and values are offered. Arrow down and Enter lead into
 * the offers, else into the list; typing is never taken for a key.
 */
import { type Signal, useSignal } from '@preact/signals';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import { parseQuery } from '../../core/query.ts';
import { say, sayMany } from '../../core/say.ts';
import { Icon } from './icons.tsx';
import { OfferList, optionId } from './offer-list.tsx';
import { Offers, type Suggest } from './search-suggest.ts';
import './search-field.css';
import { Underlined } from './underlined.tsx';

interface Props {
  query: Signal<string>;
  label: string;
  placeholder: string;
  focus?: boolean;
  onInput?: () => void;
  /** Into the list. */
  onDown: () => void;
  describedBy?: string;
  /** Values that are there; without it nothing is offered. */
  suggest?: Suggest | undefined;
}

export function SearchField({
  query,
  label,
  placeholder,
  focus,
  onInput,
  onDown,
  describedBy,
  suggest,
}: Props) {
  const field = useRef<HTMLInputElement>(null);
  const focused = useSignal(false);
  const scrolled = useSignal(0);
  const caretTo = useRef<number | undefined>(undefined);
  const latest = useRef(suggest);
  latest.current = suggest;
  const offers = useMemo(
    () => new Offers(query, async (name, typed) => (await latest.current?.(name, typed)) ?? []),
    [query],
  );
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  const { problems } = parseQuery(query.value);
  const all = offers.all.value;
  const active = offers.active.value;
  const look = () => {
    const at = field.current?.selectionStart;
    if (suggest && at !== null && at !== undefined) void offers.update(at);
  };
  const take = (n: number): boolean => {
    const caret = offers.take(n);
    if (caret === undefined) return false;
    onInput?.();
    caretTo.current = caret;
    return true;
  };
  // when what was taken stands in the box
  useLayoutEffect(() => {
    const caret = caretTo.current;
    if (caret === undefined) return;
    caretTo.current = undefined;
    field.current?.setSelectionRange(caret, caret);
    look(); // a field that was taken asks for its value
  });
  /** Whether the key was ours. */
  const key = (name: string): boolean => {
    if (name === 'ArrowDown' && offers.move(1)) return true;
    if (name === 'ArrowUp') return offers.move(-1);
    if ((name === 'Enter' || name === 'Tab') && take(active)) return true;
    if (name === 'ArrowDown' || name === 'Enter') onDown();
    else if (name === 'Escape' && all.length > 0) offers.close();
    else if (name === 'Escape' && query.value !== '') query.value = '';
    else return false;
    return true;
  };
  const told = focused.value && all.length === 0 ? problems[0] : undefined;
  return (
    <search class="search">
      <Icon name="search" />
      <Underlined text={query.value} problems={problems} scrolled={scrolled.value} />
      <input
        ref={field}
        id="search"
        type="search"
        class="field"
        aria-label={label}
        aria-describedby={[describedBy, told && 'search-problem'].filter(Boolean).join(' ') || undefined}
        aria-invalid={problems.length > 0 ? true : undefined}
        aria-autocomplete={suggest ? 'list' : undefined}
        aria-controls={all.length > 0 ? 'search-offers' : undefined}
        aria-activedescendant={active >= 0 ? optionId(active) : undefined}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        dir="auto"
        value={query.value}
        onFocus={() => {
          focused.value = true;
        }}
        onBlur={() => {
          focused.value = false;
          offers.close();
        }}
        onScroll={(event) => {
          scrolled.value = event.currentTarget.scrollLeft;
        }}
        onInput={(event) => {
          query.value = event.currentTarget.value;
          onInput?.();
          look();
        }}
        onClick={look}
        onKeyDown={(event) => {
          if (!event.isComposing && key(event.key)) event.preventDefault();
        }}
      />
      <OfferList offers={all} active={active} onTake={take} />
      <p class="quiet" role="status">
        {all.length > 0 && sayMany('sharedSuggestionsThere', all.length)}
      </p>
      {told && (
        <p class="search-told" id="search-problem" role="status">
          {say('sharedSearchedAsWords', told.expected)}
        </p>
      )}
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
