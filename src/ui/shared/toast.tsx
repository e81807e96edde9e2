/** One line about the last step, with Undo. Stays until the next one or eight seconds, longer while pointed at. */
import { useEffect, useState } from 'preact/hooks';
import { say } from '../../core/say.ts';
import { Icon } from './icons.tsx';
import type { Steps } from './steps.ts';
import './toast.css';

const STAY_MS = 8_000;

/** @param undo what its button does; by default the last step is taken back */
export function Toast({ steps, undo }: { steps: Steps; undo?: () => void }) {
  const saying = steps.saying.value;
  const [held, setHeld] = useState(false);
  // one that was closed under the pointer never hears that the pointer left
  if (!saying && held) setHeld(false);

  useEffect(() => {
    if (!saying || held || saying.failure) return;
    const timer = setTimeout(() => {
      steps.saying.value = undefined;
    }, STAY_MS);
    return () => clearTimeout(timer);
  }, [saying, held, steps]);

  return (
    <div class="toast-place">
      {/* the live region is always there, or its first words would not be heard */}
      <div role="status" aria-live="polite" class="quiet">
        {saying?.text}
      </div>
      {saying && (
        // biome-ignore lint/a11y/noStaticElementInteractions: pointing only keeps it from going
        <div
          class={saying.failure ? 'toast failure' : 'toast'}
          onMouseEnter={() => setHeld(true)}
          onMouseLeave={() => setHeld(false)}
        >
          <span dir="auto" aria-hidden="true">
            {saying.text}
          </span>
          {saying.undoable && (
            <button
              type="button"
              class="toast-act"
              title={say('sharedUndoHint')}
              onClick={() => (undo ? undo() : void steps.undo())}
            >
              {say('commonUndo')}
            </button>
          )}
          <button
            type="button"
            class="toast-close"
            aria-label={say('sharedCloseMessage')}
            onClick={() => {
              steps.saying.value = undefined;
            }}
          >
            <Icon name="dismiss" size={12} />
          </button>
        </div>
      )}
    </div>
  );
}
