/** The button for what was done in this session. */
import { say } from '../../core/say.ts';
import { later } from '../shared/later.tsx';
import type { Steps } from '../shared/steps.ts';
import { Popover } from './popover.tsx';

const UndoSteps = later(() => import('./undo-steps.tsx').then((part) => part.UndoSteps), {
  failed: ({ steps }, error) => steps.fail(error),
  soon: true,
});

export function UndoList({ steps }: { steps: Steps }) {
  return (
    <Popover icon="undo" label={say('libraryStepsButton')} hint={say('libraryStepsHint')} kind="steps">
      {(refocus) => <UndoSteps steps={steps} refocus={refocus} />}
    </Popover>
  );
}
