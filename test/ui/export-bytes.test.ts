import { expect, test } from 'vitest';
import { Encoder, Pieces } from '../../src/ui/shared/export-bytes.ts';

const decoded = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

test('texts become UTF-8 one behind the other, and stay what they are when there is no room left', () => {
  const encoder = new Encoder();
  const texts = ['', 'Åsa “☞” 王 😀\n', 'a'.repeat(400_000), 'é'.repeat(700_000), 'last'];
  const bytes = texts.map((text) => encoder.bytesOf(text));
  expect(bytes.map((some) => decoded(some) === texts[bytes.indexOf(some)])).toEqual(texts.map(() => true));
});

test('half a character becomes the sign for what cannot be read', () => {
  expect(decoded(new Encoder().bytesOf('a\ud800b'))).toBe('a\ufffdb');
});

test('a file holds its pieces in order, more than are kept in memory too', async () => {
  const pieces = new Pieces();
  pieces.add('first\n');
  pieces.add(new TextEncoder().encode('second\n') as Uint8Array<ArrayBuffer>);
  const large = 'é'.repeat(9_000_000);
  pieces.add(large);
  pieces.add(large);
  pieces.add('last');
  const file = pieces.file('text/x');
  expect(file.type).toBe('text/x');
  expect((await file.text()) === `first\nsecond\n${large}${large}last`).toBe(true);
});
