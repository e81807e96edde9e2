/**
 * Papers on their way to the Zotero of this machine, once the reader switched that on: takes orders, and works them off
 * one request after the other. The queue is in the database, so that a worker stopped at any point goes on where it was, and
 * a Zotero that is not running is tried again later.
 */
import { idsOf } from '../core/identity.ts';
import type { PaperId } from '../core/paper.ts';
import type { Settings } from '../core/settings.ts';
import type { ZoteroOrder, ZoteroReport } from '../core/zotero.ts';
import {
  dueZotero,
  getRows,
  giveZotero,
  inZotero,
  nextZotero,
  noteZotero,
  zoteroOrders,
  zoteroState,
} from '../storage/index.ts';
import { type LoopWorld, WorkLoop } from './work-loop.ts';
import { isFresh, look } from './zotero-look.ts';
import { LONGEST_PAUSE, type SendWorld, sendSome, troubled } from './zotero-send.ts';

/** What the queue needs from outside: the browser, or a test. */
export interface ZoteroWorld extends SendWorld, LoopWorld {
  settings(): Promise<Pick<Settings, 'zotero' | 'zoteroOnSave' | 'zoteroTarget'>>;
  /** Whether the browser lets requests go to this machine. */
  allowed(): Promise<boolean>;
}

/** Orders looked at for one request. */
const LOOK = 200;
/** What is saved is sent after this, in ms: a save taken back at once never leaves. */
const GRACE = 5_000;
/** How long whoever sends papers by hand is kept waiting for the outcome, in ms. */
const PATIENCE = 8_000;

export class Zotero {
  readonly #world: ZoteroWorld;
  readonly #loop: WorkLoop;
  #look: 'new' | 'whole' | undefined;
  /** Those who wait for the next step to end. */
  #waiting: (() => void)[] = [];

  constructor(world: ZoteroWorld) {
    this.#world = world;
    this.#loop = new WorkLoop(
      world,
      async (held) => {
        const { zotero, zoteroTarget } = await world.settings();
        return zotero ? this.#next(zoteroTarget, held) : undefined;
      },
      () => this.#tell(),
    );
  }

  /** Orders papers that were saved, where that is switched on. Nobody waits; failures are logged, never thrown. */
  async saved(ids: readonly PaperId[]): Promise<void> {
    try {
      const { zotero, zoteroOnSave } = await this.#world.settings();
      if (!zotero || !zoteroOnSave) return;
      await this.#order(ids, 'save', false);
      await this.wake();
    } catch (error) {
      await this.#world.failed(error);
    }
  }

  /**
   * Sends papers by hand. Returns what became of them once all are settled, something went wrong, or patience ends; what
   * is still on its way then stays so.
   * @throws ManiculeError where storage fails.
   */
  async send(ids: readonly PaperId[], again: boolean): Promise<ZoteroReport> {
    const { given, there } = await this.#order(ids, 'hand', again);
    if (given.length === 0) return { sent: 0, there, waiting: 0, open: 0 };
    const until = this.#world.now() + PATIENCE;
    void this.wake();
    for (;;) {
      const ended = await this.#step(until - this.#world.now());
      const orders = await zoteroOrders(given);
      const count = (state: ZoteroOrder['state']) =>
        given.filter((id) => orders.get(id)?.state === state).length;
      const { trouble } = await zoteroState();
      const waiting = count('queued');
      if (!trouble && ended && waiting > 0) continue;
      const report = { sent: count('sent'), there, waiting, open: count('unsure') + count('failed') };
      return trouble ? { ...report, trouble } : report;
    }
  }

  /** Resolves when a step ended (true), or after `ms` (false). */
  #step(ms: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), Math.max(0, ms));
      this.#waiting.push(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }

  /** Writes orders for papers that are stored; returns the ids they are kept under, and how many need none. */
  async #order(
    ids: readonly PaperId[],
    why: ZoteroOrder['why'],
    again: boolean,
  ): Promise<{ given: PaperId[]; there: number }> {
    const time = this.#world.now();
    const now = new Date(time).toISOString();
    const later = new Date(time + (why === 'save' ? GRACE : 0)).toISOString();
    const { rows } = await getRows(ids);
    const papers = [...new Map(rows.map(({ paper }) => [paper.id, paper])).values()];
    const known = await inZotero(papers.flatMap(idsOf));
    const wanted = papers.filter((paper) => again || !idsOf(paper).some((id) => known.has(id)));
    const given = await giveZotero(
      wanted.map(({ id, aliases }) => ({
        ids: [id, ...aliases],
        at: now,
        why,
        due: later,
        ...(again ? { again: true as const } : {}),
      })),
    );
    await this.#now();
    return { given, there: papers.length - wanted.length };
  }

  /** The next try does not wait for a pause to end, and what went wrong before is not said again. */
  async #now(): Promise<void> {
    const { nextAt: _nextAt, trouble, ...state } = await zoteroState();
    if (trouble) await noteZotero(state);
  }

  /** Goes on at once, whatever pause there was. Failures are logged, never thrown. */
  async retry(): Promise<void> {
    await this.#now().catch((error) => this.#world.failed(error));
    await this.wake();
  }

  /** The same, and reads what is in Zotero. Failures are logged, never thrown. */
  async look(whole: boolean): Promise<void> {
    this.#look = whole ? 'whole' : (this.#look ?? 'new');
    await this.retry();
  }

  /** Works the queue off; called again meanwhile, it looks once more. Failures are logged, never thrown. */
  wake(): Promise<void> {
    return this.#loop.wake();
  }

  #tell(): void {
    for (const go of this.#waiting.splice(0)) go();
  }

  /** At most one look or one group. Returns how long to wait for the next, in ms; undefined: nothing is left. */
  async #next(target: string, held: boolean): Promise<number | undefined> {
    const ms = this.#world.now();
    const now = new Date(ms).toISOString();
    const state = await zoteroState();
    const wanted = this.#look ?? (state.reading ? 'new' : undefined);
    const due = await nextZotero();
    const left = state.nextAt === undefined ? 0 : Date.parse(state.nextAt) - ms;
    const paused = left > 0 && left <= LONGEST_PAUSE ? left : 0; // a longer one was noted before the clock was set back
    if (!wanted && due === undefined) return undefined;
    if (!wanted && paused > 0) return paused;
    if (!wanted && due !== undefined && due > now) return Date.parse(due) - ms;
    if (!(await this.#world.allowed())) {
      this.#look = undefined;
      return due === undefined ? undefined : troubled({ kind: 'permission' }, ms);
    }
    if (!held) return 0; // nothing leaves before an alarm is set
    if (wanted === 'whole' || !isFresh(state, ms)) return this.#read(wanted === 'whole');
    this.#look = undefined;
    const orders = await dueZotero(now, LOOK);
    return orders.length === 0 ? 0 : sendSome(orders, target, this.#world);
  }

  async #read(whole: boolean): Promise<number> {
    this.#look = undefined;
    await look(this.#world.client, this.#world.now(), whole);
    return 0;
  }
}
