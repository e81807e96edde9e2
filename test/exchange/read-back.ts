/** Programs that no one here wrote, asked what they understand of our files; and the records they are asked about. */
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync } from 'node:zlib';
import { afterAll } from 'vitest';
import { type Exportable, readPapers } from '../../src/exchange/index.ts';
import type { CslItem } from '../../src/exchange/to/csl-json.ts';
import { byChance } from './chance.ts';
import { NASTY_ALL } from './nasty-more.ts';

const run = promisify(execFile);
const ROOM = { maxBuffer: 2 ** 30 };
const has = (program: string, ask = '--version') => spawnSync(program, [ask]).status === 0;
const shared = process.env['MANICULE_SHARED'] ?? resolve(import.meta.dirname, '../../../shared');
const corpus = join(shared, 'papers/arxiv.jsonl.gz');
const missing = (what: string, without: string) => console.info(`SKIPPED ${without}: ${what} is not here`);

const folder = mkdtempSync(join(tmpdir(), 'manicule-oracle-'));
afterAll(() => rmSync(folder, { recursive: true }));

export const PANDOC = has('pandoc');
export const BIBER = has('biber');
export const BIBTEX = has('bibtex');
export const XMLLINT = has('xmllint');
export const UNZIP = has('unzip', '-v');
if (!PANDOC) missing('pandoc', 'reading exports back with pandoc');
if (!BIBER) missing('biber', 'validating exports with biber');
if (!BIBTEX) missing('bibtex', 'reading exports back with BibTeX');
if (!XMLLINT) missing('xmllint', 'reading exports back with xmllint');
if (!UNZIP) missing('unzip', 'reading exports back with unzip');
if (!existsSync(corpus)) missing('papers/arxiv.jsonl.gz', 'the hard records of real papers');

let count = 0;
/** Path of a new file with this content. */
export function file(content: string | Uint8Array, extension: string): string {
  const path = join(folder, `export-${++count}.${extension}`);
  writeFileSync(path, content);
  return path;
}

/** What a program prints about a file. */
export const ask = async (program: string, ...args: string[]): Promise<string> =>
  (await run(program, args, { ...ROOM, cwd: folder })).stdout;

/** What pandoc makes of a text. */
export const pandoc = (from: string, to: string, text: string): Promise<string> =>
  ask('pandoc', '-f', from, '-t', to, file(text, from.replace(/\W.*$/, '')));

export const pandocItems = async (
  from: 'bibtex' | 'biblatex' | 'csljson',
  text: string,
): Promise<CslItem[]> => JSON.parse(await pandoc(from, 'csljson', text));

/** Messages of biber about a file, errors and warnings apart, and the eprints it understood. */
export async function biber(
  text: string,
): Promise<{ errors: string[]; warnings: string[]; eprints: string[] }> {
  const path = file(text, 'bib');
  const read = run('biber', ['--tool', '--validate-datamodel', '-O', `${path}.out`, path], {
    ...ROOM,
    cwd: folder,
  });
  const { stdout } = await read.catch((error: { stdout: string }) => error);
  const lines = stdout.split('\n');
  return {
    errors: lines.filter((line) => line.startsWith('ERROR')),
    warnings: lines.filter((line) => line.startsWith('WARN')),
    eprints: [...readFileSync(`${path}.out`, 'utf8').matchAll(/^ {2}EPRINT = \{(.*)\},$/gm)].map(
      (match) => match[1] ?? '',
    ),
  };
}

/** One entry as BibTeX understood it. */
export interface Understood {
  /** Field → value, white space as BibTeX leaves it. */
  fields: Map<string, string>;
  /** Each "first|von|last|jr". */
  authors: string[];
}

/** Messages of BibTeX about a file, and its entries as a style of ours prints them: no LaTeX is needed for it. */
export async function bibtex(text: string): Promise<{ log: string[]; entries: Understood[] }> {
  const name = file(text, 'bib').slice(folder.length + 1, -'.bib'.length);
  const style = readFileSync(join(import.meta.dirname, 'dump.bst'));
  writeFileSync(join(folder, 'dump.bst'), style);
  writeFileSync(
    join(folder, `${name}.aux`),
    `\\relax\n\\citation{*}\n\\bibdata{${name}}\n\\bibstyle{dump}\n`,
  );
  const { stdout } = await run('bibtex', [name], { ...ROOM, cwd: folder }).catch(
    (error: { stdout: string }) => error,
  );
  const entries: Understood[] = [];
  // BibTeX breaks long lines at a space and indents what follows
  const lines = readFileSync(join(folder, `${name}.bbl`), 'utf8')
    .replace(/\n {2}/g, ' ')
    .split('\n');
  for (const line of lines) {
    const colon = line.indexOf(': ');
    const [field, value] = [line.slice(0, colon), line.slice(colon + 2)];
    if (field === 'key') entries.push({ fields: new Map(), authors: [] });
    if (field === 'author') entries.at(-1)?.authors.push(value);
    else if (colon > 0) entries.at(-1)?.fields.set(field, value);
  }
  return { log: stdout.split('\n').filter((line) => /warning|error|---line|--line/i.test(line)), entries };
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
  // an abstract without any sign tells nothing new, and takes pandoc its time
  const plain = /^[\w\s.,:;()'"/+-]*$/;
  const lean = items.map((item): Exportable => {
    const { abstract = '', ...paper } = item.paper;
    return plain.test(abstract) && !abstract.includes('_') ? { ...item, paper } : item;
  });
  return lean.filter(({ paper }) => {
    if (/[$\\&%_#{}^~<>]|[^ -~]/.test(paper.title) || paper.authors.length > 50) return true;
    if (unpaired(paper.abstract ?? '')) return true;
    // a sixth of all papers has such a name: every second of them will do
    return /[^ -~]|\\|,|:/.test(paper.authors.join('')) && names++ % 2 === 0;
  });
}

const hard = existsSync(corpus) ? hardPapers() : [];
export const SETS: [name: string, items: readonly Exportable[]][] = [
  ['nasty records', NASTY_ALL],
  ['records by chance', byChance(20_260_131, 400)],
];
if (hard.length > 0) SETS.push(['hard real papers', hard]);
