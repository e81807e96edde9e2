/** One paper as a citation, with the cite key it keeps for ever. The writers are loaded when first needed. */
import type { FormatId } from '../../exchange/index.ts';
import { citeKeys, type Row, setCiteKeys } from './data.ts';

/**
 * The citation of one paper in a format. A paper that has no cite key yet is given one, which is stored.
 * @throws ManiculeError
 */
export async function citationOf(row: Row, format: FormatId): Promise<{ text: string; key: string }> {
  const { assignCiteKeys, exportableOf, exportPapers } = await import('../../exchange/index.ts');
  const { paper, mark } = row;
  const item = exportableOf(paper, mark);
  const given = await citeKeys();
  const taken = new Set([...given].filter(([, id]) => id !== paper.id).map(([key]) => key));
  const keys = assignCiteKeys([item], taken);
  const key = keys.get(paper.id) ?? '';
  if (key && !mark?.citeKey) await setCiteKeys(new Map([[paper.id, key]]), new Date().toISOString());
  return { text: exportPapers(format, [item], { keys }).text, key };
}

/** Puts the citation on the clipboard and returns its cite key. Needs a press of key or button shortly before. */
export async function copyCitation(row: Row, format: FormatId): Promise<string> {
  const { text, key } = await citationOf(row, format);
  await navigator.clipboard.writeText(text);
  return key;
}
