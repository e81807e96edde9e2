/** The page behind the popup: what its content script tells, what is told to it, and how a page comes to have one. */
import { type Signal, signal } from '@preact/signals';
import type { PageReport } from '../../core/messages.ts';
import type { PaperId } from '../../core/paper.ts';
import { ANY_FILES, hostPattern } from '../../core/scripts.ts';
import { askFor, grantedOrigins } from '../../platform/permissions.ts';
import { sendToTab } from '../../platform/rpc.ts';
import { inject } from '../../platform/scripts.ts';
import { loadSettings } from '../../platform/settings.ts';
import { activeTab, type TabInfo, tabInfo } from '../../platform/tabs.ts';
import { type Access, accessTo } from './page-access.ts';

export type PageState =
  | { kind: 'asking' }
  /** No page can be read here: the browser's own, or none. */
  | { kind: 'none' }
  /** A known site that the reader has not allowed, or a page that is not looked at by itself. */
  | { kind: 'offer'; access: Access }
  | { kind: 'report'; report: PageReport; access?: Access };

/** While the page is still reading it is asked again after this time, in ms; so many times at most. */
const AGAIN = 400;
const MOST = 25;

/** `?tab=ID`: the popup opened as a tab of its own speaks of that tab. */
async function tabBehind(): Promise<TabInfo | undefined> {
  const given = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(given) ? tabInfo(given) : activeTab();
}

export class PageLink {
  readonly state: Signal<PageState> = signal({ kind: 'asking' });
  readonly #failed: (error: unknown) => void;
  #tab: number | undefined;
  /** The look that counts: an earlier one that ends later speaks of another tab. */
  #look = 0;

  constructor(failed: (error: unknown) => void) {
    this.#failed = failed;
  }

  /** Whether the page has something to say: entries, why there are none, or that it waits for leave. */
  tells(): boolean {
    const page = this.state.peek();
    if (page.kind === 'offer') return page.access.site !== undefined;
    return page.kind === 'report' && (page.report.ids.length > 0 || page.report.problem !== undefined);
  }

  /** Asks the page's content script what it read, until it has read all; where none runs, sees to that. Never rejects. */
  async ask(): Promise<void> {
    const look = ++this.#look;
    try {
      const tab = await tabBehind();
      if (look !== this.#look) return;
      this.#tab = tab?.id;
      const url = tab?.url && URL.canParse(tab.url) ? new URL(tab.url) : undefined;
      // a page no script can run in is not asked: the list would wait for it
      if (url && !hostPattern(url)) return this.#found(look, { kind: 'none' });
      if (await this.#hear(look)) return;
      const access = url && accessTo(url, await grantedOrigins());
      if (!access) this.#found(look, { kind: 'none' });
      else if (access.site ? !access.always : !(await loadSettings()).anyPage)
        this.#found(look, { kind: 'offer', access });
      else await this.#read(look, access);
    } catch (error) {
      this.#found(look, { kind: 'none' });
      this.#failed(error);
    }
  }

  #found(look: number, page: PageState): void {
    if (look === this.#look) this.state.value = page;
  }

  /** Reads the page, this once. */
  async once(access: Access): Promise<void> {
    this.state.value = { kind: 'asking' };
    await this.#read(++this.#look, access).catch(this.#failed);
  }

  /** Asks the reader's leave to read pages of this site always; call it from a click. Reads this one when it was given. */
  async always(access: Access): Promise<void> {
    try {
      // the browser's question may close this popup: the worker then reads the page
      if (!(await askFor(access.origins))) return;
      await this.#read(++this.#look, { ...access, always: true });
    } catch (error) {
      this.#failed(error);
    }
  }

  /** Takes over what the page tells; false when no script answers. */
  async #hear(look: number, access?: Access): Promise<boolean> {
    const tab = this.#tab;
    if (tab === undefined) return false;
    for (let i = 0; i < MOST && look === this.#look; i++) {
      const report = await sendToTab(tab, 'tab.report', {});
      if (!report || report.state === 'absent') return false;
      const own = access ?? (await this.#accessOf(report));
      this.#found(look, { kind: 'report', report, ...(own ? { access: own } : {}) });
      if (report.state !== 'reading') return true;
      await new Promise((later) => setTimeout(later, AGAIN));
    }
    return true;
  }

  /** Only a page of no known site is offered to be read always; the others are. */
  async #accessOf(report: PageReport): Promise<Access | undefined> {
    return report.anyPage ? accessTo(new URL(report.url), await grantedOrigins()) : undefined;
  }

  /** Injects what reads the page, its site's file first; where that knows no list here, the links are read. */
  async #read(look: number, access: Access): Promise<void> {
    const tab = this.#tab;
    for (const files of access.site ? [access.files, ANY_FILES] : [ANY_FILES]) {
      if (tab === undefined || !(await inject(tab, files))) break;
      if (await this.#hear(look, access)) return;
    }
    this.#found(look, { kind: 'none' });
  }

  /** The tab it speaks of. */
  get tab(): number | undefined {
    return this.#tab;
  }

  /** What the page is made of, without its text. */
  async outline(): Promise<string> {
    const told = this.#tab === undefined ? undefined : await sendToTab(this.#tab, 'tab.outline', {});
    return told?.text ?? '';
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
