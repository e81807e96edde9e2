/** A review: one paper at a time, from the first that waits to a summary of what came of it. */
import { useEffect } from 'preact/hooks';
import { Help } from '../shared/help.tsx';
import { Toast } from '../shared/toast.tsx';
import { Unreadable } from '../shared/unreadable.tsx';
import './actions.css';
import { Actions } from './actions.tsx';
import { Header } from './header.tsx';
import { Nothing } from './nothing.tsx';
import { ReviewPaper } from './paper.tsx';
import { keySheet, reviewListener } from './review-keys.ts';
import type { ReviewState } from './state.ts';
import { SummaryView } from './summary-view.tsx';

export function App({ state }: { state: ReviewState }) {
  useEffect(() => {
    const listener = reviewListener(state);
    addEventListener('keydown', listener);
    return () => removeEventListener('keydown', listener);
  }, [state]);
  return (
    <div class="review">
      <Header state={state} />
      <Unreadable papers={state.papers} />
      <main>
        <Shown state={state} />
      </main>
      <footer class="foot">
        <Toast steps={state.steps} undo={() => void state.undo()} />
        {state.id.value !== undefined && <Actions state={state} />}
      </footer>
      <Help
        open={state.helpOpen.value}
        steps={state.steps}
        onClose={() => {
          state.helpOpen.value = false;
        }}
        keys={keySheet()}
      />
    </div>
  );
}

function Shown({ state }: { state: ReviewState }) {
  const session = state.session.value;
  if (state.id.value !== undefined) return <ReviewPaper state={state} />;
  if (!session || state.asking.value) return <div class="wait" aria-busy="true" />;
  if (session.ids.length === 0) return <Nothing state={state} />;
  return <SummaryView state={state} session={session} />;
}
