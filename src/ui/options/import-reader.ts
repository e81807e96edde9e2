/** Reads files of other programs: tells what one is, then gives its records as the reader of this page wants them. */
import { ManiculeError } from '../../core/errors.ts';
import { say } from '../../core/say.ts';
import type { CsvField, CsvPlan } from '../../exchange/from/csv.ts';
import { textOfFile } from '../../exchange/from/file-text.ts';
import type { ImportId } from '../../exchange/imports.ts';
import { type ImportPlan, openImport } from './import-read.ts';
import type { OpenFile } from './read-file.ts';

/** Longer files do not fit into one text of the browser. */
const MOST_BYTES = 400_000_000;

/** What a file is. */
export interface Recognised {
  format: ImportId;
  /** "a BibTeX or BibLaTeX library" */
  label: string;
  /** Whether its papers are usually wanted as saved. */
  library: boolean;
  /** Of a table: how it is read, and what a column may hold in the reader's words. */
  csv?: CsvPlan;
  fields?: readonly (readonly [CsvField, string])[];
  /** Where a saved page was saved from, if it says so. */
  page?: string;
}

export type Wanted = Omit<ImportPlan, 'text'>;

const refused = (sentence: string, cause?: unknown): ManiculeError =>
  new ManiculeError('bad-file', sentence, { cause });

export class TextReader {
  #text = '';

  /** @throws ManiculeError with a sentence where it is nothing that can be imported */
  async look(file: File): Promise<Recognised> {
    if (file.size > MOST_BYTES) throw refused(say('optionsImportTooLarge'));
    const [text, { detectImport, IMPORTS, savedFrom, whyUnknown }, { CSV_FIELDS, csvFieldName, planCsv }] =
      await Promise.all([
        textOfFile(file).catch((cause: unknown) => {
          throw refused(say('optionsImportUnreadable'), cause);
        }),
        import('../../exchange/imports.ts'),
        import('../../exchange/from/csv.ts'),
      ]);
    const format = detectImport(text);
    if (!format) throw refused(whyUnknown(text));
    if (format === 'backup') throw refused(say('optionsImportIsBackup'));
    this.#text = text;
    const { label, library } = IMPORTS[format];
    const page = format === 'html' ? savedFrom(text) : undefined;
    if (page) return { format, label: say('importHtmlOf', new URL(page).hostname), library, page };
    if (format !== 'csv') return { format, label, library };
    const fields = (Object.keys(CSV_FIELDS) as CsvField[]).map(
      (field) => [field, csvFieldName(field)] as const,
    );
    return { format, label, library, csv: planCsv(text), fields };
  }

  /** The records of the file looked at last. */
  open(wanted: Wanted): Promise<OpenFile> {
    return openImport({ ...wanted, text: this.#text });
  }
}
