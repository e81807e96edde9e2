/** What can be done with the papers that are selected. */
import { useState } from 'preact/hooks';
import { STATUSES } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { Icon } from '../shared/icons.tsx';
import { later } from '../shared/later.tsx';
import { Menu } from '../shared/menu.tsx';
import { NOTHING } from '../shared/selection.ts';
import { statusWords } from '../shared/words.ts';
import { zoteroOn } from '../shared/zotero.ts';
import { type BulkAsking, BulkField } from './bulk-field.tsx';
import { collectionItems } from './collections-bar.tsx';
import { priorityItems } from './reading-list.tsx';
import type { LibraryState } from './state.ts';

const LearnTopic = later(() => import('../shared/learn-topic.tsx').then((part) => part.LearnTopic));

/** Fewer papers are too few to learn a topic from. */
const FEWEST_PAPERS = 5;

/** Steps on everything selected, each undone as a whole. */
export function Bulk({ state }: { state: LibraryState }) {
  const { acts } = state;
  const ids = state.selected.value;
  const [asking, setAsking] = useState<BulkAsking>();
  const [learning, setLearning] = useState<readonly PaperId[]>();
  if (asking) return <BulkField state={state} ids={ids} asking={asking} close={() => setAsking(undefined)} />;
  return (
    <div class="bulk">
      {learning && (
        <LearnTopic
          ids={learning}
          close={() => setLearning(undefined)}
          added={(words) => state.steps.say(words)}
        />
      )}
      <button type="button" class="button" onClick={() => void acts.save(ids, true)}>
        {say('commonSave')}
      </button>
      <button type="button" class="button" onClick={() => void acts.flag(ids, true)}>
        {say('commonFlag')}
      </button>
      <button type="button" class="button" onClick={() => void acts.dismiss(ids, true)}>
        {say('commonDismiss')}
      </button>
      <button
        type="button"
        class="button"
        title={say('libraryTrashDeleteHint')}
        onClick={() => void acts.trash(ids)}
      >
        {say('libraryTrashDelete')}
      </button>
      <button type="button" class="button" onClick={() => setAsking('tag')}>
        {say('libraryTag')}
      </button>
      <button type="button" class="button" onClick={() => state.collections.ask({ what: 'add', ids })}>
        {say('libraryCollectionAdd')}
      </button>
      <Menu
        name={say('libraryMoreForSelected')}
        label={say('commonMore')}
        items={[
          { label: say('libraryUnsave'), act: () => void acts.save(ids, false) },
          { label: say('libraryUnflag'), act: () => void acts.flag(ids, false) },
          { label: say('libraryUndismiss'), act: () => void acts.dismiss(ids, false) },
          ...(ids.length >= FEWEST_PAPERS
            ? [{ label: say('learnTopicOpen'), act: () => setLearning(ids) }]
            : []),
          { label: say('librarySetLess'), act: () => void acts.less(ids, true) },
          { label: say('librarySetNotLess'), act: () => void acts.less(ids, false) },
          { label: say('libraryUntag'), act: () => setAsking('untag') },
          { label: say('libraryTopicAdd'), act: () => setAsking('topic') },
          { label: say('libraryTopicOff'), act: () => setAsking('no-topic') },
          ...collectionItems(state, ids),
          ...priorityItems(state, ids),
          ...STATUSES.map((status) => ({
            label: say('librarySetStatus', statusWords(status)),
            act: () => void acts.status(ids, status),
          })),
          { label: say('librarySetNoStatus'), act: () => void acts.status(ids, null) },
          ...(zoteroOn.value ? [{ label: say('sharedSendToZotero'), act: () => void acts.zotero(ids) }] : []),
        ]}
      />
      <button
        type="button"
        class="tool"
        aria-label={say('libraryClearSelection')}
        title={say('libraryClearSelectionHint')}
        onClick={() => {
          state.selection.value = NOTHING;
        }}
      >
        <Icon name="dismiss" size={12} />
      </button>
    </div>
  );
}
