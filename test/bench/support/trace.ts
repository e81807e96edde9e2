/** What a page's main thread did, from Chromium's own tracing. */
import type { Chromium } from '../../e2e/chromium.ts';

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** µs. */
  ts: number;
  dur?: number;
  args?: { beginData?: { url?: string } };
}

export interface MainThread {
  /** Sum of all tasks, in ms. */
  total: number;
  longestTask: number;
  /** Time in JavaScript, forced layout included, in ms. */
  script: number;
  /** Most time in JavaScript within one task, in ms. */
  longestScript: number;
  /** Style, layout and paint, in ms. */
  rendering: number;
}

const TASK = 'ThreadControllerImpl::RunTask';
const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.callFunction', 'v8.run']);
const RENDERING = new Set(['UpdateLayoutTree', 'Layout', 'PrePaint', 'Paint', 'Layerize', 'Commit']);

const end = (event: TraceEvent): number => event.ts + (event.dur ?? 0);

/** Events that no other one of the list contains, in order of time. */
function outermost(events: readonly TraceEvent[]): TraceEvent[] {
  const sorted = [...events].sort((a, b) => a.ts - b.ts || end(b) - end(a));
  const out: TraceEvent[] = [];
  for (const event of sorted) {
    const last = out.at(-1);
    if (!last || event.ts >= end(last)) out.push(event);
  }
  return out;
}

const sum = (events: readonly TraceEvent[]): number =>
  events.reduce((all, one) => all + (one.dur ?? 0), 0) / 1000;

function analyse(events: readonly TraceEvent[], url: string): MainThread {
  const parse = events.find((event) => event.name === 'ParseHTML' && event.args?.beginData?.url === url);
  if (!parse) throw new Error(`the trace holds no ${url}`);
  const mine = events.filter((event) => event.pid === parse.pid && event.tid === parse.tid && event.dur);
  const tasks = outermost(mine.filter((event) => event.name === TASK));
  const scripts = outermost(mine.filter((event) => SCRIPT.has(event.name)));
  const rendering = outermost(mine.filter((event) => RENDERING.has(event.name)));
  const perTask = new Map<TraceEvent | undefined, number>();
  let at = 0;
  for (const script of scripts) {
    while (at < tasks.length - 1 && end(tasks[at] as TraceEvent) < script.ts) at++;
    perTask.set(tasks[at], (perTask.get(tasks[at]) ?? 0) + (script.dur ?? 0) / 1000);
  }
  return {
    total: sum(tasks),
    longestTask: Math.max(...tasks.map((task) => (task.dur ?? 0) / 1000)),
    script: sum(scripts),
    longestScript: Math.max(0, ...perTask.values()),
    rendering: sum(rendering),
  };
}

/**
 * Loads `url` in a new tab, lets `ms` pass, and returns what the tab's main thread did meanwhile.
 * @param again the page was in this tab before: its process is warm, as it is for a reader who follows links of a site.
 */
export async function traceLoad(
  chromium: Chromium,
  url: string,
  ms: number,
  again = false,
): Promise<MainThread> {
  const page = await chromium.context.newPage();
  if (again) await page.goto(url);
  const session = await chromium.browserSession();
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  const complete = new Promise<void>((done) => session.on('Tracing.tracingComplete', () => done()));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'v8', 'v8.execute'] },
  });
  await page.goto(url);
  await page.waitForTimeout(ms);
  await session.send('Tracing.end');
  await complete;
  await session.detach();
  await page.close();
  return analyse(events, url);
}
