/** A note, stored as it is typed. Esc closes; one undo takes the whole edit back. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { noteOf } from '../../core/mark.ts';
import { LIMITS } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import type { Acts } from './acts.ts';
import type { Row } from './data.ts';

interface Props {
  row: Row;
  title: string;
  acts: Acts;
  focus?: boolean;
  rows?: number;
  onDone?: () => void;
}

export function NoteEditor({ row, title, acts, focus, rows = 4, onDone }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [session] = useState(() => acts.notes.open(row.paper.id, noteOf(row.mark), title));
  const stored = noteOf(row.mark);

  // before the next key arrives: it belongs to the note
  useLayoutEffect(() => {
    if (focus) field.current?.focus();
    return () => session.close();
  }, [focus, session]);
  // changed elsewhere (undo, another page) while nothing is being typed here
  useEffect(() => {
    const text = session.outside(stored);
    if (text !== undefined && field.current) field.current.value = text;
  }, [stored, session]);

  const state = session.state.value;
  return (
    <div class="editor">
      <textarea
        ref={field}
        class="field note"
        dir="auto"
        rows={rows}
        maxLength={LIMITS.note}
        aria-label={say('sharedNoteOf', title)}
        placeholder={say('sharedNoteHint')}
        defaultValue={session.text}
        onInput={(event) => session.type(event.currentTarget.value)}
        onBlur={() => session.pause()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || event.isComposing) return; // the input method's own
          event.preventDefault();
          session.pause();
          if (onDone) onDone();
          else field.current?.blur();
        }}
      />
      <div class="editor-line" aria-live="polite">
        {state === 'failed' ? (
          <span class="failed">{say('sharedNoteFailed')}</span>
        ) : (
          <span>
            {say(
              state === 'typing'
                ? 'sharedNoteStoring'
                : state === 'stored'
                  ? 'sharedNoteStored'
                  : 'sharedNoteIdle',
            )}
          </span>
        )}
        {onDone && (
          <button type="button" class="link" onClick={onDone}>
            {say('commonDoneEsc')}
          </button>
        )}
      </div>
    </div>
  );
}
