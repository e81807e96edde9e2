import { describe, expect, it } from 'vitest';
import { complete, fieldsFor, fixedValues, type Typing, typingAt } from '../../src/core/query-suggest.ts';

describe('what is being typed', () => {
  it.each<[string, Typing | undefined]>([
    ['aut|', { from: 0, to: 3, field: '', typed: 'aut' }],
    ['a -au|t', { from: 3, to: 6, field: '', typed: 'au' }],
    ['author:|', { from: 0, to: 7, field: 'author', typed: '' }],
    ['x Author:lov| y', { from: 2, to: 12, field: 'author', typed: 'lov' }],
    ['-tag:"reading gr|', { from: 1, to: 16, field: 'tag', typed: 'reading gr' }],
    ['aut|hor:x', undefined],
    ['|a', undefined],
    ['a | b', undefined],
    ['"a phr|', undefined],
    ['colour:r|', undefined],
    ['|', undefined],
  ])('%s', (text, expected) => {
    const caret = text.indexOf('|');
    expect(typingAt(text.replace('|', ''), caret)).toEqual(expected);
  });
});

it('knows the values that never change', () => {
  expect(fixedValues('is', 're')).toEqual(['reading', 'read']);
  expect(fixedValues('sort', 'T')).toEqual(['title']);
  expect(fixedValues('seen', '>')).toEqual(['>1', '>3', '>30d', '>1y']);
  expect(fixedValues('tag', '')).toBeUndefined();
  expect(fieldsFor('to')).toEqual(['topic:']);
  expect(fieldsFor('a')).toEqual([]);
});

describe('taking a suggestion', () => {
  it.each<[string, string, string]>([
    ['x -au| y', 'author:', 'x -author:| y'],
    ['tag:re|', 'reading group', 'tag:"reading group" |'],
    ['is:|', 'saved', 'is:saved |'],
    ['-is:s|  b', 'saved', '-is:saved |b'],
    ['rule:w|', 'watch: "agents"', 'rule:"watch:  agents" |'],
  ])('%s + %s', (text, value, expected) => {
    const query = text.replace('|', '');
    const at = typingAt(query, text.indexOf('|')) as Typing;
    const done = complete(query, at, value);
    expect(`${done.query.slice(0, done.caret)}|${done.query.slice(done.caret)}`).toBe(expected);
  });
});
