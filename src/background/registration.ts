/** Keeps the scripts that run in pages in step with what the reader allowed: the browser's permissions are the truth. */
import { registrationsFor } from '../core/scripts.ts';
import { grantedOrigins } from '../platform/permissions.ts';
import { inject, setRegistered, tabsAt } from '../platform/scripts.ts';
import { logUnexpected } from './failed.ts';

/** One after another: two changes at once would register the same script twice. */
let last: Promise<void> = Promise.resolve();

async function syncScripts(openTabs: boolean): Promise<void> {
  const fresh = await setRegistered(registrationsFor(await grantedOrigins()));
  if (!openTabs) return;
  // what is open already is read at once: the reader allowed it looking at that page
  for (const { matches, js } of fresh) for (const tab of await tabsAt(matches)) await inject(tab, js);
}

/** @param openTabs read pages of newly allowed sites that are open already. Failures are logged, never thrown. */
export function keepScripts(openTabs: boolean): Promise<void> {
  last = last.then(() => syncScripts(openTabs)).catch((error) => logUnexpected('background/scripts', error));
  return last;
}
