/**
 * Other programs read our lists, feeds and notes: a strict CSV parser, xmllint, a feed parser, a YAML parser, unzip, and
 * pandoc for Org, HTML and Markdown. What they find is compared with what our CSL-JSON and the records themselves say.
 */
import { parse as parseCsv } from 'csv-parse/sync';
import RssParser from 'rss-parser';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { cleanLine } from '../../src/exchange/clean.ts';
import { type Exportable, exportPapers, type TextFormatId } from '../../src/exchange/index.ts';
import { plainText } from '../../src/exchange/latex-read.ts';
import { zipChunks } from '../../src/exchange/note-pieces.ts';
import type { CslItem } from '../../src/exchange/to/csl-json.ts';
import { CSV_COLUMNS } from '../../src/exchange/to/csv.ts';
import { ask, file, PANDOC, pandoc, SETS, UNZIP, XMLLINT } from './read-back.ts';

const now = '2026-01-31T08:00:00.000Z';
const written = (id: TextFormatId, items: readonly Exportable[]): string =>
  exportPapers(id, items, { now }).text;

/** Letters and digits alone: how formulas and quotes are set differs from program to program. */
const letters = (text: string): string =>
  text
    // how Markdown's own signs are spelled in formulas
    .replace(/\\(?:lt|gt|ast|[vV]ert|lbrack|rbrack)(?![A-Za-z])/g, '')
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

/** The title of an item as every file should have it. */
const titleOf = ({ paper }: Exportable): string =>
  letters(plainText(cleanLine(paper.title)).trim() || paper.id);

type Xml = { name: string; text: string; inner: Xml[]; attributes: string };

/** Elements of a document that xmllint has put into its canonical form. */
function elements(canonical: string): Xml {
  const root: Xml = { name: '', text: '', inner: [], attributes: '' };
  const open = [root];
  const decode = (text: string) =>
    text
      .replace(/&#x([0-9A-F]+);/gi, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)))
      .replace(
        /&(lt|gt|quot|amp);/g,
        (_, name: string) => ({ lt: '<', gt: '>', quot: '"', amp: '&' })[name] ?? '',
      );
  for (const [, close, name, attributes = '', text] of canonical.matchAll(
    /<(\/)?([\w-]+)((?: [^<>]*)?)>|([^<]+)/g,
  )) {
    const top = open.at(-1) as Xml;
    if (text !== undefined) top.text += decode(text);
    else if (close) open.pop();
    else {
      const made: Xml = { name: name ?? '', text: '', inner: [], attributes: decode(attributes) };
      top.inner.push(made);
      open.push(made);
    }
  }
  return root;
}
const all = (node: Xml, ...path: string[]): Xml[] => {
  const [name, ...rest] = path;
  if (name === undefined) return [node];
  return node.inner.filter((one) => one.name === name).flatMap((one) => all(one, ...rest));
};

const xmllint = async (text: string, ...options: string[]): Promise<string> =>
  (await ask('xmllint', '--nonet', ...options, file(text, 'xml'))).replace(/^<\?xml.*?\?>\s*/, '');

describe.each(SETS)('%s', { timeout: 300_000 }, (name, items) => {
  const csl: CslItem[] = JSON.parse(written('csl-json', items));
  const titles = items.map(titleOf);

  test('are CSV to a strict parser, and no cell is a formula', () => {
    const rows: string[][] = parseCsv(written('csv', items), { bom: true, relax_quotes: false, trim: false });
    expect(rows[0]).toEqual([...CSV_COLUMNS]);
    expect(rows).toHaveLength(items.length + 1);
    rows.slice(1).forEach((row, i) => {
      const cell = (column: (typeof CSV_COLUMNS)[number]) => row[CSV_COLUMNS.indexOf(column)] ?? '';
      expect(row).toHaveLength(CSV_COLUMNS.length);
      for (const text of row) expect(text).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
      const item = csl[i] as CslItem;
      expect([cell('id'), cell('citekey').replace(/^'/, ''), cell('url')]).toEqual([
        items[i]?.paper.id,
        item.id,
        item.URL ?? '',
      ]);
      expect(letters(plainText(cell('title')))).toBe(titles[i]);
    });
  });

  test.skipIf(!XMLLINT)('are EndNote XML to xmllint', async () => {
    const records = all(
      elements(await xmllint(written('endnote', items), '--c14n')),
      'xml',
      'records',
      'record',
    );
    expect(records).toHaveLength(items.length);
    records.forEach((record, i) => {
      const item = csl[i] as CslItem;
      const one = (...path: string[]) => all(record, ...path)[0]?.text;
      expect(one('label')).toBe(item.id);
      expect(letters(one('titles', 'title') ?? '')).toBe(titles[i]);
      expect(one('titles', 'secondary-title')).toBe(item['container-title']);
      expect(all(record, 'contributors', 'authors', 'author')).toHaveLength(item.author?.length ?? 0);
      expect(one('dates', 'year')).toBe(item.issued?.['date-parts'][0]?.[0]?.toString());
      expect([one('volume'), one('number'), one('pages')]).toEqual([item.volume, item.issue, item.page]);
      expect(one('urls', 'related-urls', 'url')).toBe(item.URL);
      expect(one('electronic-resource-num')).toBe(item.DOI);
      expect(one('abstract') ?? '').toBe(item.abstract ?? '');
      expect(all(record, 'keywords', 'keyword')).toHaveLength(items[i]?.tags?.filter(Boolean).length ?? 0);
    });
  });

  test.skipIf(!XMLLINT)('are a feed to xmllint and to a feed parser', async () => {
    const flagged = items.map((item) => ({ ...item, flagged: true }));
    const text = written('atom', flagged);
    await xmllint(text, '--noout');
    const feed = await new RssParser().parseString(text);
    expect(feed.title).toBe('Manicule: flagged papers');
    expect(feed.items).toHaveLength(items.length);
    expect(new Set(feed.items.map((entry) => entry['id'])).size).toBe(items.length);
    feed.items.forEach((entry, i) => {
      const item = csl[i] as CslItem;
      expect(letters(entry.title ?? '')).toBe(titles[i]);
      expect(entry.link).toBe(item.URL);
      expect(Number.isNaN(Date.parse(entry.isoDate ?? ''))).toBe(false);
    });
  });

  test.skipIf(!PANDOC)('are an Org file to pandoc', async () => {
    const text = written('org', items);
    const read = JSON.parse(await pandoc('org', 'json', text)) as { blocks: Block[] };
    const headings = read.blocks.filter((block) => block.t === 'Header');
    expect(headings).toHaveLength(items.length);
    headings.forEach((heading, i) => {
      const item = csl[i] as CslItem;
      const [level, [id, , pairs], inlines] = heading.c as [
        number,
        [string, string[], [string, string][]],
        Inline[],
      ];
      const properties = new Map(pairs);
      expect([level, id]).toEqual([1, item.id]);
      expect([properties.get('URL') ?? properties.get('url')]).toEqual([item.URL]);
      // the tags of a heading are a span of their own at its end
      const shown = inlines.filter(({ t, c }) => !(t === 'Span' && JSON.stringify(c).includes('"tag"')));
      expect(letters(shown.map(inlineText).join(''))).toBe(titles[i]);
    });
  });

  test.skipIf(!PANDOC)('are an HTML list to pandoc, with no script and nothing loaded', async () => {
    const text = written('html', items);
    expect(text).not.toMatch(/<(?:script|img|link|iframe|object|style[^>])/i);
    const read = JSON.parse(await pandoc('html', 'json', text)) as { blocks: Block[] };
    const list = read.blocks.find((block) => block.t === 'OrderedList') as Block;
    const [, entries] = list.c as [unknown, Block[][]];
    expect(entries).toHaveLength(items.length);
    entries.forEach((blocks, i) => {
      const heading = blocks.flatMap((block) =>
        block.t === 'Div' ? (block.c as [unknown, Block[]])[1] : [block],
      );
      const found = heading.find((block) => block.t === 'Header') as Block;
      const [, , inlines] = found.c as [number, unknown, Inline[]];
      expect(letters(inlines.map(inlineText).join(''))).toBe(titles[i]);
    });
  });

  test.skipIf(!PANDOC)('are a Markdown list to pandoc', async () => {
    const read = JSON.parse(
      await pandoc('commonmark_x-smart-raw_html', 'json', written('markdown', items)),
    ) as {
      blocks: Block[];
    };
    const entries = read.blocks.flatMap((block) => (block.t === 'BulletList' ? (block.c as Block[][]) : []));
    expect(entries).toHaveLength(items.length);
    entries.forEach((blocks, i) => {
      const item = csl[i] as CslItem;
      const [first] = (blocks[0] as Block).c as Inline[];
      if (item.URL) expect(letters(inlineText(first as Inline))).toBe(titles[i]);
    });
  });

  test('are notes to a YAML parser', async () => {
    const pieces: Uint8Array[] = [];
    for (const piece of zipChunks(items, { now })) pieces.push(piece);
    const path = file(Buffer.concat(pieces), 'zip');
    if (!UNZIP) return;
    expect(await ask('unzip', '-tq', path)).toMatch(/^No errors detected/);
    const notes = (await ask('unzip', '-p', path)).split(/(?<=^%% manicule:end %%\n\n)/m);
    expect(notes.filter((note) => note !== '')).toHaveLength(items.length);
    notes.slice(0, items.length).forEach((note, i) => {
      const item = csl[i] as CslItem;
      const head = /^---\n([\s\S]*?)\n---\n/.exec(note)?.[1] ?? '';
      const read = parseYaml(head, { strict: true, uniqueKeys: true });
      expect([read.manicule, read.citekey, read.url, read.doi]).toEqual([
        items[i]?.paper.id,
        item.id,
        item.URL,
        item.DOI,
      ]);
      expect(letters(read.aliases[0])).toBe(titles[i]);
      expect(read.authors).toHaveLength(item.author?.length ?? 0);
      expect(read.year).toBe(item.issued?.['date-parts'][0]?.[0]);
    });
  });

  test('are JSON of both other kinds', () => {
    const lines = written('papers', items).trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).citeKey)).toEqual(csl.map(({ id }) => id));
    const list = JSON.parse(written('papermemory', items)) as { url: string; tags: string[] }[];
    expect(list).toHaveLength(csl.filter(({ URL }) => URL).length);
    for (const { url, tags } of list) {
      expect(url).toMatch(/^https?:\/\//);
      for (const tag of tags) expect(tag).not.toMatch(/\s/);
    }
    console.info(`${name}: all formats read back`);
  });
});

interface Block {
  t: string;
  c?: unknown;
}
type Inline = Block;

/** The text of one of pandoc's inlines. */
function inlineText({ t, c }: Inline): string {
  if (t === 'Str') return c as string;
  if (t === 'Math' || t === 'Code' || t === 'RawInline') return (c as [unknown, string])[1];
  if (t === 'Quoted' || t === 'Link' || t === 'Span' || t === 'Image')
    return (c as [unknown, Inline[]])[1].map(inlineText).join('');
  return Array.isArray(c) ? (c as Inline[]).map(inlineText).join('') : ' ';
}
