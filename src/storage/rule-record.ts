/** Whether a stored or restored value can be used as a watch rule. */
import { EFFECTS, type WatchRule } from '../core/rules.ts';
import { isObject, isTextList } from './records.ts';

/** Whether a value can be used as a watch rule; `checkRule` says whether it makes sense. */
export const isRule = (value: unknown): value is WatchRule =>
  isObject(value) &&
  typeof value['id'] === 'string' &&
  value['id'] !== '' &&
  typeof value['changedAt'] === 'string' &&
  typeof value['enabled'] === 'boolean' &&
  EFFECTS.some((effect) => effect === value['effect']) &&
  [value['words'], value['authors'], value['categories'], value['topics']].every(isTextList) &&
  (value['deleted'] === undefined || typeof value['deleted'] === 'boolean');
