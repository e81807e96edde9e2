/** Which pages the reader lets the extension read, beyond those it reads from install. The browser keeps this, nobody else. */
import { browser } from './browser.ts';

/** Match patterns granted now, required ones included. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins } = await browser.permissions.getAll();
  return origins ?? [];
}

/** Whether all of `origins` are granted; wider grants ("all sites") count. */
export const hasOrigins = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.contains({ origins: [...origins] });

/**
 * Asks the reader for `origins`; must be called from a click, before anything else is awaited. Returns whether they were
 * granted. A popup may be closed by the browser's question: whoever must act on the answer listens with `onPermissions`.
 */
export const askFor = (origins: readonly string[]): Promise<boolean> =>
  browser.permissions.request({ origins: [...origins] });

/** Gives optional `origins` back; false when the browser kept them (required ones). */
export async function giveUp(origins: readonly string[]): Promise<boolean> {
  try {
    return await browser.permissions.remove({ origins: [...origins] });
  } catch {
    return false; // "You cannot remove required permissions."
  }
}

/** Calls `listener` with the origins whenever some were granted or given up. Registers at once. */
export function onPermissions(
  listener: (change: 'added' | 'removed', origins: string[]) => void,
): () => void {
  const added = ({ origins }: { origins?: string[] | undefined }) => listener('added', origins ?? []);
  const removed = ({ origins }: { origins?: string[] | undefined }) => listener('removed', origins ?? []);
  browser.permissions.onAdded.addListener(added);
  browser.permissions.onRemoved.addListener(removed);
  return () => {
    browser.permissions.onAdded.removeListener(added);
    browser.permissions.onRemoved.removeListener(removed);
  };
}
