/** Under which id the paper of a mark or sighting stands here. */
import { kindOf } from '../core/identity.ts';
import type { PaperId } from '../core/paper.ts';
import type { WorkingSet } from './working-set.ts';

/** The title key without author, of one that names an author. */
const shortOf = (id: PaperId): PaperId | undefined =>
  kindOf(id) === 'title' && id.includes('|') ? id.slice(0, id.indexOf('|')) : undefined;

/**
 * Reads what `ids` may stand for, and tells for each of them the id of its paper here; the id itself where there is none.
 * A key with author is often no alias of its own (see `putPaper`): the paper that owns the one without knows it all the same.
 */
export async function placesOf(set: WorkingSet, ids: readonly PaperId[]): Promise<(id: PaperId) => PaperId> {
  await set.loadIds([...ids, ...ids.flatMap((id) => shortOf(id) ?? [])]);
  return (id) => {
    const place = set.resolve(id);
    const short = shortOf(id);
    if (place !== id || !short || set.papers.get(id)?.now) return place;
    const owner = set.paper(short);
    return owner?.aliases.includes(id) ? owner.id : id;
  };
}
