/**
 * The extension's page beside the tabs: Chrome's side panel, Firefox's sidebar.
 * https://developer.chrome.com/docs/extensions/reference/api/sidePanel
 * https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/API/sidebarAction
 */
import { api } from './api.ts';

/** Not among the polyfill's types. */
interface SidePanel {
  open(where: { windowId: number }): Promise<void>;
}

const own = (): SidePanel | undefined =>
  (globalThis as { chrome?: { sidePanel?: SidePanel } }).chrome?.sidePanel;

/** Both browsers open it in answer to a click or key only; to be called before anything else is awaited. */
export async function openPanel(windowId?: number): Promise<void> {
  const panel = own();
  if (!panel) return api.sidebarAction.open();
  const id = windowId ?? (await api.windows.getCurrent()).id;
  if (id !== undefined) await panel.open({ windowId: id });
}
