/**
 * What stands inside the closed shadow roots, as it is drawn: the debugger reaches there, no script of a page does.
 * `marks.ts` sees the same controls as assistive technology does; here are chips, looks and the page bar.
 */
import type { CDPSession, Page } from 'playwright-core';
import { until } from './marks.ts';

interface DomNode {
  backendNodeId: number;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

export interface Chip {
  /** The words drawn. */
  text: string;
  /** The accessible name, which says it in full. */
  name: string;
  /** "chip why", "chip on", "chip new", "chip". */
  kind: string;
}

export interface Drawn {
  title: string;
  chips: Chip[];
  saved: boolean;
  flagged: boolean;
  dismissed: boolean;
  /** Fill of the hand, as the browser computes it: 'none' where it is an outline. */
  hand: string;
}

const sessions = new WeakMap<Page, CDPSession>();

async function session(page: Page): Promise<CDPSession> {
  const known = sessions.get(page);
  if (known) return known;
  const fresh = await page.context().newCDPSession(page);
  sessions.set(page, fresh);
  return fresh;
}

function rootsIn(node: DomNode, attribute: string, found: number[]): number[] {
  if (node.attributes?.includes(attribute))
    for (const root of node.shadowRoots ?? []) found.push(root.backendNodeId);
  for (const child of node.children ?? []) rootsIn(child, attribute, found);
  return found;
}

/** Runs `look` in the page with the closed shadow roots of every element that has `attribute`. */
async function withRoots<T>(
  page: Page,
  attribute: string,
  look: (roots: ShadowRoot[], given: string) => T,
  given = '',
): Promise<T> {
  const cdp = await session(page);
  const { root } = await cdp.send('DOM.getDocument', { depth: -1, pierce: true });
  const ids = rootsIn(root as unknown as DomNode, attribute, []);
  const objects = await Promise.all(
    ids.map(async (backendNodeId) => (await cdp.send('DOM.resolveNode', { backendNodeId })).object.objectId),
  );
  const { result } = await cdp.send('Runtime.evaluate', { expression: 'document' });
  const reply = await cdp.send('Runtime.callFunctionOn', {
    objectId: result.objectId as string,
    functionDeclaration: `function (given, ...roots) { return (${String(look)})(roots, given); }`,
    arguments: [{ value: given }, ...objects.map((objectId) => ({ objectId: objectId as string }))],
    returnByValue: true,
  });
  if (reply.exceptionDetails) {
    throw new Error(reply.exceptionDetails.exception?.description ?? reply.exceptionDetails.text);
  }
  return reply.result.value as T;
}

/** Every mark that is filled, in page order. */
export const drawn = (page: Page): Promise<Drawn[]> =>
  withRoots(page, 'data-manicule', (roots) =>
    roots.flatMap((root) => {
      const hand = root.querySelector<HTMLElement>('button.hand');
      const mark = root.querySelector<HTMLElement>('.m');
      if (!hand || !mark) return [];
      return {
        title: (hand.getAttribute('aria-label') ?? '').replace(/^Save: /, ''),
        chips: [...root.querySelectorAll<HTMLElement>('.chip')].map((chip) => ({
          text: chip.textContent ?? '',
          name: chip.getAttribute('aria-label') ?? '',
          kind: chip.className.trim(),
        })),
        saved: mark.classList.contains('saved'),
        flagged: mark.classList.contains('flagged'),
        dismissed: mark.classList.contains('dismissed'),
        hand: getComputedStyle(hand.querySelector('svg') ?? hand).fill,
      };
    }),
  );

/** The mark of the entry with this title. @throws Error when it is not drawn. */
export async function drawnAt(page: Page, title: string): Promise<Drawn> {
  const found = (await drawn(page)).find((one) => one.title === title);
  if (!found) throw new Error(`no mark is drawn for “${title}”`);
  return found;
}

/** Text of every element of the layer over the page (bar, menu, card, sheet, toast) that matches `selector`. */
export const overlay = (page: Page, selector: string): Promise<string[]> =>
  withRoots(
    page,
    'data-manicule-layer',
    (roots, given) =>
      roots.flatMap((root) =>
        [...root.querySelectorAll<HTMLElement>(given)]
          .filter((one) => one.getClientRects().length > 0)
          .map((one) => (one.textContent ?? '').trim()),
      ),
    selector,
  );

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** Where each of those elements is, in px of the window. */
export const overlayBoxes = (page: Page, selector: string): Promise<Box[]> =>
  withRoots(
    page,
    'data-manicule-layer',
    (roots, given) =>
      roots.flatMap((root) =>
        [...root.querySelectorAll(given)]
          .map((one) => one.getBoundingClientRect())
          .filter((box) => box.width > 0)
          .map(({ left, top, right, bottom }) => ({ left, top, right, bottom })),
      ),
    selector,
  );

const placesOf = (page: Page, name: string): Promise<[x: number, y: number][]> =>
  withRoots(
    page,
    'data-manicule-layer',
    (roots, given) =>
      roots.flatMap((root) =>
        [...root.querySelectorAll<HTMLElement>('button, label')]
          .filter((one) => [one.getAttribute('aria-label'), one.textContent?.trim()].includes(given))
          .map((one) => one.getBoundingClientRect())
          .filter((box) => box.width > 0)
          .map((box): [number, number] => [box.left + box.width / 2, box.top + box.height / 2]),
      ),
    name,
  );

/**
 * Clicks, as the mouse would, the one control of the layer whose text or accessible name is `name`, once it is there.
 * @throws Error when there is none or more than one.
 */
export async function clickOverlay(page: Page, name: string): Promise<void> {
  await until(`“${name}” over the page`, async () => (await placesOf(page, name)).length > 0);
  const places = await placesOf(page, name);
  const [only] = places;
  if (!only || places.length > 1) throw new Error(`${places.length} controls named “${name}” over the page`);
  await page.mouse.click(...only);
}

export interface DrawnFit {
  title: string;
  /** The accessible name, which says score and reasons. */
  name: string;
  score: number;
}

/** The bars that show how well papers fit, in page order. */
export const fits = (page: Page): Promise<DrawnFit[]> =>
  withRoots(page, 'data-manicule', (roots) =>
    roots.flatMap((root) => {
      const bar = root.querySelector('.fit.known');
      if (!bar) return [];
      const name = bar.getAttribute('aria-label') ?? '';
      const save = root.querySelector('[data-do=save]')?.getAttribute('aria-label') ?? '';
      return [{ title: save.replace(/^Save: /, ''), name, score: Number(/\d+/.exec(name)?.[0]) }];
    }),
  );

export interface ChipPlace {
  text: string;
  /** In px of the window. */
  left: number;
  right: number;
  top: number;
  /** All of it is drawn; false: none of it. undefined: cut. */
  whole: boolean | undefined;
}

/** Where the chips of every mark are drawn, mark by mark, in page order. */
export const chipPlaces = (page: Page): Promise<ChipPlace[][]> =>
  withRoots(page, 'data-manicule', (roots) =>
    roots.flatMap((root) => {
      const box = root.querySelector('.chips');
      if (!box) return [];
      const clips = getComputedStyle(box).overflow !== 'visible';
      const frame = box.getBoundingClientRect();
      return [
        [...box.querySelectorAll('.chip')].map((chip) => {
          const { left, right, top, bottom } = chip.getBoundingClientRect();
          const out = clips && (top >= frame.bottom || left >= frame.right);
          const inside = !clips || (right <= frame.right + 1 && bottom <= frame.bottom + 1);
          return { text: chip.textContent ?? '', left, right, top, whole: out ? false : inside || undefined };
        }),
      ];
    }),
  );
