/** Long lists of static markup on sites the reader allowed: their first entries are marked while the rest is still coming. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Chromium, launchChromium } from './chromium.ts';
import { controls, hosts, marked, until } from './marks.ts';
import { type Server, serve } from './server.ts';

const ENTRIES = 120;

/** A list, and where its first half ends: in the midst of an entry. */
function list(url: string, entry: (title: string, at: number) => string, before: string, after: string) {
  const entries = Array.from({ length: ENTRIES }, (_, at) => entry(`Ledger ${at} Kept`, at));
  const html = `<!doctype html><title>Papers</title>${before}${entries.join('\n')}${after}`;
  return { url, html, cut: html.indexOf(entries[ENTRIES / 2] ?? '') + 40 };
}

const lists = [
  list(
    'https://openaccess.thecvf.com/CVPR2024?day=all',
    (title, at) =>
      `<dt class="ptitle"><br><a href="/content/CVPR2024/html/Quill_Ledger_${at}_CVPR_2024_paper.html">${title}</a></dt><dd><form class="authsearch"><a href="#">Ida Quill</a></form></dd><dd>[<a href="/content/CVPR2024/papers/Quill_Ledger_${at}_CVPR_2024_paper.pdf">pdf</a>]</dd>`,
    '<div id="content"><dl>',
    '</dl></div>',
  ),
  list(
    'https://proceedings.neurips.cc/paper/2021',
    (title, at) =>
      `<li class="none"><a title="paper title" href="/paper/2021/hash/${String(at).padStart(32, '0')}-Abstract.html">${title}</a> <i>Ida Quill</i></li>`,
    '<h4>Advances in Neural Information Processing Systems 34 (NeurIPS 2021)</h4><ul>',
    '</ul>',
  ),
];

let server: Server;
let chromium: Chromium;
beforeAll(async () => {
  server = await serve();
  chromium = await launchChromium({
    server,
    allowed: ['https://openaccess.thecvf.com/*', 'https://proceedings.neurips.cc/*'],
  });
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

describe.each(lists)('$url', ({ url, html, cut }) => {
  it('has its first entries marked while it comes, and every one in the end', async () => {
    let send = (_rest: string): void => undefined;
    const rest = new Promise<string>((resolve) => {
      send = resolve;
    });
    server.addSlowly(url, html.slice(0, cut), rest);
    const page = await chromium.context.newPage();
    const loaded = page.goto(url);
    await until('early marks', async () => (await controls(page, /^Save: Ledger 0 Kept$/)).length === 1);
    expect(await page.evaluate(() => document.readyState)).toBe('loading');
    expect((await hosts(page)).count).toBeLessThan(ENTRIES / 2);
    send(html.slice(cut));
    await loaded;
    await marked(page, ENTRIES);
    await page.waitForTimeout(500);
    expect(await hosts(page)).toEqual({ count: ENTRIES, open: 0 });
    expect(chromium.errors).toEqual([]);
    await page.close();
  });
});
