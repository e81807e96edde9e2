import { describe, expect, test } from 'vitest';
import { EXPORT_ORDERS } from '../../src/core/export-choices.ts';
import { CiteKeyBook, exportablesOf, type StoredRow } from '../../src/exchange/from-row.ts';
import { type Exportable, exportChunks, FORMATS, type Report } from '../../src/exchange/index.ts';
import { noteWriter, zipChunks } from '../../src/exchange/note-pieces.ts';
import { orderingOf } from '../../src/exchange/order.ts';
import { pieceWriter } from '../../src/exchange/pieces.ts';
import { type ExportTools, type Made, makeFile, type Progress } from '../../src/ui/shared/export-run.ts';

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
    writer: {
      parts: 1,
      between: '',
      close: '',
      one({ paper }) {
        clock += 5;
        return [`${paper.id}\n`];
      },
      whole: ([written = 0]) => ({ open: '', parts: [0], report: { written } }),
    },
    breathe: async () => undefined,
    now: () => clock,
  };
}

test('rows are read sorted, in slices, and written as they were listed; what is missing is counted', async () => {
  const given = tools();
  const seen: Progress[] = [];
  const made = await makeFile('text/x', listed, given, (progress) => seen.push(progress));
  expect(given.asked.map((slice) => slice.length)).toEqual([1_000, 1_000, 500]);
  expect(given.asked.flat()).toEqual(ids);
  expect(await made.file.text()).toBe(
    listed
      .filter((id) => id !== ids[7])
      .map((id) => `${id}\n`)
      .join(''),
  );
  expect([made.file.type, made.written, made.missing]).toEqual(['text/x', 2_499, 1]);
  // one every 100 lines, read and written, and the last
  expect(seen).toHaveLength(25);
  expect(seen.at(0)).toEqual({ done: 200, total: 5_000 });
  expect(seen.at(-1)).toEqual({ done: 5_000, total: 5_000 });
  expect(seen.every(({ done }, at) => at === 0 || done >= (seen[at - 1] as Progress).done)).toBe(true);
});

test('a paper asked for under another of its names stands where that was listed', async () => {
  const given = tools();
  given.rows = async (slice) => slice;
  given.items = (rows) =>
    rows.map((id) => ({ paper: id === 'doi:10.1/b' ? { id: 'arxiv:9', aliases: [id] } : { id } }) as never);
  const made = await makeFile('text/x', ['z:1', 'doi:10.1/b', 'a:1'], given);
  expect(await made.file.text()).toBe('z:1\narxiv:9\na:1\n');
});

/** The file as it is when all papers are read before the first is written. */
async function writtenTogether<Rows>(
  asked: readonly string[],
  { rows, items, ordering }: Pick<ExportTools<Rows>, 'rows' | 'items' | 'ordering'>,
  chunks: (items: readonly Exportable[]) => Generator<string, Report>,
): Promise<Made> {
  const sorted = [...asked].sort();
  const read: Exportable[] = [];
  for (let at = 0; at < sorted.length; at += 1_000)
    read.push(...items(await rows(sorted.slice(at, at + 1_000))));
  const place = new Map(read.map((item) => [item, ordering?.value(item) ?? '']));
  read.sort(
    (a, b) =>
      ordering?.compare(place.get(a) as string, place.get(b) as string) ||
      asked.indexOf(a.paper.id) - asked.indexOf(b.paper.id),
  );
  let text = '';
  const pieces = chunks(read);
  let step = pieces.next();
  for (; !step.done; step = pieces.next()) text += step.value;
  const report = step.value;
  const missing = asked.length - report.written - (report.passed ?? 0);
  return { file: new Blob([text]), written: report.written, missing, report };
}

/** Stored rows of three authors in turns, some of them hard to write, and one without a title. */
const stored = ids.slice(0, 1_100).map((id, at) => ({
  paper: {
    id,
    aliases: [],
    title: at === 5 ? '' : `Paper ${(at * 7) % 100} on $x_{${at}}$ & more`,
    authors: [`Ada Author${at % 3}`, 'Bo Ng'],
    abstract: at % 2 ? 'An abstract with 50% of “it”.' : undefined,
    published: `20${10 + (at % 9)}-03-01`,
    categories: ['cs.LG'],
    links: { page: at === 9 ? 'javascript:1' : `https://arxiv.org/abs/${at}`, code: [], project: [] },
    topics: [],
  },
  mark: { id, saved: { value: true, at: `2026-01-0${1 + (at % 9)}T00:00:00.000Z` } },
})) as unknown as StoredRow[];

const FILES = FORMATS.map(({ id }) => id).filter((id) => id !== 'obsidian');
test.each([
  ...FILES.map((format) => [format, 'listed'] as const),
  ...EXPORT_ORDERS.map((order) => ['bibtex', order] as const),
])('papers written one by one as they are read make the same file: %s, %s', async (format, order) => {
  const now = '2026-11-26T00:00:00.000Z';
  const asked = stored.map(({ paper }) => paper.id).reverse();
  // one of them twice, under two names
  const rows = stored.map((row, at) =>
    at === 3 ? { ...row, paper: { ...row.paper, aliases: ['doi:10.1/x'] } } : row,
  );
  const make = (together: boolean) => {
    const book = new CiteKeyBook(new Map());
    const keys = new Map<string, string>();
    const options = { keys, now, fields: ['abstract', 'status'] as const };
    const tools: Omit<ExportTools<StoredRow[]>, 'writer'> = {
      rows: async (slice) => {
        const wanted = new Set(slice);
        return rows.filter(({ paper }) => [paper.id, ...paper.aliases].some((id) => wanted.has(id)));
      },
      items: (some) => {
        const items = exportablesOf(some, (topic) => topic);
        for (const [id, key] of book.give(items).keys) keys.set(id, key);
        return items;
      },
      ordering: orderingOf(order, keys),
      breathe: async () => undefined,
      now: () => 0,
    };
    const all = [...asked, 'doi:10.1/x'];
    return together
      ? writtenTogether(all, tools, (items) => exportChunks(format, items, options))
      : makeFile('text/x', all, { ...tools, writer: pieceWriter(format, options) });
  };
  const [one, other] = [await make(false), await make(true)];
  expect(await one.file.text()).toBe(await other.file.text());
  expect({ ...one, file: 0, report: { ...one.report, skipped: 0 } }).toEqual({
    ...other,
    file: 0,
    report: { ...other.report, skipped: 0 },
  });
  const said = ({ report }: typeof one) => report.skipped.map(({ id, why }) => `${id} ${why}`).sort();
  expect(said(one)).toEqual(said(other));
  expect(said(one).length).toBeGreaterThan(format === 'jsonl' ? 0 : 2);
});

test('notes written one by one are those written together, names given in the order of the file', async () => {
  const now = '2026-11-26T00:00:00.000Z';
  const asked = stored.map(({ paper }) => paper.id).reverse();
  const options = { keys: new Map(asked.map((id, at) => [id, `key${at % 40}`])), now };
  const items = exportablesOf(
    asked.map((id) => stored.find(({ paper }) => paper.id === id) as StoredRow),
    (topic) => topic,
  );
  const pieces: Uint8Array[] = [];
  const together = zipChunks(items, options);
  let step = together.next();
  for (; !step.done; step = together.next()) pieces.push(step.value);
  const made = await makeFile('application/zip', asked, {
    rows: async (slice) => stored.filter(({ paper }) => slice.includes(paper.id)),
    items: (some) => exportablesOf(some, (topic) => topic),
    writer: noteWriter(options),
    breathe: async () => undefined,
    now: () => 0,
  });
  expect(Buffer.from(await made.file.arrayBuffer()).equals(Buffer.concat(pieces))).toBe(true);
  expect(made.report.written).toBe(step.value.written);
  expect(new Set(made.report.skipped)).toEqual(new Set(step.value.skipped));
});

describe('a feed', () => {
  const now = '2026-11-26T00:00:00.000Z';
  const asked = stored.map(({ paper }) => paper.id).reverse();
  const feed = (flagged: (at: number) => boolean, together: boolean) => {
    const options = { keys: new Map(), now, fields: ['abstract'] as const };
    const tools: Omit<ExportTools<StoredRow[]>, 'writer'> = {
      rows: async (slice) => stored.filter(({ paper }) => slice.includes(paper.id)),
      items: (some) => {
        const items = exportablesOf(some, (topic) => topic);
        for (const item of items) item.flagged = flagged(ids.indexOf(item.paper.id));
        return items;
      },
      ordering: orderingOf('title'),
      breathe: async () => undefined,
      now: () => 0,
    };
    return together
      ? writtenTogether(asked, tools, (items) => exportChunks('atom', items, options))
      : makeFile('text/x', asked, { ...tools, writer: pieceWriter('atom', options) });
  };

  test.each([
    ['none is flagged', () => false, 0],
    ['all are', () => true, 0],
    ['some are, from the first on', (at: number) => at % 3 === 0, 732],
    ['one is that is read late', (at: number) => at === 1_050, 1_098],
    ['only one is that cannot be written', (at: number) => at === 5, 1_099],
  ])('written one by one is the same where %s', async (_, flagged, passed) => {
    const broken = stored[5]?.paper as { title: unknown };
    const { title } = broken;
    broken.title = undefined;
    try {
      const [one, other] = [await feed(flagged, false), await feed(flagged, true)];
      expect(await one.file.text()).toBe(await other.file.text());
      expect([one.written, one.missing, one.report.passed ?? 0]).toEqual([
        other.written,
        other.missing,
        other.report.passed ?? 0,
      ]);
      expect(one.report.passed ?? 0).toBe(passed);
      expect(one.report.skipped).toEqual(other.report.skipped);
    } finally {
      broken.title = title;
    }
  });
});

test('what cannot be read fails once, whatever was asked for ahead of its turn', async () => {
  const given = tools();
  given.rows = async () => {
    throw new Error('gone');
  };
  await expect(makeFile('text/x', listed, given)).rejects.toThrow('gone');
});

test('no papers, an empty file', async () => {
  const made = await makeFile('text/x', [], tools());
  expect(await made.file.text()).toBe('');
  expect({ ...made, file: undefined }).toEqual({
    file: undefined,
    written: 0,
    missing: 0,
    report: { written: 0, skipped: [] },
  });
});
