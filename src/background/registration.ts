/** Keeps the scripts that run in pages in step with what the reader allowed: the browser's permissions are the truth. */
import { hostPattern, isGranted, registrationsFor } from '../core/scripts.ts';
import { grantedOrigins } from '../platform/permissions.ts';
import { sendToTab } from '../platform/rpc.ts';
import { inject, setRegistered, tabsAt } from '../platform/scripts.ts';
import { allTabs } from '../platform/tabs.ts';
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

async function leaveTab(tab: number, removed: readonly string[], granted: readonly string[]): Promise<void> {
  const report = await sendToTab(tab, 'tab.report', {});
  const pattern = report && hostPattern(new URL(report.url));
  if (pattern && isGranted(removed, pattern) && !isGranted(granted, pattern))
    await sendToTab(tab, 'tab.end', {});
}

/** Takes everything drawn out of open pages of the `removed` origins, which may not be read any more. Failures are logged. */
export async function leavePages(removed: readonly string[]): Promise<void> {
  try {
    const granted = await grantedOrigins();
    for (const tab of await allTabs()) await leaveTab(tab, removed, granted);
  } catch (error) {
    logUnexpected('background/scripts', error);
  }
}
