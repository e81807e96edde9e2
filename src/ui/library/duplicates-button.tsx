/** Opens the list of papers that may be one; it is loaded then. */
import { signal } from '@preact/signals';
import { say } from '../../core/say.ts';
import { later } from '../shared/later.tsx';
import type { LibraryState } from './state.ts';

const open = signal(false);

const Dialog = later(() => import('./duplicates-dialog.tsx').then((part) => part.DuplicatesDialog));

export function DuplicatesButton() {
  return (
    <button
      type="button"
      class="link"
      onClick={() => {
        open.value = true;
      }}
    >
      {say('duplicatesOpen')}
    </button>
  );
}

export function Duplicates({ state }: { state: LibraryState }) {
  const close = () => {
    open.value = false;
  };
  return open.value ? <Dialog state={state} close={close} /> : null;
}
