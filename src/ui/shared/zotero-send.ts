/** Sends papers to Zotero and says what became of them. */
import { ManiculeError } from '../../core/errors.ts';
import { MAX_IDS } from '../../core/messages.ts';
import type { PaperId } from '../../core/paper.ts';
import { sayMany } from '../../core/say.ts';
import type { ZoteroReport } from '../../core/zotero.ts';
import { send } from '../../platform/rpc.ts';
import type { Steps } from './steps.ts';
import { reportWords } from './zotero-words.ts';

/** @param again even those that are there. Failures are said, not thrown. */
export async function sendToZotero(ids: readonly PaperId[], steps: Steps, again = false): Promise<void> {
  const all: ZoteroReport = { sent: 0, there: 0, waiting: 0, open: 0 };
  try {
    steps.say(sayMany('sharedZoteroSending', ids.length));
    for (let at = 0; at < ids.length; at += MAX_IDS) {
      const part = await send('zotero.send', { ids: ids.slice(at, at + MAX_IDS), again });
      for (const key of ['sent', 'there', 'waiting', 'open'] as const) all[key] += part[key];
      if (part.trouble) all.trouble = part.trouble;
    }
  } catch (error) {
    steps.fail(error);
    return;
  }
  const words = reportWords(all);
  if (all.trouble) steps.fail(new ManiculeError('bad-answer', words));
  else steps.say(words);
}
