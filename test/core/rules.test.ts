import { describe, expect, it } from 'vitest';
import {
  checkRule,
  compileRules,
  flagReasons,
  mergeRules,
  ruleText,
  type WatchRule,
  watchedWords,
} from '../../src/core/rules.ts';

const rule = (change: Partial<WatchRule> = {}): WatchRule => ({
  id: 'r',
  words: [],
  authors: [],
  categories: [],
  topics: [],
  effect: 'flag',
  enabled: true,
  changedAt: '2026-01-01T00:00:00.000Z',
  ...change,
});

const paper = {
  title: 'GUI-Agents for Gröbner bases',
  abstract: 'We tokenize cats.',
  authors: ['Ada B. Lovelace', 'van Rossum, Guido'],
  categories: ['cs.CL', 'math.AG'],
  topics: [{ id: 'agents', score: 1 }],
};

const reasons = (change: Partial<WatchRule>) =>
  compileRules([rule(change)], (id) => `«${id}»`)(paper).flatMap((m) => m.reasons);

describe('matching', () => {
  it.each<[Partial<WatchRule>, string[]]>([
    [{ words: ['gui agents'] }, ['watch: “gui agents”']],
    [{ words: ['Grobner'] }, ['watch: “Grobner”']],
    [{ words: ['cat'] }, []],
    [{ words: ['cat*'] }, ['watch: “cat*”']],
    [{ words: ['token*', 'cats'] }, ['watch: “token*”', 'watch: “cats”']],
    [{ words: ['(a+)+$', '.*'] }, []],
    [{ authors: ['Lovelace'] }, ['author: Lovelace']],
    [{ authors: ['A. Lovelace'] }, ['author: A. Lovelace']],
    [{ authors: ['Ada Lovelace'] }, ['author: Ada Lovelace']],
    [{ authors: ['Bob Lovelace'] }, []],
    [{ authors: ['Guido van Rossum'] }, ['author: Guido van Rossum']],
    [{ categories: ['cs.CL'] }, ['category: cs.CL']],
    [{ categories: ['cs.cl', 'math.ag'] }, ['category: cs.cl', 'category: math.ag']],
    [{ categories: ['math.*'] }, ['category: math.*']],
    [{ categories: ['cs.*', 'hep-th'] }, ['category: cs.*']],
    [{ topics: ['agents'] }, ['topic: «agents»']],
    [{ words: ['gui'], enabled: false }, []],
    [{ words: ['gui'], deleted: true }, []],
  ])('%j', (change, expected) => expect(reasons(change)).toEqual(expected));

  const byAuthor = (watched: string, name: string): boolean =>
    compileRules([rule({ authors: [watched] })])({ ...paper, authors: [name] }).length > 0;

  it.each([
    ['Jun-Yan Zhu', 'Jun-Yan Zhu', true],
    ['Jun-Yan Zhu', 'Jun-Jie Zhu', false],
    ['Jun-Yan Zhu', 'J.-Y. Zhu', true],
    ['Jun-Yan Zhu', 'J.-J. Zhu', false],
    ['Jun-Yan Zhu', 'Junyan Zhu', true],
    ['Junyan Zhu', 'Jun-Yan Zhu', true],
    ['Jun-Yan Zhu', 'Jun Zhu', true],
    ['Ada Lovelace', 'Ada B. Lovelace', true],
    ['Ada C. Lovelace', 'Ada B. Lovelace', false],
    ['Ada Brown Lovelace', 'A. B. Lovelace', true],
    ['van der Maaten', 'Laurens van der Maaten', true],
    ['van der Maaten', 'van der Maaten, Laurens', true],
    ['van der Maaten', 'Laurens Maaten', false],
    ['de Freitas', 'Nando de Freitas', true],
    ['de Freitas', 'Maria Freitas', false],
    ['Laurens van der Maaten', 'L. van der Maaten', true],
    ['Laurens van der Maaten', 'Peter van der Maaten', false],
  ])('%s is %s: %s', (watched, name, is) => expect(byAuthor(watched, name)).toBe(is));

  it.each([
    ['强化学习', '基于深度强化学习的机器人控制', true],
    ['強化学習', '深層強化学習によるロボット制御', true],
    ['学习', 'Learning to learn', false],
    ['データ', '大規模データセットの構築', true],
    ['GPT模型', '大型GPT模型研究', false],
    ['GPT模型', '用 GPT模型生成文本', true],
    ['agent', '智能agents系统', false],
  ])('%s in %s, which parts no words: %s', (word, title, is) => {
    const found = compileRules([rule({ words: [word] })])({ ...paper, title, abstract: '' });
    expect(found.length > 0).toBe(is);
  });

  it('uses the text folded before, where it is given', () => {
    const match = compileRules([rule({ words: ['cats'] })]);
    expect(match({ ...paper, folded: ruleText(paper) })).toEqual(match(paper));
  });

  it('keeps reasons of flagging rules only', () => {
    const match = compileRules([rule({ words: ['gui'] }), rule({ id: 'd', words: ['cats'], effect: 'dim' })]);
    expect(match(paper).map(({ effect }) => effect)).toEqual(['flag', 'dim']);
    expect(flagReasons(match(paper))).toEqual([{ by: 'rule', rule: 'r', text: 'watch: “gui”' }]);
  });
});

describe('checkRule', () => {
  it.each<[Partial<WatchRule>, RegExp]>([
    [{}, /at least one/],
    [{ words: ['!!'] }, /never match/],
    [{ words: ['x'.repeat(201)] }, /too long/],
    [{ words: Array.from({ length: 501 }, (_, i) => `w${i}`) }, /at most 500/],
    [{ categories: ['CS.CL'] }, /not an arXiv category/],
    [{ categories: ['cs.'] }, /not an arXiv category/],
  ])('%j is refused', (change, sentence) => expect(() => checkRule(rule(change))).toThrow(sentence));

  it('takes what can match', () => {
    expect(() =>
      checkRule(rule({ words: ['a*'], categories: ['hep-th', 'cs.*', 'q-bio.NC', 'cond-mat.mes-hall'] })),
    ).not.toThrow();
  });
});

it('words to highlight: of rules that are on and do not dim, each once', () => {
  expect(
    watchedWords([
      rule({ words: ['a', 'b'] }),
      rule({ words: ['b', '!'], effect: 'highlight' }),
      rule({ words: ['c'], effect: 'dim' }),
      rule({ words: ['d'], enabled: false }),
    ]),
  ).toEqual(['a', 'b']);
});

it('of two copies the later edit wins, in whatever order', () => {
  const old = rule({ words: ['old'] });
  const edited = rule({ words: ['new'], changedAt: '2026-02-01T00:00:00.000Z' });
  expect([mergeRules(old, edited), mergeRules(edited, old)]).toEqual([edited, edited]);
  const other = rule({ words: ['other'] });
  expect(mergeRules(old, other)).toEqual(mergeRules(other, old));
});
