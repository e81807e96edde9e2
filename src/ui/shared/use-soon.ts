/** What of a list's row nobody reads at once is drawn when the page has time: while one types, rows come and go. */
import { useEffect, useState } from 'preact/hooks';

/** Longest that it is waited for, in ms. */
const MOST_MS = 250;

/** False at first, true once the page is idle. */
export function useSoon(): boolean {
  const [soon, setSoon] = useState(false);
  useEffect(() => {
    if (soon) return;
    const wait = requestIdleCallback(() => setSoon(true), { timeout: MOST_MS });
    return () => cancelIdleCallback(wait);
  }, [soon]);
  return soon;
}
