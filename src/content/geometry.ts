/** Where a mark stands. Reads layout only; what it returns writes, so that many marks cost one layout. */
import type { Slot } from '../sites/define-site.ts';

/** Room the hand needs beside the title, in px. */
const GUTTER = 42;
/** Where the chips of a list stand beside their host, and the height of the hand's pill, in px: as in style.ts. */
const CHIPS_LEFT = 14;
const CHIPS_TOP = -5;
const HAND_HEIGHT = 30;
/** Width of the actions after the chips, with some air. */
const ACTS = 150;
/** Width of chips and actions beside a hand in the line. */
const BESIDE = 480;
/** With this much room the chips need no clip. */
const WIDE = 640;
/** Between chips and what stands to their right. */
const AIR = 8;
/** With less room for chips beside the actions, they have that of the actions too as long as these are not shown. */
const NARROW = 120;

const px = (value: number): string => `${value.toFixed(1)}px`;

/** The hand is not made smaller than this, in px. */
const LEAST_HEIGHT = 16;

/**
 * Finds the place of `mark`, drawn in `host`; the returned function takes it there.
 * @param pitch from one entry to the next, in px: where lines are close, a hand must not lie over that of its neighbour
 */
export function place(host: HTMLElement, mark: HTMLElement, slot: Slot, pitch: number): () => void {
  const { style, beside, parent } = slot;
  if (style === 'corner') return placeInCorner(host, mark, parent);
  if (style === 'flow') return placeInLine(host, mark);
  if (!beside?.isConnected) return () => mark.classList.add('inline', 'placed');
  const here = host.getBoundingClientRect();
  const title = beside.getBoundingClientRect();
  const shift = toEndOfRow(host, parent, here);
  // the first line of the title, not its whole box
  const line = Number.parseFloat(getComputedStyle(beside).lineHeight) || Math.min(title.height, 24);
  const inline = title.left < GUTTER + 2 || title.height === 0;
  const height = Math.max(LEAST_HEIGHT, Math.min(Math.floor(pitch), HAND_HEIGHT));
  // from the chips' corner (`.gutter` in style.ts) to the gutter, the hand's middle on the middle of the title's first line
  const x = title.left - here.left - shift.x - CHIPS_LEFT - GUTTER + 6;
  const y = title.top - here.top - shift.y - CHIPS_TOP + Math.max((line - height) / 2, -2);
  // never wider than the window: an overflow would give the page a scroll bar it did not have
  const width = document.documentElement.clientWidth - here.left - shift.x - CHIPS_LEFT;
  const indent = inline ? GUTTER : 0;
  const room = width - indent - ACTS;
  const free = freeTo(slot.until, here.left + shift.x + CHIPS_LEFT + indent);
  return () => {
    mark.classList.add('placed');
    mark.classList.toggle('inline', inline);
    mark.classList.toggle('tight', Math.min(room, free) < WIDE);
    mark.classList.toggle('narrow', room < NARROW);
    mark.classList.toggle('full', room < 0);
    mark.classList.toggle('low', height < HAND_HEIGHT);
    const rooms = `--room:${px(Math.max(0, Math.min(room, free)))};--all:${px(Math.max(0, Math.min(room + ACTS, free)))}`;
    mark.style.cssText = `--x:${px(x)};--y:${px(y)};--dx:${px(shift.x)};--dy:${px(shift.y)};--h:${height}px;${rooms}`;
  };
}

/** Room from `left` to what stands to the right of it. */
function freeTo(until: Element | null | undefined, left: number): number {
  const right = until?.isConnected ? until.getBoundingClientRect().left : 0;
  return right > left ? right - left - AIR : Number.POSITIVE_INFINITY;
}

/** In a flex or grid row an absolute child stands at the row's start: how far it is from there to the end of its content. */
function toEndOfRow(host: HTMLElement, parent: Element, here: DOMRect): { x: number; y: number } {
  const last = host.previousElementSibling;
  if (!last || !/flex|grid/.test(getComputedStyle(parent).display)) return { x: 0, y: 0 };
  const end = last.getBoundingClientRect();
  return { x: end.right - here.left, y: end.top - here.top + (end.height - HAND_HEIGHT) / 2 };
}

/** Near the right edge of the window, what opens beside the hand opens to its left. */
function placeInLine(host: HTMLElement, mark: HTMLElement): () => void {
  const left = document.documentElement.clientWidth - host.getBoundingClientRect().right < BESIDE;
  return () => {
    mark.classList.add('placed');
    mark.classList.toggle('left', left);
  };
}

/** The corner is the card's own where the site positions its cards; else it is found once, from where the host stands. */
function placeInCorner(host: HTMLElement, mark: HTMLElement, card: Element): () => void {
  const width = Math.max(120, card.clientWidth - 16);
  const positioned = getComputedStyle(card).position !== 'static';
  const here = host.getBoundingClientRect();
  const corner = card.getBoundingClientRect();
  return () => {
    const offset = positioned ? '' : `;--x:${px(corner.left - here.left)};--y:${px(corner.top - here.top)}`;
    mark.style.cssText = `--w:${px(width)}${offset}`;
    if (positioned) {
      host.style.setProperty('top', '0', 'important');
      host.style.setProperty('left', '0', 'important');
    }
    mark.classList.add('placed');
  };
}
