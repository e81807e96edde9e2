import { expect, test } from 'vitest';
import { cleanLine, cleanLines } from '../../src/exchange/clean.ts';

test('halves of a character that something invisible keeps apart do not become one', () => {
  expect(cleanLine('a\ud800\ufeff\udc00b')).toBe('a\ufffd\ufffdb');
  expect(cleanLines('a\ud800\u200b\udc00b\n\ufeff')).toBe('a\ufffd\ufffdb');
});

test('whole characters outside the basic plane stay', () => {
  expect(cleanLine('\ud83d\ude00 ok\u00ad')).toBe('\ud83d\ude00 ok');
});
