/** The page behind the popup: what its content script tells, and what is told to it. */
import { type Signal, signal } from '@preact/signals';
import type { PageReport } from '../../core/messages.ts';
import type { PaperId } from '../../core/paper.ts';
import { sendToTab } from '../../platform/rpc.ts';
import { activeTab } from '../../platform/tabs.ts';

export type PageState = { kind: 'asking' } | { kind: 'none' } | { kind: 'report'; report: PageReport };

/** While the page is still reading it is asked again after this time, in ms. */
const AGAIN = 400;

/** `?tab=ID`: the popup opened as a tab of its own speaks of that tab. */
async function tabBehind(): Promise<number | undefined> {
  const given = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(given) ? given : (await activeTab())?.id;
}

export class PageLink {
  readonly state: Signal<PageState> = signal({ kind: 'asking' });
  readonly #failed: (error: unknown) => void;
  #tab: number | undefined;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Whether the page has something to say: entries, or why there are none. */
  tells(): boolean {
    const page = this.state.peek();
    return page.kind === 'report' && (page.report.ids.length > 0 || page.report.problem !== undefined);
  }

  /** Asks the page's content script what it read, until it has read all; never rejects. */
  async ask(): Promise<void> {
    try {
      this.#tab = await tabBehind();
      const report = this.#tab === undefined ? undefined : await sendToTab(this.#tab, 'tab.report', {});
      this.state.value = report ? { kind: 'report', report } : { kind: 'none' };
      if (report?.state !== 'reading') return;
      await new Promise((later) => setTimeout(later, AGAIN));
      await this.ask();
    } catch (error) {
      this.state.value = { kind: 'none' };
      this.#failed(error);
    }
  }

  /** Scrolls the page to a paper; false when it is not there any more. */
  async show(id: PaperId): Promise<boolean> {
    if (this.#tab === undefined) return false;
    return (await sendToTab(this.#tab, 'tab.show', { id }))?.found === true;
  }

  /** The page's marks follow a change at once. */
  refresh(ids: PaperId[]): void {
    if (this.#tab === undefined || this.state.peek().kind !== 'report') return;
    sendToTab(this.#tab, 'tab.refresh', { ids }).catch(this.#failed);
  }
}
