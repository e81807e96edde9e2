import { expect, test } from 'vitest';
import type { Exportable, FormatId, Report } from '../../src/exchange/index.ts';
import { type ExportTools, makeFile, type Progress } from '../../src/ui/shared/export-run.ts';

const ids = Array.from({ length: 400 }, (_, at) => `arxiv:2601.${String(at).padStart(5, '0')}`);

/** A writer of one line a paper, a clock that moves 5 ms a line, and what was asked of both. */
function tools(): ExportTools & { slices: number[]; breaths: number } {
  let clock = 0;
  return {
    slices: [],
    breaths: 0,
    async read(slice) {
      this.slices.push(slice.length);
      return slice.filter((id) => id !== ids[7]).map((id) => ({ paper: { id } }) as Exportable);
    },
    *chunks(_format: FormatId, items: readonly Exportable[]): Generator<string, Report> {
      for (const { paper } of items) {
        clock += 5;
        yield `${paper.id}\n`;
      }
      return { written: items.length, skipped: [] };
    },
    async breathe() {
      this.breaths++;
    },
    now: () => clock,
  };
}

test('rows are read in slices and written with pauses; what is missing is counted', async () => {
  const given = tools();
  const seen: Progress[] = [];
  const made = await makeFile('bibtex', ids, given, (progress) => seen.push(progress));
  expect(given.slices).toEqual([150, 150, 100]);
  // 3 after reading, then one every 3 lines (15 ms) of the 399
  expect(given.breaths).toBe(3 + 133);
  expect(made.pieces.join('')).toBe(
    ids
      .filter((id) => id !== ids[7])
      .map((id) => `${id}\n`)
      .join(''),
  );
  expect([made.written, made.missing]).toEqual([399, 1]);
  expect(seen.at(0)).toEqual({ done: 150, total: 800 });
  expect(seen.at(-1)).toEqual({ done: 800, total: 800 });
  expect(seen.every(({ done }, at) => at === 0 || done >= (seen[at - 1] as Progress).done)).toBe(true);
});

test('it can be stopped, and then makes no file', async () => {
  const control = new AbortController();
  const making = makeFile('ris', ids, tools(), () => control.abort(new Error('stopped')), control.signal);
  await expect(making).rejects.toThrow('stopped');
});

test('no papers, an empty file', async () => {
  const made = await makeFile('bibtex', [], tools());
  expect(made).toEqual({ pieces: [], written: 0, missing: 0, report: { written: 0, skipped: [] } });
});
