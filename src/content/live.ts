/** Following pages that change: re-rendering, client-side search and navigation. Callbacks only schedule. */

/** The page is read again once it has been quiet for this long, or has been restless for `MOST_MS`. */
const QUIET_MS = 120;
const MOST_MS = 600;

const ours = (node: Node): boolean =>
  node instanceof Element && (node.hasAttribute('data-manicule') || node.hasAttribute('data-manicule-layer'));

/** Whether a change was made by this extension alone. */
const own = (record: MutationRecord): boolean =>
  record.type === 'childList' &&
  record.removedNodes.length + record.addedNodes.length > 0 &&
  [...record.addedNodes].every(ours) &&
  record.removedNodes.length === 0;

/** Calls `changed` after changes under `root()` have settled. `root` is asked again when its element left the page. */
export function followChanges(root: () => Element, changed: () => void, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let since = 0;
  let watched: Element | undefined;
  const run = () => {
    timer = undefined;
    since = 0;
    watch();
    changed();
  };
  const observer = new MutationObserver((records) => {
    if (records.every(own)) return;
    const now = performance.now();
    if (timer === undefined) since = now;
    else if (now - since < MOST_MS) clearTimeout(timer);
    else return;
    timer = setTimeout(run, QUIET_MS);
  });
  const watch = () => {
    const next = root();
    if (next === watched && next.isConnected) return;
    observer.disconnect();
    watched = next;
    observer.observe(next, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['href', 'data-props'],
    });
    // the site may replace the root itself, or what holds it
    for (let above = next.parentElement; above; above = above.parentElement)
      observer.observe(above, { childList: true });
  };
  watch();
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );
}

/** An address without its hash: a place in the same page. */
export const bare = (href: string): string => href.replace(/#.*$/, '');

/**
 * Calls `moved` when the address changes without a load: the Navigation API where there is one
 * (https://html.spec.whatwg.org/multipage/nav-history-apis.html#navigation-interface), else `popstate` and whoever asks `check`.
 */
export function followAddress(moved: () => void, signal: AbortSignal): { check(): void } {
  let last = bare(location.href);
  const check = () => {
    const now = bare(location.href);
    if (now === last) return;
    last = now;
    moved();
  };
  const { navigation } = window as unknown as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', check, { signal });
  window.addEventListener('popstate', check, { signal });
  return { check };
}

/** Resolves once the site's own scripts have had time to take over server-rendered markup: load, then a free moment. */
export async function hydrated(signal: AbortSignal): Promise<void> {
  if (document.readyState !== 'complete') {
    await new Promise<void>((resolve) => {
      window.addEventListener('load', () => resolve(), { once: true, signal });
    });
  }
  await new Promise<void>((resolve) => {
    if (typeof requestIdleCallback === 'function') requestIdleCallback(() => resolve(), { timeout: 1_000 });
    else setTimeout(resolve, 50);
  });
}

/** Calls `returned` when the reader comes back to the tab, or to the page by the back button: marks may have changed meanwhile. */
export function followReturns(returned: () => void, signal: AbortSignal): void {
  const onVisible = () => {
    if (document.visibilityState === 'visible') returned();
  };
  const onShow = (event: PageTransitionEvent) => {
    if (event.persisted) returned();
  };
  document.addEventListener('visibilitychange', onVisible, { signal });
  window.addEventListener('pageshow', onShow, { signal });
}
