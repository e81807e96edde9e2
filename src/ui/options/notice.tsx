/** One line at the foot of the page: what just happened, and the way back. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { sentenceOf } from '../../core/errors.ts';
import { say } from '../../core/say.ts';

interface Notice {
  text: string;
  bad?: boolean;
  undo?: () => Promise<unknown>;
}

const current = signal<Notice | undefined>(undefined);

/** Tells `text`; with `undo`, offers to take it back. */
export function tell(text: string, undo?: () => Promise<unknown>): void {
  current.value = undo ? { text, undo } : { text };
}

/** Says what went wrong, in the failure's own sentence. */
export function sayFailure(error: unknown): void {
  current.value = { text: sentenceOf(error), bad: true };
}

/** How long a notice stays, in ms; one that offers a way back or tells of a failure stays until it is closed or replaced. */
const STAY = 6_000;

/** The notice line; always in the page, so that screen readers hear what is put in. */
export function NoticeLine() {
  const notice = current.value;
  const before = useRef<Element | null>(null);
  useEffect(() => {
    if (!notice || notice.undo || notice.bad) return;
    const timer = setTimeout(() => {
      if (current.value === notice) current.value = undefined;
    }, STAY);
    return () => clearTimeout(timer);
  }, [notice]);
  const close = () => {
    current.value = undefined;
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus();
  };
  const undo = async () => {
    const back = notice?.undo;
    close();
    try {
      await back?.();
      tell(say('optionsUndone'));
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <div
      class="notice-place"
      onFocusIn={(event) => {
        const from = event.relatedTarget;
        if (from instanceof Element && !event.currentTarget.contains(from)) before.current = from;
      }}
    >
      <div role="status" class={notice ? (notice.bad ? 'notice bad' : 'notice') : 'notice none'}>
        {notice && <span>{notice.text}</span>}
        {notice?.undo && (
          <button type="button" onClick={() => void undo()}>
            {say('commonUndo')}
          </button>
        )}
        {notice && (
          <button
            type="button"
            class="tool"
            title={say('commonClose')}
            aria-label={say('optionsNoticeClose')}
            onClick={close}
          >
            ×
          </button>
        )}
      </div>
    </div>
  );
}
