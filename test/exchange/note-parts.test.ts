import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noteParts, withoutHtml } from '../../src/exchange/note-parts.ts';

describe('HTML does not run, and nothing else changes', () => {
  const same = [
    'Bound $a<b$, see <https://example.org/x>, `c<d`, i <3 u, 1 < 2 <- 3',
    'Write to <ada@example.org> or [here](<https://example.org/a b>)',
    '```html\n<b>code</b>\n\n<i>\n```',
    '- in a list\n\n  ~~~\n  a <b>\n  ~~~\n- ```\n  c <d>\n  ```',
    '    - deep\n\n      ```\n      if a <b:\n      ```',
    '``a ` <b>`` and `<i>`',
    '$$\na<b\n$$',
    'kept as it was \\<b>',
  ];
  test.each(same)('%j', (note) => {
    expect(withoutHtml(note)).toBe(note);
  });

  test.each([
    ['one <b>two</b> <!-- <?php', 'one \\<b>two\\</b> \\<!-- \\<?php'],
    ['\\\\<b>', '\\\\\\<b>'],
    ['$a<b>c$ and $5 <b>', '$a\\lt b>c$ and $5 \\<b>'],
    ['\\`<b>`', '\\`\\<b>`'],
    ['`a\n- <b>`', '`a\n- \\<b>`'],
    ['```\n<b>', '```\n\\<b>'],
    ['- ```\n<b>\n  ```', '- ```\n\\<b>\n  ```'],
    ['text\n    ~~~\n    <b>\n    ~~~', 'text\n    ~~~\n    \\<b>\n    ~~~'],
    ['<https://example.org/<b>', '<https://example.org/\\<b>'],
    ['<javascript:alert(1)>', '\\<javascript:alert(1)>'],
  ])('%j → %j', (note, safe) => {
    expect(withoutHtml(note)).toBe(safe);
  });
});

const note = fc
  .array(
    fc.constantFrom(
      ...[
        '`',
        '``',
        '```',
        '~~~',
        '$',
        '$$',
        '\\',
        '<b>',
        '<i',
        '<!--',
        '<a@b.c>',
        '<https://x.y/>',
        '\n',
        '\n\n',
      ],
      ...[' ', '    ', '- ', '1. ', '> ', 'a', 'b', '{', '}', '>', '"', '<script>x</script>', '| '],
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(''));

test('parts joined are the note', () => {
  fc.assert(
    fc.property(note, (text) => {
      expect(
        noteParts(text)
          .map((part) => part.text)
          .join(''),
      ).toBe(text);
    }),
    { numRuns: 1000 },
  );
});

test('hostile repetition comes to an end', () => {
  const long = 40_000;
  for (const piece of [
    '`',
    '$',
    '$$\n',
    '<',
    '`` ` ',
    '```\n',
    '```x\n',
    '- ```\n',
    '\\',
    '<a',
    '~~~\na\n',
    '- ',
  ])
    expect(withoutHtml(piece.repeat(long)).length).toBeGreaterThanOrEqual(piece.length * long);
});

const PANDOC = spawnSync('pandoc', ['--version']).status === 0;
test.skipIf(!PANDOC)('pandoc finds no HTML in it, formulas known or not', () => {
  const notes = fc.sample(note, { numRuns: 1500, seed: 7 });
  // each in an item of its own, so that none goes on in the next
  const list = (all: string[]) => all.map((one) => `- x\n\n${one.replace(/^/gm, '  ')}\n`).join('\n');
  const html = (from: string, input: string) =>
    /"t":"Raw(?:Inline|Block)","c":\["html"/.test(
      spawnSync('pandoc', ['-f', from, '-t', 'json'], { input, encoding: 'utf8' }).stdout,
    );
  for (const from of ['commonmark', 'commonmark+tex_math_dollars', 'gfm']) {
    expect(html(from, list(notes))).toBe(true);
    expect(html(from, list(notes.map(withoutHtml)))).toBe(false);
  }
});
