/** The page's address, which holds what is looked for. */
import { effect, type ReadonlySignal } from '@preact/signals';

/** Rest after typing: the browser takes 10 ms to change an address, and every key would wait for it. */
const REST_MS = 250;

/** Keeps the address in step with what is typed. */
export function followQuery(query: ReadonlySignal<string>): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const typed = query.value;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const url = new URL(location.href);
      if ((url.searchParams.get('q') ?? '') === typed) return;
      if (typed) url.searchParams.set('q', typed);
      else url.searchParams.delete('q');
      history.replaceState(null, '', url);
    }, REST_MS);
  });
}
