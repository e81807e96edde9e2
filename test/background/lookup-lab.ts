/** A queue of lookups with a clock of its own, a local server in the place of every source, and a database that stays. */
import { vi } from 'vitest';
import type { PaperId } from '../../src/core/paper.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../src/core/settings.ts';
import { SOURCES, type SourceId } from '../../src/core/sources.ts';
import type { NetLimits } from '../../src/platform/net.ts';
import { changeMarks, getRows, syncEntries } from '../../src/storage/index.ts';
import { type SourceServer, sourceServer } from '../platform/source-server.ts';
import { entry, NOW, plainTools, visitAt } from '../storage/setup.ts';

export interface Request {
  source: string;
  /** ms since the beginning. */
  at: number;
  url: string;
}

/** Thrown where a test stops the worker; what follows in it never happens. */
export class Killed extends Error {}

export class Lab {
  readonly server: SourceServer;
  settings: Settings = { ...DEFAULT_SETTINGS, lookUpSaved: true, lookUpInView: true };
  allowed: SourceId[] = SOURCES.map(({ id }) => id);
  limits: Partial<NetLimits> = {};
  readonly requests: Request[] = [];
  /** What was asked for while no alarm would have brought a stopped worker back. */
  readonly unheld: string[] = [];
  readonly told: { tab: number; ids: PaperId[] }[] = [];
  readonly failures: unknown[] = [];
  /** When the alarm would ring, in ms since the beginning; undefined: it is not set. */
  alarm: number | undefined;
  /** Stops the worker at this one of the points where it meets the world. */
  killAt = Number.POSITIVE_INFINITY;
  points = 0;
  #clock = Date.parse(NOW);

  private constructor(server: SourceServer) {
    this.server = server;
  }

  static async open(): Promise<Lab> {
    return new Lab(await sourceServer());
  }

  now = (): number => this.#clock;
  since = (): number => this.#clock - Date.parse(NOW);
  iso = (): string => new Date(this.#clock).toISOString();
  pass(ms: number): void {
    this.#clock += ms;
  }

  /** A worker just started: it knows nothing but what is stored. */
  async worker() {
    vi.resetModules(); // no variable of the last one is left, its tagger included
    const { Lookups } = await import('../../src/background/lookups.ts');
    let dead = false;
    const point = async () => {
      if (dead || ++this.points >= this.killAt) {
        dead = true;
        throw new Killed('the worker is gone');
      }
    };
    return new Lookups({
      settings: async () => {
        await point();
        return this.settings;
      },
      allowed: async () => {
        await point();
        return new Set(this.allowed);
      },
      ask: async (request) => {
        await point();
        const { hostname } = new URL(request.url);
        const source = SOURCES.find(({ origin }) => origin === `https://${hostname}/*`)?.id ?? hostname;
        this.requests.push({ source, at: this.since(), url: request.url });
        if (this.alarm === undefined) this.unheld.push(request.url);
        const outcome = await this.server.ask(request, this.limits);
        await point();
        return outcome;
      },
      now: this.now,
      sleep: async (ms) => {
        await point();
        this.pass(ms);
      },
      comeBack: async (ms) => {
        if (dead) return;
        this.alarm = ms === undefined ? undefined : this.since() + ms;
      },
      tell: async (tab, ids) => void this.told.push({ tab, ids }),
      failed: async (error) => {
        if (!(error instanceof Killed)) this.failures.push(error);
      },
    });
  }

  /** Goes on until the queue is empty, as alarms would; returns how often a worker was started. */
  async untilQuiet(most = 200): Promise<number> {
    for (let starts = 1; starts <= most; starts++) {
      await (await this.worker()).wake();
      if (this.alarm === undefined) return starts;
      this.pass(Math.max(0, this.alarm - this.since()));
    }
    throw new Error('the queue never became empty');
  }

  /** Stores a paper as a listing without abstracts shows it, and saves it unless told otherwise. */
  async meet(id: PaperId, change: Partial<Parameters<typeof entry>[0]> = {}, save = true): Promise<void> {
    const { abstract: _, ...bare } = entry({ id, ...change });
    const shown = change.abstract === undefined ? bare : { ...bare, abstract: change.abstract };
    await syncEntries([shown], visitAt(this.iso()), plainTools, this.iso());
    if (save) await changeMarks([{ id, change: { saved: true } }], this.iso());
  }

  async paper(id: PaperId) {
    return (await getRows([id])).rows[0]?.paper;
  }

  asked = (source: SourceId): Request[] => this.requests.filter((one) => one.source === source);
}
