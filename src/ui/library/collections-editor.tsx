/** The collections of one paper, as the tag editor has its tags: known ones suggested, a new name makes one. */
import { MAX_COLLECTION_NAME, pathWords } from '../../core/collections.ts';
import { say } from '../../core/say.ts';
import { fold } from '../../core/text.ts';
import type { Row } from '../shared/data.ts';
import { LabelEditor } from '../shared/label-editor.tsx';
import type { LibraryState } from './state.ts';

export function CollectionsEditor({ row, title, state }: { row: Row; title: string; state: LibraryState }) {
  const { collections } = state;
  const { id } = row.paper;
  const mine = collections.of(row.mark);
  const others = collections.flat.value.filter((node) => !mine.includes(node));
  const add = async (typed: string) => {
    const wanted = fold(typed);
    const known =
      collections.flat.peek().find((node) => fold(pathWords(node)) === wanted) ??
      collections.flat.peek().find((node) => fold(node.name) === wanted);
    const collection = known?.id ?? (await collections.make(typed));
    if (collection !== undefined) await collections.put([id], collection, true);
  };
  return (
    <LabelEditor
      id={`collections-${id}`}
      class="in-collections"
      labels={mine.map((node) => ({
        key: node.id,
        hint: pathWords(node),
        content: (
          <button type="button" class="link" onClick={() => collections.choose(node.id)}>
            {node.name}
          </button>
        ),
        offName: say('libraryCollectionEditRemove', node.name, title),
        off: () => void collections.put([id], node.id, false),
      }))}
      none={say('libraryCollectionEditNone')}
      options={others.map(pathWords)}
      name={say('libraryCollectionEditAdd', title)}
      hint={say('libraryCollectionEditHint')}
      maxLength={MAX_COLLECTION_NAME * 3}
      add={(typed) => {
        void add(typed);
        return true;
      }}
    />
  );
}
