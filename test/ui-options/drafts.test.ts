import { describe, expect, test } from 'vitest';
import type { WatchRule } from '../../src/core/rules.ts';
import { blankRule, keepDrafts, loadDrafts, problemsOf, withDrafts } from '../../src/ui/options/drafts.ts';

const at = (minute: number) => `2026-03-01T10:${String(minute).padStart(2, '0')}:00.000Z`;
const rule = (id: string, over: Partial<WatchRule> = {}): WatchRule => ({ ...blankRule(at(0), id), ...over });

function memory() {
  const kept = new Map<string, string>();
  return {
    kept,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

describe('why a rule cannot be stored', () => {
  test('a good rule has no problem', () => {
    expect(problemsOf(rule('a', { words: ['agent'], categories: ['cs.CL'] }))).toEqual([]);
  });

  test('an empty rule: one problem of the whole', () => {
    const problems = problemsOf(rule('a'));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.kind).toBeUndefined();
    expect(problems[0]?.sentence).toContain('at least one');
  });

  test('each bad field has its own sentence', () => {
    const problems = problemsOf(
      rule('a', { words: ['agent', '!!'], authors: ['Ada'], categories: ['cs.CL', 'nlp?'] }),
    );
    expect(problems.map((problem) => problem.kind)).toEqual(['words', 'categories']);
    expect(problems[0]?.sentence).toContain('“!!”');
    expect(problems[1]?.sentence).toContain('“nlp?”');
  });

  test('too many terms over several fields belong to the rule', () => {
    const many = (n: number, letter: string) => Array.from({ length: n }, (_, i) => `${letter}${i}`);
    const problems = problemsOf(rule('a', { words: many(300, 'w'), authors: many(300, 'a') }));
    expect(problems).toHaveLength(1);
    expect(problems[0]?.kind).toBeUndefined();
    expect(problems[0]?.sentence).toContain('500');
  });
});

describe('keeping drafts', () => {
  test('what was kept comes back, empty rules do not', () => {
    const store = memory();
    const draft = rule('a', { words: ['!!'], effect: 'dim', enabled: false });
    keepDrafts(store, [draft, rule('b')]);
    expect(loadDrafts(store)).toEqual([draft]);
    keepDrafts(store, []);
    expect(store.kept.size).toBe(0);
  });

  test('broken storage brings nothing back and breaks nothing', () => {
    expect(loadDrafts({ getItem: () => '{"cut' })).toEqual([]);
    expect(loadDrafts({ getItem: () => '"text"' })).toEqual([]);
    const mixed = [null, { id: 3 }, { id: 'a', changedAt: at(1), words: ['x', 7], effect: 'explode' }];
    expect(loadDrafts({ getItem: () => JSON.stringify(mixed) })).toEqual([
      rule('a', { changedAt: at(1), words: ['x'], effect: 'flag' }),
    ]);
  });
});

describe('stored rules and drafts together', () => {
  test('a later draft stands in for the stored rule, an older one gives way', () => {
    const stored = [
      rule('a', { changedAt: at(5), words: ['old'] }),
      rule('b', { changedAt: at(5), words: ['stored'] }),
    ];
    const drafts = [
      rule('a', { changedAt: at(6), words: ['!!'] }),
      rule('b', { changedAt: at(4), words: ['??'] }),
      rule('c', { changedAt: at(1), words: ['..'] }),
    ];
    expect(withDrafts(stored, drafts).map((one) => [one.id, one.words[0]])).toEqual([
      ['a', '!!'],
      ['b', 'stored'],
      ['c', '..'],
    ]);
  });

  test('deleted rules are not shown', () => {
    const stored = [rule('a', { changedAt: at(5), deleted: true }), rule('b', { words: ['x'] })];
    expect(withDrafts(stored, [rule('a', { changedAt: at(4), words: ['y'] })]).map((one) => one.id)).toEqual([
      'b',
    ]);
  });
});
