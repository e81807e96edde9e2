import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Exportable } from '../../src/exchange/index.ts';
import { newNote, noteTemplate, obsidianTag, paperOfNote, updatedNote } from '../../src/exchange/note.ts';
import { fileNameOf, NoteNames, noteNameOf } from '../../src/exchange/note-name.ts';
import { zipChunks } from '../../src/exchange/note-pieces.ts';
import { type Work, workOf } from '../../src/exchange/work.ts';
import { NASTY } from './nasty.ts';

const NOW = '2026-01-31T08:00:00.000Z';
const item = (more: Partial<Exportable> = {}, fields: Partial<Exportable['paper']> = {}): Exportable => ({
  paper: {
    id: 'arxiv:2401.00001',
    title: 'Slow & *steady* lamps in $O(n)$',
    authors: ['Ada Lovelace', 'Kurt Gödel'],
    published: '2024-01-15',
    abstract: 'We light 5% of lamps.',
    categories: ['cs.CL'],
    ...fields,
    links: { page: 'https://arxiv.org/abs/2401.00001', code: [], project: [] },
  },
  status: 'to-read',
  tags: ['to cite', 'lamps'],
  ...more,
});
const work = (given: Exportable, key = 'lovelace2024slow'): Work => workOf(given, key, () => undefined);
const template = (source = '') => {
  const found = noteTemplate(source);
  if ('why' in found) throw new Error(found.why);
  return found.template;
};
const properties = (note: string): Record<string, unknown> =>
  parse(/^---\n([\s\S]*?)\n---\n/.exec(note)?.[1] ?? 'null', { strict: true, uniqueKeys: true });

const NEW = `---
manicule: "arxiv:2401.00001"
aliases:
  - "Slow & *steady* lamps in $O(n)$"
authors:
  - "Ada Lovelace"
  - "Kurt Gödel"
year: 2024
date: "2024-01-15"
url: "https://arxiv.org/abs/2401.00001"
arxiv: "2401.00001"
citekey: "lovelace2024slow"
status: "to-read"
topics: []
tags:
  - "to-cite"
  - "lamps"
---

%% manicule:begin (written anew at every export: write below its end) %%
# Slow \\& \\*steady\\* lamps in $O(n)$

Ada Lovelace, Kurt Gödel · 2024

[Page](https://arxiv.org/abs/2401.00001)

> [!abstract]
> We light 5% of lamps.
%% manicule:end %%

`;

describe('a new note', () => {
  test('has properties and our part', () => {
    expect(newNote(work(item()), template())).toBe(NEW);
  });

  test('quotes notes of several lines where the template does', () => {
    const note = newNote(
      work(item({ note: 'one\n<b>two</b>\n%% manicule:end %%' })),
      template('> {{note}}\n\n{{#tags}}\n- {{.}}\n{{/tags}}\n{{^venue}}no venue{{/venue}}'),
    );
    expect(note.slice(note.indexOf('\n%%'))).toBe(
      '\n%% manicule:begin (written anew at every export: write below its end) %%\n' +
        '> one\n> \\<b>two\\</b>\n> %\\% manicule:end %\\%\n\n- to cite\n- lamps\nno venue\n%% manicule:end %%\n\n',
    );
  });

  test('has properties that a YAML parser reads as they were meant, for every nasty record', () => {
    for (const given of NASTY) {
      const one = work(given);
      const read = properties(newNote(one, template()));
      expect(read['manicule']).toBe(one.id);
      expect(read['citekey']).toBe(one.key);
      expect(read['url']).toBe(one.url);
      expect(read['doi']).toBe(one.doi);
      expect(read['authors']).toHaveLength(one.names.length);
      expect(paperOfNote(newNote(one, template()))).toBe(one.id);
    }
  });

  test('any text gives YAML that reads back the same', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'grapheme' })), (title, tags) => {
        const one = work(item({ tags }, { title: `x${title}` }));
        const note = newNote(one, template());
        const read = properties(note);
        expect(Object.keys(read)[0]).toBe('manicule');
        expect(read['tags']).toEqual([...new Set(one.tags.map(obsidianTag).filter((tag) => tag !== ''))]);
        expect(note.match(/^%% manicule:end %%$/gm)).toHaveLength(1);
        expect(updatedNote(note, one, template())).toEqual({ text: note });
      }),
    );
  });
});

describe('an existing note', () => {
  const mine = NEW.replace('year: 2024', 'year: 1999\n# my own line\nmood:   "happy"\nlinks:\n- a\n- b')
    .replace('  - "lamps"', '  - mine')
    .replace('We light 5% of lamps.', 'Changed by hand.')
    .concat('## Thoughts\n\n%% a comment of mine %%\nThey are **slow**.\n');

  test('keeps all that is the reader’s', () => {
    const { text, why } = updatedNote(mine, work(item({ status: 'read' })), template());
    expect(why).toBeUndefined();
    expect(text).toBe(
      NEW.replace('year: 2024', 'year: 2024\n# my own line\nmood:   "happy"\nlinks:\n- a\n- b')
        .replace('  - "lamps"', '  - "mine"\n  - "lamps"')
        .replace('"to-read"', '"read"')
        .concat('## Thoughts\n\n%% a comment of mine %%\nThey are **slow**.\n'),
    );
    expect(updatedNote(text, work(item({ status: 'read' })), template())).toEqual({ text });
  });

  test('keeps its line ends and its mark of byte order', () => {
    const windows = `\ufeff${mine.replaceAll('\n', '\r\n')}`;
    const { text, why } = updatedNote(windows, work(item()), template());
    expect(why).toBeUndefined();
    expect(text.startsWith('\ufeff---\r\n')).toBe(true);
    expect(text.replaceAll('\r\n', '')).not.toContain('\n');
    expect(text.endsWith('They are **slow**.\r\n')).toBe(true);
  });

  test('whose marks the reader took away keeps its text, and that is said', () => {
    const bare = `---\nmanicule: "arxiv:2401.00001"\nyear: 1\n---\nMy text.\n`;
    const { text, why } = updatedNote(bare, work(item()), template());
    expect(text.endsWith('\n---\nMy text.\n')).toBe(true);
    expect(properties(text)['year']).toBe(2024);
    expect(why).toBe('Its note has no part of ours any more: only the properties were brought up to date.');
    const twice = NEW + NEW.slice(NEW.indexOf('%%'));
    expect(updatedNote(twice, work(item()), template()).why).toBe(why);
    expect(updatedNote(twice, work(item()), template()).text.endsWith(twice.slice(NEW.length))).toBe(true);
  });

  test.each([
    ['no properties', 'Just a text.\n'],
    ['properties that never end', '---\na: 1\nb: 2\n'],
    ['properties that are no keys', '---\n- a\n- b\n---\ntext\n'],
    ['the same key twice', '---\na: 1\na: 2\n---\ntext\n'],
  ])('with %s is left as it is', (_, note) => {
    expect(updatedNote(note, work(item()), template())).toEqual({
      text: note,
      why: 'The properties of its note cannot be read, so the note was left as it is.',
    });
  });

  test('never loses a line of the reader’s, whatever they wrote', () => {
    const lines = fc.array(
      fc.oneof(
        fc.constantFrom('---', '%%', '%% x %%', '# h', '', '\r', 'tags: [a]', '> q', '```', ' - x'),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const strip = (list: string[]) =>
          list.map((line) => line.replace(/[\r\n]/g, '')).filter((line) => !/manicule:/.test(line));
        const [above, below] = [strip(before).join('\n'), strip(after).join('\n')];
        const at = NEW.indexOf('%%');
        const note = `${NEW.slice(0, at)}${above}\n${NEW.slice(at)}${below}`;
        const { text, why } = updatedNote(note, work(item({}, { abstract: 'Anew.' })), template());
        expect(why).toBeUndefined();
        const cut = text.indexOf('%% manicule:begin');
        expect(text.slice(0, cut)).toBe(`${NEW.slice(0, at)}${above}\n`);
        expect(text.slice(text.indexOf('%% manicule:end %%'))).toBe(`%% manicule:end %%\n\n${below}`);
      }),
    );
  });

  test('is found again when its properties were written anew, as Obsidian does after any edit of them', () => {
    const ids = ['arxiv:2401.00001', 'arxiv:hep-th/9901001', 'openreview:-Ab_9', 'acl:2024.acl-long.1'];
    const more = ['doi:10.1/a(b)<c>;d,e', 'title:lamps of [old] {kind}|lovelace', 'pmid:12'];
    for (const id of [...ids, ...more]) {
      for (const written of [
        `manicule: ${id}`,
        `manicule: '${id}'`,
        `manicule: "${id}" # mine`,
        `"manicule": ${id} # b`,
      ]) {
        const note = `---\nmood: x\n${written}\n---\ntext\n`;
        expect(parse(note.split('---')[1] ?? '').manicule).toBe(id);
        expect(paperOfNote(note), written).toBe(id);
      }
    }
    for (const odd of ['[a]', '{a: b}', '&a b', '*a', '|', '> x', 'a: b', 'x:', '"a', '', '# x', '- a'])
      expect(paperOfNote(`---\nmanicule: ${odd}\n---\n`), odd).toBeUndefined();
    const plain = NEW.replace(/^( *[\w-]+:| {2}-) "(.*)"$/gm, '$1 $2').replace('$O(n)$', 'O, and: n');
    expect(
      updatedNote(plain.replace(': n', ' n'), work(item({ tags: ['new', 'lamps'] })), template()).text,
    ).toContain('tags:\n  - "to-cite"\n  - "lamps"\n  - "new"\n');
    expect(updatedNote(plain.replace(': n', ' n'), work(item()), template()).text).toContain(
      'aliases:\n  - "Slow & *steady* lamps in O, and n"\n  - "Slow & *steady* lamps in $O(n)$"\n',
    );
  });

  test('values in the reader’s own hand are read as YAML has them', () => {
    for (const tags of ['tags: [mine, "to-cite"]', "tags:\n- mine\n- 'to-cite'", 'tags: mine, to-cite']) {
      const note = NEW.replace(/tags:\n.*\n.*\n/, `${tags}\n`);
      expect(properties(updatedNote(note, work(item()), template()).text)['tags']).toEqual([
        'mine',
        'to-cite',
        'lamps',
      ]);
    }
    // too odd to add to: left alone
    const odd = NEW.replace(/tags:\n.*\n.*\n/, 'tags: &anchor {a: 1}\n');
    expect(updatedNote(odd, work(item()), template()).text).toContain('tags: &anchor {a: 1}\n');
  });
});

describe('a template', () => {
  test.each([
    ['{{colour}}', 'There is no “{{colour}}”. There are: title, authors, '],
    ['{{#title}}', '“{{#title}}” is never closed.'],
    ['{{/title}}', '“{{/title}}” closes nothing that is open.'],
    ['{{#title}}{{#tags}}{{/title}}{{/tags}}', '“{{/title}}” closes nothing that is open.'],
    ['{{#title}}'.repeat(30), 'Sections are nested too deep.'],
  ])('%s is refused', (source, why) => {
    expect(noteTemplate(source)).toEqual({ why: expect.stringContaining(why) });
  });

  test('ignores comments, keeps what is no tag, repeats nothing for what is missing', () => {
    const note = newNote(
      work(item()),
      template('a {{! b }}{ {{ title }} }} {{#venue}}v{{/venue}}{{#doi}}\nd\n{{/doi}}'),
    );
    expect(note).toContain('%%\na { Slow \\& \\*steady\\* lamps in $O(n)$ }}\n%% manicule:end');
  });
});

describe('names of notes', () => {
  test.each([
    ['A/B: "C" <D> | E?*', 'A B C D E'],
    ['[[Link]]#head^block', 'Link head block'],
    ['..', ''],
    ['con', '_con'],
    ['COM1.x', '_COM1.x'],
    ['console', 'console'],
    ['trailing. ', 'trailing'],
    ['注意力机制', '注意力机制'],
    ['x'.repeat(90), `${'x'.repeat(59)}…`],
  ])('%s', (text, name) => {
    expect(fileNameOf(text)).toBe(name);
  });

  test('no two are the same, without regard to case', () => {
    const names = new NoteNames(['Slow']);
    const titled = (title: string) => names.give(noteNameOf(work(item({}, { title }), 'key'), 'title'));
    expect(['slow', 'SLOW', 'slow 2', '???', '...'].map(titled)).toEqual([
      'slow 2',
      'SLOW 3',
      'slow 2 2',
      'key',
      'key 2',
    ]);
  });
});

test('the ZIP holds one note for each paper', () => {
  const pieces: Uint8Array[] = [];
  const chunks = zipChunks(NASTY, { now: NOW });
  let step = chunks.next();
  for (; !step.done; step = chunks.next()) pieces.push(step.value);
  expect(step.value.written).toBe(NASTY.length);
  const files = Object.entries(unzipSync(Buffer.concat(pieces)));
  expect(files).toHaveLength(NASTY.length);
  const ids = files.map(([, bytes]) => paperOfNote(new TextDecoder().decode(bytes)));
  expect(ids).toEqual(NASTY.map(({ paper }) => paper.id));
  for (const [name] of files) expect(name).toMatch(/^Papers\/[^/\\:*?"<>|]+\.md$/);
});

test('a broken template stops the export with a sentence', () => {
  expect(() => zipChunks(NASTY, { template: '{{#title}}' }).next()).toThrow(
    'The template of notes is broken. “{{#title}}” is never closed.',
  );
});
