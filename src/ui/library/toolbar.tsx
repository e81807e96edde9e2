/** Above the rows: how many, what is selected, what to do with all of it. */
import { useState } from 'preact/hooks';
import { STATUSES } from '../../core/mark.ts';
import { listIds } from '../shared/data.ts';
import type { Scope } from '../shared/export-dialog.tsx';
import { ExportMenu } from '../shared/export-menu.tsx';
import { Icon } from '../shared/icons.tsx';
import { Menu } from '../shared/menu.tsx';
import { NOTHING, selectAll } from '../shared/selection.ts';
import { tagsIn } from '../shared/tags.ts';
import { papers as countOf, number, STATUS_WORDS } from '../shared/words.ts';
import { zoteroOn } from '../shared/zotero.ts';
import type { LibraryState } from './state.ts';

export function Toolbar({ state }: { state: LibraryState }) {
  const shown = state.shown.value;
  const selected = state.selected.value;
  const all = shown.length > 0 && selected.length === shown.length;
  return (
    <div class="toolbar" role="toolbar" aria-label="Papers shown and selected">
      <input
        type="checkbox"
        aria-label="Select all shown"
        title="Select all shown (Ctrl+A)"
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
          ? `${number(selected.length)} of ${number(shown.length)} selected`
          : countOf(shown.length)}
      </span>
      {selected.length > 0 && <Bulk state={state} />}
      <span class="space" />
      <button
        type="button"
        class="tool"
        aria-label="One line per paper"
        title="One line per paper"
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
        Details
      </button>
      <ExportMenu
        ids={selected.length > 0 ? selected : shown}
        what={selected.length > 0 ? 'selection' : state.view.value}
        label={selected.length > 0 ? 'Export selected' : 'Export shown'}
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
  const rest: readonly [what: Parameters<typeof listIds>[0], label: string][] = [
    ['saved', 'all saved'],
    ['flagged', 'all flagged'],
    ['marked', 'everything saved, flagged or noted'],
    ['all', 'every paper ever met'],
  ];
  const lists = rest.map(async ([what, label]) => ({ what, label, ids: await listIds(what) }));
  const more = state.selected.peek().length > 0 ? [{ what: 'found', label: 'shown', ids: shown }] : [];
  return [...more, ...(await Promise.all(lists))].filter(({ ids }) => ids.length > 0);
}

/** Steps on everything selected, each undone as a whole. */
function Bulk({ state }: { state: LibraryState }) {
  const { acts } = state;
  const ids = state.selected.value;
  const [tagging, setTagging] = useState<boolean | undefined>(undefined);
  if (tagging !== undefined) {
    return (
      <input
        class="field"
        ref={(field) => field?.focus()}
        aria-label={tagging ? 'Tag the selected papers' : 'Take a tag off the selected papers'}
        placeholder={tagging ? 'Tag, then Enter' : 'Tag to take off, then Enter'}
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
      <button type="button" class="button" onClick={() => void acts.save(ids, true)}>
        Save
      </button>
      <button type="button" class="button" onClick={() => void acts.flag(ids, true)}>
        Flag
      </button>
      <button type="button" class="button" onClick={() => void acts.dismiss(ids, true)}>
        Dismiss
      </button>
      <button type="button" class="button" onClick={() => setTagging(true)}>
        Tag…
      </button>
      <Menu
        name="More for the selected papers"
        label="More"
        items={[
          { label: 'Unsave', act: () => void acts.save(ids, false) },
          { label: 'Take the flag off', act: () => void acts.flag(ids, false) },
          { label: 'Take the dismissal back', act: () => void acts.dismiss(ids, false) },
          { label: 'Take a tag off…', act: () => setTagging(false) },
          ...STATUSES.map((status) => ({
            label: `Status: ${STATUS_WORDS[status]}`,
            act: () => void acts.status(ids, status),
          })),
          { label: 'Status: none', act: () => void acts.status(ids, null) },
          ...(zoteroOn.value ? [{ label: 'Send to Zotero', act: () => void acts.zotero(ids) }] : []),
        ]}
      />
      <button
        type="button"
        class="tool"
        aria-label="Clear the selection"
        title="Clear the selection (Esc)"
        onClick={() => {
          state.selection.value = NOTHING;
        }}
      >
        <Icon name="dismiss" size={12} />
      </button>
    </div>
  );
}
