/** Tabs and the extension's own pages. */
import { api } from './api.ts';

export interface TabInfo {
  id: number;
  url: string | undefined;
}

/** The tab the reader looks at; undefined where there is none (a window of the extension itself). */
export async function activeTab(): Promise<TabInfo | undefined> {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? undefined : { id: tab.id, url: tab.url };
}

/** Ids of all tabs; which pages they show is not told. */
export async function allTabs(): Promise<number[]> {
  const tabs = await api.tabs.query({});
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** A tab by its id; its address only where the extension may read its page. */
export async function tabInfo(id: number): Promise<TabInfo | undefined> {
  try {
    const { url } = await api.tabs.get(id);
    return { id, url };
  } catch {
    return undefined; // closed meanwhile
  }
}

/** Calls `listener` when this window shows another tab, or its tab another page. Returns how to stop. */
export function onActiveTab(listener: () => void): () => void {
  const updated = (_id: number, change: { status?: string | undefined }, tab: { active: boolean }) => {
    if (tab.active && change.status === 'complete') listener();
  };
  api.tabs.onActivated.addListener(listener);
  api.tabs.onUpdated.addListener(updated);
  return () => {
    api.tabs.onActivated.removeListener(listener);
    api.tabs.onUpdated.removeListener(updated);
  };
}

export type OwnPage = 'popup' | 'library' | 'options' | 'review' | 'stats' | 'welcome';

/** Address of one of the extension's own pages. */
export const ownPage = (page: OwnPage, search = ''): string =>
  api.runtime.getURL(`src/ui/${page}/index.html${search && searchOf(page, search)}`);

/** The library is opened with a search, the options at a section. */
const searchOf = (page: OwnPage, search: string): string =>
  page === 'options' ? `#${encodeURIComponent(search)}` : `?q=${encodeURIComponent(search)}`;

/** Address of a review: of a tab's papers, else of the one left unfinished or of the last days. */
export const reviewPage = (tab?: number): string =>
  `${ownPage('review')}${tab === undefined ? '' : `?tab=${tab}`}`;

/** Opens one of the extension's own pages, or any web page, in a new tab. */
export async function openTab(url: string): Promise<void> {
  await api.tabs.create({ url });
}
