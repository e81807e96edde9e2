/** What is related to the paper under the cursor and what may be the same one, asked for once the cursor rests. */
import { useEffect, useState } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';
import type { Around } from '../shared/search-messages.ts';
import type { LibraryState } from './state.ts';

export type Among = 'library' | 'met';

/** Passing over papers with j and k asks for none of them. */
const REST_MS = 150;

/** undefined until it is known. @param version changes where it is to be asked for anew. */
export function useAround(state: LibraryState, id: PaperId, among: Among, version = 0): Around | undefined {
  const [found, setFound] = useState<{ id: PaperId; around: Around }>();
  useEffect(() => {
    let here = true;
    const ask = () =>
      state.finder.around(id, among).then(
        (around) => {
          state.papers.want([...around.related, ...around.same].map((one) => one.id));
          if (here) setFound({ id, around });
        },
        (error: unknown) => here && state.steps.fail(error),
      );
    const timer = setTimeout(ask, REST_MS);
    return () => {
      here = false;
      clearTimeout(timer);
    };
  }, [state, id, among, version]);
  return found?.id === id ? found.around : undefined;
}

/** Shows a paper in the list: where it is listed now, or found by its id among all that was met. */
export function showInList(state: LibraryState, id: PaperId, title: string): void {
  const at = state.shown.peek().indexOf(id);
  if (at >= 0) {
    state.cursor.to(at);
    return;
  }
  state.show('met');
  state.query.value = id.startsWith('title:') ? `title:"${title.replaceAll('"', ' ')}"` : id;
}
