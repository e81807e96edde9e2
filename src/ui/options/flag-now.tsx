/** Flags the stored papers a rule matches, for rules that came after the papers. */
import { useState } from 'preact/hooks';
import type { WatchRule } from '../../core/rules.ts';
import { flagStored } from './flag-stored.ts';
import { many, number } from './format.ts';
import { say, sayFailure } from './notice.tsx';

export function FlagNow({ rule, ids }: { rule: WatchRule; ids: readonly string[] }) {
  const [done, setDone] = useState<number | undefined>(undefined);
  const flag = async () => {
    setDone(0);
    try {
      const { flagged, left, undo } = await flagStored(rule, ids, setDone);
      const kept = left > 0 ? ` ${many(left, 'paper')} kept: decided by you, or flagged before.` : '';
      say(`${many(flagged, 'paper')} flagged.${kept}`, flagged > 0 ? undo : undefined);
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
        {busy
          ? `Flagging… ${number(done)} of ${number(ids.length)}`
          : ids.length === 1
            ? 'Flag the stored paper now'
            : `Flag the ${number(ids.length)} stored papers now`}
      </button>
      <span class="hint">What you flagged or unflagged by hand stays as it is.</span>
    </div>
  );
}
