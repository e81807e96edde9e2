/** The collections in the pane on the left: a tree with one tab stop, moved through and ordered by keys or by dragging. */
import { useSignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import { say, sayMany } from '../../core/say.ts';
import { CollectionItem, NameField } from './collection-item.tsx';
import './collections.css';
import { dragged } from './drag.ts';
import type { LibraryState } from './state.ts';

/** Shown before "more": what else narrows the list is not to stand far below. */
const SHORT = 10;

export function CollectionsSection({ state }: { state: LibraryState }) {
  const { collections } = state;
  const { flat, closed, chosen } = collections;
  /** Where a name is being typed: of a new collection in `parent`, or another for `rename`. */
  const naming = useSignal<{ parent: string | null } | { rename: string } | undefined>(undefined);
  const focused = useSignal<string | undefined>(undefined);
  const tree = useRef<HTMLDivElement>(null);
  const whole = useSignal(false);

  const hidden = new Set<string>();
  const open = flat.value.filter((node) => {
    const under = node.parent !== null && (hidden.has(node.parent) || closed.value.has(node.parent));
    if (under) hidden.add(node.id);
    return !under;
  });
  // of many, the first, and those that the reader is at with those they are in
  const kept = new Set<string>();
  for (const id of [chosen.value?.id, focused.value])
    for (let node = collections.node(id); node; node = collections.node(node.parent ?? undefined))
      kept.add(node.id);
  const shown = whole.value ? open : open.filter(({ id }, at) => at < SHORT || kept.has(id));
  const stop = shown.find(({ id }) => id === focused.value)?.id ?? chosen.value?.id ?? shown[0]?.id;
  const focusNow = (id: string) =>
    tree.current?.querySelector<HTMLElement>(`[data-collection="${CSS.escape(id)}"]`)?.focus();
  const focus = (id: string | undefined) => {
    if (id === undefined) return;
    focused.value = id;
    // when it is drawn: it may have been moved or opened just now
    requestAnimationFrame(() => focusNow(id));
  };
  /** Where drawing it anew took the focus away; a reader who has gone on meanwhile is not called back. */
  const focusAgain = (id: string) => {
    if (document.activeElement === document.body) focusNow(id);
  };
  /** After a field for a name was left, once it is gone. */
  const leave = (id: string | null | undefined) => {
    naming.value = undefined;
    if (id != null) requestAnimationFrame(() => focusAgain(id));
  };
  const now = naming.value;
  const parent = now && 'parent' in now ? now.parent : undefined;
  const made = async (name: string) => {
    naming.value = undefined;
    if (parent !== undefined) focus(await collections.make(name, parent));
  };
  const field = parent !== undefined && (
    <NameField
      label={
        parent === null
          ? say('libraryCollectionName')
          : say('libraryCollectionNewInsideOf', collections.node(parent)?.name ?? '')
      }
      onName={(name) => void made(name)}
      onCancel={() => leave(parent)}
    />
  );
  return (
    <section class="collections" aria-labelledby="facet-collections">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is dropped here goes to the top level; "Move into…" does too */}
      <div
        class="collections-head"
        onDragOver={(event) => {
          if (dragged.peek() && 'collection' in (dragged.peek() ?? {})) event.preventDefault();
        }}
        onDrop={(event) => {
          const what = dragged.peek();
          if (!what || !('collection' in what)) return;
          event.preventDefault();
          void collections.move(what.collection, null);
        }}
      >
        <h2 id="facet-collections">{say('libraryFacetCollections')}</h2>
        <button
          type="button"
          class="tool"
          aria-label={say('libraryCollectionNew')}
          title={say('libraryCollectionNew')}
          onClick={() => {
            naming.value = { parent: null };
          }}
        >
          <span aria-hidden="true">+</span>
        </button>
      </div>
      {flat.value.length === 0 && parent === undefined && (
        <p class="muted collections-none">{say('libraryCollectionNone')}</p>
      )}
      {shown.length > 0 && (
        <div ref={tree} role="tree" class="collection-tree" aria-label={say('libraryCollectionTree')}>
          {shown.map((node) => (
            <CollectionItem
              key={node.id}
              node={node}
              state={state}
              tab={node.id === stop}
              renaming={now !== undefined && 'rename' in now && now.rename === node.id}
              name={(what) => {
                if (what === undefined) return leave(node.id);
                naming.value = what;
                if ('parent' in what && what.parent !== null) collections.toggle(what.parent, true);
              }}
              focused={() => {
                focused.value = node.id;
              }}
              go={(to) => {
                const place = open.indexOf(node);
                const all = {
                  next: open[place + 1],
                  previous: open[place - 1],
                  first: open[0],
                  last: open.at(-1),
                  parent: collections.node(node.parent ?? undefined),
                };
                const next = all[to];
                if (next && !shown.includes(next)) whole.value = true;
                focus(next?.id);
              }}
              again={() => focusAgain(node.id)}
            />
          ))}
        </div>
      )}
      {open.length > SHORT && (whole.value || shown.length < open.length) && (
        <button
          type="button"
          class="link"
          aria-expanded={whole.value}
          onClick={() => {
            whole.value = !whole.value;
          }}
          onDragEnter={() => {
            // what is dragged may be meant for one of the others
            whole.value = true;
          }}
        >
          {whole.value
            ? say('libraryFewerChoices')
            : sayMany('libraryMoreChoices', open.length - shown.length)}
        </button>
      )}
      {field}
    </section>
  );
}
