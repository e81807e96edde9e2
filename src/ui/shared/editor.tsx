/** The editors of one paper's note, tags and status, below its row or beside the list. */
import type { PaperId } from '../../core/paper.ts';
import type { Acts } from './acts.ts';
import type { Row } from './data.ts';
import './editor.css';
import { NoteEditor } from './note-editor.tsx';
import { TagEditor } from './tag-editor.tsx';

export interface Editing {
  id: PaperId;
  what: 'note' | 'tags';
}

/** How much taller a row is while it is edited, in px. */
export const EDITOR_HEIGHT: Readonly<Record<Editing['what'], number>> = { note: 108, tags: 76 };

interface Props {
  editing: Editing;
  row: Row;
  title: string;
  acts: Acts;
}

export function Editor({ editing, row, title, acts }: Props) {
  return editing.what === 'note' ? (
    <NoteEditor key={row.paper.id} row={row} title={title} acts={acts} focus onDone={acts.closeEditor} />
  ) : (
    <TagEditor key={row.paper.id} row={row} title={title} acts={acts} focus onDone={acts.closeEditor} />
  );
}
