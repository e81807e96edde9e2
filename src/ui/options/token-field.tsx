/** An input that collects terms: Enter or comma adds, several pasted lines add each, Backspace takes the last one off. */
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { say, sayMany } from '../../core/say.ts';
import { list } from './format.ts';
import { ADD_ANOTHER, addTerms, type Kind, quoted, splitTerms } from './terms.ts';
import { TokenList } from './token-list.tsx';

export interface TokenFieldProps {
  kind: Exclude<Kind, 'topics'>;
  label: string;
  hint: string;
  placeholder: string;
  terms: readonly string[];
  countOf: (term: string) => number | undefined;
  problem?: string | undefined;
  onChange: (terms: string[]) => void;
  /** What is being typed and not yet added. */
  onPending: (terms: string[]) => void;
}

export function TokenField(props: TokenFieldProps) {
  const { kind, terms, countOf, problem } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const enter = useRef<() => void>(() => undefined);
  const [text, setText] = useState('');
  const [told, setTold] = useState('');
  const type = (value: string) => {
    setText(value);
    props.onPending(splitTerms(kind, value));
  };
  const add = (value: string) => {
    const { terms: all, added, repeated } = addTerms(kind, terms, splitTerms(kind, value));
    type('');
    if (added.length > 0) props.onChange(all);
    setTold(repeated.length > 0 ? say('optionsTermRepeated', list(repeated.map(quoted))) : '');
  };
  const leave = useRef<() => void>(() => undefined);
  leave.current = () => text.trim() !== '' && add(text);
  useEffect(() => {
    // closed while typing: the term is kept like any other
    const left = () => leave.current?.();
    window.addEventListener('pagehide', left);
    return () => window.removeEventListener('pagehide', left);
  }, []);
  const remove = (place: number) => {
    setTold(say('optionsTermRemoved', terms[place] ?? ''));
    props.onChange(terms.filter((_, other) => other !== place));
  };
  const keys = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const atStart = text === '' && terms.length > 0;
    if ((event.key === 'Enter' || event.key === ',') && text.trim() !== '') add(text);
    else if (event.key === 'Enter' || (event.key === ',' && text.trim() === '')) type('');
    else if (event.key === 'Backspace' && atStart) remove(terms.length - 1);
    else if (event.key === 'ArrowLeft' && atStart) enter.current?.();
    else return;
    event.preventDefault();
  };
  const pending = splitTerms(kind, text)[0];
  const pendingCount = pending === undefined ? undefined : countOf(pending);
  const below =
    pending !== undefined && pendingCount !== undefined
      ? sayMany('optionsTermMatches', pendingCount, pending)
      : told || props.hint;
  return (
    <div class="term-field">
      <label for={id}>{props.label}</label>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: a larger target for the mouse; the input itself takes the keys */}
      <div
        class={problem ? 'token-box bad' : 'token-box'}
        onClick={(event) => {
          if (event.target === event.currentTarget) input.current?.focus();
        }}
      >
        <TokenList
          kind={kind}
          terms={terms}
          labelOf={(term) => term}
          countOf={countOf}
          onRemove={remove}
          input={input}
          enter={enter}
        />
        <input
          ref={input}
          id={id}
          type="text"
          dir="auto"
          autocomplete="off"
          spellcheck={kind === 'words'}
          value={text}
          placeholder={terms.length === 0 ? props.placeholder : say(ADD_ANOTHER[kind])}
          aria-describedby={problem ? `${id}-problem ${id}-hint` : `${id}-hint`}
          aria-invalid={problem ? true : undefined}
          onInput={(event) => type(event.currentTarget.value)}
          onKeyDown={keys}
          onBlur={() => leave.current?.()}
          onPaste={(event) => {
            const pasted = event.clipboardData?.getData('text') ?? '';
            if (!/[,;\r\n]/.test(pasted)) return; // one term: goes into the input as usual
            event.preventDefault();
            add(`${text} ${pasted}`);
          }}
        />
      </div>
      {problem && (
        <p class="problem" id={`${id}-problem`}>
          {problem}
        </p>
      )}
      <p class="hint" id={`${id}-hint`} aria-live="polite">
        {below}
      </p>
    </div>
  );
}
