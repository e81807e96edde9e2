/** Watch rules, and stored papers to try them on. */
import { timeAfter } from '../core/mark.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import { checkRule, type WatchRule } from '../core/rules.ts';
import { announce } from './changes.ts';
import { breathe, inTransaction } from './db.ts';
import { isPaper } from './records.ts';

/** Every rule in the order of their ids, tombstones left out unless asked for. @throws ManiculeError */
export async function listRules(options: { deleted?: boolean } = {}): Promise<WatchRule[]> {
  const rules = await inTransaction(['rules'], 'readonly', (tx) => tx.objectStore('rules').getAll());
  return options.deleted ? rules : rules.filter((rule) => !rule.deleted);
}

/** Stores a rule. @throws ManiculeError 'bad-rule' with what to change, or a storage failure. */
export async function putRule(rule: WatchRule): Promise<void> {
  checkRule(rule);
  await inTransaction(['rules'], 'readwrite', (tx) => tx.objectStore('rules').put(rule));
  announce({ ids: [], what: 'rules' });
}

/** Deletes a rule, leaving a tombstone, later than the rule was, so that restoring an older backup does not bring it back. @throws ManiculeError */
export async function deleteRule(id: string, now: string): Promise<void> {
  await inTransaction(['rules'], 'readwrite', async (tx) => {
    const rules = tx.objectStore('rules');
    const rule = await rules.get(id);
    if (rule) await rules.put({ ...rule, deleted: true, changedAt: timeAfter(rule.changedAt, now) });
  });
  announce({ ids: [], what: 'rules' });
}

const CHUNK = 500;

/**
 * Hands every stored paper to `onChunk`, 500 at a time, other work of the page running between. Papers that cannot be
 * read are left out, and those in the trash. Stops without an error when `signal` is aborted.
 * @throws ManiculeError
 */
export async function scanPapers(
  onChunk: (papers: Paper[]) => void | Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  const trashed = new Set(
    await inTransaction(['marks'], 'readonly', (tx) =>
      tx.objectStore('marks').index('trashedAt').getAllKeys(),
    ),
  );
  let after: PaperId | undefined;
  while (!signal?.aborted) {
    const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
    const [papers, last] = await inTransaction(['papers'], 'readonly', async (tx) => {
      const store = tx.objectStore('papers');
      const [values, keys] = await Promise.all([store.getAll(range, CHUNK), store.getAllKeys(range, CHUNK)]);
      return [values.filter(isPaper), keys.length === CHUNK ? keys.at(-1) : undefined] as const;
    });
    if (signal?.aborted) return;
    await onChunk(trashed.size === 0 ? papers : papers.filter(({ id }) => !trashed.has(id)));
    if (last === undefined) return;
    after = last;
    await breathe();
  }
}
