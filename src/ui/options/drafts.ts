/**
 * Rules that cannot be stored yet (empty, or with a term that could never match) are kept as drafts in the page's own
 * localStorage, so that closing the tab loses nothing.
 */
import { ManiculeError } from '../../core/errors.ts';
import { blankRule, checkRule, EFFECTS, type Effect, type WatchRule } from '../../core/rules.ts';
import { KINDS, type Kind } from './terms.ts';

export { blankRule, newRuleId } from '../../core/rules.ts';

const KEY = 'manicule-rule-drafts';

export interface Problem {
  /** The field it belongs to; undefined: the rule as a whole. */
  kind?: Kind;
  sentence: string;
}

/** Whether nothing was put into the rule yet. */
export const isEmpty = (rule: WatchRule): boolean => KINDS.every((kind) => rule[kind].length === 0);

const sentenceFor = (rule: WatchRule): string | undefined => {
  try {
    checkRule(rule);
    return undefined;
  } catch (error) {
    if (error instanceof ManiculeError) return error.message;
    throw error;
  }
};

/** Why the rule cannot be stored, by field; empty when it can. The sentences are `checkRule`'s own. */
export function problemsOf(rule: WatchRule): Problem[] {
  const whole = sentenceFor(rule);
  if (whole === undefined) return [];
  const problems: Problem[] = [];
  for (const kind of KINDS) {
    if (rule[kind].length === 0) continue;
    const sentence = sentenceFor({ ...blankRule(rule.changedAt, rule.id), [kind]: rule[kind] });
    if (sentence !== undefined) problems.push({ kind, sentence });
  }
  return problems.length > 0 ? problems : [{ sentence: whole }];
}

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

function readDraft(value: unknown): WatchRule | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const given = value as Record<string, unknown>;
  if (typeof given['id'] !== 'string' || typeof given['changedAt'] !== 'string') return undefined;
  return {
    id: given['id'],
    words: strings(given['words']),
    authors: strings(given['authors']),
    categories: strings(given['categories']),
    topics: strings(given['topics']),
    effect: EFFECTS.includes(given['effect'] as Effect) ? (given['effect'] as Effect) : 'flag',
    enabled: given['enabled'] !== false,
    changedAt: given['changedAt'],
  };
}

/** The drafts kept; whatever is broken in them is left out. */
export function loadDrafts(store: Pick<Storage, 'getItem'>): WatchRule[] {
  let kept: unknown;
  try {
    kept = JSON.parse(store.getItem(KEY) ?? '[]');
  } catch {
    return []; // not ours, or cut: nothing to bring back
  }
  if (!Array.isArray(kept)) return [];
  return kept.map(readDraft).filter((rule): rule is WatchRule => rule !== undefined);
}

/** Keeps the drafts that hold something; an empty rule is no loss. */
export function keepDrafts(
  store: Pick<Storage, 'setItem' | 'removeItem'>,
  drafts: readonly WatchRule[],
): void {
  const worth = drafts.filter((rule) => !isEmpty(rule));
  if (worth.length === 0) store.removeItem(KEY);
  else store.setItem(KEY, JSON.stringify(worth));
}

/**
 * Stored rules and drafts as one list, oldest first as stored. A draft stands in for the stored rule it would replace,
 * unless that was edited (or deleted) later elsewhere.
 */
export function withDrafts(stored: readonly WatchRule[], drafts: readonly WatchRule[]): WatchRule[] {
  const newer = new Map(drafts.map((draft) => [draft.id, draft]));
  const out: WatchRule[] = [];
  for (const rule of stored) {
    const draft = newer.get(rule.id);
    newer.delete(rule.id);
    if (rule.deleted && !(draft && draft.changedAt > rule.changedAt)) continue;
    out.push(draft && draft.changedAt > rule.changedAt ? draft : rule);
  }
  return [...out, ...newer.values()];
}
