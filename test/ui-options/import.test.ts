import { describe, expect, test } from 'vitest';
import { batchesOf, openImport, textOf } from '../../src/ui/options/import-read.ts';
import { ImportSession } from '../../src/ui/options/import-session.ts';

const NOW = '2026-03-17T08:00:00.000Z';
const file = (text: string | Uint8Array<ArrayBuffer>, name = 'a file') => new File([text], name);

const records = async (session: ImportSession) => {
  const { kind, batches } = await session.open(NOW);
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
    const session = new ImportSession();
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
    const { items, problems } = await records(session);
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
    expect((await records(session)).items.map(({ kind }) => kind)).toEqual(['paper']);
  });

  test('a table shows its columns, which may be changed', async () => {
    const session = new ImportSession();
    await session.take(file('Werk,Jahr,DOI\nLooms,2001,10.1234/x\n'));
    expect(session.state.value).toMatchObject({
      format: 'csv',
      csv: { columns: [undefined, undefined, 'doi'] },
    });
    session.column(0, 'title');
    session.column(1, 'published');
    const { items } = await records(session);
    expect(items[0]!.value).toMatchObject({ id: 'doi:10.1234/x', title: 'Looms', published: '2001' });
  });

  test('what nobody reads, and a backup, are told', async () => {
    const session = new ImportSession();
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
    expect(() => session.open(NOW)).toThrow('There is nothing to import. Choose the file again.');
  });

  test('of two files the one taken last counts', async () => {
    const session = new ImportSession();
    const first = session.take(file('@misc{a, title={Looms}}', 'first'));
    await session.take(file('arXiv:2403.06504', 'second'));
    await first;
    expect(session.state.value).toMatchObject({ name: 'second', format: 'list' });
    session.drop();
    expect(session.state.value).toEqual({ step: 'none' });
  });
});

test('text in UTF-8, UTF-16 and Windows-1252', async () => {
  expect(await textOf(file('Gödel'))).toBe('Gödel');
  expect(await textOf(file(new Uint8Array([0xff, 0xfe, 0x47, 0, 0xf6, 0])))).toBe('Gö');
  expect(await textOf(file(new Uint8Array([0x47, 0xf6])))).toBe('Gö');
  // cut within a sign
  expect(await textOf(file(new Uint8Array([0x47, 0xc3, 0xb6, 0xc3])))).toBe('Gö\ufffd');
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
