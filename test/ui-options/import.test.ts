import { describe, expect, test } from 'vitest';
import type { Entry } from '../../src/core/paper.ts';
import type { SavedPage } from '../../src/core/saved-page.ts';
import { textOfFile } from '../../src/exchange/from/file-text.ts';
import { batchesOf, openImport } from '../../src/ui/options/import-read.ts';
import { TextReader } from '../../src/ui/options/import-reader.ts';
import { ImportSession } from '../../src/ui/options/import-session.ts';

const NOW = '2026-03-17T08:00:00.000Z';
const file = (text: string | Uint8Array<ArrayBuffer>, name = 'a file') => new File([text], name);

/** A session whose files are read here, and what it makes of them. @param pages what readers of sites make of saved pages */
function open(pages: Record<string, SavedPage> = {}) {
  const reader = new TextReader();
  const dropped: string[] = [];
  const session = new ImportSession({
    look: (file) => reader.look(file),
    read: async (_, page) => pages[page],
    drop: () => void dropped.push('dropped'),
  });
  return { session, dropped, records: () => recordsOf(reader, session) };
}

const recordsOf = async (reader: TextReader, session: ImportSession) => {
  const { kind, batches } = await reader.open(await session.wanted(NOW));
  expect(kind).toBe('import');
  const items: { kind: string; value: unknown }[] = [];
  const problems: unknown[] = [];
  for await (const batch of batches) {
    items.push(...batch.items);
    problems.push(...batch.problems);
  }
  return { items, problems };
};

describe('what a file is', () => {
  test('a library is saved, a mailing is not; tags are added; problems keep their lines', async () => {
    const { session, records } = open();
    await session.take(file('@misc{a, title={Looms}}\n@misc{b, year={1}}', 'looms.bib'));
    expect(session.state.value).toEqual({
      step: 'told',
      name: 'looms.bib',
      format: 'bibtex',
      label: 'a BibTeX or BibLaTeX library',
      save: true,
      tags: '',
    });
    session.choose({ tags: ' thesis, old ' });
    const { items, problems } = await records();
    expect(items.map(({ kind }) => kind)).toEqual(['paper', 'mark']);
    expect(items[1]!.value).toMatchObject({
      saved: { value: true, at: NOW },
      tags: { thesis: { value: true }, old: { value: true } },
    });
    expect(problems).toEqual([{ line: 2, why: 'The entry “b” has neither a title nor an id.' }]);
    await session.take(
      file(
        '\\\\\narXiv:2403.06504\nDate: Mon, 11 Mar 2024 08:00:00 GMT\n\nTitle: Looms\nAuthors: A B\n\\\\\n',
      ),
    );
    expect(session.state.value).toMatchObject({ format: 'arxiv-mail', save: false });
    expect((await records()).items.map(({ kind }) => kind)).toEqual(['paper']);
  });

  test('a table shows its columns, which may be changed', async () => {
    const { session, records } = open();
    await session.take(file('Werk,Jahr,DOI\nLooms,2001,10.1234/x\n'));
    expect(session.state.value).toMatchObject({
      format: 'csv',
      csv: { columns: [undefined, undefined, 'doi'] },
    });
    session.column(0, 'title');
    session.column(1, 'published');
    const { items } = await records();
    expect(items[0]!.value).toMatchObject({ id: 'doi:10.1234/x', title: 'Looms', published: '2001' });
  });

  test('a saved page is read as its site is; one of unknown layout, or of no address, by its links', async () => {
    const at = 'https://arxiv.org/list/cs.CL/new';
    const page = (from: string) =>
      file(
        `<!doctype html><!-- saved from url=(0032)${from} --><a href="https://arxiv.org/abs/2403.06504">Of looms</a>`,
      );
    const entry = {
      ...{
        id: 'arxiv:2403.06504',
        site: 'arxiv',
        title: 'Looms',
        authors: ['Ada Lovelace'],
        abstract: 'Of cloth.',
      },
      ...{ categories: ['cs.CL'], aliases: ['doi:10.1234/x'], position: 1, entryType: 'new' },
      links: { page: 'https://arxiv.org/abs/2403.06504', code: [], project: [] },
    } as Entry;
    const { session, records } = open({
      [at]: { entries: [entry], problems: ['An entry could not be read (odd).'] },
      'https://arxiv.org/odd': { entries: [], problems: [] },
    });
    await session.take(page(at));
    expect(session.state.value).toMatchObject({
      format: 'html',
      label: 'a saved page of arxiv.org',
      save: false,
      page: at,
    });
    expect(await records()).toMatchObject({
      items: [
        {
          kind: 'paper',
          value: {
            ...{ id: 'arxiv:2403.06504', title: 'Looms', authors: ['Ada Lovelace'], abstract: 'Of cloth.' },
            aliases: ['doi:10.1234/x'],
          },
        },
      ],
      problems: [{ why: 'An entry could not be read (odd).' }],
    });
    await session.take(page('https://arxiv.org/odd'));
    const linked = await records();
    expect(linked.items).toMatchObject([
      { value: { id: 'arxiv:2403.06504', title: 'Of looms', authors: [] } },
    ]);
    expect(linked.problems).toEqual([
      { why: 'The layout of this page of https://arxiv.org/odd is not known; it was read by its links.' },
    ]);
    await session.take(page('https://example.org/never-loaded'));
    expect((await records()).problems).toEqual([]);
    await session.take(file('<!doctype html><a href="https://arxiv.org/abs/2403.06504">Of looms</a>'));
    expect(session.state.value).toMatchObject({ label: 'a saved page' });
    expect(session.state.value).not.toHaveProperty('page');
    expect((await records()).items).toHaveLength(1);
  });

  test('what nobody reads, and a backup, are told', async () => {
    const { session } = open();
    await session.take(file(''));
    expect(session.state.value).toMatchObject({
      step: 'unknown',
      sentence: 'The file is empty. Nothing was changed.',
    });
    await session.take(file('{"format":"manicule","version":1}'));
    expect(session.state.value).toMatchObject({
      step: 'unknown',
      sentence:
        'This is a backup of Manicule’s own. Choose it under Restore: that brings back rules, settings and sightings too.',
    });
    await expect(session.wanted(NOW)).rejects.toThrow('There is nothing to import. Choose the file again.');
  });

  test('of two files the one taken last counts', async () => {
    const { session, dropped } = open();
    const first = session.take(file('@misc{a, title={Looms}}', 'first'));
    await session.take(file('arXiv:2403.06504', 'second'));
    await first;
    expect(session.state.value).toMatchObject({ name: 'second', format: 'list' });
    session.drop();
    expect(session.state.value).toEqual({ step: 'none' });
    expect(dropped).toEqual(['dropped']);
  });
});

test('text in UTF-8, UTF-16 and Windows-1252', async () => {
  expect(await textOfFile(file('Gödel'))).toBe('Gödel');
  expect(await textOfFile(file(new Uint8Array([0xff, 0xfe, 0x47, 0, 0xf6, 0])))).toBe('Gö');
  expect(await textOfFile(file(new Uint8Array([0x47, 0xf6])))).toBe('Gö');
  // without its mark
  expect(await textOfFile(file(new Uint8Array([0x47, 0, 0xf6, 0])))).toBe('Gö');
  expect(await textOfFile(file(new Uint8Array([0, 0x47, 0, 0xf6])))).toBe('Gö');
  // cut within a sign
  expect(await textOfFile(file(new Uint8Array([0x47, 0xc3, 0xb6, 0xc3])))).toBe('Gö\ufffd');
});

test('records are handed over in turns, none of them long', async () => {
  const text = Array.from({ length: 2_000 }, (_, n) => `@misc{k${n}, title={Made up ${n}}}`).join('\n');
  const { batches } = await openImport({
    text,
    format: 'bibtex',
    choices: { save: true, tags: [], now: NOW },
  });
  let [items, most] = [0, 0];
  for await (const batch of batches) {
    items += batch.items.length;
    most = Math.max(most, batch.items.length);
  }
  expect(items).toBe(4_000);
  expect(most).toBeLessThanOrEqual(252);
  const odd = [{ problem: { entry: 3, why: 'Odd.' } }, { problem: { why: 'Odd.' } }];
  const told = [...batchesOf(odd, () => [])].flatMap(({ problems }) => problems);
  expect(told).toEqual([{ why: 'entry 3: Odd.' }, { why: 'Odd.' }]);
});
