/** One collection in the tree, with its keys, its menu, and what may be dropped on it. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { CollectionNode } from '../../core/collections.ts';
import { MAX_COLLECTION_NAME } from '../../core/collections.ts';
import { say, sayMany } from '../../core/say.ts';
import { Icon } from '../shared/icons.tsx';
import { Menu } from '../shared/menu.tsx';
import { NOTHING } from '../shared/selection.ts';
import { number } from '../shared/words.ts';
import { begin, dragged, heightIn } from './drag.ts';
import type { LibraryState } from './state.ts';

export type Naming = { parent: string | null } | { rename: string } | undefined;

interface Props {
  node: CollectionNode;
  state: LibraryState;
  /** Whether it is the tree's tab stop. */
  tab: boolean;
  renaming: boolean;
  name: (what: Naming) => void;
  focused: () => void;
  go: (to: 'next' | 'previous' | 'first' | 'last' | 'parent') => void;
  /** Gives it the focus back that was lost as it was stored and drawn anew. */
  again: () => void;
}

type Place = 'before' | 'inside' | 'after';

/** Where a collection would go that is dropped at this height. */
const placeAt = (height: number): Place => (height < 0.25 ? 'before' : height > 0.75 ? 'after' : 'inside');

/** In px: less for what lies deep, so that names are in sight. */
const indent = (depth: number): number => 12 * Math.min(depth, 5) + 2 * Math.min(Math.max(depth - 5, 0), 20);

export function CollectionItem({ node, state, tab, renaming, name, focused, go, again }: Props) {
  const { collections } = state;
  const { id } = node;
  const place = useSignal<Place | undefined>(undefined);
  const item = useRef<HTMLDivElement>(null);
  const open = node.children.length > 0 ? !collections.closed.value.has(id) : undefined;
  const chosen = collections.chosen.value?.id === id;
  const counts = collections.counts.value;
  const count = counts && (counts.get(id) ?? 0);

  const choose = () => {
    state.selection.value = NOTHING;
    collections.choose(chosen ? undefined : id);
    state.cursor.reset();
  };
  const then = (work: Promise<unknown>) => void work.then(() => requestAnimationFrame(again));
  const remove = () => {
    go('previous');
    void collections.delete(id);
  };
  const forwards =
    getComputedStyle(document.documentElement).direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
  const backwards = forwards === 'ArrowRight' ? 'ArrowLeft' : 'ArrowRight';
  const acts: Record<string, () => void> = {
    ArrowDown: () => go('next'),
    ArrowUp: () => go('previous'),
    Home: () => go('first'),
    End: () => go('last'),
    Enter: choose,
    ' ': choose,
    F2: () => name({ rename: id }),
    Delete: remove,
    ContextMenu: () => item.current?.querySelector<HTMLElement>('.menu-place > button')?.click(),
    [forwards]: () => (open === false ? collections.toggle(id, true) : open && go('next')),
    [backwards]: () => (open ? collections.toggle(id, false) : go('parent')),
  };
  const alt: Record<string, () => void> = {
    ArrowUp: () => then(collections.shift(id, -1)),
    ArrowDown: () => then(collections.shift(id, 1)),
    [forwards]: () => then(collections.nest(id, true)),
    [backwards]: () => then(collections.nest(id, false)),
  };

  const drop = (event: DragEvent) => {
    const what = dragged.peek();
    const where = place.peek();
    place.value = undefined;
    if (!what || !where) return;
    event.preventDefault();
    event.stopPropagation();
    if ('papers' in what) void collections.put(what.papers, id, true);
    else if (where === 'inside') void collections.move(what.collection, id);
    else {
      const beside = collections.siblings(id);
      const next = where === 'before' ? node : beside[beside.findIndex((one) => one.id === id) + 1];
      void collections.move(what.collection, node.parent, next?.id ?? null);
    }
  };

  if (renaming)
    return (
      // a tree may hold nothing but its items
      // biome-ignore lint/a11y/useFocusableInteractive: the field in it has the focus
      <div
        role="treeitem"
        aria-level={node.depth + 1}
        aria-selected={chosen}
        aria-label={node.name}
        style={{ paddingInlineStart: `${indent(node.depth)}px` }}
      >
        <NameField
          label={say('libraryCollectionRenameOf', node.name)}
          value={node.name}
          onName={(typed) => {
            name(undefined);
            then(collections.rename(id, typed));
          }}
          onCancel={() => name(undefined)}
        />
      </div>
    );
  return (
    <div
      ref={item}
      role="treeitem"
      class="collection"
      data-collection={id}
      data-drop={place.value}
      tabIndex={tab ? 0 : -1}
      aria-level={node.depth + 1}
      aria-expanded={open}
      aria-selected={chosen}
      aria-label={count === undefined ? node.name : sayMany('libraryCollectionItem', count, node.name)}
      title={node.path.join(' / ')}
      style={{ paddingInlineStart: `${indent(node.depth)}px` }}
      draggable
      onFocus={focused}
      onClick={choose}
      onKeyDown={(event) => {
        if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey) return;
        const menu = event.shiftKey && event.key === 'F10' ? acts['ContextMenu'] : undefined;
        const act = menu ?? (event.shiftKey ? undefined : (event.altKey ? alt : acts)[event.key]);
        if (!act) return;
        event.preventDefault();
        event.stopPropagation();
        act();
      }}
      onDragStart={(event) => {
        event.stopPropagation();
        begin(event, { collection: id }, node.name);
      }}
      onDragOver={(event) => {
        const what = dragged.peek();
        if (!what || ('collection' in what && what.collection === id)) return;
        event.preventDefault();
        event.stopPropagation();
        place.value = 'papers' in what ? 'inside' : placeAt(heightIn(event, event.currentTarget));
      }}
      onDragLeave={() => {
        place.value = undefined;
      }}
      onDrop={drop}
    >
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the arrow keys of the item do it */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the item itself says whether it is open */}
      <span
        class="twisty"
        title={
          open === undefined ? undefined : say(open ? 'libraryCollectionClose' : 'libraryCollectionOpen')
        }
        onClick={(event) => {
          if (open === undefined) return;
          event.stopPropagation();
          collections.toggle(id);
        }}
      >
        {open !== undefined && <Icon name="down" size={12} />}
      </span>
      <span class="collection-name" dir="auto">
        {node.name}
      </span>
      <span class="n">{count === undefined ? '' : number(count)}</span>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: what is clicked inside is a button */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only keeps clicks from choosing the collection */}
      <span class="collection-menu" onClick={(event) => event.stopPropagation()}>
        <Menu
          name={say('libraryCollectionActions', node.name)}
          label={<span aria-hidden="true">⋯</span>}
          align="end"
          tab={tab ? 0 : -1}
          items={[
            { label: say('libraryCollectionNewInside'), act: () => name({ parent: id }) },
            { label: say('libraryCollectionRename'), hint: 'F2', act: () => name({ rename: id }) },
            {
              label: say('libraryCollectionMoveInto'),
              act: () => collections.ask({ what: 'move', collection: id }),
            },
            {
              label: say('libraryCollectionMoveUp'),
              hint: 'Alt+↑',
              act: () => then(collections.shift(id, -1)),
            },
            {
              label: say('libraryCollectionMoveDown'),
              hint: 'Alt+↓',
              act: () => then(collections.shift(id, 1)),
            },
            { label: say('libraryCollectionDelete'), act: remove },
          ]}
        />
      </span>
    </div>
  );
}

export function NameField({
  label,
  value,
  onName,
  onCancel,
}: {
  label: string;
  value?: string;
  onName: (name: string) => void;
  onCancel: () => void;
}) {
  return (
    <input
      class="field naming"
      ref={(field) => {
        if (!field || field === document.activeElement) return;
        field.focus();
        field.select();
      }}
      dir="auto"
      maxLength={MAX_COLLECTION_NAME}
      defaultValue={value ?? ''}
      aria-label={label}
      placeholder={say('libraryCollectionNameHint')}
      onBlur={onCancel}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
        event.preventDefault();
        if (event.key === 'Enter') onName(event.currentTarget.value);
        else onCancel();
      }}
    />
  );
}
