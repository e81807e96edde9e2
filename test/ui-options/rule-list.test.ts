import { describe, expect, test } from 'vitest';
import { ManiculeError } from '../../src/core/errors.ts';
import { mergeRules, type WatchRule } from '../../src/core/rules.ts';
import { blankRule } from '../../src/ui/options/drafts.ts';
import { RuleList } from '../../src/ui/options/rule-list.ts';

/** A store that keeps the later of two versions, as the real one does, and can be told to fail. */
function place(...given: WatchRule[]) {
  const rules = new Map(given.map((rule) => [rule.id, rule]));
  const kept = new Map<string, string>();
  let minute = 0;
  const store = {
    rules,
    kept,
    full: false,
    now: () => new Date(Date.UTC(2026, 2, 1, 10, minute++)),
    list: async () => [...rules.values()],
    put: async (rule: WatchRule) => {
      if (store.full) throw new ManiculeError('storage-full', 'The disk is full.');
      const known = rules.get(rule.id);
      rules.set(rule.id, known ? mergeRules(known, rule) : rule);
    },
    remove: async (id: string) => {
      const rule = rules.get(id);
      if (rule) rules.set(id, { ...rule, deleted: true, changedAt: store.now().toISOString() });
    },
    drafts: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    },
  };
  return store;
}

const early = (id: string, words: string[]): WatchRule => ({
  ...blankRule('2026-01-01T00:00:00.000Z', id),
  words,
});
const shown = (list: RuleList) => list.items.value.map((item) => [item.rule.words.join('|'), item.state]);

describe('editing rules', () => {
  test('a new rule is stored with its first term, not before', async () => {
    const store = place();
    const list = new RuleList(store);
    await list.load();
    const id = list.add();
    expect(shown(list)).toEqual([['', 'new']]);
    expect(store.rules.size).toBe(0);
    await list.change(id, { words: ['agent'] });
    expect(shown(list)).toEqual([['agent', 'saved']]);
    expect(store.rules.get(id)?.words).toEqual(['agent']);
    expect(store.kept.size).toBe(0);
  });

  test('an invalid change stays as a draft, the stored version in use, both over a reload', async () => {
    const store = place(early('a', ['agent']));
    const list = new RuleList(store);
    await list.load();
    await list.change('a', { words: ['agent', '!!'] });
    expect(shown(list)).toEqual([['agent|!!', 'draft']]);
    expect(list.items.value[0]?.problems[0]?.kind).toBe('words');
    expect(list.inUse('a')).toBe(true);
    expect(store.rules.get('a')?.words).toEqual(['agent']);

    const again = new RuleList(store);
    await again.load();
    expect(shown(again)).toEqual([['agent|!!', 'draft']]);
    await again.change('a', { words: ['agent', 'tool'] });
    expect(shown(again)).toEqual([['agent|tool', 'saved']]);
    expect(store.kept.size).toBe(0);
  });

  test('a full disk loses nothing and says so', async () => {
    const store = place();
    store.full = true;
    const list = new RuleList(store);
    const id = list.add();
    await list.change(id, { words: ['agent'] });
    expect(list.items.value[0]).toMatchObject({ state: 'draft', failure: 'The disk is full.' });
    const again = new RuleList(store);
    await again.load();
    expect(shown(again)).toEqual([['agent', 'draft']]);
    store.full = false;
    const third = new RuleList(store);
    await third.load();
    expect(shown(third)).toEqual([['agent', 'saved']]);
    expect(store.rules.get(id)?.words).toEqual(['agent']);
  });

  test('two quick changes end as the later one, saved', async () => {
    const store = place(early('a', ['x']));
    const list = new RuleList(store);
    await list.load();
    await Promise.all([list.change('a', { words: ['one'] }), list.change('a', { words: ['two'] })]);
    expect(shown(list)).toEqual([['two', 'saved']]);
    expect(store.rules.get('a')?.words).toEqual(['two']);
  });

  test('deleting and undoing keeps the place and wins over the deletion', async () => {
    const store = place(early('a', ['x']), early('b', ['y']));
    const list = new RuleList(store);
    await list.load();
    const undo = await list.remove('a');
    expect(shown(list)).toEqual([['y', 'saved']]);
    expect(store.rules.get('a')?.deleted).toBe(true);
    await undo?.();
    expect(shown(list)).toEqual([
      ['x', 'saved'],
      ['y', 'saved'],
    ]);
    expect(store.rules.get('a')?.deleted).toBeUndefined();
  });

  test('undoing wins over the deletion of a rule that a clock ahead changed last', async () => {
    const store = place({ ...early('a', ['x']), changedAt: '2099-01-01T00:00:00.000Z' });
    const list = new RuleList(store);
    await list.load();
    await (await list.remove('a'))?.();
    // the deletion is one later than the rule
    expect(store.rules.get('a')?.changedAt).toBe('2099-01-01T00:00:00.002Z');
  });

  test('an emptied rule can still be deleted from storage', async () => {
    const store = place(early('a', ['x']));
    const list = new RuleList(store);
    await list.load();
    await list.change('a', { words: [] });
    expect(list.items.value[0]?.state).toBe('draft');
    await list.remove('a');
    expect(store.rules.get('a')?.deleted).toBe(true);
    expect(shown(list)).toEqual([]);
  });

  test('a reload takes what changed elsewhere and keeps an untouched new rule', async () => {
    const store = place(early('a', ['x']));
    const list = new RuleList(store);
    await list.load();
    list.add();
    store.rules.set('a', { ...early('a', ['elsewhere']), changedAt: '2026-06-01T00:00:00.000Z' });
    await list.load();
    expect(shown(list)).toEqual([
      ['elsewhere', 'saved'],
      ['', 'new'],
    ]);
  });

  test('two pages open at once keep each other’s drafts', async () => {
    const store = place(early('a', ['x']));
    const [one, other] = [new RuleList(store), new RuleList(store)];
    await Promise.all([one.load(), other.load()]);
    const id = one.add();
    await one.change(id, { words: ['*'] }); // can never match
    expect(shown(one)[1]).toEqual(['*', 'draft']);
    await other.change('a', { words: ['y'] });
    const later = new RuleList(store); // once both are closed
    await later.load();
    expect(shown(later)).toEqual([
      ['y', 'saved'],
      ['*', 'draft'],
    ]);
    await one.remove(id);
    const last = new RuleList(store);
    await last.load();
    expect(shown(last)).toEqual([['y', 'saved']]);
  });
});
