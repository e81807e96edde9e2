/** One chunk of sightings of a backup, united with what is there; and those whose paper is not here (yet). */
import { mergeSightings } from '../core/join.ts';
import { earlierMeeting, laterMeeting } from '../core/merge.ts';
import type { Paper, PaperId, Seen, Sighting } from '../core/paper.ts';
import { sayMany } from '../core/say.ts';
import { noteProblem, type RestoreCounts } from './backup-types.ts';
import { isSighting, sameJson } from './records.ts';
import { placesOf } from './restore-places.ts';
import type { WorkingSet } from './working-set.ts';

/** What all sightings say of when a paper was met; never less than what the paper itself says. */
function seenOf(seen: Seen, sightings: readonly Sighting[]): Seen {
  const out: Seen = { ...seen, count: Math.max(seen.count, sightings.length) };
  const bySite = new Map(Object.entries(seen.bySite));
  for (const { at, site } of sightings) {
    out.first = earlierMeeting(out.first, { at, site });
    out.last = laterMeeting(out.last, { at, site });
    if (at > (bySite.get(site) ?? '')) bySite.set(site, at);
  }
  out.bySite = Object.fromEntries(bySite);
  return out;
}

/**
 * Ids under which sightings wait for their paper: its line of a damaged file is missing, and another file may have it,
 * under another id perhaps. Nearly always none, so that looking costs one read a chunk.
 */
export class Strays {
  readonly #set: WorkingSet;
  readonly #ids: Set<PaperId>;
  #changed = false;

  private constructor(set: WorkingSet, ids: Set<PaperId>) {
    this.#set = set;
    this.#ids = ids;
  }

  static async read(set: WorkingSet): Promise<Strays> {
    const known = (await set.tx.objectStore('meta').get('strays')) as PaperId[] | undefined;
    return new Strays(set, new Set(known));
  }

  add(id: PaperId): void {
    this.#changed ||= !this.#ids.has(id);
    this.#ids.add(id);
  }

  /** The paper with what waited for it under any of `ids`. */
  async takeIn(paper: Paper, ids: readonly PaperId[]): Promise<Paper> {
    const mine = this.#ids.size === 0 ? [] : [paper.id, ...ids].filter((id) => this.#ids.has(id));
    if (mine.length === 0) return paper;
    for (const id of mine) {
      await this.#set.move(id, paper.id);
      this.#ids.delete(id);
    }
    this.#changed = true;
    return { ...paper, seen: seenOf(paper.seen, await this.#set.sightingsOf(paper.id)) };
  }

  /** Keeps what changed. */
  async write(): Promise<void> {
    if (this.#changed) await this.#set.tx.objectStore('meta').put([...this.#ids], 'strays');
  }
}

/** @param apply false: nothing is written */
export async function restoreSightings(
  set: WorkingSet,
  sightings: readonly Sighting[],
  counts: RestoreCounts,
  apply: boolean,
): Promise<void> {
  const sound = sightings.filter(isSighting);
  if (sound.length < sightings.length) {
    noteProblem(counts, sayMany('restoreSightingsLeft', sightings.length - sound.length));
  }
  const placeOf = await placesOf(
    set,
    sound.map((one) => one.id),
  );
  const byPaper = new Map<PaperId, Sighting[]>();
  for (const one of sound) {
    const id = placeOf(one.id);
    byPaper.set(id, [...(byPaper.get(id) ?? []), { ...one, id }]);
  }
  const lost: PaperId[] = [];
  for (const [id, found] of byPaper) {
    const known = new Map((await set.sightingsOf(id)).map((one) => [`${one.site} ${one.at}`, one]));
    let fresh = 0;
    for (const one of found) {
      const place = `${one.site} ${one.at}`;
      const same = known.get(place);
      const merged = same ? mergeSightings(same, one) : one;
      if (same && sameJson(same, merged)) {
        counts.unchanged++;
        continue;
      }
      if (!same) fresh++;
      known.set(place, merged);
      set.addSighting(merged);
    }
    counts.newSightings += fresh;
    const paper = set.paper(id);
    if (!paper) lost.push(id);
    if (!paper || fresh === 0) continue;
    const seen = seenOf(paper.seen, [...known.values()]);
    if (!sameJson(seen, paper.seen)) await set.putPaper({ ...paper, seen });
  }
  if (!apply || lost.length === 0) return;
  const strays = await Strays.read(set);
  for (const id of lost) strays.add(id);
  await strays.write();
}
