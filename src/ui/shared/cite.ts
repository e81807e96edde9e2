/** One paper as a citation, with the cite key it keeps for ever. The writers are loaded when first needed. */
import { FORMATS, type FormatId } from '../../exchange/formats.ts';
import { loadSettings } from '../../platform/settings.ts';
import { citeKeys, type Row, setCiteKeys } from './data.ts';
import { topicLabel } from './topic-labels.ts';

const CITED: readonly FormatId[] = ['bibtex', 'biblatex', 'ris', 'csl-json', 'endnote', 'markdown', 'org'];
/** Formats of which one paper alone is of use. */
export const CITATIONS = FORMATS.filter(({ id }) => CITED.includes(id));

/**
 * The citation of one paper in a format. A paper that has no cite key yet is given one, which is stored.
 * @throws ManiculeError
 */
export async function citationOf(row: Row, format: FormatId): Promise<{ text: string; key: string }> {
  const { exportPapers } = await import('../../exchange/index.ts');
  const { citeKeysFor, exportablesOf } = await import('../../exchange/from-row.ts');
  const items = exportablesOf([row], topicLabel);
  const { citePattern: pattern, citeFold: fold, unicode } = (await loadSettings()).exportChoices;
  const { keys, fresh } = citeKeysFor(items, await citeKeys(), { pattern, fold });
  await setCiteKeys(fresh, new Date().toISOString());
  return { text: exportPapers(format, items, { keys, unicode }).text, key: keys.get(row.paper.id) ?? '' };
}

/** Puts the citation on the clipboard and returns its cite key. Needs a press of key or button shortly before. */
export async function copyCitation(row: Row, format: FormatId): Promise<string> {
  const { text, key } = await citationOf(row, format);
  await navigator.clipboard.writeText(text);
  return key;
}
