/** Sites beyond those read from install: nothing runs unasked, what is allowed is read, what changed is read all the same and said. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../../scripts/lib/root.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { hosts, marked, until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { stored } from './stored.ts';

const PMLR = 'https://proceedings.mlr.press/v87/';
const CHANGED = 'https://proceedings.mlr.press/v998/';
const NEWS = 'https://news.example.org/weekly';
const COOL = 'https://papers.cool/arxiv/cs.CL';

const DRAWN = 'https://openreview.net/submissions?venue=Drawn.cc%2F2026%2FConference';

const volume = readFileSync(join(ROOT, 'test/fixtures/pmlr/volume/page.html'), 'utf8');
/** The same volume after a change of its markup: other tags, other classes. */
const changed = volume
  .replace(/class="(paper|title|links|details|authors)"/g, 'class="card-$1"')
  .replaceAll('<p ', '<section ')
  .replaceAll('</p>', '</section>');

const news = `<!doctype html><title>Weekly</title><h1>Weekly picks</h1>
<p>We liked <a href="https://arxiv.org/abs/2403.00001v2">Language Agents That Plan: A Benchmark for Quiet Rooms</a>.</p>
<ul><li><b>Ink Drying on Vellum at Scale</b> by A. Quill <a href="https://doi.org/10.1145/3375627.0000001">[paper]</a></li>
<li><a href="https://openreview.net/forum?id=abcDEF1234">Forgetful Transformers Remember</a>, B. Nib</li></ul>`;

/** A page whose scripts draw the list after a while, and another one in its place when the reader pages. */
const drawn = (() => {
  const page = readFileSync(join(ROOT, 'test/fixtures/openreview/submissions/page.html'), 'utf8');
  const script = `<script>
    const list = document.querySelector('.submissions-list');
    const first = [...list.children];
    list.replaceChildren();
    const next = first.slice(0, 2).map((item, i) => {
      const copy = item.cloneNode(true);
      const link = copy.querySelector('a');
      link.href = '/forum?id=Page2Silt_' + i;
      link.textContent = 'On the Second Page, Number ' + i;
      return copy;
    });
    setTimeout(() => list.replaceChildren(...first), 900);
    window.turn = () => {
      history.pushState(null, '', location.pathname + location.search + '&page=2');
      list.replaceChildren();
      setTimeout(() => list.replaceChildren(...next), 400);
    };
  </script>`;
  return page.replace('</body>', `${script}</body>`);
})();

let server: Server;
let chromium: Chromium;
let own: Page;

beforeAll(async () => {
  server = await serve();
  server.add(CHANGED, changed);
  server.add(NEWS, news);
  server.add(DRAWN, drawn);
  chromium = await launchChromium({
    server,
    allowed: ['https://proceedings.mlr.press/*', 'https://news.example.org/*', 'https://openreview.net/*'],
  });
  own = await chromium.open('src/ui/options/index.html');
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const popupOf = async (page: Page): Promise<Page> => {
  const tab = await own.evaluate(
    async (url) =>
      (await (globalThis as unknown as { chrome: Tabs }).chrome.tabs.query({ url: `${url}*` }))[0]?.id,
    page.url(),
  );
  return chromium.open(`src/ui/popup/index.html?tab=${tab}`);
};

interface Tabs {
  tabs: { query(about: { url: string }): Promise<{ id: number }[]> };
}

describe('scripts', () => {
  it('are registered for what is allowed, and nothing else', async () => {
    const registered = () =>
      own.evaluate(async () =>
        (
          await (
            globalThis as unknown as { chrome: Scripting }
          ).chrome.scripting.getRegisteredContentScripts()
        ).map(({ matches, js }) => [matches, js]),
      );
    // the worker registers them once it has started, which no page of the extension waits for
    await expect.poll(registered).toEqual([
      [['https://openreview.net/*'], ['sites/openreview.js', 'sites/run.js']],
      [['https://proceedings.mlr.press/*'], ['sites/pmlr.js', 'sites/run.js']],
      [['https://news.example.org/*'], ['sites/any.js', 'sites/run.js']],
    ]);
  });

  it('do not run on a site that is known but not allowed', async () => {
    server.add(
      COOL,
      '<title>cs.CL</title><a href="https://arxiv.org/abs/2403.00001">A Paper of Some Kind</a>',
    );
    const page = await chromium.visit(COOL);
    await page.waitForTimeout(600);
    expect((await hosts(page)).count).toBe(0);
    await page.close();
  });
});

interface Scripting {
  scripting: { getRegisteredContentScripts(): Promise<{ matches: string[]; js: string[] }[]> };
}

describe('an allowed site', () => {
  it('is read as its file says, and the options say when it last worked', async () => {
    const page = await chromium.visit(PMLR);
    await marked(page, 5);
    expect(await hosts(page)).toEqual({ count: 5, open: 0 });
    await own.bringToFront();
    await until('the outcome', async () => {
      await own.reload();
      const row = own.getByRole('row', { name: /^PMLR/ });
      return /worked today, 5 entries/.test((await row.textContent()) ?? '');
    });
    await page.close();
  });

  it('is read by its links when its markup changed; bar, popup and options say so', async () => {
    const page = await chromium.visit(CHANGED);
    await marked(page, 5);
    let titles: string[] = [];
    await until('its papers', async () => {
      titles = (await stored(own, 'papers')).map((paper) => paper['title']);
      return titles.includes('Folding Sheets in Sublinear Time');
    });
    expect(titles.some((title) => /Download|abs\b|PMLR 87/.test(title))).toBe(false);
    const popup = await popupOf(page);
    await popup.getByText('its entries were read by their links').waitFor();
    await popup.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await popup.getByRole('button', { name: 'Copy a report' }).click();
    await popup.getByText('Report copied. Nothing was sent.').first().waitFor();
    const report = await popup.evaluate(() => navigator.clipboard.readText());
    expect(report).toContain('page: https://proceedings.mlr.press/*/');
    expect(report).toContain('state: read, 5 read, 5 expected, by links');
    expect(report).toContain('section.card-title');
    expect(report).not.toMatch(/Folding|Sublinear|Margin/);
    await popup.close();
    await own.bringToFront();
    await until('the outcome', async () => {
      await own.reload();
      const row = own.getByRole('row', { name: /^PMLR/ });
      return /5 read by their links: its layout changed/.test((await row.textContent()) ?? '');
    });
    await page.close();
  });
});

describe('a page that draws itself', () => {
  it('is followed as it draws, and as the reader pages', async () => {
    const page = await chromium.visit(DRAWN);
    await marked(page, 3);
    await page.evaluate('turn()');
    await marked(page, 2);
    await until('the second page', async () => {
      const titles = (await stored(own, 'papers')).map((paper) => paper['title']);
      return titles.includes('Silt Never Sleeps') && titles.includes('On the Second Page, Number 1');
    });
    expect(await hosts(page)).toEqual({ count: 2, open: 0 });
    await page.close();
  });
});

describe('a page of no known site', () => {
  it('is read by its links; a paper met elsewhere keeps its mark', async () => {
    const page = await chromium.visit(NEWS);
    await marked(page, 3);
    await page.keyboard.press('j');
    await page.keyboard.press('s');
    await until('saved', async () => (await stored(own, 'marks')).length === 1);
    const papers = await stored(own, 'papers');
    const saved = papers.find((paper) => paper['id'] === 'arxiv:2403.00001');
    expect(saved?.['title']).toBe('Language Agents That Plan: A Benchmark for Quiet Rooms');
    expect(papers.map((paper) => paper['id'])).toEqual(
      expect.arrayContaining(['doi:10.1145/3375627.0000001', 'openreview:abcDEF1234']),
    );
    const popup = await popupOf(page);
    await popup.getByRole('tab', { name: /On this page\s*3/ }).waitFor();
    await popup.close();
    await page.close();
  });

  it('whose host is allowed is listed in the options, and can be revoked there', async () => {
    await own.bringToFront();
    const row = own.getByRole('row', { name: /^news\.example\.org/ });
    expect(await row.textContent()).toContain('by links to papers');
    await row.getByRole('button', { name: 'Revoke news.example.org' }).waitFor();
  });
});

it('nothing of it failed', () => {
  expect(chromium.errors).toEqual([]);
});
