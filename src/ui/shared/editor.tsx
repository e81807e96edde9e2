/** The editors of one paper's note, tags and status, below its row or beside the list, loaded after the page is painted. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { PaperId } from '../../core/paper.ts';
import type { Acts } from './acts.ts';
import type { Row } from './data.ts';
import './editor.css';
import { later } from './later.tsx';

export interface Editing {
  id: PaperId;
  what: 'note' | 'tags';
}

/** How much taller a row is while it is edited, in px. */
export const EDITOR_HEIGHT: Readonly<Record<Editing['what'], number>> = { note: 108, tags: 76 };

export interface EditorProps {
  editing: Editing;
  row: Row;
  title: string;
  acts: Acts;
}

/** Has the focus until the editor is there: what is typed meanwhile means nothing to the list. */
function Frame({ acts }: EditorProps) {
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.focus(), []);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Esc closes what is not there yet
    <div
      ref={place}
      class="editor"
      tabIndex={-1}
      aria-busy="true"
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Escape') acts.closeEditor();
      }}
    />
  );
}

export const Editor = later<EditorProps>(
  () => import('./editor-fields.tsx').then((part) => part.EditorFields),
  {
    frame: Frame,
    failed({ acts }, error) {
      acts.closeEditor();
      acts.failed(error);
    },
    soon: true,
  },
);
