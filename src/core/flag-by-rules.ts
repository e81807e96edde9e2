/** Flags that watch rules set. */
import { byHand, changeTime, type FlagReason, type Mark } from './mark.ts';
import type { PaperId } from './paper.ts';
import { isTrashed } from './trash.ts';

/**
 * A rule may flag only where the reader has not decided: a flag set or taken off by hand is never touched, nor is anything
 * that lies in the trash.
 */
export function flagByRules(
  mark: Mark | undefined,
  id: PaperId,
  reasons: FlagReason[],
  now: string,
): Mark | undefined {
  if (reasons.length === 0 || isTrashed(mark)) return undefined;
  if (mark?.flagged) {
    if (byHand(mark.flagged)) return undefined;
    const known = new Set(mark.flagged.value.reasons.map((reason) => reason.text));
    if (reasons.every((reason) => known.has(reason.text))) return undefined;
    const added = reasons.filter((reason) => !known.has(reason.text));
    const all = [...mark.flagged.value.reasons, ...added];
    return { ...mark, id, flagged: { value: { on: true, reasons: all }, at: changeTime(mark, now) } };
  }
  return { ...(mark ?? { id }), id, flagged: { value: { on: true, reasons }, at: changeTime(mark, now) } };
}
