/** `import`: the papers of a file in any format that can be read, one JSON line each, in the form `export` takes. */
import {
  detectImport,
  IMPORTS,
  type ImportId,
  type ImportProblem,
  type ImportRecord,
  type ImportStep,
  importSteps,
  pageSteps,
  savedFrom,
  whyUnknown,
} from '../../src/exchange/imports.ts';
import { address, readSavedPage } from './cli-extract.ts';
import { CliError, complain, nameOf, readInput, textIn, writeLine } from './cli-io.ts';

export const IMPORT_NAMES = Object.keys(IMPORTS).join(', ');

/** One flat object: what is known of the paper, what the reader decided, where it stood. */
function lineOf(record: ImportRecord): Record<string, unknown> {
  const { paper, aliases, place, ...marks } = record;
  const { id, title, authors, abstract, published, venue, doi, categories, links, ...more } = paper;
  return {
    id,
    title,
    authors,
    abstract,
    published,
    venue,
    doi,
    categories,
    links: { page: links.page, pdf: links.pdf, html: links.html, code: links.code, project: links.project },
    ...more,
    ...(aliases.length > 0 ? { aliases } : {}),
    ...marks,
    from: place,
  };
}

const placed = (file: string | undefined, { line, entry }: ImportProblem): string =>
  line !== undefined
    ? `${nameOf(file)}:${line}`
    : entry !== undefined
      ? `${nameOf(file)}, entry ${entry}`
      : nameOf(file);

/** A saved page goes through the reader of its site where it says where it came from, else its links are followed. */
async function* savedSteps(
  bytes: Buffer,
  text: string,
  href: string | undefined,
): AsyncGenerator<ImportStep> {
  const from = href ?? savedFrom(text);
  if (from === undefined) {
    yield* importSteps(text, 'html');
    return;
  }
  const { reading, close } = await readSavedPage(address(from), bytes);
  yield* pageSteps({ entries: reading.entries, problems: reading.problems, from }, text);
  close();
}

/** The format asked for, else the one the text shows. @throws CliError 1 */
function formatOf(
  from: string | undefined,
  href: string | undefined,
  text: string,
  file: string | undefined,
): ImportId {
  if (from !== undefined) {
    if (Object.hasOwn(IMPORTS, from)) return from as ImportId;
    throw new CliError(1, `There is no import format “${from}”. There are: ${IMPORT_NAMES}.`);
  }
  const found = href === undefined ? detectImport(text) : 'html';
  if (found) return found;
  throw new CliError(1, `${nameOf(file)}: ${whyUnknown(text).replace(' Nothing was changed.', '')}`);
}

/**
 * @param from the format; by default told by the content
 * @param href where a saved page was saved from
 * @returns the exit code: 1 when something was left out; the rest is written all the same
 * @throws CliError 1 for a file that cannot be read, or in which nothing can
 */
export async function importFile(
  file: string | undefined,
  from: string | undefined,
  href: string | undefined,
): Promise<number> {
  const bytes = await readInput(file);
  const text = await textIn(bytes);
  const format = formatOf(from, href, text, file);
  const steps = format === 'html' ? savedSteps(bytes, text, href) : importSteps(text, format);
  let code = 0;
  let written = 0;
  for await (const step of steps) {
    if ('record' in step) {
      written++;
      await writeLine(lineOf(step.record));
    } else if ('problem' in step) {
      complain(`${placed(file, step.problem)}: ${step.problem.why}`);
      if (!step.problem.kept) code = 1;
    }
  }
  if (written === 0 && code === 0)
    throw new CliError(1, `${nameOf(file)}: it was read as ${IMPORTS[format].label} and holds no papers.`);
  return code;
}
