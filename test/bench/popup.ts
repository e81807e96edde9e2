/** From opening the popup to its list on the screen, with 10,000 papers saved. */
import { loadavg } from 'node:os';
import { launchChromium } from '../e2e/chromium.ts';
import { atMost, type Figure, figure, median } from './support/numbers.ts';
import { openPainted } from './support/painted.ts';
import { entries as papers } from './support/papers.ts';
import { seed } from './support/seed.ts';

export const needs = ['chromium'] as const;
export const built = true;

const SAVED = 10_000;
const RUNS = 9;
const POPUP = 'src/ui/popup/index.html';

export interface PopupResult {
  /** Processes waiting for a processor before the run: above their number, times read too long. */
  load: number;
  saved: number;
  real: boolean;
  firstOpen: Figure;
  /** An empty page of the extension, the same way: what the browser itself takes. */
  emptyPage: Figure;
  listPainted: Figure;
  slowest: Figure;
  rowsInTree: number;
}

export async function run(): Promise<PopupResult> {
  const { entries, real } = await papers(SAVED);
  const chromium = await launchChromium({ viewport: { width: 400, height: 560 } });
  try {
    const filler = await chromium.open('src/ui/options/index.html');
    await seed(filler, entries, SAVED);
    await filler.close();
    const newest = entries.slice(-250).map((entry) => entry.title);
    const popup = async () => {
      const { list } = await openPainted(chromium.context, chromium.url(POPUP), {
        selectors: { list: '.title' },
        titles: newest,
      });
      return list ?? Number.NaN;
    };
    const nothing = async () => {
      const { text } = await openPainted(chromium.context, chromium.url('manifest.json'), {
        selectors: { text: 'pre' },
      });
      return text ?? Number.NaN;
    };
    const first = await popup();
    const busy = loadavg()[0] ?? 0;
    const times: number[] = [];
    const empty: number[] = [];
    // by turns: whatever else the machine does counts for both
    for (let i = 0; i < RUNS; i++) {
      empty.push(await nothing());
      times.push(await popup());
    }
    const page = await chromium.open(POPUP);
    await page.locator('[role=row] .title').first().waitFor();
    const rowsInTree = await page.locator('[role=row]').count();
    return {
      load: busy,
      saved: SAVED,
      real,
      emptyPage: figure(median(empty), 'ms'),
      firstOpen: figure(first, 'ms'),
      listPainted: atMost(median(times), 'ms', 100),
      slowest: figure(Math.max(...times), 'ms'),
      rowsInTree,
    };
  } finally {
    await chromium.close();
  }
}
