/** The editors of one paper's note and tags, as they open below its row. */
import type { EditorProps } from './editor.tsx';
import { NoteEditor } from './note-editor.tsx';
import { TagEditor } from './tag-editor.tsx';

export function EditorFields({ editing, row, title, acts }: EditorProps) {
  return editing.what === 'note' ? (
    <NoteEditor key={row.paper.id} row={row} title={title} acts={acts} focus onDone={acts.closeEditor} />
  ) : (
    <TagEditor key={row.paper.id} row={row} title={title} acts={acts} focus onDone={acts.closeEditor} />
  );
}
