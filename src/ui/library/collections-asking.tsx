/** The question for a collection, while there is one; its sheet is loaded after the page is painted. */
import { later } from '../shared/later.tsx';
import type { LibraryState } from './state.ts';

const Choose = later(() => import('./collections-dialog.tsx').then((part) => part.ChooseCollection), {
  failed({ state }, error) {
    state.collections.asking.value = undefined;
    state.steps.fail(error);
  },
  soon: true,
});

export function CollectionsDialog({ state }: { state: LibraryState }) {
  const asking = state.collections.asking.value;
  return asking ? <Choose key={JSON.stringify(asking)} state={state} asking={asking} /> : null;
}
