/** What was done in this session, the last first, and undoing it down to any of it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { language, say, sayMany } from '../../core/say.ts';
import { Icon } from '../shared/icons.tsx';
import type { Steps } from '../shared/steps.ts';
import './undo-list.css';

/** Shown; more can be undone one by one. */
const MOST = 40;

/** "14:05", as the reader's language writes it. */
const timeOf = (iso: string): string =>
  new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit' }).format(new Date(iso));

export function UndoList({ steps }: { steps: Steps }) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return;
    place.current?.querySelector<HTMLElement>('.steps')?.focus();
    const outside = (event: Event) => {
      if (!place.current?.contains(event.target as Node)) setOpen(false);
    };
    addEventListener('pointerdown', outside);
    return () => removeEventListener('pointerdown', outside);
  }, [open]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes what lies inside
    <div
      class="menu-place"
      ref={place}
      onKeyDown={(event) => {
        if (!open || event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <button
        ref={button}
        type="button"
        class="tool"
        aria-expanded={open}
        aria-label={say('libraryStepsButton')}
        title={say('libraryStepsHint')}
        onClick={() => setOpen(!open)}
      >
        <Icon name="undo" />
      </button>
      {open && <List steps={steps} />}
    </div>
  );
}

function List({ steps }: { steps: Steps }) {
  const done = steps.done.value;
  const panel = useRef<HTMLElement>(null);
  /** The button that was pressed may be gone: the list keeps the focus. */
  const then = (work: Promise<unknown>) => void work.then(() => panel.current?.focus());
  return (
    <section ref={panel} class="menu down end steps" tabIndex={-1} aria-label={say('libraryStepsButton')}>
      <h2>{say('libraryStepsButton')}</h2>
      {steps.redoable.value > 0 && (
        <button type="button" class="button" onClick={() => then(steps.redo())}>
          {say('libraryStepsRedo')}
        </button>
      )}
      {done.length === 0 && <p class="muted">{say('libraryStepsNone')}</p>}
      <ol>
        {done.slice(0, MOST).map(({ n, said, at }, place) => (
          <li key={n}>
            <time dateTime={at}>{timeOf(at)}</time>
            <span dir="auto">{said}</span>
            <button
              type="button"
              class="link"
              aria-label={say(place === 0 ? 'libraryStepsUndoLastOf' : 'libraryStepsUndoToOf', said)}
              onClick={() => then(steps.undoTo(n))}
            >
              {say(place === 0 ? 'libraryStepsUndoLast' : 'libraryStepsUndoTo')}
            </button>
          </li>
        ))}
      </ol>
      {done.length > MOST && <p class="muted">{sayMany('libraryStepsMore', done.length - MOST)}</p>}
    </section>
  );
}
