/**
 * The papers, aliases, marks and sightings one transaction works on: read once, changed in memory, written together.
 * Both meeting papers on a page and restoring a backup go through it, so that both find and join papers alike.
 */
import { areTwo, type Decided } from '../core/distinct.ts';
import { kindOf, titleKeys } from '../core/identity.ts';
import { mergePapers, mergeSightings } from '../core/join.ts';
import { joinRecords } from '../core/join-marks.ts';
import type { Mark } from '../core/mark.ts';
import type { Metadata, Paper, PaperId, Sighting } from '../core/paper.ts';
import { mayBeSame } from '../core/same-paper.ts';
import { say } from '../core/say.ts';
import type { Tx } from './db.ts';
import { readMany, readSightings } from './reads.ts';
import { isPaper } from './records.ts';
import type { AliasRecord } from './schema.ts';
import { empty, markSlot, type Slot } from './slots.ts';

/** What identifies a paper. */
export type Known = Pick<Metadata, 'id' | 'title' | 'authors' | 'doi'> & { aliases?: PaperId[] };

const isTitle = (id: PaperId): boolean => kindOf(id) === 'title';
const sightingKey = (sighting: Sighting): string => JSON.stringify([sighting.site, sighting.at]);

export class WorkingSet {
  readonly papers = new Map<PaperId, Slot<Paper>>();
  readonly marks = new Map<PaperId, Slot<Mark>>();
  readonly aliases = new Map<PaperId, Slot<PaperId>>();
  /** Sightings to write or (`undefined`) to delete: id → key → sighting. */
  readonly sightings = new Map<PaperId, Map<string, { sighting: Sighting; keep: boolean }>>();
  readonly corrupt: string[] = [];
  readonly tx: Tx;
  readonly #apart: readonly [PaperId, PaperId][];

  /** @param apart ids of which is known, beside what marks say, that they are two papers */
  constructor(tx: Tx, apart: readonly [PaperId, PaperId][] = []) {
    this.tx = tx;
    this.#apart = apart;
  }

  /** Reads everything `find` needs for these. */
  async load(items: readonly { known: Known; ids: PaperId[] }[]): Promise<void> {
    await this.loadIds(items.flatMap(({ known, ids }) => [known.id, ...ids.filter((id) => !isTitle(id))]));
    const titles: PaperId[] = [];
    const full = new Map<PaperId, PaperId[]>();
    for (const { known, ids } of items) {
      const found = ids.map((id) => this.paper(id)).find((paper) => paper !== undefined);
      const keys = titleKeys(known.title, known.authors);
      if (found && keys.every((key) => key === found.id || found.aliases.includes(key))) continue;
      // whoever owns the key with the author owns, or lost to another, the one without: looked up first
      const last = keys.at(-1);
      if (!last) continue;
      titles.push(last);
      full.set(last, [...(full.get(last) ?? []), ...keys.slice(0, -1)]);
    }
    await this.#loadAliases(titles);
    const more = titles.flatMap((key) => {
      const rest = full.get(key) ?? [];
      if (this.aliases.get(key)?.now) return rest;
      for (const absent of rest) {
        if (!this.aliases.has(absent)) this.aliases.set(absent, empty());
      }
      return [];
    });
    await this.#loadAliases(more);
    await this.#loadRecords([...titles, ...more].flatMap((key) => this.aliases.get(key)?.now ?? []));
  }

  /** Reads papers and marks by any of their ids. */
  async loadIds(ids: Iterable<PaperId>): Promise<void> {
    const all = [...new Set(ids)];
    await Promise.all([this.#loadRecords(all), this.#loadAliases(all)]);
    await this.#loadRecords(all.flatMap((id) => this.aliases.get(id)?.now ?? []));
  }

  async #loadAliases(ids: Iterable<PaperId>): Promise<void> {
    const unread = [...new Set(ids)].filter((id) => !this.aliases.has(id));
    const found = await readMany(this.tx, 'aliases', unread);
    for (const id of unread) {
      const target = (found.get(id) as AliasRecord | undefined)?.id;
      const known = typeof target === 'string' ? target : undefined;
      this.aliases.set(id, { before: known, now: known, absent: !found.has(id) });
    }
  }

  async #loadRecords(ids: Iterable<PaperId>): Promise<void> {
    const unread = [...new Set(ids)].filter((id) => !this.papers.has(id));
    const [papers, marks] = await Promise.all([
      readMany(this.tx, 'papers', unread),
      readMany(this.tx, 'marks', unread),
    ]);
    for (const id of unread) {
      const [paper, mark] = [papers.get(id), marks.get(id)];
      if (paper !== undefined && !isPaper(paper)) {
        this.corrupt.push(say('storedPaperCorrupt', id));
        this.papers.set(id, { ...empty<never>(), corrupt: true });
      } else this.papers.set(id, { before: paper, now: paper, absent: paper === undefined });
      const slot = markSlot(mark);
      if (slot.corrupt) this.corrupt.push(say('storedMarkCorrupt', id));
      this.marks.set(id, slot);
    }
  }

  /** The id under which the paper known as `id` stands now; `id` itself where none does. */
  resolve(id: PaperId): PaperId {
    if (this.papers.get(id)?.now) return id;
    const target = this.aliases.get(id)?.now;
    return target && (this.papers.get(target)?.now || this.marks.get(target)?.now) ? target : id;
  }

  paper = (id: PaperId): Paper | undefined => this.papers.get(this.resolve(id))?.now;
  mark = (id: PaperId): Mark | undefined => this.marks.get(this.resolve(id))?.now;
  /** A corrupt mark is never written over. */
  locked = (id: PaperId): boolean => this.marks.get(id)?.corrupt === true;

  /**
   * The stored papers that `known` is, the surest first. Shared strong ids join unless another id of the kind speaks
   * against it; a shared title only where ids and first authors allow it; none where the reader said that they are two.
   */
  find(known: Known, ids: readonly PaperId[]): Paper[] {
    const accepted: Paper[] = [];
    const all = new Set(ids);
    for (const id of [known.id, ...ids.filter((one) => !isTitle(one)), ...ids.filter(isTitle)]) {
      const paper = this.paper(id);
      if (!paper || accepted.includes(paper)) continue;
      const authors = known.authors.length > 0 ? known.authors : (accepted[0]?.authors ?? []);
      const mine = { id: known.id, aliases: [...all], authors: isTitle(id) ? authors : [] };
      if (paper.id !== known.id && !mayBeSame(mine, paper)) continue;
      if (
        paper.id !== known.id &&
        areTwo(all, accepted.map(this.#decided), this.#decided(paper), this.#apart)
      )
        continue;
      accepted.push(paper);
      for (const other of [paper.id, ...paper.aliases]) all.add(other);
    }
    return accepted;
  }

  #decided = (paper: Paper): Decided => {
    const mark = this.mark(paper.id);
    return mark ? { paper, mark } : { paper };
  };

  /** One record of all of `papers`; their marks, sightings and aliases follow it. */
  async join(papers: readonly Paper[]): Promise<Paper | undefined> {
    let joined = papers[0];
    for (const other of papers.slice(1)) {
      if (!joined) return other;
      const known = await Promise.all([this.sightingsOf(joined.id), this.sightingsOf(other.id)]);
      const count = new Set(known.flat().map(sightingKey)).size;
      const merged: Paper = mergePapers(joined, other, Math.max(count, joined.seen.count, other.seen.count));
      for (const id of [joined.id, other.id]) await this.move(id, merged.id);
      await this.putPaper(merged);
      joined = merged;
    }
    return joined;
  }

  /** Moves what belongs to `from` (mark, sightings, aliases) to `to`, and takes its paper away. */
  async move(from: PaperId, to: PaperId): Promise<void> {
    if (from === to) return;
    await this.#loadRecords([from, to]);
    const mark = this.marks.get(from);
    const target = this.marks.get(to);
    if (mark?.now && target && !target.corrupt) {
      target.now = target.now ? joinRecords(target.now, mark.now, to) : { ...mark.now, id: to };
      mark.now = undefined;
    }
    const there = new Map((await this.sightingsOf(to)).map((one) => [sightingKey(one), one]));
    for (const one of await this.sightingsOf(from)) {
      this.#noteSighting(one, false);
      this.#noteSighting({ ...mergeSightings(there.get(sightingKey(one)) ?? one, one), id: to }, true);
    }
    const paper = this.papers.get(from);
    const known = paper?.now?.aliases ?? [];
    await this.#loadAliases([from, ...known]);
    for (const alias of [from, ...known]) {
      const slot = this.aliases.get(alias);
      if (slot && (slot.now === from || slot.now === undefined)) slot.now = to;
    }
    if (paper) {
      paper.now = undefined;
      paper.removed = true;
    }
  }

  /** Takes in what lies under other ids of a paper without one of its own: marks restored alone, unreadable records. */
  async takeIn(ids: readonly PaperId[], to: PaperId): Promise<void> {
    for (const id of ids) {
      if (id === to || this.papers.get(id)?.now) continue;
      const stray = this.marks.get(id)?.now !== undefined || this.papers.get(id)?.corrupt;
      if (stray && (this.aliases.get(id)?.now ?? to) === to) await this.move(id, to);
    }
  }

  /**
   * Stores `paper` under its id and makes it found by its aliases; one that is another paper's stays that one's. A title
   * key with author is written only where the one without is another paper's, or where a page may ask by it (`askedBy`):
   * that saves a quarter of all writes, since nearly every paper has both.
   */
  async putPaper(paper: Paper, askedBy?: PaperId): Promise<void> {
    const slot = this.papers.get(paper.id) ?? empty<Paper>();
    const known = new Set(slot.now?.aliases);
    slot.now = paper;
    this.papers.set(paper.id, slot);
    const fresh = paper.aliases.filter((alias) => alias === askedBy || !known.has(alias));
    if (isTitle(paper.id) && !this.aliases.get(paper.id)?.before) fresh.push(paper.id);
    if (fresh.some((alias) => !this.aliases.has(alias))) await this.#loadAliases(fresh);
    const owners = fresh.flatMap((alias) => this.aliases.get(alias)?.now ?? []);
    if (owners.some((id) => !this.papers.has(id))) await this.#loadRecords(owners);
    // keys without author first: whether they are ours decides about those with one
    for (const alias of fresh.sort((x, y) => x.length - y.length)) {
      const short = alias.slice(0, alias.indexOf('|'));
      const needless = isTitle(alias) && alias.includes('|') && this.aliases.get(short)?.now === paper.id;
      if (needless && alias !== askedBy && alias !== paper.id) continue;
      const owner = this.aliases.get(alias);
      if (owner && (!owner.now || !this.papers.get(owner.now)?.now)) owner.now = paper.id;
    }
    const own = this.aliases.get(paper.id);
    if (own && own.now !== paper.id) own.now = undefined;
  }

  putMark(mark: Mark): void {
    const slot = this.marks.get(mark.id);
    if (slot?.corrupt) return;
    if (slot) slot.now = mark;
    else this.marks.set(mark.id, { ...empty<Mark>(), now: mark });
  }

  addSighting(sighting: Sighting): void {
    this.#noteSighting(sighting, true);
  }

  #noteSighting(sighting: Sighting, keep: boolean): void {
    const known = this.sightings.get(sighting.id) ?? new Map();
    known.set(sightingKey(sighting), { sighting, keep });
    this.sightings.set(sighting.id, known);
  }

  /** The stored sightings of a paper with those of this set. */
  async sightingsOf(id: PaperId): Promise<Sighting[]> {
    const all = new Map((await readSightings(this.tx, id)).map((one) => [sightingKey(one), one]));
    for (const [key, { sighting, keep }] of this.sightings.get(id) ?? []) {
      if (keep) all.set(key, sighting);
      else all.delete(key);
    }
    return [...all.values()];
  }
}
