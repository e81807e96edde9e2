/** Above the rows: how many, what is selected, what to do with all of it. */
import { useState } from 'preact/hooks';
import { STATUSES } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { type MessageKey, say, sayMany } from '../../core/say.ts';
import { listIds } from '../shared/data.ts';
import type { Scope } from '../shared/export-dialog.tsx';
import { ExportMenu } from '../shared/export-menu.tsx';
import { Icon } from '../shared/icons.tsx';
import { later } from '../shared/later.tsx';
import { Menu } from '../shared/menu.tsx';
import { NOTHING, selectAll } from '../shared/selection.ts';
import { tagsIn } from '../shared/tags.ts';
import { papers as countOf, statusWords } from '../shared/words.ts';
import { zoteroOn } from '../shared/zotero.ts';
import { collectionItems } from './collections-bar.tsx';
import { collectionScopes } from './collections-export.ts';
import { priorityItems } from './reading-list.tsx';
import type { LibraryState } from './state.ts';
import { TableButtons } from './table-buttons.tsx';
import { UndoList } from './undo-list.tsx';

const LearnTopic = later(() => import('../shared/learn-topic.tsx').then((part) => part.LearnTopic));

/** Fewer papers are too few to learn a topic from. */
const FEWEST_PAPERS = 5;

export function Toolbar({ state }: { state: LibraryState }) {
  const shown = state.shown.value;
  const selected = state.selected.value;
  const all = shown.length > 0 && selected.length === shown.length;
  return (
    <div class="toolbar" role="toolbar" aria-label={say('libraryShownAndSelected')}>
      <input
        type="checkbox"
        aria-label={say('librarySelectAll')}
        title={say('librarySelectAllHint')}
        checked={all}
        ref={(box) => {
          if (box) box.indeterminate = selected.length > 0 && !all;
        }}
        disabled={shown.length === 0}
        onClick={() => {
          state.selection.value = all ? NOTHING : selectAll(shown);
        }}
      />
      <span class="how-many" aria-live="polite">
        {selected.length > 0
          ? sayMany('librarySelected', selected.length, shown.length)
          : countOf(shown.length)}
      </span>
      {selected.length > 0 && <Bulk state={state} />}
      <span class="space" />
      <UndoList steps={state.steps} />
      {state.table.fits.value && <TableButtons state={state} />}
      <button
        type="button"
        class="tool"
        aria-label={say('libraryOneLine')}
        title={say('libraryOneLine')}
        aria-pressed={state.dense.value}
        onClick={() => state.setDense(!state.dense.peek())}
      >
        <Icon name="rows" />
      </button>
      <button
        type="button"
        class="button only-narrow"
        aria-expanded={state.detailOpen.value}
        onClick={() => {
          state.detailOpen.value = !state.detailOpen.peek();
        }}
      >
        {say('libraryDetails')}
      </button>
      <ExportMenu
        ids={selected.length > 0 ? selected : shown}
        what={selected.length > 0 ? 'selection' : state.view.value}
        label={say(selected.length > 0 ? 'libraryExportSelected' : 'libraryExportShown')}
        scope={say(selected.length > 0 ? 'libraryScopeSelected' : 'libraryScopeShown')}
        byHand={state.hand.list.value !== undefined}
        steps={state.steps}
        align="end"
        everything
        scopes={() => scopesOf(state)}
      />
    </div>
  );
}

/** What else than the selection can be exported: what is shown, and every list whole. */
async function scopesOf(state: LibraryState): Promise<Scope[]> {
  const shown = state.shown.peek();
  const rest: readonly [what: Parameters<typeof listIds>[0], label: MessageKey][] = [
    ['saved', 'libraryScopeSaved'],
    ['flagged', 'libraryScopeFlagged'],
    ['marked', 'libraryScopeMarked'],
    ['all', 'libraryScopeAll'],
  ];
  const lists = rest.map(async ([what, label]) => ({ what, label: say(label), ids: await listIds(what) }));
  const more =
    state.selected.peek().length > 0 ? [{ what: 'found', label: say('libraryScopeShown'), ids: shown }] : [];
  const collections = collectionScopes(state);
  const all: Scope[] = [...more, ...(await collections), ...(await Promise.all(lists))];
  return all.filter(({ ids, inside }) => ids.length > 0 || inside !== undefined);
}

/** Steps on everything selected, each undone as a whole. */
function Bulk({ state }: { state: LibraryState }) {
  const { acts } = state;
  const ids = state.selected.value;
  const [tagging, setTagging] = useState<boolean | undefined>(undefined);
  const [learning, setLearning] = useState<readonly PaperId[]>();
  if (tagging !== undefined) {
    return (
      <input
        class="field"
        ref={(field) => field?.focus()}
        aria-label={say(tagging ? 'libraryTagSelected' : 'libraryUntagSelected')}
        placeholder={say(tagging ? 'libraryTagHint' : 'libraryUntagHint')}
        onBlur={() => setTagging(undefined)}
        onKeyDown={(event) => {
          if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
          event.preventDefault();
          const tags = event.key === 'Enter' ? tagsIn(event.currentTarget.value) : [];
          if (tags.length > 0) void acts.tag(ids, tags, tagging);
          setTagging(undefined);
        }}
      />
    );
  }
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
      <button type="button" class="button" onClick={() => setTagging(true)}>
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
          { label: say('libraryUntag'), act: () => setTagging(false) },
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
