import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinNotes } from '../../src/core/join-notes.ts';

const NOTE = 'Points:\n\n- one\n    - nested\n\n```\nif x:\n    y()\n```';

describe('a note that is read again', () => {
  test.each([
    ['as it is', NOTE],
    ['in one line', NOTE.replace(/\s+/g, ' ')],
    ['without its indents', NOTE.replace(/^ +/gm, '')],
    ['with an empty line after each', NOTE.replaceAll('\n', '\n\n')],
    ['a part of it', 'nested ``` if x: y()'],
    ['without one of its lines', 'Points:\n\n- one\n\n```\nif x:\n    y()\n```'],
    ['cut', 'Points:\n\n- one\n- nes…'],
    ['with letters taken apart', NOTE.normalize('NFD')],
    ['nothing', ' \n'],
  ])('%s adds nothing', (_, theirs) => {
    expect(joinNotes(NOTE, theirs)).toBe(NOTE);
  });
});

test('what the other says before and behind is kept, and the form of the own', () => {
  expect(joinNotes('- a\n    - b', 'Before.\n- a\n- b\n\nBehind.')).toBe('Before.\n- a\n    - b\n\nBehind.');
  expect(joinNotes('ox y', 'a foxy tale')).toBe('ox y\n\na foxy tale');
  expect(joinNotes('Noted twice, a note', 'No')).toBe('Noted twice, a note\n\nNo');
  expect(joinNotes('Noted, and no', 'no')).toBe('Noted, and no');
});

test('notes that differ stand one after the other; a blank one is none', () => {
  expect(joinNotes('mine\n', '    theirs()')).toBe('mine\n\n    theirs()');
  expect(joinNotes(' ', '    theirs()')).toBe('    theirs()');
});

test('doing it again changes nothing, and no word is lost', () => {
  const note = fc
    .array(fc.constantFrom('a', 'b', 'ab', ' ', '\n', '\n\n', '    ', '…', 'é', 'e\u0301'))
    .map((parts) => parts.join(''));
  const bare = (text: string) => text.normalize('NFC').replace(/\s+/g, '');
  fc.assert(
    fc.property(note, note, (mine, theirs) => {
      const joined = joinNotes(mine, theirs);
      expect(joinNotes(joined, theirs)).toBe(joined);
      expect(bare(joined)).toContain(bare(mine));
    }),
  );
});
