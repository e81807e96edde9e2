/**
 * Other programs read our files: pandoc and biber for BibTeX, pandoc for CSL-JSON, a strict parser of the RIS format.
 * What they understand is compared, field by field, with what our CSL-JSON says. Runs over the nasty records and, where
 * the folder of real papers is present, over the hard ones among them.
 */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { type Exportable, exportPapers, readPapers } from '../../src/exchange/index.ts';
import { MATH_COMMANDS } from '../../src/exchange/latex-symbols.ts';
import type { CslItem, CslName } from '../../src/exchange/to/csl-json.ts';
import { NASTY } from './nasty.ts';

const run = promisify(execFile);
const has = (program: string) => spawnSync(program, ['--version']).status === 0;
const shared = process.env['MANICULE_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
const corpus = join(shared, 'papers/arxiv.jsonl.gz');
const missing = (what: string, without: string) => console.info(`SKIPPED ${without}: ${what} is not here`);

const folder = mkdtempSync(join(tmpdir(), 'manicule-oracle-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PANDOC = has('pandoc');
const BIBER = has('biber');
if (!PANDOC) missing('pandoc', 'reading exports back with pandoc');
if (!BIBER) missing('biber', 'validating exports with biber');
if (!existsSync(corpus)) missing('papers/arxiv.jsonl.gz', 'the hard records of real papers');

async function pandoc(from: 'bibtex' | 'biblatex' | 'csljson', text: string): Promise<CslItem[]> {
  const file = join(folder, `${from}-${text.length}`);
  writeFileSync(file, text);
  const { stdout } = await run('pandoc', ['-f', from, '-t', 'csljson', file], { maxBuffer: 2 ** 30 });
  return JSON.parse(stdout);
}

/** Messages of biber about a file, errors and warnings apart, and the eprints it understood. */
async function biber(text: string): Promise<{ errors: string[]; warnings: string[]; eprints: string[] }> {
  const file = join(folder, `biber-${text.length}.bib`);
  writeFileSync(file, text);
  const read = run('biber', ['--tool', '--validate-datamodel', '-O', `${file}.out`, file], {
    maxBuffer: 2 ** 28,
    cwd: folder,
  });
  const { stdout } = await read.catch((error: { stdout: string }) => error);
  const lines = stdout.split('\n');
  return {
    errors: lines.filter((line) => line.startsWith('ERROR')),
    warnings: lines.filter((line) => line.startsWith('WARN')),
    eprints: [...readFileSync(`${file}.out`, 'utf8').matchAll(/^ {2}EPRINT = \{(.*)\},$/gm)].map(
      (match) => match[1] ?? '',
    ),
  };
}

/** RIS as the specification has it: nothing but tagged lines, records from TY to ER. */
function ris(text: string): Map<string, string[]>[] {
  const records: Map<string, string[]>[] = [];
  let open: Map<string, string[]> | undefined;
  for (const line of text.split('\r\n').slice(0, -1)) {
    const match = /^([A-Z][A-Z0-9]) {2}- (.*)$/su.exec(line);
    if (!match) throw new Error(`not a line of RIS: ${line}`);
    const [, tag = '', value = ''] = match;
    if (tag === 'TY') open = new Map();
    if (!open) throw new Error(`outside of a record: ${line}`);
    open.set(tag, [...(open.get(tag) ?? []), value]);
    if (tag === 'ER') {
      records.push(open);
      open = undefined;
    }
  }
  if (open) throw new Error('the last record has no end');
  return records;
}

/** Letters and digits of a text, a formula's commands included: markup and punctuation are dropped on both sides. */
function letters(text: string | undefined): string {
  return (
    (text ?? '')
      .replace(/<\/?(?:i|b|u|sup|sub)>|<span [^<>]*>|<\/span>/g, '')
      // how single braces are spelled in formulas
      .replace(/\\[lr]brace/g, '')
      .normalize('NFKD')
      .replace(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
  );
}

/** Letters and signs whose TeX command this pandoc drops. */
const UNKNOWN_TO_PANDOC = /[ĐđÞþÐð®™©°€£§¶]/g;

/** An item as TeX characters tell it: signs are formulas, and pandoc keeps the command of a formula ("\\alpha"). */
function spelled(item: CslItem): CslItem {
  const spell = (text: string | undefined) =>
    (text ?? '').replace(UNKNOWN_TO_PANDOC, '').replace(/[^ -~]/gu, (c) => {
      const command = MATH_COMMANDS.get(c);
      return command && /^[a-z]/i.test(command) ? `\\${command}` : c;
    });
  const author = (item.author ?? []).map(
    (name) => Object.fromEntries(Object.entries(name).map(([part, text]) => [part, spell(text)])) as CslName,
  );
  return { ...item, title: spell(item.title), abstract: spell(item.abstract), author };
}

/** pandoc splits an elided particle off by itself: "d'Alembert" is compared as one. */
const person = (name: CslName): string =>
  [
    letters(name.literal),
    letters((name['dropping-particle'] ?? '') + (name['non-dropping-particle'] ?? '') + (name.family ?? '')),
    letters(name.given),
    letters(name.suffix),
  ].join('|');

const people = (item: CslItem): string[] =>
  (item.author ?? []).map(person).filter((name) => name !== 'others|||');

/** What both sides must agree on. A day is no part of BibTeX. */
const facts = (item: CslItem) => ({
  id: item.id,
  title: letters(item.title),
  abstract: letters(item.abstract),
  authors: people(item).join(' & '),
  issued: item.issued?.['date-parts'][0]?.slice(0, 2).join('-'),
  container: letters(item['container-title']),
  doi: item.DOI,
  url: item.URL,
});

function differences(read: readonly CslItem[], own: readonly CslItem[]): string[] {
  const out = read.length === own.length ? [] : [`${read.length} items instead of ${own.length}`];
  const byId = new Map(read.map((item) => [item.id, facts(item)]));
  for (const item of own) {
    const expected = facts(item);
    const found = byId.get(item.id);
    for (const key of Object.keys(expected) as (keyof typeof expected)[]) {
      if (found?.[key] !== expected[key])
        out.push(`${item.id} ${key}: "${found?.[key]}" instead of "${expected[key]}"`);
    }
  }
  return out;
}

function unpaired(text: string): boolean {
  let depth = 0;
  for (const c of text) {
    if (c === '{') depth++;
    else if (c === '}' && --depth < 0) return true;
  }
  return depth !== 0;
}

/** Papers with what breaks exporters: formulas, TeX, signs, accents, crowds of authors, braces that do not pair. */
function hardPapers(): Exportable[] {
  const { items } = readPapers(gunzipSync(readFileSync(corpus)).toString());
  let names = 0;
  return items.filter(({ paper }) => {
    if (/[$\\&%_#{}^~<>]|[^ -~]/.test(paper.title) || paper.authors.length > 50) return true;
    if (unpaired(paper.abstract ?? '')) return true;
    // a sixth of all papers has such a name: every second of them will do
    return /[^ -~]|\\|,|:/.test(paper.authors.join('')) && names++ % 2 === 0;
  });
}

const hard = existsSync(corpus) ? hardPapers() : [];
const sets: [name: string, items: readonly Exportable[]][] = [['nasty records', NASTY]];
if (hard.length > 0) sets.push(['hard real papers', hard]);

// other programs on a busy machine: a minute may not do
describe.each(sets)('%s', { timeout: 300_000 }, (name, items) => {
  const csl: CslItem[] = JSON.parse(exportPapers('csl-json', items).text);

  test('are enough to mean something', () => {
    console.info(`${name}: ${items.length}`);
    expect(items.length).toBeGreaterThanOrEqual(name === 'nasty records' ? 60 : 2_000);
    expect(csl).toHaveLength(items.length);
  });

  test.skipIf(!PANDOC).each(['bibtex', 'biblatex'] as const)(
    'come back through pandoc as %s',
    async (dialect) => {
      expect(differences(await pandoc(dialect, exportPapers('bibtex', items).text), csl)).toEqual([]);
    },
  );

  test.skipIf(!PANDOC)('come back through pandoc from TeX characters', async () => {
    const text = exportPapers('bibtex', items, { unicode: false }).text;
    // words inside a formula stay TeX to pandoc, accents and all
    const accented = new Set(
      csl.filter((item) => /\\text\{[^{}]*[^ -~]/.test(item.abstract ?? '')).map(({ id }) => id),
    );
    const told = (item: CslItem) => spelled(accented.has(item.id) ? { ...item, abstract: '' } : item);
    expect(differences((await pandoc('bibtex', text)).map(told), csl.map(told))).toEqual([]);
  });

  test.skipIf(!PANDOC)('are CSL-JSON that pandoc reads', async () => {
    expect(differences(await pandoc('csljson', exportPapers('csl-json', items).text), csl)).toEqual([]);
  });

  test.skipIf(!BIBER)('pass the data model of biber', async () => {
    // biber takes 20 ms a paper: the signs are in titles and abstracts, so long lists of authors are shortened
    const step = Math.ceil(items.length / 700);
    const some = items
      .filter((item, i) => i % step === 0 || /[{}\\]/.test(item.paper.title))
      .map((item, i) => ({
        ...item,
        paper: { ...item.paper, authors: item.paper.authors.slice(0, i % 50 === 0 ? 200 : 8) },
      }));
    const arxiv = some.map(({ paper }) => paper.id).filter((id) => id.startsWith('arxiv:'));
    const { eprints, ...messages } = await biber(exportPapers('bibtex', some).text);
    expect(messages).toEqual({ errors: [], warnings: [] });
    expect(eprints.sort()).toEqual(arxiv.map((id) => id.slice('arxiv:'.length)).sort());
  });

  test('come back from RIS', () => {
    const records = ris(exportPapers('ris', items).text);
    expect(records).toHaveLength(csl.length);
    records.forEach((record, i) => {
      const item = csl[i] as CslItem;
      const one = (tag: string) => record.get(tag)?.[0];
      expect(letters(one('TI'))).toBe(letters(item.title));
      const names = (item.author ?? []).map((author) =>
        letters(
          author.literal ??
            [
              author['dropping-particle'],
              author['non-dropping-particle'],
              author.family,
              author.given,
              author.suffix,
            ].join(''),
        ),
      );
      expect((record.get('AU') ?? []).map(letters)).toEqual(names);
      expect(one('PY')).toBe(item.issued?.['date-parts'][0]?.[0]?.toString());
      expect([one('DO'), one('UR'), one('ID')]).toEqual([item.DOI, item.URL, item.id]);
      expect(one('AN')).toBe(item.archive_location && `arXiv:${item.archive_location}`);
    });
  });
});
