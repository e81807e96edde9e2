/** Papers to Zotero in Firefox, with the browser's own rules for programs of this machine switched on. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ZOTERO_ORIGIN } from '../../src/core/zotero.ts';
import type { FakeZotero } from '../platform/zotero-server.ts';
import { type Firefox, launchFirefox } from './firefox.ts';
import { click } from './firefox-page.ts';
import { LIST_URL, listPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { type Raw, stored } from './stored.ts';
import { type OnPort, ZOTERO_PORT, zoteroOnPort } from './zotero-port.ts';

const papers = PAPERS.slice(0, 4).map((paper) => ({ ...paper, categories: ['cs.CL'] }));

let server: Server;
let onPort: OnPort;
let zotero: FakeZotero;
let firefox: Firefox;
let options: Page;
let page: Page;

beforeAll(async () => {
  server = await serve();
  server.add(LIST_URL, listPage(papers));
  onPort = await zoteroOnPort();
  ({ zotero } = onPort);
  firefox = await launchFirefox({
    server,
    prefs: { 'network.lna.enabled': true, 'network.lna.blocking': true },
  });
  options = await firefox.open('src/ui/options/index.html');
});
afterAll(async () => {
  await firefox?.close();
  await onPort?.close();
  await server?.close();
});

const granted = () =>
  options.evaluate(async () => {
    const { permissions } = (globalThis as unknown as { browser: { permissions: Raw } }).browser;
    return (await permissions['getAll']()) as { origins: string[]; data_collection?: string[] };
  });
const words = () => options.$eval('#zotero', (section) => (section as HTMLElement).innerText);
const order = async (at: number): Promise<Raw | undefined> =>
  (await stored(options as never, 'zotero')).find((one) => one['id'] === `arxiv:${papers[at]?.id}`);
const toggle = (name: string) => click(options, '#zotero input[role=switch]', name);

it('asks for leave to talk to this machine when it is switched on, and not before', async () => {
  expect((await granted()).origins).not.toContain(ZOTERO_ORIGIN);
  expect(zotero.calls).toEqual([]);
  await toggle('Send papers to Zotero');
  await until('an answer', async () => (await words()).includes('Zotero 7.0.15 answers.'));
  expect(await granted()).toMatchObject({ data_collection: ['websiteContent'] });
  expect((await granted()).origins).toContain(ZOTERO_ORIGIN);
  await toggle('Send what I save');
});

/** Saves the next paper of the list. */
async function save(): Promise<void> {
  await page.bringToFront();
  await page.keyboard.press('j');
  await page.keyboard.press('s');
}

it('what is saved arrives', async () => {
  page = await firefox.visit(LIST_URL);
  await until('marks', async () => (await firefox.pressed(page)).size >= papers.length);
  await save();
  await until('the paper', async () => zotero.items.length === 1);
  expect(zotero.items[0]?.data).toMatchObject({
    itemType: 'preprint',
    archiveID: `arXiv:${papers[0]?.id}`,
    title: papers[0]?.title,
  });
  await until('settled', async () => (await order(0))?.['state'] === 'sent');
});

it('what is saved while Zotero is closed waits through the sleep of the event page', async () => {
  await zotero.stop();
  await save();
  await until('a try', async () =>
    (await stored(options as never, 'meta')).some((one) => one?.['trouble']?.kind === 'absent'),
  );
  await firefox.killWorker();
  expect(await order(1)).toMatchObject({ state: 'queued', why: 'save' });
  await zotero.start(ZOTERO_PORT);
  await save(); // the next one takes it along
  await until('both', async () => zotero.items.length === 3);
  expect(new Set(zotero.items.map(({ data }) => data['id'])).size).toBe(3);
});

it('switched off, the leave is given back', async () => {
  await toggle('Send papers to Zotero');
  await until('given back', async () => !(await granted()).origins.includes(ZOTERO_ORIGIN));
});
