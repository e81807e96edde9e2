/**
 * Looks up what papers lack, once the reader switched that on: takes orders, and works the queue off one request after
 * the other. The queue is in the database, so that a worker stopped at any point goes on where it was.
 */
import { isSaved } from '../core/mark.ts';
import type { Paper, PaperId } from '../core/paper.ts';
import type { Settings } from '../core/settings.ts';
import type { SourceId } from '../core/sources.ts';
import type { NetRequest, Outcome } from '../platform/net.ts';
import {
  dueLookups,
  forgetAnswers,
  getRows,
  type LookupRecord,
  listIds,
  nextDue,
  queueLookups,
  readAnswers,
  settleLookups,
  sourceStates,
} from '../storage/index.ts';
import { askSource } from './lookup-ask.ts';
import { type Asked, keysOf, planOf, type Waiting } from './lookup-plan.ts';
import { type LoopWorld, WorkLoop } from './work-loop.ts';

/** What the queue needs from outside: the browser, or a test. */
export interface World extends LoopWorld {
  settings(): Promise<Pick<Settings, 'lookUpSaved' | 'lookUpInView' | 'openAlexKey'>>;
  /** Sources whose host may be asked. */
  allowed(): Promise<ReadonlySet<SourceId>>;
  ask(request: NetRequest): Promise<Outcome>;
  now(): number;
  /** Tells a tab that papers it shows changed. */
  tell(tab: number, ids: PaperId[]): Promise<void>;
}

/** Orders looked at for one request. */
const LOOK = 300;

/** Orders taken from the library at once. */
const CHUNK = 500;

const idsIn = (paper: Paper): PaperId[] => [paper.id, ...paper.aliases];

export class Lookups {
  readonly #world: World;
  readonly #loop: WorkLoop;

  constructor(world: World) {
    this.#world = world;
    this.#loop = new WorkLoop(world, (held) => this.#next(held));
  }

  /** Orders what saved papers lack, where that is switched on; others of `ids` are left out. */
  saved = (ids: readonly PaperId[], tab?: number): Promise<void> =>
    this.#taking(async () => {
      const { lookUpSaved } = await this.#world.settings();
      for (let at = 0; lookUpSaved && at < ids.length; at += CHUNK) {
        const some = ids.slice(at, at + CHUNK);
        const { rows } = await getRows(some);
        const saved = new Set(rows.filter(({ mark }) => isSaved(mark)).flatMap(({ paper }) => idsIn(paper)));
        const orders = some.filter((id) => saved.has(id)).map((id) => ({ id, why: 'saved' as const, tab }));
        await queueLookups(orders, this.#time());
      }
      return lookUpSaved;
    });

  /** Orders what every saved paper lacks. */
  library = (): Promise<void> =>
    this.#taking(async () => {
      const { lookUpSaved } = await this.#world.settings();
      if (lookUpSaved) await this.saved(await listIds('saved'));
      return lookUpSaved;
    });

  /** Orders abstracts and authors of what a tab shows, where that is switched on. */
  inView = (ids: readonly PaperId[], tab?: number): Promise<void> =>
    this.#taking(async () => {
      const { lookUpInView } = await this.#world.settings();
      if (lookUpInView) {
        await queueLookups(
          ids.map((id) => ({ id, why: 'view' as const, tab })),
          this.#time(),
        );
      }
      return lookUpInView;
    });

  /** Takes orders and goes to work where there are some. Failures are logged, never thrown: nobody waits. */
  async #taking(take: () => Promise<boolean>): Promise<void> {
    try {
      if (await take()) await this.wake();
    } catch (error) {
      await this.#world.failed(error);
    }
  }

  /** Works the queue off; called again meanwhile, it looks once more. Failures are logged, never thrown. */
  wake(): Promise<void> {
    return this.#loop.wake();
  }

  #time(): string {
    return new Date(this.#world.now()).toISOString();
  }

  async #next(held: boolean): Promise<number | undefined> {
    const settings = await this.#world.settings();
    if (!settings.lookUpSaved && !settings.lookUpInView) return undefined;
    const wait = await this.#step(settings, held);
    if (wait === undefined) await forgetAnswers(this.#time());
    return wait;
  }

  /** One look and at most one request. Returns how long to wait for the next; undefined: nothing is left. */
  async #step(settings: Awaited<ReturnType<World['settings']>>, held: boolean): Promise<number | undefined> {
    const now = this.#time();
    const orders = await dueLookups(now, LOOK);
    if (orders.length === 0) {
      const due = await nextDue();
      return due === undefined ? undefined : Math.max(1, Date.parse(due) - this.#world.now());
    }
    const { rows } = await getRows(orders.map(({ id }) => id));
    const byId = new Map(rows.flatMap(({ paper }) => idsIn(paper).map((id) => [id, paper] as const)));
    const isOn = { saved: settings.lookUpSaved, view: settings.lookUpInView };
    const waiting: Waiting[] = [];
    const gone: LookupRecord[] = [];
    for (const order of orders) {
      const paper = byId.get(order.id);
      if (paper && isOn[order.why]) waiting.push({ order, paper });
      else gone.push(order);
    }
    const [answers, states, allowed] = await Promise.all([
      readAnswers(keysOf(waiting)),
      sourceStates(),
      this.#world.allowed(),
    ]);
    const plan = planOf(waiting, answers, states, allowed, now);
    await settleLookups([...gone, ...plan.done], plan.later);
    if (!plan.request) return plan.at ? Math.max(1, Date.parse(plan.at) - this.#world.now()) : 0;
    if (!held) return 0; // nothing leaves before an alarm is set
    const { source, asked, others } = plan.request;
    const changed = await askSource(source, asked, states[source], others, {
      ask: (request) => this.#world.ask(request),
      now: () => this.#world.now(),
      key: settings.openAlexKey,
    });
    await this.#tell(asked, new Set(changed));
    return 0;
  }

  async #tell(asked: readonly Asked[], changed: ReadonlySet<PaperId>): Promise<void> {
    const byTab = new Map<number, PaperId[]>();
    for (const { id, orders } of asked) {
      if (!changed.has(id)) continue;
      for (const order of orders) {
        for (const tab of order.tabs) byTab.set(tab, [...(byTab.get(tab) ?? []), order.id]);
      }
    }
    await Promise.all([...byTab].map(([tab, ids]) => this.#world.tell(tab, ids)));
  }
}
