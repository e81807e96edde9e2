/** `export`: papers as a file of any format. */
import type { ExportOptions, FormatId, Report } from '../../src/exchange/index.ts';
import { type Exportable, exportChunks, FORMATS, readPapers } from '../../src/exchange/index.ts';
import { zipChunks } from '../../src/exchange/note-pieces.ts';
import { CliError, complain, nameOf, readInput, textIn, write } from './cli-io.ts';

export const FORMAT_NAMES = FORMATS.map((format) => format.id).join(', ');

/** What else a format is called. */
const ALSO: Readonly<Record<string, FormatId>> = {
  bib: 'bibtex',
  csl: 'csl-json',
  csljson: 'csl-json',
  'endnote-xml': 'endnote',
  endnotexml: 'endnote',
  md: 'markdown',
  'org-mode': 'org',
  rss: 'atom',
};

function chunks(
  format: FormatId,
  items: readonly Exportable[],
  options: ExportOptions,
): Generator<string | Uint8Array, Report> {
  return format === 'obsidian' ? zipChunks(items, options) : exportChunks(format, items, options);
}

/** @returns the exit code: 1 when a line or a paper was left out. @throws CliError 1 for an unknown format. */
export async function exportFile(to: string | undefined, file: string | undefined): Promise<number> {
  const asked = to?.toLowerCase() ?? '';
  const id = Object.hasOwn(ALSO, asked) ? ALSO[asked] : asked;
  const format = FORMATS.find((one) => one.id === id);
  if (!format) {
    const wrong = to
      ? `There is no export format “${to}”.`
      : 'Say which format to write: export --to FORMAT.';
    throw new CliError(1, `${wrong} There are: ${FORMAT_NAMES}.`);
  }
  const { items, problems } = readPapers(await textIn(await readInput(file)));
  for (const { line, why } of problems) complain(`${nameOf(file)}:${line}: ${why}`);
  const writer = chunks(format.id, items, {});
  for (let step = writer.next(); ; step = writer.next()) {
    if (!step.done) {
      await write(step.value);
      continue;
    }
    const { skipped, written, passed = 0 } = step.value;
    for (const { title, why } of skipped) complain(`“${title}”: ${why}`);
    if (passed > 0) complain(`${passed} not flagged: a feed holds flagged papers only.`);
    const papers = new Set(items.map((item) => item.paper.id)).size;
    return problems.length > 0 || written + passed < papers ? 1 : 0;
  }
}
