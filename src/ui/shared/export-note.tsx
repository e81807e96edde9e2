/** What Obsidian notes look like: their names, and their template with the first paper's note beside it. */
import { useEffect, useState } from 'preact/hooks';
import { MAX_TEMPLATE } from '../../core/export-choices.ts';
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { citeKeys, getRows } from './data.ts';
import type { FieldProps } from './export-keys.tsx';
import { topicLabel } from './topic-labels.ts';

const notes = () => import('../../exchange/notes.ts');

/** The first paper's note, or what is wrong with the template. */
async function previewOf(
  template: string,
  { choices, first }: Pick<FieldProps, 'choices' | 'first'>,
): Promise<{ text: string } | { why: string }> {
  const [{ newNote, noteTemplate, written }, { citeKeysFor, exportablesOf }] = await Promise.all([
    notes(),
    import('../../exchange/from-row.ts'),
  ]);
  const found = noteTemplate(template);
  if ('why' in found) return found;
  const items = exportablesOf((await getRows(first as PaperId[])).rows, topicLabel);
  const { keys } = citeKeysFor(items, await citeKeys(), {
    pattern: choices.citePattern,
    fold: choices.citeFold,
  });
  for (const text of written(items, { keys, fields: choices.fields }, [], (work) =>
    newNote(work, found.template),
  ))
    return { text };
  return { text: '' };
}

export function NoteFields({ choices, first, onChange }: FieldProps) {
  const [typed, setTyped] = useState<string | undefined>(choices.noteTemplate || undefined);
  const [builtIn, setBuiltIn] = useState('');
  const [names, setNames] = useState<readonly string[]>([]);
  const [shown, setShown] = useState<{ text: string } | { why: string }>({ text: '' });
  useEffect(() => {
    notes().then(
      ({ DEFAULT_NOTE, NOTE_NAMES }) => {
        setBuiltIn(DEFAULT_NOTE);
        setNames(NOTE_NAMES);
      },
      () => undefined,
    );
  }, []);
  useEffect(() => {
    let late = false;
    previewOf(typed ?? '', { choices, first }).then(
      (made) => {
        if (late) return;
        setShown(made);
        if ('text' in made && (typed ?? '') !== choices.noteTemplate) onChange({ noteTemplate: typed ?? '' });
      },
      () => undefined,
    );
    return () => {
      late = true;
    };
  }, [typed, choices.citePattern, choices.citeFold, choices.fields, first]);
  return (
    <fieldset class="checks">
      <legend>{say('sharedNotes')}</legend>
      <select
        class="field"
        aria-label={say('sharedNoteNames')}
        value={choices.noteName}
        onChange={(event) => onChange({ noteName: event.currentTarget.value === 'title' ? 'title' : 'key' })}
      >
        <option value="key">{say('sharedNotesByKey')}</option>
        <option value="title">{say('sharedNotesByTitle')}</option>
      </select>
      <button type="button" class="button" disabled={typed === undefined} onClick={() => setTyped(undefined)}>
        {say('sharedNoteBuiltIn')}
      </button>
      <div class="beside">
        <textarea
          class="field code"
          dir="ltr"
          aria-label={say('sharedNoteTemplate')}
          aria-describedby="note-hint"
          aria-invalid={'why' in shown}
          rows={12}
          spellcheck={false}
          maxLength={MAX_TEMPLATE}
          value={typed ?? builtIn}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
        <textarea
          class="field code"
          dir="ltr"
          aria-label={say('sharedNotePreview')}
          rows={12}
          readOnly
          value={'text' in shown ? shown.text : ''}
        />
      </div>
      <p class={'why' in shown ? 'hint bad' : 'hint'} id="note-hint">
        {'why' in shown
          ? shown.why
          : say('sharedNoteSyntax', '{{#abstract}}…{{/abstract}}', '{{.}}', names.join(', '))}
      </p>
      <p class="hint">{say('sharedNoteFolderHint')}</p>
    </fieldset>
  );
}
