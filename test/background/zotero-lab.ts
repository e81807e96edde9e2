/** A queue for Zotero with a clock of its own, a server in the place of Zotero, and a database that stays. */
import { vi } from 'vitest';
import type { PaperId } from '../../src/core/paper.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { type ZoteroClient, zoteroClient } from '../../src/platform/zotero.ts';
import { changeMarks, openDb, syncEntries, zoteroOrders, zoteroState } from '../../src/storage/index.ts';
import { FakeZotero } from '../platform/zotero-server.ts';
import { entry, NOW, plainTools, visitAt } from '../storage/setup.ts';

/** Thrown where a test stops the worker; what follows in it never happens. */
export class Killed extends Error {}

export class ZoteroLab {
  readonly zotero: FakeZotero;
  settings: Settings = { ...DEFAULT_SETTINGS, zotero: true, zoteroOnSave: true };
  allowed = true;
  /** How long an answer is waited for, in ms: short only where none comes. */
  patience = 20_000;
  readonly failures: unknown[] = [];
  /** When the alarm would ring, in ms since the beginning; undefined: it is not set. */
  alarm: number | undefined;
  /** Stops the worker at this one of the points where it meets the world. */
  killAt = Number.POSITIVE_INFINITY;
  points = 0;
  #clock = Date.parse(NOW);
  #sessions = 0;

  private constructor(zotero: FakeZotero) {
    this.zotero = zotero;
  }

  static async open(): Promise<ZoteroLab> {
    return new ZoteroLab(await new FakeZotero().start());
  }

  now = (): number => this.#clock;
  iso = (): string => new Date(this.#clock).toISOString();
  pass(ms: number): void {
    this.#clock += ms;
  }

  /** A worker just started: it knows nothing but what is stored. */
  async worker() {
    vi.resetModules();
    const { Zotero } = await import('../../src/background/zotero.ts');
    let dead = false;
    const point = async () => {
      if (dead || ++this.points >= this.killAt) {
        dead = true;
        throw new Killed('the worker is gone');
      }
    };
    const real = zoteroClient(this.zotero.url, { short: this.patience, long: this.patience });
    const around =
      <A extends unknown[], R>(work: (...given: A) => Promise<R>) =>
      async (...given: A): Promise<R> => {
        await point();
        const answer = await work(...given);
        await point();
        return answer;
      };
    const client: ZoteroClient = {
      selected: around(real.selected),
      save: around(real.save),
      move: around(real.move),
      read: around(real.read),
      groups: around(real.groups),
    };
    return new Zotero({
      settings: async () => this.settings,
      allowed: async () => this.allowed,
      client,
      now: this.now,
      session: () => `session-${++this.#sessions}`,
      sleep: async (ms) => this.pass(ms),
      comeBack: async (ms) => {
        if (!dead) this.alarm = ms === undefined ? undefined : this.#clock - Date.parse(NOW) + ms;
      },
      failed: async (error) => {
        if (!(error instanceof Killed)) this.failures.push(error);
      },
    });
  }

  /** Lets the alarm ring until nothing is left, or `most` times; returns how often it rang. */
  async rings(most = 60): Promise<number> {
    for (let rung = 0; rung < most; rung++) {
      if (this.alarm === undefined) return rung;
      const since = this.#clock - Date.parse(NOW);
      this.pass(Math.max(0, this.alarm - since));
      this.alarm = undefined; // as the browser does with one that rang; those that go on are set anew
      await (await this.worker()).wake();
    }
    return most;
  }

  /** Stores papers and saves them unless told otherwise. */
  async meet(
    ids: readonly PaperId[],
    save = true,
    change: Partial<Parameters<typeof entry>[0]> = {},
  ): Promise<void> {
    await syncEntries(
      ids.map((id) => entry({ id, ...change })),
      visitAt(this.iso()),
      plainTools,
      this.iso(),
    );
    if (save)
      await changeMarks(
        ids.map((id) => ({ id, change: { saved: true } })),
        this.iso(),
      );
  }

  /** Titles of what is in Zotero, as "arxiv:…" of the papers `meet` makes. */
  kept = (): string[] => this.zotero.items.map(({ data }) => String(data['id'])).sort();
  /** Every id that Zotero took or is known to have, title keys left out. */
  there = async (): Promise<PaperId[]> => {
    const db = await openDb();
    const [orders, items] = await Promise.all([db.getAll('zotero'), db.getAllKeys('zoteroItems')]);
    const sent = orders.filter(({ state }) => state === 'sent').map(({ id }) => id);
    return [...new Set([...sent, ...items])].filter((id) => !id.startsWith('title:')).sort();
  };
  order = async (id: PaperId) => (await zoteroOrders([id])).get(id);
  state = zoteroState;
  saves = () => this.zotero.calls.filter(({ path }) => path === '/connector/saveItems');
}
