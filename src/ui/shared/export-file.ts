/** From a list of ids to a file in the downloads, and the sentence that says what became of it. */
import type { PaperId } from '../../core/paper.ts';
import type { Exportable, FormatId } from '../../exchange/index.ts';
import { topicLabel } from '../../topics/index.ts';
import { citeKeys, getRows, setCiteKeys } from './data.ts';
import { download, fileName } from './download.ts';
import { makeFile, type Progress } from './export-run.ts';
import { papers as countOf } from './words.ts';

const breathe = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

/**
 * Writes the papers of `ids` to a file. New cite keys are stored, so that the next file has the same.
 * @returns what to tell the reader.
 * @throws ManiculeError
 */
export async function exportList(
  format: FormatId,
  ids: readonly PaperId[],
  what: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<string> {
  const { assignCiteKeys, exportableOf, exportChunks, FORMATS } = await import('../../exchange/index.ts');
  const given = await citeKeys();
  const inFile = new Set(ids);
  const taken = new Set([...given].filter(([, id]) => !inFile.has(id)).map(([key]) => key));
  let fresh = new Map<PaperId, string>();
  const chunks = (id: FormatId, items: readonly Exportable[]) => {
    const keys = assignCiteKeys(items, taken);
    const keyless = new Set(items.filter((item) => !item.citeKey).map((item) => item.paper.id));
    fresh = new Map([...keys].filter(([paper]) => keyless.has(paper)));
    return exportChunks(id, items, { keys, taken });
  };
  const read = async (slice: readonly PaperId[]) => {
    const { rows } = await getRows(slice);
    return rows.map(({ paper, mark }) =>
      exportableOf(
        paper,
        mark,
        paper.topics.map(({ id }) => topicLabel(id)),
      ),
    );
  };
  const tools = { read, chunks, breathe, now: () => performance.now() };
  const made = await makeFile(format, ids, tools, onProgress, signal);
  if (format === 'bibtex' || format === 'csl-json') await setCiteKeys(fresh, new Date().toISOString());
  const kind = FORMATS.find(({ id }) => id === format);
  if (kind) download(fileName(what, kind.extension), kind.mime, made.pieces);
  const left = made.missing > 0 ? ` ${countOf(made.missing)} could not be read or written and were left out.` : '';
  return `Exported ${countOf(made.written)} as ${kind?.label ?? format}.${left}`;
}
