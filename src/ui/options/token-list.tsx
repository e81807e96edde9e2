/** Terms already given, each with a button to take it off. One tab stop; arrows move among them. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { count, type MessageKey, say, sayMany } from '../../core/say.ts';
import type { Kind } from './terms.ts';

const REMOVE: Record<Kind, MessageKey> = {
  words: 'optionsTermRemoveWord',
  authors: 'optionsTermRemoveAuthor',
  categories: 'optionsTermRemoveCategory',
  topics: 'optionsTermRemoveTopic',
};

export interface TokenListProps {
  kind: Kind;
  terms: readonly string[];
  labelOf: (term: string) => string;
  /** Stored papers the term matches; undefined while not known. */
  countOf: (term: string) => number | undefined;
  onRemove: (place: number) => void;
  /** Where focus goes past the last token. */
  input: RefObject<HTMLInputElement | null>;
  /** Focuses the last token; for the arrow key in the input. */
  enter: RefObject<() => void>;
}

export function TokenList({ kind, terms, labelOf, countOf, onRemove, input, enter }: TokenListProps) {
  const list = useRef<HTMLUListElement>(null);
  const [stop, setStop] = useState(0);
  const refocus = useRef<number | undefined>(undefined);
  const buttons = () => [...(list.current?.querySelectorAll('button') ?? [])];
  const go = (place: number) => {
    const all = buttons();
    if (place >= all.length) input.current?.focus();
    else all[Math.max(place, 0)]?.focus();
  };
  enter.current = () => go(terms.length - 1);
  // after a token was taken off: focus goes to its neighbour
  useLayoutEffect(() => {
    if (refocus.current === undefined) return;
    const place = refocus.current;
    refocus.current = undefined;
    if (terms.length === 0) input.current?.focus();
    else go(Math.min(place, terms.length - 1));
  }, [terms]);
  if (terms.length === 0) return null;
  const remove = (place: number) => {
    refocus.current = place;
    onRemove(place);
  };
  const keys = (event: KeyboardEvent, place: number) => {
    if (event.key === 'ArrowLeft') go(place - 1);
    else if (event.key === 'ArrowRight') go(place + 1);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(terms.length);
    else if (event.key === 'Backspace' || event.key === 'Delete') remove(place);
    else return;
    event.preventDefault();
  };
  const at = Math.min(stop, terms.length - 1);
  return (
    <ul ref={list} class="tokens">
      {terms.map((term, place) => {
        const found = countOf(term);
        return (
          <li key={term} class="token">
            <span dir="auto">{labelOf(term)}</span>
            <span
              class={found === 0 ? 'token-count zero' : 'token-count'}
              title={found === undefined ? undefined : sayMany('optionsTermStored', found)}
            >
              {found === undefined ? '·' : count(found)}
            </span>
            <button
              type="button"
              tabIndex={place === at ? 0 : -1}
              aria-label={say(REMOVE[kind], labelOf(term))}
              onFocus={() => setStop(place)}
              onKeyDown={(event) => keys(event, place)}
              onClick={() => remove(place)}
            >
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}
