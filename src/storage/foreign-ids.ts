/** Ids that a page or a look-up gives to a paper though they are another one's, which cannot be the same. */
import { idOfDoi } from '../core/identity.ts';
import type { Metadata, Paper, PaperId } from '../core/paper.ts';
import type { WorkingSet } from './working-set.ts';

/** Those of `ids` that belong to a stored paper other than `same`. Titles belong to nobody. */
export function foreignIds(set: WorkingSet, ids: readonly PaperId[], same: readonly Paper[]): Set<PaperId> {
  return new Set(
    ids.filter((id) => {
      const owner = set.paper(id);
      return !id.startsWith('title:') && owner !== undefined && !same.includes(owner);
    }),
  );
}

/** `told` without those ids: taken over, the strongest of them would put it in the place of the other paper. */
export function withoutIds<T extends Pick<Metadata, 'doi'> & { aliases?: PaperId[] }>(
  told: T,
  foreign: ReadonlySet<PaperId>,
): T {
  if (foreign.size === 0) return told;
  const { doi, aliases, ...rest } = told;
  return {
    ...rest,
    ...(aliases ? { aliases: aliases.filter((id) => !foreign.has(id)) } : {}),
    ...(doi && !foreign.has(idOfDoi(doi) ?? '') ? { doi } : {}),
  } as T;
}
