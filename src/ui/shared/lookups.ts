/**
 * Tells the worker of papers that a page of the extension saved: it looks up what they lack and sends them to Zotero, where
 * that is switched on.
 */
import { isSaved } from '../../core/mark.ts';
import { MAX_IDS } from '../../core/messages.ts';
import { send } from '../../platform/rpc.ts';
import { loadSettings } from '../../platform/settings.ts';
import type { Changed } from '../../storage/index.ts';

/** Nobody waits for it, and nothing is lost by its failing: the library can be looked up as a whole. */
export async function tellSaved(changed: readonly Changed[]): Promise<void> {
  const ids = changed.filter(({ before, after }) => isSaved(after) && !isSaved(before)).map(({ id }) => id);
  if (ids.length === 0) return;
  try {
    const { lookUpSaved, zotero, zoteroOnSave } = await loadSettings();
    for (let at = 0; at < ids.length; at += MAX_IDS) {
      const some = ids.slice(at, at + MAX_IDS);
      if (lookUpSaved) await send('lookups.wake', { saved: some });
      if (zotero && zoteroOnSave) await send('zotero.send', { ids: some, auto: true });
    }
  } catch {
    // said above
  }
}
