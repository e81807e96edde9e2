/** Flags that a watch rule sets on papers stored before the rule was made, and taking exactly these back. */
import { flagByRules } from '../core/flag-by-rules.ts';
import type { FlagReason, FlagValue, Timed } from '../core/mark.ts';
import type { PaperId } from '../core/paper.ts';
import { announce, noticeOf } from './changes.ts';
import { inTransaction } from './db.ts';
import { flush } from './flush.ts';
import { DATA_STORES } from './papers.ts';
import { WorkingSet } from './working-set.ts';

/** One flag that was set. */
export interface RuleFlag {
  id: PaperId;
  before?: Timed<FlagValue>;
  after: Timed<FlagValue>;
}

/** Runs `edit` over the marks of `ids` in one transaction and announces what changed. */
async function edit<T>(ids: readonly PaperId[], work: (set: WorkingSet) => T): Promise<T> {
  const { value, changed } = await inTransaction([...DATA_STORES], 'readwrite', async (tx) => {
    const set = new WorkingSet(tx);
    await set.loadIds(ids);
    const value = work(set);
    return { value, changed: await flush(set) };
  });
  const notice = noticeOf(changed, 'marks');
  if (notice) announce(notice);
  return value;
}

/**
 * Flags stored papers for the reasons given. Papers the reader flagged or unflagged by hand, and those flagged for the
 * same reasons before, stay as they are and are missing from the answer.
 * @param now ISO time.
 * @throws ManiculeError; none of the flags is stored then.
 */
export const setRuleFlags = (reasons: ReadonlyMap<PaperId, FlagReason[]>, now: string): Promise<RuleFlag[]> =>
  edit([...reasons.keys()], (set) => {
    const done: RuleFlag[] = [];
    for (const [asked, why] of reasons) {
      const id = set.resolve(asked);
      if (set.locked(id)) continue;
      const mark = set.mark(id);
      const flagged = flagByRules(mark, id, why, now);
      if (!flagged?.flagged) continue;
      set.putMark(flagged);
      done.push({ id, ...(mark?.flagged ? { before: mark.flagged } : {}), after: flagged.flagged });
    }
    return done;
  });

/**
 * Takes flags of `setRuleFlags` back, so that rules may flag these papers again: an "unflag" by the reader would forbid
 * it. Flags changed since are left alone. Returns how many were taken back. @throws ManiculeError
 */
export const takeBackRuleFlags = (flags: readonly RuleFlag[]): Promise<number> =>
  edit(
    flags.map(({ id }) => id),
    (set) => {
      let count = 0;
      for (const { id: asked, before, after } of flags) {
        const id = set.resolve(asked);
        const mark = set.mark(id);
        if (!mark || set.locked(id) || JSON.stringify(mark.flagged) !== JSON.stringify(after)) continue;
        const { flagged: _, ...rest } = mark;
        set.putMark(before ? { ...rest, flagged: before } : rest);
        count++;
      }
      return count;
    },
  );
