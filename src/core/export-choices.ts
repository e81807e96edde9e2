/** How the reader last exported: kept in the settings, so that the next export begins where the last one ended. */

/** Orders of an exported list. `listed`: as it is shown. */
export const EXPORT_ORDERS = ['listed', 'newest', 'oldest', 'saved', 'title', 'author', 'key'] as const;
export type ExportOrder = (typeof EXPORT_ORDERS)[number];

/** What may be left out of an export. Titles, authors, dates, venues, ids and the page are always there. */
export const EXPORT_FIELDS = [
  'abstract',
  'note',
  'tags',
  'topics',
  'status',
  'flags',
  'categories',
  'pdf',
  'code',
] as const;
export type ExportField = (typeof EXPORT_FIELDS)[number];

/** What cite keys are made of, in the terms of Better BibTeX. */
export const DEFAULT_CITE_PATTERN = '[auth:lower][year][veryshorttitle:lower]';

export interface ExportChoices {
  /** Id of a format of `exchange`. */
  format: string;
  order: ExportOrder;
  fields: ExportField[];
  /** BibTeX and BibLaTeX: characters beyond ASCII as they are, or as TeX. */
  unicode: boolean;
  citePattern: string;
  /** Gödel → `godel` or, as German spells it without the dots, `goedel`. */
  citeFold: 'plain' | 'german';
  /** Body of an Obsidian note; '': the built-in one. */
  noteTemplate: string;
  /** What Obsidian notes are called: their cite key or their title. */
  noteName: 'key' | 'title';
}

export const DEFAULT_EXPORT: Readonly<ExportChoices> = {
  format: 'bibtex',
  order: 'listed',
  fields: [...EXPORT_FIELDS],
  unicode: true,
  citePattern: DEFAULT_CITE_PATTERN,
  citeFold: 'plain',
  noteTemplate: '',
  noteName: 'key',
};

/** Longest pattern and template that are kept, in UTF-16 units. */
export const MAX_PATTERN = 200;
export const MAX_TEMPLATE = 20_000;

/** The choices in `stored`, each one that is missing or of the wrong kind replaced by its default. */
export function readExportChoices(stored: unknown): ExportChoices {
  const out: ExportChoices = { ...DEFAULT_EXPORT, fields: [...DEFAULT_EXPORT.fields] };
  if (typeof stored !== 'object' || stored === null) return out;
  const given = stored as Record<string, unknown>;
  const { format, order, fields, unicode, citePattern, citeFold, noteTemplate, noteName } = given;
  if (typeof format === 'string' && /^[a-z-]{1,30}$/.test(format)) out.format = format;
  out.order = EXPORT_ORDERS.find((known) => known === order) ?? out.order;
  if (Array.isArray(fields)) out.fields = EXPORT_FIELDS.filter((field) => fields.includes(field));
  if (typeof unicode === 'boolean') out.unicode = unicode;
  if (typeof citePattern === 'string' && citePattern.trim() !== '' && citePattern.length <= MAX_PATTERN)
    out.citePattern = citePattern;
  if (citeFold === 'plain' || citeFold === 'german') out.citeFold = citeFold;
  if (typeof noteTemplate === 'string' && noteTemplate.length <= MAX_TEMPLATE)
    out.noteTemplate = noteTemplate;
  if (noteName === 'key' || noteName === 'title') out.noteName = noteName;
  return out;
}
