/**
 * What reading costs, in a real Chromium, on real pages that are not part of the project: each page as its site file
 * reads it and by what needs no site file, and the time sites take to say that an address is none of theirs. Nodes are
 * those of the DOM, texts and comments included.
 * MANICULE_PAGES=pmlr measures the pages of one folder alone.
 */
import { readdirSync } from 'node:fs';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';
import { executable } from '../../scripts/lib/ensure.ts';
import { ROOT } from '../../scripts/lib/root.ts';
import { bundle } from '../../scripts/lib/site-scripts.ts';
import { type CorpusPage, corpusNames, corpusPage, corpusRoot } from '../sites/shared-corpus.ts';
import { atMost, type Figure, figure, median } from './support/numbers.ts';
import type { Times } from './support/sites-page.ts';

export const needs = ['chromium'] as const;

/** Each reading is of a fresh copy of the page. */
const RUNS = 15;
/** In µs. */
const MOST_PER_NODE = 5;
/** In ms. */
const MOST_TO_DECLINE = 1;

interface Row {
  page: string;
  /** Elements, texts and comments. */
  nodes: number;
  elements: number;
  entries: number;
  /** µs a node. */
  own: number | undefined;
  /** The fastest reading: what the machine had to do beside is not in it. */
  best: number | undefined;
  /** Median of whole readings, in ms. */
  whole: number;
  any: number;
  anyEntries: number;
  /** Slowest site, in µs. */
  declined: number;
}

/** The page at its address, without its scripts, styles and pictures: what is measured is the reading alone. */
async function measure(context: BrowserContext, script: string, page: CorpusPage): Promise<Times> {
  const tab = await context.newPage();
  try {
    const url = new URL(page.url.split(' ')[0] ?? page.url).href;
    await tab.route('**/*', (route) =>
      route.request().isNavigationRequest() && route.request().frame() === tab.mainFrame()
        ? route.fulfill({
            contentType: 'text/html; charset=utf-8',
            headers: { 'content-security-policy': "default-src 'none'" },
            body: page.html,
          })
        : route.abort(),
    );
    await tab.goto(url, { waitUntil: 'domcontentloaded' });
    await tab.evaluate(script);
    return (await tab.evaluate(`measure(${RUNS})`)) as Times;
  } finally {
    await tab.close();
  }
}

const perNode = (ms: readonly number[], nodes: number): number => (median(ms) * 1_000) / nodes;

function rowOf(page: string, times: Times): Row {
  const { nodes, elements, own, any, entries, anyEntries, slowest } = times;
  return {
    page,
    nodes,
    elements,
    entries,
    own: own.length > 0 ? perNode(own, nodes) : undefined,
    best: own.length > 0 ? (Math.min(...own) * 1_000) / nodes : undefined,
    whole: own.length > 0 ? median(own) : 0,
    any: perNode(any, nodes),
    anyEntries,
    declined: slowest.ms * 1_000,
  };
}

/** µs a node of how the page is read: by its site file, or by its links where no site file knows it. */
const readIn = (row: Row): number => row.own ?? row.any;

const isOver = (row: Row): boolean => readIn(row) > MOST_PER_NODE;

/** Worst first. */
function table(rows: readonly Row[]): string {
  const show = (value: number | undefined): string => value?.toFixed(value < 10 ? 2 : 1) ?? '–';
  const lines = [
    [
      'page',
      'nodes',
      'elements',
      'entries',
      'own µs/node',
      'fastest',
      'whole ms',
      'any µs/node',
      'any finds',
      'decline µs',
    ],
    ...[...rows]
      .sort((a, b) => readIn(b) - readIn(a))
      .map((row) => [
        row.page,
        String(row.nodes),
        String(row.elements),
        String(row.entries),
        `${show(row.own)}${isOver(row) ? ' !' : '  '}`,
        show(row.best),
        show(row.whole),
        show(row.any),
        String(row.anyEntries),
        show(row.declined),
      ]),
  ];
  const widths = lines[0]?.map((_, i) => Math.max(...lines.map((line) => line[i]?.length ?? 0))) ?? [];
  return lines
    .map((line) =>
      line
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  '),
    )
    .join('\n');
}

export interface SitesResult {
  /** Processes waiting for a processor before the run: above their number, times read too long. */
  load: number;
  pages: number;
  own: Figure;
  /** Of every page as it is read: by its site file, or by its links. */
  slowest: Figure;
  overGoal: string[];
  any: Figure;
  /** The slowest where the markup of a known site is not recognised, and its links are all there is. */
  anySlowest: Figure;
  declineSlowest: Figure;
}

function summary(load: number, rows: readonly Row[]): SitesResult {
  const own = rows.flatMap((row) => row.own ?? []);
  const any = rows.flatMap((row) => (row.own === undefined ? [] : row.any));
  return {
    load,
    pages: rows.length,
    own: figure(own.length > 0 ? median(own) : 0, 'µs/node'),
    slowest: atMost(Math.max(0, ...rows.map(readIn)), 'µs/node', MOST_PER_NODE),
    overGoal: rows.filter(isOver).map((row) => row.page),
    any: figure(any.length > 0 ? median(any) : 0, 'µs/node'),
    anySlowest: figure(Math.max(0, ...any), 'µs/node'),
    declineSlowest: atMost(Math.max(...rows.map((row) => row.declined)) / 1_000, 'ms', MOST_TO_DECLINE),
  };
}

export async function run(): Promise<SitesResult | { skipped: string }> {
  const root = corpusRoot();
  if (!root) return { skipped: 'real pages not found (MANICULE_SHARED or ../shared)' };
  const only = process.env['MANICULE_PAGES'];
  const load = loadavg()[0] ?? 0;
  const script = await bundle(`import '${ROOT}/test/bench/support/sites-page.ts';`, 'chrome120', false);
  const browser = await chromium.launch({
    executablePath: executable('chromium'),
    chromiumSandbox: false,
    args: ['--disable-gpu'],
  });
  const rows: Row[] = [];
  try {
    const context = await browser.newContext();
    for (const folder of readdirSync(root, { withFileTypes: true })) {
      if (!folder.isDirectory() || folder.name === 'digest' || (only && folder.name !== only)) continue;
      const path = join(root, folder.name);
      for (const name of corpusNames(path)) {
        const times = await measure(context, script, corpusPage(path, name));
        rows.push(rowOf(`${folder.name}/${name}`, times));
      }
    }
  } finally {
    await browser.close();
  }
  console.log(table(rows));
  return summary(load, rows);
}
