/**
 * Papers to the Zotero on this machine: switched on, sent by hand and as they are saved, through a Zotero that is closed and
 * a worker that is killed, and never twice. A server that keeps Zotero's rules stands on Zotero's own port.
 */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ZOTERO_ORIGIN } from '../../src/core/zotero.ts';
import type { FakeZotero } from '../platform/zotero-server.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { drawn } from './shadow.ts';
import { putRaw, type Raw, stored } from './stored.ts';
import { type OnPort, ZOTERO_PORT, zoteroOnPort } from './zotero-port.ts';

const OPTIONS = 'src/ui/options/index.html';
const LIBRARY = 'src/ui/library/index.html';

/** The list in its own order: its category first, cross-lists after. */
const LISTED = [
  ...PAPERS.filter((paper) => paper.categories[0] === 'cs.CL'),
  ...PAPERS.filter((paper) => paper.categories[0] !== 'cs.CL'),
];
const title = (at: number): string => LISTED[at]?.title ?? '';
const id = (at: number): string => `arxiv:${LISTED[at]?.id}`;

let server: Server;
let onPort: OnPort;
let zotero: FakeZotero;
let chromium: Chromium;
let options: Page;
let library: Page;
let page: Page;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(PAPERS));
  onPort = await zoteroOnPort();
  ({ zotero } = onPort);
  chromium = await launchChromium({
    server,
    viewport: { width: 1280, height: 4000 },
    allowed: [ZOTERO_ORIGIN],
    // the later of two wins; addresses are looked up by these rules too
    args: [`${server.chromiumArgs[0]},EXCLUDE 127.0.0.1`],
  });
  page = await chromium.visit(LIST_URL);
  await known();
});
afterAll(async () => {
  await chromium?.close();
  await onPort?.close();
  await server?.close();
});

const known = () =>
  until('all entries known', async () => {
    const all = await drawn(page);
    return all.length === PAPERS.length && all.every((one) => one.chips.length > 0);
  });
const kept = () => zotero.items.map(({ data }) => String(data['id'])).sort();
const arrives = (at: number) => until(`“${title(at)}” in Zotero`, async () => kept().includes(id(at)));
const orders = () => stored(options, 'zotero');
const order = async (at: number): Promise<Raw | undefined> =>
  (await orders()).find((one) => one['id'] === id(at));
const saves = () => zotero.calls.filter(({ path }) => path === '/connector/saveItems');

const isMarked = async (at: number): Promise<boolean> =>
  (await drawn(page))[at]?.chips.some(({ text }) => text === 'in Zotero') === true;

let next = 0;
/** Saves the next entry of the list from the page; returns its place. */
async function save(): Promise<number> {
  const at = next++;
  await page.bringToFront();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
  await until('saved', async () => (await drawn(page))[at]?.saved === true);
  return at;
}
const row = (at: number) => library.getByRole('row', { name: title(at) });

describe('switched off', () => {
  it('nothing goes there, and nothing is offered', async () => {
    await save();
    await save();
    options = await chromium.open(OPTIONS);
    library = await chromium.open(LIBRARY);
    await row(0).click();
    await library.getByRole('heading', { name: title(0) }).waitFor();
    expect(await library.getByRole('button', { name: /Zotero/ }).count()).toBe(0);
    await new Promise((tick) => setTimeout(tick, 1_000));
    expect(zotero.calls).toEqual([]);
  });
});

describe('the switch', () => {
  it('goes back, and says why, where the browser gives no permission', async () => {
    await options.bringToFront();
    await options.evaluate(() => {
      const { permissions } = (globalThis as unknown as { chrome: { permissions: Raw } }).chrome;
      const real = permissions['request'];
      permissions['request'] = async () => {
        permissions['request'] = real; // the next time the reader agrees
        return false;
      };
    });
    const its = options.getByRole('switch', { name: 'Send papers to Zotero' });
    await its.click();
    await options.getByText('Your browser gave no permission to talk to programs on this computer').waitFor();
    await until('back', async () => !(await its.isChecked()));
    expect(await options.getByRole('switch', { name: 'Send what I save' }).isDisabled()).toBe(true);
    expect(zotero.calls).toEqual([]);
  });
});

describe('switched on', () => {
  it('asks Zotero what there is, and lets the reader choose', async () => {
    await options.bringToFront();
    await options.getByRole('switch', { name: 'Send papers to Zotero' }).click();
    await options.getByText('Zotero 7.0.15 answers.').waitFor();
    const place = options.getByLabel('Put papers into');
    expect((await place.locator('option').allTextContents()).map((text) => text.trim())).toEqual([
      'What is selected in Zotero (now My Library)',
      'My Library',
      'Lanterns',
      'Small ones',
      'Lantern Group',
      'Shared',
    ]);
    await place.selectOption({ value: 'C23' });
    await until('kept', async () => {
      const settings = (await chromium.worker()?.evaluate(async () => {
        const { storage } = (globalThis as unknown as { chrome: { storage: Raw } }).chrome;
        return storage['local'].get('settings');
      })) as Raw;
      return settings?.['settings']?.zoteroTarget === 'C23';
    });
    expect(saves()).toEqual([]); // what was saved before stays here until it is sent
    const { headers } = zotero.calls[0] ?? { headers: {} as Record<string, string> };
    expect(headers['user-agent']).toMatch(/^Mozilla\//); // which Zotero lets in by its header only
    expect(headers['x-zotero-connector-api-version']).toBe('3');
  });

  it('says it all to those who do not see it', async () => {
    const { violations } = await new AxeBuilder({ page: options }).include('#zotero').analyze();
    expect(violations.map(({ id: rule, nodes }) => [rule, nodes.map(({ html }) => html)])).toEqual([]);
  });

  it('one paper goes by hand, with what the reader wrote, and is marked', async () => {
    await library.bringToFront();
    await library.locator('.detail textarea').fill('Read this <first>');
    await library.getByRole('combobox', { name: `Add a tag: ${title(0)}` }).fill('gui agents');
    await library.keyboard.press('Enter');
    await until('written', async () => {
      const mark = (await stored(library, 'marks')).find((one) => one['id'] === id(0));
      return mark?.['note']?.value !== undefined && mark?.['tags']?.['gui agents'] !== undefined;
    });
    await library
      .getByRole('button', { name: `Send to Zotero: ${title(0)}` })
      .last()
      .click();
    await library.getByText('1 paper sent to Zotero.').first().waitFor();
    expect(zotero.items).toMatchObject([
      {
        library: 1,
        collections: [23],
        tags: ['gui agents'],
        data: {
          id: id(0),
          itemType: 'preprint',
          title: title(0),
          repository: 'arXiv',
          archiveID: `arXiv:${LISTED[0]?.id}`,
          DOI: `10.48550/arXiv.${LISTED[0]?.id}`,
          notes: [
            { note: '<p>Comment: 14 pages, 6 figures</p>' },
            { note: '<p>Read this &lt;first&gt;</p>' },
          ],
        },
      },
    ]);
    await row(0).getByText('in Zotero', { exact: true }).waitFor();
    expect(await row(1).getByText('in Zotero', { exact: true }).count()).toBe(0);
  });

  it('a list goes as a whole, without what is there', async () => {
    await library.getByRole('button', { name: /^Export shown/ }).click();
    await library.getByRole('menuitem', { name: 'Send to Zotero' }).click();
    await library.getByText('1 paper sent to Zotero. One was there already.').first().waitFor();
    expect(kept()).toEqual([id(0), id(1)].sort());
  });

  it('what is there is sent once more only when that is said', async () => {
    await row(0).click();
    await library
      .getByRole('button', { name: `In Zotero: ${title(0)}` })
      .first()
      .click();
    await library.getByText('It is in Zotero already.').first().waitFor();
    expect(kept()).toHaveLength(2);
    await library.getByRole('button', { name: `In Zotero. Send again: ${title(0)}` }).click();
    await library.getByText('1 paper sent to Zotero.').first().waitFor();
    expect(kept()).toHaveLength(3);
  });
});

describe('as papers are saved', () => {
  it('they go by themselves, a little later', async () => {
    await options.bringToFront();
    await options.getByRole('switch', { name: 'Send what I save' }).click();
    const at = await save();
    await arrives(at);
    await until('settled', async () => (await order(at))?.['state'] === 'sent');
  });

  it('while Zotero is closed saving is as ever, the papers wait, and the reader is told', async () => {
    await zotero.stop();
    const at = await save();
    await options.bringToFront();
    await options.getByText(/^Zotero does not answer\. Is it running\?.* 1 paper waits\./).waitFor();
    expect(await order(at)).toMatchObject({ state: 'queued', why: 'save' });
    await zotero.start(ZOTERO_PORT);
    await options.getByRole('button', { name: 'Try now' }).click();
    await arrives(at);
    await options.getByText('Zotero 7.0.15 answers.').waitFor();
  });

  it('and one saved later takes those that waited along', async () => {
    await zotero.stop();
    const first = await save();
    await until('tried', async () =>
      (await stored(options, 'meta')).some((one) => one?.['trouble']?.kind === 'absent'),
    );
    await zotero.start(ZOTERO_PORT);
    const second = await save();
    await arrives(first);
    await arrives(second);
  });

  it('an alarm is set while papers wait, and none once they are gone', async () => {
    const alarm = () =>
      chromium.worker()?.evaluate(async () => {
        const { alarms } = (globalThis as unknown as { chrome: { alarms: Raw } }).chrome;
        return (await alarms['get']('zotero')) !== undefined;
      });
    await until('no alarm', async () => (await alarm()) === false);
    await zotero.stop();
    await save();
    await until('an alarm', async () => (await alarm()) === true);
    await zotero.start(ZOTERO_PORT);
    await options.bringToFront();
    await options.getByRole('button', { name: 'Try now' }).click();
    await until('no alarm', async () => (await alarm()) === false);
  });

  it('a worker killed after the request left sends it once more, and Zotero keeps one item', async () => {
    let lost = true;
    zotero.fault = ({ path }) => (path === '/connector/saveItems' && lost ? 'lost' : undefined);
    const before = saves().length;
    const at = await save();
    await until('a request', async () => saves().length > before);
    await chromium.killWorker();
    lost = false;
    await arrives(at);
    await options.bringToFront();
    await options.reload(); // which finds Zotero there and says so to the worker
    await until('settled', async () => (await order(at))?.['state'] === 'sent');
    await options.getByText('Zotero 7.0.15 answers.').waitFor();
    expect(kept().filter((one) => one === id(at))).toHaveLength(1);
    const sessions = saves()
      .slice(before)
      .map(({ body }) => body.sessionID);
    expect(sessions.length).toBeGreaterThan(1);
    expect(new Set(sessions).size).toBe(1);
  });
});

describe('what came to Zotero by other ways', () => {
  it('is marked in library and page once Zotero lets it be read', async () => {
    await options.getByText('Zotero lets no other program read its library').waitFor();
    const at = next + 2; // not saved, not sent
    zotero.add({ url: `http://arxiv.org/abs/${LISTED[at]?.id}v1`, title: title(at) });
    zotero.readable = true;
    await options.getByRole('button', { name: 'Look again' }).click();
    await options.getByText(/items of your library are known/).waitFor();
    await page.bringToFront();
    await page.reload();
    await known();
    await until('marked', async () => await isMarked(at));
    expect(await isMarked(at + 1)).toBe(false);
  });

  it('and not sent when it is saved', async () => {
    const at = next + 2;
    const before = kept().length;
    await page.keyboard.press('j'); // the cursor begins anew
    for (let n = 0; n < at; n++) await page.keyboard.press('j');
    await page.keyboard.press('s');
    await until('saved', async () => (await drawn(page))[at]?.saved === true);
    await new Promise((tick) => setTimeout(tick, 7_000));
    expect(kept()).toHaveLength(before);
    expect(await order(at)).toBeUndefined();
  });
});

describe('what could not be settled', () => {
  const list = () => options.getByRole('list', { name: 'Papers that could not be settled' });
  const left = async () =>
    (await orders()).filter((one) => one['state'] === 'unsure' || one['state'] === 'failed').length;

  it('is the reader’s to decide: it is there, it goes again, or it is left out', async () => {
    await options.bringToFront();
    const base = { at: '2026-03-17T09:00:00.000Z', why: 'hand' };
    const places = [12, 13, 14] as const;
    await putRaw(options, 'zotero', { ...base, id: id(12), state: 'unsure' });
    await putRaw(options, 'zotero', { ...base, id: id(13), state: 'unsure' });
    await putRaw(options, 'zotero', { ...base, id: id(14), state: 'failed' });
    for (const at of places) await list().getByText(title(at)).waitFor();
    await options.getByRole('button', { name: `It is there: ${title(12)}` }).click();
    await until('two left', async () => (await left()) === 2);
    await options.getByRole('button', { name: `Send again: ${title(13)}` }).click();
    await arrives(13);
    await options.getByRole('button', { name: `Leave out: ${title(14)}` }).click();
    await until('none left', async () => (await left()) === 0);
    await list().waitFor({ state: 'detached' });
    expect([await order(12), await order(14)]).toMatchObject([{ state: 'sent' }, undefined]);
    expect(kept()).not.toContain(id(12));
    expect(kept()).not.toContain(id(14));
  });
});

describe('switched off again', () => {
  it('nothing goes any more', async () => {
    await options.bringToFront();
    await options.getByRole('switch', { name: 'Send papers to Zotero' }).click();
    await until(
      'off',
      async () => !(await options.getByRole('switch', { name: 'Send what I save' }).isChecked()),
    );
    const before = zotero.calls.length;
    await page.bringToFront();
    await page.keyboard.press('k');
    await page.keyboard.press('f');
    await page.keyboard.press('s');
    await new Promise((tick) => setTimeout(tick, 6_500));
    expect(zotero.calls.length).toBe(before);
  });

  it('and nothing went wrong but what the browser says of a closed port', () => {
    expect(chromium.errors.filter((one) => !/Failed to load resource: net::ERR_/.test(one))).toEqual([]);
  });
});
