/** `export`: papers as a file of any format. */
import { exportChunks, FORMATS, readPapers } from '../../src/exchange/index.ts';
import { CliError, complain, nameOf, readInput, textIn, write } from './cli-io.ts';

export const FORMAT_NAMES = FORMATS.map((format) => format.id).join(', ');

/** @returns the exit code: 1 when a line or a paper was left out. @throws CliError 1 for an unknown format. */
export async function exportFile(to: string | undefined, file: string | undefined): Promise<number> {
  const format = FORMATS.find((one) => one.id === to);
  if (!format) {
    const asked = to
      ? `There is no export format “${to}”.`
      : 'Say which format to write: export --to FORMAT.';
    throw new CliError(1, `${asked} There are: ${FORMAT_NAMES}.`);
  }
  const { items, problems } = readPapers(textIn(await readInput(file)));
  for (const { line, why } of problems) complain(`${nameOf(file)}:${line}: ${why}`);
  const chunks = exportChunks(format.id, items);
  for (let step = chunks.next(); ; step = chunks.next()) {
    if (!step.done) {
      await write(step.value);
      continue;
    }
    for (const { title, why } of step.value.skipped) complain(`“${title}”: ${why}`);
    const papers = new Set(items.map((item) => item.paper.id)).size;
    return problems.length > 0 || step.value.written < papers ? 1 : 0;
  }
}
