/**
 * The search worker of a page that is opened with a search, begun by the page's first script (`early.ts`): it starts and
 * opens the index while the page's code is being loaded.
 */
import type { ToWorker } from './search-messages.ts';

/** The script and the page's code are two: they meet here. */
const scope = globalThis as { maniculeSearch?: Worker | undefined };

/** Begins it where the address asks for a search. The build tells the script its file. */
export function beginSearch(): void {
  const file = document.currentScript?.dataset['search'];
  if (!file || !new URLSearchParams(location.search).get('q')) return;
  const worker = new Worker(file, { type: 'module' });
  worker.onerror = () => {
    scope.maniculeSearch = undefined; // the page begins one of its own, and tells what is wrong with that
  };
  worker.postMessage({ ask: 'open' } satisfies ToWorker);
  scope.maniculeSearch = worker;
}

/** The worker that was begun, once; undefined: none was. */
export function takeSearchWorker(): Worker | undefined {
  const worker = scope.maniculeSearch;
  scope.maniculeSearch = undefined;
  return worker;
}
