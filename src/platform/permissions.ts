/** Which pages the reader lets the extension read, beyond those it reads from install. The browser keeps this, nobody else. */
import { api } from './api.ts';

/** Match patterns granted now, required ones included. */
export async function grantedOrigins(): Promise<string[]> {
  const { origins } = await api.permissions.getAll();
  return origins ?? [];
}

/** Whether all of `origins` are granted; wider grants ("all sites") count. */
export const hasOrigins = (origins: readonly string[]): Promise<boolean> =>
  api.permissions.contains({ origins: [...origins] });

/**
 * Asks the reader for `origins`; must be called from a click, before anything else is awaited. Returns whether they were
 * granted. A popup may be closed by the browser's question: whoever must act on the answer listens with `onPermissions`.
 */
export const askFor = (origins: readonly string[]): Promise<boolean> =>
  api.permissions.request({ origins: [...origins] });

/** Gives optional `origins` back; false when the browser kept them (required ones). */
export async function giveUp(origins: readonly string[]): Promise<boolean> {
  try {
    return await api.permissions.remove({ origins: [...origins] });
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
  api.permissions.onAdded.addListener(added);
  api.permissions.onRemoved.addListener(removed);
  return () => {
    api.permissions.onAdded.removeListener(added);
    api.permissions.onRemoved.removeListener(removed);
  };
}
