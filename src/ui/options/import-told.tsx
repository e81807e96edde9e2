/** What a file is, and how it is to be read, before anything is looked up. */
import type { CsvField } from '../../exchange/from/csv.ts';
import type { ImportSession, Told } from './import-session.ts';

/** Which column of a table holds what: guessed, and open to correction. */
function Columns({ told, session }: { told: Told; session: ImportSession }) {
  const { csv, fields } = told;
  if (!csv || !fields) return null;
  return (
    <>
      <p class="hint">What the columns hold is guessed; change what is wrong.</p>
      <table class="import-columns" aria-label="What the columns hold">
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">Holds</th>
            <th scope="col">For example</th>
          </tr>
        </thead>
        <tbody>
          {csv.names.map((name, place) => (
            <tr key={place}>
              <th scope="row" dir="auto">
                {name || `column ${place + 1}`}
              </th>
              <td>
                <select
                  class="field"
                  aria-label={`${name || `column ${place + 1}`} holds`}
                  value={csv.columns[place] ?? ''}
                  onChange={(event) =>
                    session.column(place, (event.currentTarget.value || undefined) as CsvField | undefined)
                  }
                >
                  <option value="">(leave out)</option>
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
        <strong dir="auto">{told.name}</strong> is {told.label}. Nothing is changed yet.
      </p>
      <Columns told={told} session={session} />
      <label class="check">
        <input
          type="checkbox"
          checked={told.save}
          onChange={(event) => session.choose({ save: event.currentTarget.checked })}
        />{' '}
        save every paper
      </label>
      <p class="with-unit">
        <label for="import-tags">Tag them all with</label>{' '}
        <input
          id="import-tags"
          class="field"
          type="text"
          placeholder="none; commas between several"
          value={told.tags}
          onInput={(event) => session.choose({ tags: event.currentTarget.value })}
        />
      </p>
      {!named && <p class="problem">Say which column holds the title, the id, the DOI or the address.</p>}
      <p class="buttons">
        <button type="button" class="button strong" disabled={!named} onClick={onPreview}>
          Preview
        </button>
        <button type="button" class="button" onClick={onCancel}>
          Cancel
        </button>
      </p>
    </div>
  );
}
