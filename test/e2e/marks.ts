/**
 * The in-page marks as assistive technology meets them: by role and accessible name. Their shadow roots are closed, so
 * a test sees them through the accessibility tree as a reader's screen reader does, never through the page.
 */
import type { CDPSession, Page } from 'playwright-core';

export interface Control {
  role: string;
  name: string;
  /** aria-pressed of toggle buttons. */
  pressed: boolean | undefined;
  focused: boolean;
  node: number;
}

const sessions = new WeakMap<Page, CDPSession>();

async function session(page: Page): Promise<CDPSession> {
  const known = sessions.get(page);
  if (known) return known;
  const fresh = await page.context().newCDPSession(page);
  sessions.set(page, fresh);
  return fresh;
}

/** Every control of the page with a name matching `name`, in tree order, closed shadow roots included. */
export async function controls(page: Page, name: RegExp): Promise<Control[]> {
  const cdp = await session(page);
  const { nodes } = await cdp.send('Accessibility.getFullAXTree');
  const found: Control[] = [];
  for (const node of nodes) {
    const label = node.name?.value as string | undefined;
    if (node.ignored || label === undefined || node.backendDOMNodeId === undefined || !name.test(label))
      continue;
    const property = (name: string) => node.properties?.find((one) => one.name === name)?.value.value;
    const pressed = property('pressed') as string | undefined;
    found.push({
      role: String(node.role?.value),
      name: label,
      pressed: pressed === undefined ? undefined : pressed === 'true',
      focused: property('focused') === true,
      node: node.backendDOMNodeId,
    });
  }
  return found;
}

const quoted = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** The button `<action>: <title>` of an entry. @throws Error when there is not exactly one. */
export async function button(page: Page, action: string, title: string): Promise<Control> {
  const all = await controls(page, new RegExp(`^${quoted(action)}: ${quoted(title)}$`));
  const buttons = all.filter((one) => one.role === 'button');
  const [only] = buttons;
  if (!only || buttons.length > 1) throw new Error(`${buttons.length} buttons named “${action}: ${title}”`);
  return only;
}

/** The middle of a control in the view, after scrolling to it. */
async function middle(page: Page, control: Control): Promise<[x: number, y: number]> {
  const cdp = await session(page);
  await cdp.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: control.node });
  const { model } = await cdp.send('DOM.getBoxModel', { backendNodeId: control.node });
  const [x1 = 0, y1 = 0, , , x2 = 0, y2 = 0] = model.border;
  return [(x1 + x2) / 2, (y1 + y2) / 2];
}

/** Top and bottom of every button whose name matches, in tree order. */
export async function heights(page: Page, name: RegExp): Promise<[top: number, bottom: number][]> {
  const cdp = await session(page);
  const buttons = (await controls(page, name)).filter((one) => one.role === 'button');
  const boxes = buttons.map(({ node }) => cdp.send('DOM.getBoxModel', { backendNodeId: node }));
  return (await Promise.all(boxes)).map(({ model }) => [model.border[1] ?? 0, model.border[5] ?? 0]);
}

/** Clicks a button of an entry's mark with the mouse, by way of the hand: the other actions show when it is near. */
export async function clickInMark(page: Page, title: string, action: string): Promise<void> {
  if (action !== 'Save') await page.mouse.move(...(await middle(page, await button(page, 'Save', title))));
  await page.mouse.click(...(await middle(page, await button(page, action, title))));
}

/** Number of host elements, and how many of them the page itself could look into (must be none). */
export const hosts = (page: Page): Promise<{ count: number; open: number }> =>
  page.evaluate(() => {
    const all = [...document.querySelectorAll('div[data-manicule]')];
    return { count: all.length, open: all.filter((one) => one.shadowRoot !== null).length };
  });

/** Longest wait for anything, in ms: how fast a machine is, is no test's business. */
export const PATIENCE_MS = 60_000;

/**
 * Waits until `check` is true, asking every 50 ms; one that throws is asked again, for what it looks at may not be there yet.
 * @throws Error naming `what` when that takes longer than anything may.
 */
export async function until(what: string, check: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + PATIENCE_MS;
  for (;;) {
    let cause: unknown;
    try {
      if (await check()) return;
    } catch (error) {
      cause = error;
    }
    if (Date.now() > end) throw new Error(`timed out: ${what}`, { cause });
    await new Promise((tick) => setTimeout(tick, 50));
  }
}

/** Waits until `count` entries have a mark. */
export const marked = (page: Page, count: number): Promise<void> =>
  until(`${count} marks`, async () => (await hosts(page)).count === count);
