/** The page bar and the keys: what they count, leave out and put back, and when they keep silent. */
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { topicShort } from '../../src/topics/index.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { DIGEST_URL, digestPage, LIST_URL, listPage, manyPapers, PAPERS } from './made-pages.ts';
import { controls, until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { clickOverlay, drawn, overlay, overlayBoxes } from './shadow.ts';
import { type Raw, stored } from './stored.ts';

/** Met on the digest before, so not new on the list. */
const MET = PAPERS.slice(0, 5);
/** Ids in the list's order: its own category first. */
const own = PAPERS.filter((paper) => paper.categories[0] === 'cs.CL');
const cross = PAPERS.filter((paper) => paper.categories[0] !== 'cs.CL');
const IDS = [...own, ...cross].map((paper) => paper.id);
const [a, b, c, d] = IDS as [string, string, string, string];

/** The site's own inline styles, a search field, and a script that hears which keys the page is left with. */
const html = listPage(PAPERS)
  .replace('A list of preprints', 'A list <input type="search" aria-label="Search"> of preprints')
  .replace('<dd>', '<dd style="display: list-item; opacity: 0.9; color: rgb(1, 2, 3);">')
  .replace(
    '</body>',
    '<script>window.heard = []; addEventListener("keydown", (event) => heard.push(event.key));</script></body>',
  );

const LONG = LIST_URL.replace('cs.CL', 'cs.RO');

let server: Server;
let chromium: Chromium;
let options: Page;
let page: Page;

beforeAll(async () => {
  server = await serve();
  server.add(DIGEST_URL, digestPage(MET));
  server.add(LIST_URL, html);
  server.add(LONG, listPage(manyPapers(1_200), { category: 'cs.RO' }));
  chromium = await launchChromium({ server, viewport: { width: 1280, height: 4000 } });
  options = await chromium.open('src/ui/options/index.html');
  const digest = await chromium.visit(DIGEST_URL);
  await known(digest, MET.length);
  await digest.close();
  page = await chromium.visit(LIST_URL);
  await known(page, PAPERS.length);
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const known = (on: Page, count: number) =>
  until('all entries known', async () => {
    const all = await drawn(on);
    return all.length === count && all.every((one) => one.chips.length > 0);
  });

/** Ids of the entries that are shown, in page order. */
const shown = () =>
  page.evaluate(() =>
    [...document.querySelectorAll('dt')]
      .filter((dt) => dt.getClientRects().length > 0 && dt.nextElementSibling?.getClientRects().length)
      .map((dt) => dt.querySelector('a[title=Abstract]')?.id),
  );
const styles = () =>
  page.evaluate(() => [...document.querySelectorAll('dt, dd')].map((one) => one.getAttribute('style')));
const counts = () => overlay(page, '.bar .count');
const entries = async () => (await overlay(page, '.bar b'))[0];
const marks = () => stored(options, 'marks');
const isSaved = async (id: string) =>
  (await marks()).some((mark) => mark.id === `arxiv:${id}` && mark.saved?.value === true);

/** Presses `key` on the next entry and waits until it is stored. */
async function decide(key: string, field: string): Promise<void> {
  const before = (await marks()).filter((mark) => mark[field]).length;
  await page.keyboard.press('j');
  await page.keyboard.press(key);
  await until(`${field} stored`, async () => (await marks()).filter((mark) => mark[field]).length > before);
}

/** Waits until exactly these entries are shown. */
async function shows(ids: readonly string[]): Promise<void> {
  await until(`${ids.length} entries shown`, async () => (await shown()).length === ids.length);
  expect(await shown()).toEqual(ids);
}

describe('the page bar', () => {
  let before: (string | null)[];

  it('counts entries, new, flagged and saved', async () => {
    before = await styles();
    expect(before.filter((style) => style !== null)).toEqual([
      'display: list-item; opacity: 0.9; color: rgb(1, 2, 3);',
    ]);
    // the bar is told of changes a few times a second
    await until('first counts', async () => (await counts())[0] === '15 new');
    expect([await entries(), await counts()]).toEqual(['20 entries', ['15 new', '0 flagged', '0 saved']]);
    await decide('s', 'saved');
    await decide('s', 'saved');
    await decide('f', 'flagged');
    await decide('x', 'dismissed');
    await until('counts', async () => (await counts()).slice(1).join() === '1 flagged,2 saved');
    expect([await entries(), await counts()]).toEqual(['20 entries', ['15 new', '1 flagged', '2 saved']]);
  });

  it('leaves out all but the saved, the flagged or the new', async () => {
    const met = new Set(MET.map((paper) => paper.id));
    await clickOverlay(page, 'Saved');
    await shows([a, b]);
    await until('the bar', async () => (await entries()) === '2 of 20 entries');
    await clickOverlay(page, 'Flagged');
    await shows([c]);
    await clickOverlay(page, 'New');
    await shows(IDS.filter((id) => !met.has(id)));
    await clickOverlay(page, 'All');
    await shows(IDS);
  });

  it('leaves out the dismissed, which are faded otherwise', async () => {
    const opacity = () =>
      page.evaluate((id) => {
        const dt = document.getElementById(id)?.closest('dt') as Element;
        return [dt, dt.nextElementSibling as Element].map((one) => getComputedStyle(one).opacity);
      }, d);
    expect(await opacity()).toEqual(['0.45', '0.45']);
    await clickOverlay(page, 'Hide dismissed');
    await shows(IDS.filter((id) => id !== d));
    await clickOverlay(page, 'Hide dismissed');
    await shows(IDS);
    expect(await opacity()).toEqual(['0.45', '0.45']);
  });

  it('shows the entries of a topic, and puts everything back as the site had it', async () => {
    const papers = await stored(options, 'papers');
    const about = (label: string) =>
      IDS.filter((id) =>
        papers
          .find((paper) => paper.id === `arxiv:${id}`)
          ?.topics.some((topic: Raw) => topicShort(topic.id) === label),
      );
    await clickOverlay(page, 'Topics ▾');
    // what is in menus is loaded with the first of them
    await until('the menu', async () => (await overlay(page, '.menu label')).length > 0);
    const [first = ''] = await overlay(page, '.menu label');
    const [, label = '', n = ''] = /^(.*?)(\d+)$/.exec(first) ?? [];
    const wanted = about(label);
    expect(wanted).toHaveLength(Number(n));
    expect(wanted.length).toBeGreaterThan(1);
    await clickOverlay(page, first);
    await shows(wanted);
    await page.keyboard.press('Escape');
    await until('the menu closed', async () => (await overlay(page, '.menu')).length === 0);
    await clickOverlay(page, 'Topics (1) ▾');
    await clickOverlay(page, 'All topics');
    await shows(IDS);
    // the dismissed one is the only entry that is still touched; taken back, none is
    await page.keyboard.press('u');
    await until('undone', async () => (await drawn(page)).every((one) => !one.dismissed));
    await until('styles', async () => JSON.stringify(await styles()) === JSON.stringify(before));
    expect(await styles()).toEqual(before);
  });

  it.each([
    ['JSON Lines', 'jsonl', (text: string) => text.split('\n').flatMap((line) => idsIn(line))],
    ['BibTeX', 'bib', (text: string) => [...text.matchAll(/eprint\s*=\s*\{([^}]+)\}/g)].map((m) => m[1])],
  ] as const)('writes exactly the saved papers of this page as %s', async (label, extension, read) => {
    await clickOverlay(page, 'Export ▾');
    await until('the menu', async () => (await overlay(page, '.menu h2')).length > 0);
    expect(await overlay(page, '.menu h2')).toEqual(['This page’s 2 saved']);
    const arriving = page.waitForEvent('download');
    await clickOverlay(page, label);
    const download = await arriving;
    expect(download.suggestedFilename()).toMatch(new RegExp(`^[\\w.-]+\\.${extension}$`));
    const text = readFileSync(await download.path(), 'utf8');
    expect([...new Set(read(text))].sort()).toEqual([a, b].sort());
  });

  it('stays collapsed after a reload, with the hand alone', async () => {
    await clickOverlay(page, 'Manicule: collapse the bar');
    await until('collapsed', async () => (await entries()) === undefined);
    await page.reload();
    await known(page, PAPERS.length);
    await until('the bar', async () => (await overlay(page, '.bar.small')).length === 1);
    expect(await counts()).toEqual([]);
    await clickOverlay(page, 'Manicule: open the bar, 1 new flagged entry');
    await until('open', async () => (await counts()).join() === '15 new,1 flagged,2 saved');
  });
});

describe('in a window as narrow as a phone’s', () => {
  /** In two lines at most, all of it in the window. */
  const inWindow = async (selector: string) => {
    const [box] = await overlayBoxes(page, selector);
    return box !== undefined && box.left >= 0 && box.right <= 400 && box.top >= 0 && box.bottom <= 800;
  };
  beforeAll(() => page.setViewportSize({ width: 400, height: 800 }));
  afterAll(() => page.setViewportSize({ width: 1280, height: 4000 }));

  it('offers every filter, the export and the review, in two lines', async () => {
    await until('the bar in the window', () => inWindow('.bar'));
    const buttons = await overlay(page, '.bar button');
    expect(buttons.slice(1)).toEqual([
      '15 new',
      '1 flagged',
      '2 saved',
      'Hide dismissed',
      'Topics ▾',
      'Fit ▾',
      'Export ▾',
      'Review',
      '?',
    ]);
    const tops = (await overlayBoxes(page, '.bar button')).map(({ top, bottom }) => (top + bottom) / 2);
    expect(new Set(tops.map(Math.round)).size).toBe(2);
  });

  it('does so with counts of thousands', async () => {
    const long = await chromium.visit(LONG);
    await long.setViewportSize({ width: 400, height: 800 });
    // all but those of the digest, as on the other list
    const counted = '1,195 new,1 flagged,2 saved';
    await until('counts', async () => (await overlay(long, '.count')).join() === counted);
    const tops = (await overlayBoxes(long, '.bar button')).map(({ top, bottom }) => (top + bottom) / 2);
    expect(new Set(tops.map(Math.round)).size).toBe(2);
    await long.close();
    await page.bringToFront();
  });

  it('filters at a tap on a count, shows which, and opens each menu in the window', async () => {
    await clickOverlay(page, '2 saved');
    await shows([a, b]);
    // drawn a frame after the entries
    await until(
      'the count',
      async () => (await overlay(page, '.count[aria-pressed=true]')).join() === '2 saved',
    );
    await clickOverlay(page, '2 saved');
    await shows(IDS);
    for (const name of ['Topics ▾', 'Fit ▾', 'Export ▾']) {
      await clickOverlay(page, name);
      await until(`${name} in the window`, () => inWindow('.menu'));
      const [[menu], [bar]] = [await overlayBoxes(page, '.menu'), await overlayBoxes(page, '.bar')];
      expect((menu?.bottom ?? 800) <= (bar?.top ?? 0)).toBe(true);
      await page.keyboard.press('Escape');
      await until('the menu closed', async () => (await overlay(page, '.menu')).length === 0);
    }
  });

  it('leads there by keys: one Tab after another, Enter', async () => {
    // Esc gave the focus back to the last menu's button
    await page.keyboard.press('Enter');
    await until('the menu', async () => (await overlay(page, '.menu h2')).length > 0);
    expect(await overlay(page, '.menu h2')).toEqual(['This page’s 2 saved']);
    await page.keyboard.press('Escape');
    for (let i = 0; i < 2; i++) await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await until('the topics', async () => (await overlay(page, '.menu label')).length > 0);
    await page.keyboard.press('Escape');
    await until('the menu closed', async () => (await overlay(page, '.menu')).length === 0);
  });

  /** By its hand, in as many movements of the mouse. */
  const drag = async (...to: [number, number][]) => {
    const [grip] = await overlayBoxes(page, '.bar button');
    await page.mouse.move((grip?.left ?? 0) + 4, (grip?.top ?? 0) + 4);
    await page.mouse.down();
    for (const [x, y] of to) await page.mouse.move(x, y);
    await page.mouse.up();
  };

  it('goes with the mouse, however fast and whatever of the page is under it', async () => {
    const place = async () => {
      const [bar] = await overlayBoxes(page, '.bar');
      return [Math.floor(bar?.left ?? -1), bar?.top, bar && bar.bottom - bar.top];
    };
    await page.evaluate(() => {
      const link = Object.assign(document.createElement('a'), { href: '#below', id: 'below' });
      link.style.cssText = 'position: fixed; inset: 0';
      document.body.append(link);
    });
    await page.setViewportSize({ width: 1280, height: 800 });
    const [, , height] = await place();
    await drag([600, 500], [500, 300], [10, 10]);
    expect(await place()).toEqual([0, 0, height]);
    // narrower than where it was put: all of it stays to be seen
    await page.setViewportSize({ width: 700, height: 500 });
    const [bar] = await overlayBoxes(page, '.bar');
    expect([bar && bar.left >= 0, bar && bar.right <= 700, bar && bar.top >= 0]).toEqual([true, true, true]);
    await page.setViewportSize({ width: 1280, height: 800 });
    await drag([600, 500], [1270, 790]);
    await page.evaluate(() => document.querySelector('#below')?.remove());
  });

  it('shows what was done above the bar, however the window and the bar change meanwhile', async () => {
    const above = async () => {
      const [bar] = await overlayBoxes(page, '.bar');
      const [toast] = await overlayBoxes(page, '.toast');
      return bar !== undefined && toast !== undefined && toast.bottom <= bar.top && toast.left >= 0;
    };
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await until('the toast', async () => (await overlay(page, '.toast')).length === 1);
    expect(await above()).toBe(true);
    await page.setViewportSize({ width: 400, height: 800 });
    await until('two lines', async () => ((await overlayBoxes(page, '.bar'))[0]?.top ?? 800) < 735);
    expect(await above()).toBe(true);
    await clickOverlay(page, 'Manicule: collapse the bar');
    expect(await above()).toBe(true);
    await clickOverlay(page, 'Undo');
    await until('taken back', async () => (await marks()).filter((mark) => mark.saved?.value).length === 2);
    // high up on the left, under it
    await drag([200, 200], [0, 0]);
    await page.keyboard.press('s');
    await until('the toast', async () => (await overlay(page, '.toast')).length === 1);
    const [[bar], [toast]] = [await overlayBoxes(page, '.bar'), await overlayBoxes(page, '.toast')];
    expect(bar?.top).toBe(0);
    expect(toast?.top).toBeGreaterThan(bar?.bottom ?? 800);
    expect(toast?.left).toBe(8);
    await page.keyboard.press('u');
    await until('taken back', async () => (await marks()).filter((mark) => mark.saved?.value).length === 2);
    await page.keyboard.press('Escape');
    await drag([200, 400], [380, 780]);
    await clickOverlay(page, 'Manicule: open the bar, 1 new flagged entry');
    await until('counts', async () => (await counts()).join() === '15 new,1 flagged,2 saved');
    await page.reload();
    await known(page, PAPERS.length);
  });
});

describe('the keys', () => {
  const heard = () => page.evaluate('window.heard') as Promise<string[]>;
  const forget = () => page.evaluate('void (window.heard = [])');

  it('save, and take back with u, again and again', async () => {
    const places = IDS.indexOf(d) + 2;
    for (let i = 0; i < places; i++) await page.keyboard.press('j');
    const at = IDS[places - 1] ?? '';
    await page.keyboard.press('s');
    await until('saved', () => isSaved(at));
    await page.keyboard.press('j');
    const next = IDS[places] ?? '';
    await page.keyboard.press('s');
    await until('the next saved', () => isSaved(next));
    await page.keyboard.press('u');
    await until('the last taken back', async () => !(await isSaved(next)));
    expect(await isSaved(at)).toBe(true);
    await page.keyboard.press('u');
    await until('the one before taken back', async () => !(await isSaved(at)));
    expect((await marks()).filter((mark) => mark.saved?.value).map((mark) => mark.id)).toEqual(
      [a, b].map((id) => `arxiv:${id}`).sort(),
    );
    // the site heard none of it
    expect(await heard()).toEqual([]);
  });

  it('keep silent while one types', async () => {
    const before = await marks();
    await page.focus('input[type=search]');
    await page.keyboard.type('sfxaju?');
    expect(await page.inputValue('input[type=search]')).toBe('sfxaju?');
    expect(await heard()).toEqual(['s', 'f', 'x', 'a', 'j', 'u', '?']);
    await page.keyboard.press('Control+s').catch(() => undefined);
    expect([await overlay(page, '.sheet'), await overlay(page, '.card')]).toEqual([[], []]);
    expect(await marks()).toEqual(before);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await forget();
  });

  it('are all listed by ?, which Esc closes', async () => {
    await page.keyboard.press('?');
    await until('the sheet', async () => (await overlay(page, '.sheet')).length === 1);
    expect(await overlay(page, '.sheet dt')).toEqual([
      'j k',
      's',
      'f',
      'x',
      'a',
      'o Enter',
      'p',
      'h',
      'u',
      'g s',
      'g f',
      'g r',
      '?',
      'Esc',
    ]);
    await page.keyboard.press('Escape');
    await until('closed', async () => (await overlay(page, '.sheet')).length === 0);
    // with nothing open, Esc is the site's
    await page.keyboard.press('Escape');
    expect(await heard()).toEqual(['Escape']);
  });

  /** Opens the abstract of the first entry by its button, as one without a mouse does. */
  const openByTab = async (): Promise<string> => {
    const abstract = async () => (await controls(page, /^Abstract: /)).find((one) => one.focused)?.name;
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    for (let i = 0; i < 40 && !(await abstract()); i++) await page.keyboard.press('Tab');
    const name = (await abstract()) ?? '';
    await page.keyboard.press('Enter');
    await until('the card', async () => (await overlay(page, '.card')).length === 1);
    return name;
  };
  const focused = async () =>
    (await controls(page, /./)).filter((one) => one.focused).map(({ name }) => name);

  it('give the focus back to where it was when what they opened is closed', async () => {
    const opener = await openByTab();
    expect(opener).toMatch(/^Abstract: ./);
    await page.keyboard.press('Escape');
    await until('closed', async () => (await overlay(page, '.card')).length === 0);
    expect(await focused()).toContain(opener);
    await page.keyboard.press('?');
    await until('the sheet', async () => (await overlay(page, '.sheet')).length === 1);
    await page.keyboard.press('Escape');
    await until('closed', async () => (await overlay(page, '.sheet')).length === 0);
  });

  it('pass over entries in a part of the page that the site does not show', async () => {
    const hide = (hidden: boolean) =>
      page.evaluate(
        ([ids, off]) => {
          for (const id of ids) {
            const dt = document.getElementById(id)?.closest('dt') as HTMLElement;
            dt.hidden = off;
            (dt.nextElementSibling as HTMLElement).hidden = off;
          }
        },
        [IDS.slice(6, 8), hidden] as const,
      );
    await hide(true);
    for (let i = 0; i < IDS.length; i++) await page.keyboard.press('k');
    for (let i = 0; i < 6; i++) await page.keyboard.press('j');
    await page.keyboard.press('s');
    await until('the one behind them saved', () => isSaved(IDS[8] ?? ''));
    expect(await isSaved(IDS[6] ?? '')).toBe(false);
    await page.keyboard.press('u');
    await until('taken back', async () => !(await isSaved(IDS[8] ?? '')));
    await hide(false);
  });

  it('are the site’s when switched off in the options, at once', async () => {
    await options.bringToFront();
    await options.getByRole('switch', { name: 'Keys' }).uncheck();
    await page.bringToFront();
    await forget();
    await until('the page left with its keys', async () => {
      await page.keyboard.press('j');
      return (await heard()).length > 0;
    });
    const before = await marks();
    await forget();
    for (const key of ['j', 's', 'f', 'x', 'a', 'u', '?']) await page.keyboard.press(key);
    expect(await heard()).toEqual(['j', 's', 'f', 'x', 'a', 'u', '?']);
    expect([await overlay(page, '.sheet'), await overlay(page, '.card')]).toEqual([[], []]);
    expect(await marks()).toEqual(before);
    expect(chromium.errors).toEqual([]);
  });

  it('Esc closes what a button opened even then', async () => {
    const opener = await openByTab();
    await page.keyboard.press('Escape');
    await until('closed', async () => (await overlay(page, '.card')).length === 0);
    expect(await focused()).toContain(opener);
  });
});

describe('the number on the toolbar button', () => {
  interface Api {
    tabs: { query(which: object): Promise<{ id: number }[]> };
    action: {
      getBadgeText(of: { tabId: number }): Promise<string>;
      setBadgeText(to: { tabId: number; text: string }): Promise<void>;
    };
  }
  /** What the button says over the page; `put`: what it is to say. */
  const badge = (put?: string) =>
    options.evaluate(async (text) => {
      const { tabs, action } = (globalThis as unknown as { chrome: Api }).chrome;
      const [tab] = await tabs.query({ url: 'https://arxiv.org/*' });
      if (text !== undefined) await action.setBadgeText({ tabId: tab?.id ?? 0, text });
      return action.getBadgeText({ tabId: tab?.id ?? 0 });
    }, put);
  const says = (text: string) => until(`“${text}”`, async () => (await badge()) === text);

  it('goes when the reader goes on to a page without entries, and comes back with the page', async () => {
    await says('1');
    await page.evaluate(() => history.pushState({}, '', '/help/'));
    await says('');
    await page.evaluate(() => history.back());
    await says('1');
  });

  it('comes back with a page that the browser had kept', async () => {
    await badge('');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await says('1');
  });
});

/** arXiv ids of the papers in one line of a backup. */
function idsIn(line: string): string[] {
  if (line === '') return [];
  const { kind, value } = JSON.parse(line) as { kind?: string; value?: Raw };
  return kind === 'paper' ? [String(value?.['id']).replace('arxiv:', '')] : [];
}
