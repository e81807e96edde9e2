/** What a file is, and how it is to be read, before anything is looked up. */
import { say } from '../../core/say.ts';
import type { CsvField } from '../../exchange/from/csv.ts';
import { Said } from '../shared/said.tsx';
import type { ImportSession, Told } from './import-session.ts';

/** What a column is called: by its number where it has no name. */
const columnName = (name: string, place: number): string =>
  name || say('optionsImportColumnNumber', place + 1);

/** Which column of a table holds what: guessed, and open to correction. */
function Columns({ told, session }: { told: Told; session: ImportSession }) {
  const { csv, fields } = told;
  if (!csv || !fields) return null;
  return (
    <>
      <p class="hint">{say('optionsImportGuessed')}</p>
      <table class="import-columns" aria-label={say('optionsImportColumns')}>
        <thead>
          <tr>
            <th scope="col">{say('optionsImportColumn')}</th>
            <th scope="col">{say('optionsImportHolds')}</th>
            <th scope="col">{say('optionsImportExample')}</th>
          </tr>
        </thead>
        <tbody>
          {csv.names.map((name, place) => (
            <tr key={place}>
              <th scope="row" dir="auto">
                {columnName(name, place)}
              </th>
              <td>
                <select
                  class="field"
                  aria-label={say('optionsImportColumnHolds', columnName(name, place))}
                  value={csv.columns[place] ?? ''}
                  onChange={(event) =>
                    session.column(place, (event.currentTarget.value || undefined) as CsvField | undefined)
                  }
                >
                  <option value="">{say('optionsImportLeaveOut')}</option>
                  {fields.map(([field, words]) => (
                    <option key={field} value={field}>
                      {words}
                    </option>
                  ))}
                </select>
              </td>
              <td dir="auto">
                {csv.sample
                  .map((row) => row[place]?.trim())
                  .find((cell) => cell)
                  ?.slice(0, 80)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export interface ImportToldProps {
  told: Told;
  session: ImportSession;
  onPreview: () => void;
  onCancel: () => void;
}

export function ImportTold({ told, session, onPreview, onCancel }: ImportToldProps) {
  const named =
    told.csv?.columns.some((field) => field && ['title', 'id', 'doi', 'url'].includes(field)) ?? true;
  return (
    <div class="would">
      <p>
        <Said
          k="optionsImportTold"
          parts={[
            <strong key="name" dir="auto">
              {told.name}
            </strong>,
            told.label,
          ]}
        />
      </p>
      <Columns told={told} session={session} />
      <label class="check">
        <input
          type="checkbox"
          checked={told.save}
          onChange={(event) => session.choose({ save: event.currentTarget.checked })}
        />{' '}
        {say('optionsImportSave')}
      </label>
      <p class="with-unit">
        <label for="import-tags">{say('optionsImportTags')}</label>{' '}
        <input
          id="import-tags"
          class="field"
          type="text"
          placeholder={say('optionsImportTagsExample')}
          value={told.tags}
          onInput={(event) => session.choose({ tags: event.currentTarget.value })}
        />
      </p>
      {!named && <p class="problem">{say('optionsImportNeedsName')}</p>}
      <p class="buttons">
        <button type="button" class="button strong" disabled={!named} onClick={onPreview}>
          {say('optionsImportPreview')}
        </button>
        <button type="button" class="button" onClick={onCancel}>
          {say('commonCancel')}
        </button>
      </p>
    </div>
  );
}
