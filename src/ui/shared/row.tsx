/** One paper in a list. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { isDismissed, isFlagged, isSaved, type Mark } from '../../core/mark.ts';
import type { PaperId } from '../../core/paper.ts';
import { type MessageKey, say } from '../../core/say.ts';
import type { Acts } from './acts.ts';
import { Cell } from './cell.tsx';
import { Chips } from './chips.tsx';
import type { Cursor } from './cursor.ts';
import type { Row } from './data.ts';
import { type Editing, Editor } from './editor.tsx';
import { Hand, type HandState } from './hand.tsx';
import { painted } from './painted.ts';
import type { RowPlace } from './paper-list.tsx';
import type { Papers } from './papers.ts';
import './row.css';
import { RowActions } from './row-actions.tsx';
import { texToText } from './tex.ts';
import { useSoon } from './use-soon.ts';
import { authorWords, venueWords } from './words.ts';

export interface RowProps {
  id: PaperId;
  place: RowPlace;
  papers: Papers;
  cursor: Cursor;
  acts: Acts;
  /** full: title, authors, chips; short: title and chips; line: all in one line. */
  look: 'full' | 'short' | 'line';
  onPage?: boolean;
  editing?: Editing | undefined;
  /** Rows can be selected: whether this one is. */
  selected?: boolean | undefined;
  onSelect?: ((id: PaperId, event: MouseEvent) => void) | undefined;
  /** The page lets rows be dragged. */
  drag?: boolean;
}

export function handState(mark: Mark | undefined): HandState {
  if (isDismissed(mark)) return 'dismissed';
  if (isFlagged(mark)) return isSaved(mark) ? 'saved-flagged' : 'flagged';
  return isSaved(mark) ? 'saved' : 'none';
}

const STATE_KEYS: Readonly<Record<Exclude<HandState, 'none'>, MessageKey>> = {
  saved: 'sharedStateSaved',
  flagged: 'sharedStateFlagged',
  'saved-flagged': 'sharedStateBoth',
  dismissed: 'sharedStateDismissed',
};

/** The title, and what was decided. */
function nameOf(cell: Row, state: HandState): string {
  const title = texToText(cell.paper.title);
  return state === 'none' ? title : say('sharedListed', title, say(STATE_KEYS[state]));
}

export function PaperRow(props: RowProps) {
  const { id, place, papers, cursor } = props;
  const element = useRef<HTMLDivElement>(null);
  const cell = papers.cell(id).value;
  const active = cursor.id.value === id;

  useLayoutEffect(() => {
    if (!active || !cursor.wantsFocus || !element.current) return;
    cursor.wantsFocus = false;
    element.current.focus({ preventScroll: true });
  });

  const state = cell ? handState(cell.mark) : 'none';
  const kind = `row row-${state} look-${props.look}${active ? ' active' : ''}`;
  const parts = `${cell && props.onSelect ? ' pickable' : ''}${cell && props.editing ? ' editing' : ''}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a row of the grid
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled for the whole page
    <div
      ref={element}
      role="row"
      class={kind + parts}
      data-id={id}
      draggable={props.drag}
      tabIndex={active ? 0 : -1}
      aria-rowindex={place.index + 1}
      aria-selected={props.onSelect ? props.selected === true : undefined}
      aria-label={cell ? nameOf(cell, state) : say('sharedLoading')}
      style={{ transform: `translateY(${place.top}px)`, height: `${place.height}px` }}
      onFocus={() => {
        if (!active) cursor.to(place.index, false);
      }}
      onClick={(event) => {
        if (props.onSelect && (event.shiftKey || event.ctrlKey || event.metaKey)) props.onSelect(id, event);
        else if (!active) cursor.to(place.index, event.target === event.currentTarget);
      }}
    >
      {cell ? (
        <Filled {...props} row={cell} state={state} active={active} />
      ) : (
        <Unfilled gone={cell === null} />
      )}
    </div>
  );
}

/** A record that is gone or cannot be read keeps its place until the list is read again: nothing jumps. */
function Unfilled({ gone }: { gone: boolean }) {
  return <Cell kind="what muted">{gone ? say('sharedRecordUnreadable') : '\u00a0'}</Cell>;
}

function Filled(props: RowProps & { row: Row; state: HandState; active: boolean }) {
  const { row, acts, active, state, id, look } = props;
  const line = look === 'line';
  const { paper, mark } = row;
  const title = texToText(paper.title);
  const tab = active ? 0 : -1;
  const saved = isSaved(mark);
  const soon = useSoon();
  const where = venueWords(paper);
  return (
    <>
      {props.onSelect && (
        <Cell kind="pick">
          <input
            type="checkbox"
            tabIndex={tab}
            checked={props.selected === true}
            aria-label={say('sharedSelect', title)}
            onClick={(event) => {
              event.stopPropagation();
              props.onSelect?.(id, event);
            }}
          />
        </Cell>
      )}
      <Cell kind="point">
        <button
          type="button"
          class="tool"
          tabIndex={tab}
          aria-pressed={saved}
          aria-label={say('sharedNamed', say('sharedActSave'), title)}
          title={say(saved ? 'sharedActSaved' : 'sharedActSaveHint')}
          onClick={() => void acts.save([id])}
        >
          <Hand state={state} />
        </button>
      </Cell>
      <Cell kind="what">
        <a
          class="title"
          dir="auto"
          href={paper.links.page}
          tabIndex={tab}
          target="_blank"
          rel="noreferrer"
          title={look === 'full' ? undefined : title}
          onClick={(event) => acts.followLink(event, paper.links.page)}
        >
          {title}
        </a>
        <div class="by" dir="auto" hidden={look === 'short'}>
          {authorWords(paper.authors, paper.authorsCut, line ? 3 : 6) || say('sharedNoAuthorsRow')}
          {where && <span class="where"> · {where}</span>}
        </div>
        <Chips paper={paper} mark={mark} onPage={props.onPage === true} />
      </Cell>
      {(active || soon) && painted.value && <RowActions row={row} title={title} acts={acts} tab={tab} />}
      {props.editing && (
        <Cell kind="edit">
          <Editor editing={props.editing} row={row} title={title} acts={acts} />
        </Cell>
      )}
    </>
  );
}
