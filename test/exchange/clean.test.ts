import { expect, test } from 'vitest';
import { cleanLine, cleanNote } from '../../src/exchange/clean.ts';

test('halves of a character that something invisible keeps apart do not become one', () => {
  expect(cleanLine('a\ud800\ufeff\udc00b')).toBe('a\ufffd\ufffdb');
  expect(cleanNote('a\ud800\u200b\udc00b\n\ufeff')).toBe('a\ufffd\ufffdb');
});

test('whole characters outside the basic plane stay', () => {
  expect(cleanLine('\ud83d\ude00 ok\u00ad')).toBe('\ud83d\ude00 ok');
});

test('a note keeps its lines and their indent, and loses what nobody sees', () => {
  const note = '- one\n    - nested  two\n\n```python\nfor i in x:\n\tprint(i)\n```';
  expect(cleanNote(note)).toBe(note);
  expect(cleanNote(`\ufeff \r\n\n    code\u2028\ta\u0000 \t\r\rb\u200b  \n \n`)).toBe('    code\n\ta\n\nb');
  expect(cleanNote(' \n\t')).toBe('');
  expect(cleanNote(undefined)).toBe('');
});
