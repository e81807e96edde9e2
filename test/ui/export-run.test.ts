import { expect, test } from 'vitest';
import type { Exportable, FormatId, Report } from '../../src/exchange/index.ts';
import { type ExportTools, makeFile, type Progress } from '../../src/ui/shared/export-run.ts';

const ids = Array.from({ length: 2_500 }, (_, at) => `arxiv:2601.${String(at).padStart(5, '0')}`);
/** As a list shows them: the last first. */
const listed = [...ids].reverse();

/** A store without one of them, a writer of one line a paper, and a clock that moves 5 ms a line. */
function tools(): ExportTools<readonly string[]> & { asked: (readonly string[])[] } {
  let clock = 0;
  return {
    asked: [],
    async rows(slice) {
      this.asked.push(slice);
      return slice.filter((id) => id !== ids[7]);
    },
    items: (rows) => rows.map((id) => ({ paper: { id } }) as Exportable),
    *chunks(_format: FormatId, items: readonly Exportable[]): Generator<string, Report> {
      for (const { paper } of items) {
        clock += 5;
        yield `${paper.id}\n`;
      }
      return { written: items.length, skipped: [] };
    },
    now: () => clock,
  };
}

test('rows are read sorted, in slices, and written as they were listed; what is missing is counted', async () => {
  const given = tools();
  const seen: Progress[] = [];
  const made = await makeFile('bibtex', 'text/x', listed, given, (progress) => seen.push(progress));
  expect(given.asked.map((slice) => slice.length)).toEqual([1_000, 1_000, 500]);
  expect(given.asked.flat()).toEqual(ids);
  expect(await made.file.text()).toBe(
    listed
      .filter((id) => id !== ids[7])
      .map((id) => `${id}\n`)
      .join(''),
  );
  expect([made.file.type, made.written, made.missing]).toEqual(['text/x', 2_499, 1]);
  // one every 100 ms, 20 lines of the second half, and the last
  expect(seen).toHaveLength(125);
  expect(seen.at(0)).toEqual({ done: 2_520, total: 5_000 });
  expect(seen.at(-1)).toEqual({ done: 5_000, total: 5_000 });
  expect(seen.every(({ done }, at) => at === 0 || done >= (seen[at - 1] as Progress).done)).toBe(true);
});

test('a paper asked for under another of its names stands where that was listed', async () => {
  const given = tools();
  given.rows = async (slice) => slice;
  given.items = (rows) =>
    rows.map((id) => ({ paper: id === 'doi:10.1/b' ? { id: 'arxiv:9', aliases: [id] } : { id } }) as never);
  const made = await makeFile('ris', 'text/x', ['z:1', 'doi:10.1/b', 'a:1'], given);
  expect(await made.file.text()).toBe('z:1\narxiv:9\na:1\n');
});

test('what cannot be read fails once, whatever was asked for ahead of its turn', async () => {
  const given = tools();
  given.rows = async () => {
    throw new Error('gone');
  };
  await expect(makeFile('ris', 'text/x', listed, given)).rejects.toThrow('gone');
});

test('no papers, an empty file', async () => {
  const made = await makeFile('bibtex', 'text/x', [], tools());
  expect(await made.file.text()).toBe('');
  expect({ ...made, file: undefined }).toEqual({
    file: undefined,
    written: 0,
    missing: 0,
    report: { written: 0, skipped: [] },
  });
});
