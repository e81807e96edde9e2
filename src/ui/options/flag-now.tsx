/** Flags the stored papers a rule matches, for rules that came after the papers. */
import { useState } from 'preact/hooks';
import type { WatchRule } from '../../core/rules.ts';
import { say, sayMany } from '../../core/say.ts';
import { flagStored } from './flag-stored.ts';
import { sayFailure, tell } from './notice.tsx';

export function FlagNow({ rule, ids }: { rule: WatchRule; ids: readonly string[] }) {
  const [done, setDone] = useState<number | undefined>(undefined);
  const flag = async () => {
    setDone(0);
    try {
      const { flagged, left, undo } = await flagStored(rule, ids, setDone);
      const told = [sayMany('optionsFlaggedNow', flagged)];
      if (left > 0) told.push(sayMany('optionsFlaggedKept', left));
      tell(told.join(' '), flagged > 0 ? undo : undefined);
    } catch (error) {
      sayFailure(error);
    } finally {
      setDone(undefined);
    }
  };
  const busy = done !== undefined;
  return (
    <div class="flag-now">
      <button type="button" class="button" disabled={busy || ids.length === 0} onClick={() => void flag()}>
        {busy ? say('optionsFlagging', done, ids.length) : sayMany('optionsFlagNow', ids.length)}
      </button>
      <span class="hint">{say('optionsFlagNowHint')}</span>
    </div>
  );
}
