/** Beside the pages: the side panel that follows the tab in front, the browser's menus, its shortcuts, its address bar. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { pressAll } from './keyboard.ts';
import { DIGEST_URL, digestPage, LIST_URL, listPage, type MadePaper, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { nestedSession } from './nested-session.ts';
import { type Server, serve } from './server.ts';
import { clickOverlay, drawn } from './shadow.ts';
import { stored } from './stored.ts';

const listed = PAPERS.slice(0, 4).map((paper) => ({ ...paper, categories: ['cs.CL'] })) as MadePaper[];
const NEWS = 'https://news.example.org/weekly';

/** The parts of Chrome's API these tests call in the worker or on a page; events can be raised as the browser does. */
interface Raised {
  dispatch(...args: unknown[]): void;
}
interface Api {
  windows: { getCurrent(): Promise<{ id: number }> };
  sidePanel: { open(where: { windowId: number }): Promise<void> };
  tabs: { query(which: object): Promise<{ id: number; url?: string; windowId: number }[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
  contextMenus: { onClicked: Raised; update(item: string, change: object): Promise<void> };
  commands: { onCommand: Raised };
  omnibox: { onInputChanged: Raised; onInputEntered: Raised };
}
declare const chrome: Api;

let server: Server;
let chromium: Chromium;
let own: Page;
let page: Page;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(listed));
  server.add(DIGEST_URL, digestPage(PAPERS.slice(0, 6)));
  server.add(NEWS, '<!doctype html><title>Weekly</title><a href="https://arxiv.org/abs/2403.09999">here</a>');
  chromium = await launchChromium({ server });
  own = await chromium.open('src/ui/options/index.html');
  page = await chromium.visit(LIST_URL);
  await until('marks', async () => (await drawn(page)).filter((one) => one.chips.length > 0).length === 4);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

/** Runs in the worker, woken where it sleeps. */
async function inWorker<T, A>(run: (given: A) => T | Promise<T>, given: A): Promise<T> {
  await own.evaluate("chrome.runtime.sendMessage({ type: 'badge.set', payload: { count: 0 } })");
  const worker = chromium.worker() ?? (await chromium.context.waitForEvent('serviceworker'));
  return worker.evaluate(run as never, given as never) as Promise<T>;
}
const mark = async (id: string) => (await stored(own, 'marks')).find((one) => one['id'] === id);
const opened = async (part: string, act: () => Promise<unknown>): Promise<Page> => {
  const opening = chromium.context.waitForEvent('page');
  await act();
  const tab = await opening;
  await until(part, async () => tab.url().includes(part));
  return tab;
};

describe('the side panel', () => {
  it('shows the papers of the tab in front, and follows it', async () => {
    await own.bringToFront();
    await own.evaluate(async () =>
      chrome.sidePanel.open({ windowId: (await chrome.windows.getCurrent()).id }),
    );
    await page.bringToFront();
    const session = await chromium.browserSession();
    const find = async () => {
      const { targetInfos } = await session.send('Target.getTargets');
      return targetInfos.find((one) => one.url.startsWith(chromium.url('src/ui/panel/')));
    };
    await until('the panel', async () => (await find()) !== undefined);
    const panel = await nestedSession(session, (await find())?.targetId ?? '');
    const count = () =>
      panel.evaluate<string>("document.querySelector('#tab-page .count')?.textContent ?? ''");
    await until('four papers', async () => (await count()) === '4');
    const digest = await chromium.visit(DIGEST_URL);
    await until('six papers', async () => (await count()) === '6');
    await page.bringToFront();
    await until('four again', async () => (await count()) === '4');
    await digest.close();
    const docks = 'document.querySelectorAll(\'[aria-label="Show beside the page"]\').length';
    expect(await panel.evaluate<number>(docks)).toBe(0);
  });
});

describe('the menus', () => {
  const choose = (info: object, url: string) =>
    inWorker(
      async ([choice, at]) => {
        const tab = (await chrome.tabs.query({})).find((one) => one.url === at);
        chrome.contextMenus.onClicked.dispatch(choice, tab ?? { id: -1 });
      },
      [info, url] as const,
    );

  it('are there', async () => {
    for (const item of ['save', 'watch']) {
      // rejects for an item that was never made: of a pattern the browser does not take, say
      await inWorker((id) => chrome.contextMenus.update(id, { enabled: true }), item);
    }
  });

  it('save the paper behind a link, on any page, and again without harm', async () => {
    const news = await chromium.visit(NEWS);
    const info = { menuItemId: 'save', linkUrl: 'https://arxiv.org/abs/2403.09999v1', pageUrl: NEWS };
    for (let i = 0; i < 2; i++) await choose(info, NEWS);
    await until('saved', async () => (await mark('arxiv:2403.09999'))?.['saved']?.value === true);
    const paper = (await stored(own, 'papers')).find((one) => one['id'] === 'arxiv:2403.09999');
    expect(paper).toMatchObject({
      title: 'arXiv:2403.09999',
      links: { page: 'https://arxiv.org/abs/2403.09999' },
      seen: { first: { site: 'news.example.org' } },
    });
    await news.close();
  });

  it('save an entry of a listing, which shows it', async () => {
    const [first] = listed;
    const info = { menuItemId: 'save', linkUrl: `https://arxiv.org/pdf/${first?.id}`, pageUrl: LIST_URL };
    await choose(info, LIST_URL);
    await until('shown', async () => (await drawn(page))[0]?.saved === true);
    const paper = (await stored(own, 'papers')).find((one) => one['id'] === `arxiv:${first?.id}`);
    expect(paper?.['title']).toBe(first?.title);
  });

  it('do nothing with a link to no paper', async () => {
    const before = await stored(own, 'papers');
    await choose({ menuItemId: 'save', linkUrl: 'https://doi.org/10.', pageUrl: LIST_URL }, LIST_URL);
    await until('said', async () =>
      inWorker(async (url) => {
        const [tab] = await chrome.tabs.query({ url });
        return (await chrome.action.getBadgeText({ tabId: tab?.id ?? 0 })) === '–';
      }, LIST_URL),
    );
    expect(await stored(own, 'papers')).toEqual(before);
  });

  it('watch selected words, once', async () => {
    for (let i = 0; i < 2; i++) {
      const options = await opened('#rules', () =>
        choose(
          { menuItemId: 'watch', selectionText: ' “Small Language Models” ', pageUrl: LIST_URL },
          LIST_URL,
        ),
      );
      await options.close();
    }
    const rules = await stored(own, 'rules');
    expect(rules.map(({ words, effect, enabled }) => ({ words, effect, enabled }))).toEqual([
      { words: ['Small Language Models'], effect: 'flag', enabled: true },
    ]);
    await page.reload();
    await until('flagged', async () => (await drawn(page)).some((one) => one.flagged));
  });
});

describe('the address bar', () => {
  const type = (words: string) =>
    inWorker(
      (typed) =>
        new Promise<Suggestion[]>((done) => {
          chrome.omnibox.onInputChanged.dispatch(typed, done);
        }),
      words,
    );

  it('suggests papers of the library, and leads to them', async () => {
    const [first] = listed;
    const others = (first?.authors.length ?? 0) - 1;
    // listings tell the year or not
    const paper = (await stored(own, 'papers')).find((one) => one['id'] === `arxiv:${first?.id}`);
    const year = paper?.['published'] ? ` · ${String(paper['published']).slice(0, 4)}` : '';
    const text = `${first?.title} · ${first?.authors[0]}, +${others}${year}`;
    const found = await type('ask before they');
    expect(found).toEqual([{ content: `https://arxiv.org/abs/${first?.id}`, description: text }]);
    expect(await type('nothing has these words')).toEqual([]);
    expect(await type('')).toEqual([]);
    const enter = (typed: string) =>
      inWorker((text) => chrome.omnibox.onInputEntered.dispatch(text, 'newForegroundTab'), typed);
    await (await opened(`arxiv.org/abs/${first?.id}`, () => enter(found[0]?.content ?? ''))).close();
    const library = await opened('src/ui/library/index.html?q=', () => enter('ask before they'));
    await until(
      'the search',
      async () => (await library.getByRole('searchbox').inputValue()) === 'ask before they',
    );
    await library.close();
  });
});

interface Suggestion {
  content: string;
  description: string;
}

describe('in the page', () => {
  it('the bar and g r lead to a review of it', async () => {
    await page.bringToFront();
    for (const act of [() => clickOverlay(page, 'Review'), () => pressAll(page, 'g', 'r')]) {
      const review = await opened('src/ui/review/index.html?tab=', act);
      await review.locator('article h2').waitFor();
      expect(await review.getByLabel('Papers to review').inputValue()).toBe('page');
      await review.close();
    }
  });
});

describe('the shortcuts', () => {
  const press = (name: string) =>
    inWorker(
      async ([command, url]) => {
        const [tab] = await chrome.tabs.query({ url });
        chrome.commands.onCommand.dispatch(command, tab);
      },
      [name, LIST_URL] as const,
    );

  it('open a review of the page, and the library', async () => {
    const review = await opened('src/ui/review/index.html?tab=', () => press('review'));
    await review
      .getByRole('status')
      .first()
      .filter({ hasText: /^1 of 3: / })
      .waitFor({ state: 'attached' });
    expect(await review.getByLabel('Papers to review').inputValue()).toBe('page');
    await review.close();
    await (await opened('src/ui/library/index.html', () => press('library'))).close();
    expect(chromium.errors).toEqual([]);
  });
});
