import { expect, test } from 'vitest';
import { actionOf } from '../../src/ui/shared/keys.ts';

const press = (key: string, mods: Partial<{ ctrl: boolean; alt: boolean; shift: boolean }> = {}) => ({
  key,
  ctrl: false,
  alt: false,
  shift: false,
  ...mods,
});

test('single keys, whatever the layout needs for them', () => {
  expect(actionOf(press('j'))).toBe('next');
  expect(actionOf(press('/'))).toBe('search');
  expect(actionOf(press('/', { shift: true }))).toBe('search');
  expect(actionOf(press('?', { shift: true }))).toBe('help');
  expect(actionOf(press('q'))).toBeUndefined();
});

test('keys with modifiers are the browser’s, but for ours', () => {
  expect(actionOf(press('s', { ctrl: true }))).toBeUndefined();
  expect(actionOf(press('f', { alt: true }))).toBeUndefined();
  expect(actionOf(press('z', { ctrl: true }))).toBe('undo');
  expect(actionOf(press('Z', { ctrl: true, shift: true }))).toBe('redo');
  expect(actionOf(press('y', { ctrl: true }))).toBe('redo');
  expect(actionOf(press('a', { ctrl: true }))).toBe('select-all');
  expect(actionOf(press('ArrowRight', { ctrl: true }))).toBe('tab-next');
  expect(actionOf(press('ArrowDown', { shift: true }))).toBe('extend-next');
  expect(actionOf(press('ArrowUp', { alt: true }))).toBe('move-up');
  expect(actionOf(press('ArrowDown', { alt: true, ctrl: true }))).toBeUndefined();
});

test('g waits for one more key', () => {
  expect(actionOf(press('g'))).toBe('wait');
  expect(actionOf(press('s'), true)).toBe('go-saved');
  expect(actionOf(press('f'), true)).toBe('go-flagged');
  expect(actionOf(press('l'), true)).toBe('go-reading');
  expect(actionOf(press('j'), true)).toBeUndefined();
});
