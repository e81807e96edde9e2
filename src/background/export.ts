/** A file of given papers, for the page bar. Cite keys given here are stored, so that they never change. */
import { ManiculeError } from '../core/errors.ts';
import type { ExportFile } from '../core/messages.ts';
import type { PaperId } from '../core/paper.ts';
import { say } from '../core/say.ts';
import { citeKeysFor, exportablesOf } from '../exchange/from-row.ts';
import { exportPapers, FORMATS } from '../exchange/index.ts';
import { loadSettings } from '../platform/settings.ts';
import { citeKeys, getRows, setCiteKeys } from '../storage/index.ts';
import { topicLabel } from '../topics/index.ts';

/** @throws ManiculeError 'bad-file' for an unknown format, 'not-found' when none of the papers is stored. */
export async function exportFile(ids: readonly PaperId[], format: string, now: string): Promise<ExportFile> {
  // notes are many files, which the library page makes
  const known = FORMATS.find(({ id }) => id === format && id !== 'obsidian');
  if (!known) throw new ManiculeError('bad-file', say('exportNoFormat', format));
  const { rows, corrupt } = await getRows(ids);
  if (rows.length === 0) throw new ManiculeError('not-found', say('exportNothing'));
  const items = exportablesOf(rows, topicLabel);
  const { citePattern: pattern, citeFold: fold, unicode } = (await loadSettings()).exportChoices;
  const { keys, fresh } = citeKeysFor(items, await citeKeys(), { pattern, fold });
  if (known.keys) await setCiteKeys(fresh, now);
  const { text, skipped } = exportPapers(known.id, items, { keys, now, unicode });
  return {
    filename: `manicule-${now.slice(0, 10)}.${known.extension}`,
    mime: known.mime,
    text,
    skipped: [
      ...skipped.map(({ title, why }) => `${title}: ${why}`),
      ...corrupt.map((id) => say('exportCorrupt', id)),
    ],
  };
}
