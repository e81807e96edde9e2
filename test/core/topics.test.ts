import { describe, expect, it } from 'vitest';
import { applyChange } from '../../src/core/mark.ts';
import { mergeMarks } from '../../src/core/merge-marks.ts';
import { ownTagger, topicsVersion } from '../../src/core/own-topics.ts';
import { correctedTopics, ownTopicId, readTopicChoices, shownTopics } from '../../src/core/topics.ts';
import { undoOf } from '../../src/core/undo-change.ts';

const found = [
  { id: 'reasoning', score: 0.9 },
  { id: 'quantization', score: 0.5 },
];
const at = '2026-03-01T08:00:00.000Z';

describe('corrections of one paper', () => {
  it('take off what the reader took off, and put what was added first', () => {
    const mark = applyChange(undefined, 'arxiv:1', { topics: { quantization: false, databases: true } }, at);
    expect(correctedTopics(found, mark)).toEqual([
      { id: 'databases', score: 1 },
      { id: 'reasoning', score: 0.9 },
    ]);
  });

  it('are none where nothing was said: the list itself comes back', () => {
    expect(correctedTopics(found, undefined)).toBe(found);
    expect(correctedTopics(found, applyChange(undefined, 'arxiv:1', { saved: true }, at))).toBe(found);
  });

  it('are taken back by their undo, to what was said before or to nothing', () => {
    const first = applyChange(undefined, 'arxiv:1', { topics: { reasoning: false } }, at);
    const change = { topics: { reasoning: true, databases: true } };
    const second = applyChange(first, 'arxiv:1', change, at);
    const undone = applyChange(second, 'arxiv:1', undoOf(first, change), at);
    expect(correctedTopics(found, undone).map(({ id }) => id)).toEqual(['quantization']);
    const undo = undoOf(undefined, { topics: { reasoning: false } });
    const once = applyChange(undefined, 'arxiv:1', { topics: { reasoning: false } }, at);
    expect(correctedTopics(found, applyChange(once, 'arxiv:1', undo, at))).toEqual(found);
  });

  it('merge by their own times, whatever the order', () => {
    const a = applyChange(undefined, 'arxiv:1', { topics: { reasoning: false } }, at);
    const b = applyChange(undefined, 'arxiv:1', { topics: { reasoning: true } }, '2026-03-02T08:00:00.000Z');
    expect(mergeMarks(a, b)).toEqual(mergeMarks(b, a));
    expect(correctedTopics([], mergeMarks(a, b))).toEqual([{ id: 'reasoning', score: 1 }]);
  });
});

describe('topics as the reader wants them', () => {
  it('merges, hides, and shows each once', () => {
    const choices = readTopicChoices({
      'kv-cache': { into: 'inference-serving' },
      surveys: { hidden: true },
      'inference-serving': { name: 'Serving', colour: 'teal' },
    });
    expect(shownTopics(['kv-cache', 'surveys', 'inference-serving', 'reasoning'], choices)).toEqual([
      'inference-serving',
      'reasoning',
    ]);
  });

  it('hides what is merged into a hidden topic, and survives a ring of merges', () => {
    expect(shownTopics(['a'], { a: { into: 'b' }, b: { hidden: true } })).toEqual([]);
    expect(shownTopics(['a', 'b'], { a: { into: 'b' }, b: { into: 'a' } })).toEqual(['b', 'a']);
  });

  it('takes no property of every object for a choice', () => {
    expect(shownTopics(['constructor', '__proto__'], {})).toEqual(['constructor', '__proto__']);
  });

  it('finds own topics by their words, whole or by their beginning', () => {
    const choices = readTopicChoices({
      'own:lanterns': { name: 'Lanterns', words: ['lantern*', 'Gödel machine'] },
      'own:empty': { name: 'Empty', words: [' – '] },
      'own:nameless': { words: ['x'] },
    });
    expect(Object.keys(choices)).toEqual(['own:lanterns']);
    const tag = ownTagger(choices);
    const paper = { title: 'On Godel Machines', authors: [], categories: [] };
    expect(tag?.(paper)).toEqual([]);
    expect(tag?.({ ...paper, abstract: 'A Godel machine.' })).toEqual([{ id: 'own:lanterns', score: 1 }]);
    expect(tag?.({ ...paper, title: 'Lanternfish' })).toEqual([{ id: 'own:lanterns', score: 1 }]);
    expect(ownTagger({})).toBeUndefined();
  });

  it('are of a version of their own: other words, other version', () => {
    const one = topicsVersion(2, { 'own:a': { name: 'A', words: ['x'] } });
    expect(topicsVersion(2, { 'own:a': { name: 'B', words: ['x'] }, reasoning: { hidden: true } })).toBe(one);
    expect(topicsVersion(2, { 'own:a': { name: 'A', words: ['y'] } })).not.toBe(one);
    expect(Math.floor(one / 2 ** 20)).toBe(2);
    expect(topicsVersion(3, {})).toBe(3 * 2 ** 20);
  });

  it('gives a new topic an id of its own', () => {
    expect(ownTopicId('Prüfung: Code!', {})).toBe('own:prufung-code');
    expect(ownTopicId('Prüfung', { 'own:prufung': { name: 'Prüfung' } })).toBe('own:prufung-2');
    expect(ownTopicId('灯', {})).toBe('own:topic');
  });

  it('leaves out what is broken in a file, and nothing else', () => {
    expect(
      readTopicChoices({
        reasoning: { name: '  Thinking  ', colour: 'beige', hidden: 'yes', into: 'reasoning' },
        databases: 7,
        'bad id!': { hidden: true },
        privacy: { into: 'llm-safety' },
      }),
    ).toEqual({ reasoning: { name: 'Thinking' }, privacy: { into: 'llm-safety' } });
    expect(readTopicChoices(['x'])).toEqual({});
  });
});
