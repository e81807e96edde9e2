/** Flags the stored papers a rule matches: the same reasons as if the papers were met now. */
import { compileRules, flagReasons, type WatchRule } from '../../core/rules.ts';
import { getRows, type RuleFlag, setRuleFlags, takeBackRuleFlags } from '../../storage/index.ts';
import { topicLabel } from './data.ts';

export interface Flagged {
  /** Papers flagged now. */
  flagged: number;
  /** Papers left as they were: decided by hand, or flagged by this rule before. */
  left: number;
  /** Takes back exactly these flags. */
  undo: () => Promise<void>;
}

/** Papers per transaction: a page that is being read must not wait for this. */
const BATCH = 200;

/**
 * @param ids papers to look at; those the rule no longer matches are passed over.
 * @param onProgress papers looked at so far.
 * @throws ManiculeError; the batches before stay flagged.
 */
export async function flagStored(
  rule: WatchRule,
  ids: readonly string[],
  onProgress: (done: number) => void,
): Promise<Flagged> {
  const match = compileRules([{ ...rule, enabled: true }], topicLabel);
  const set: RuleFlag[] = [];
  let matched = 0;
  for (let from = 0; from < ids.length; from += BATCH) {
    const { rows } = await getRows(ids.slice(from, from + BATCH));
    const reasons = new Map(
      rows
        .map(({ paper }) => [paper.id, flagReasons(match(paper))] as const)
        .filter(([, why]) => why.length > 0),
    );
    matched += reasons.size;
    set.push(...(await setRuleFlags(reasons, new Date().toISOString())));
    onProgress(Math.min(from + BATCH, ids.length));
  }
  const undo = async () => {
    for (let from = 0; from < set.length; from += BATCH)
      await takeBackRuleFlags(set.slice(from, from + BATCH));
  };
  return { flagged: set.length, left: matched - set.length, undo };
}
