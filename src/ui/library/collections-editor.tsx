/** The collections of one paper, as the tag editor has its tags: known ones suggested, a new name makes one. */
import { useRef } from 'preact/hooks';
import { MAX_COLLECTION_NAME, pathWords } from '../../core/collections.ts';
import { say } from '../../core/say.ts';
import { fold } from '../../core/text.ts';
import type { Row } from '../shared/data.ts';
import { Icon } from '../shared/icons.tsx';
import type { LibraryState } from './state.ts';

export function CollectionsEditor({ row, title, state }: { row: Row; title: string; state: LibraryState }) {
  const { collections } = state;
  const field = useRef<HTMLInputElement>(null);
  const { id } = row.paper;
  const mine = collections.of(row.mark);
  const others = collections.flat.value.filter((node) => !mine.includes(node));
  const add = async () => {
    const typed = field.current?.value.trim() ?? '';
    if (typed === '' || !field.current) return;
    field.current.value = '';
    const wanted = fold(typed);
    const known =
      collections.flat.peek().find((node) => fold(pathWords(node)) === wanted) ??
      collections.flat.peek().find((node) => fold(node.name) === wanted);
    const collection = known?.id ?? (await collections.make(typed));
    if (collection !== undefined) await collections.put([id], collection, true);
  };
  return (
    <div class="editor tags in-collections">
      <div class="tag-line">
        {mine.map((node) => (
          <span key={node.id} class="chip tag" dir="auto" title={pathWords(node)}>
            <button type="button" class="link" onClick={() => collections.choose(node.id)}>
              {node.name}
            </button>
            <button
              type="button"
              class="tag-off"
              aria-label={say('libraryCollectionEditRemove', node.name, title)}
              onClick={() => {
                void collections.put([id], node.id, false);
                field.current?.focus();
              }}
            >
              <Icon name="dismiss" size={10} />
            </button>
          </span>
        ))}
        {mine.length === 0 && <span class="muted">{say('libraryCollectionEditNone')}</span>}
      </div>
      <div class="tag-line">
        <input
          ref={field}
          class="field"
          type="text"
          dir="auto"
          maxLength={MAX_COLLECTION_NAME * 3}
          list={`collections-${id}`}
          aria-label={say('libraryCollectionEditAdd', title)}
          placeholder={say('libraryCollectionEditHint')}
          onKeyDown={(event) => {
            if (event.isComposing) return;
            if (event.key === 'Enter') {
              event.preventDefault();
              void add();
            } else if (event.key === 'Escape') {
              event.preventDefault();
              field.current?.blur();
            }
          }}
        />
        <datalist id={`collections-${id}`}>
          {others.map((node) => (
            <option key={node.id} value={pathWords(node)} />
          ))}
        </datalist>
        <button type="button" class="button" onClick={() => void add()}>
          {say('commonAdd')}
        </button>
      </div>
    </div>
  );
}
