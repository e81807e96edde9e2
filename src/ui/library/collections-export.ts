/** Collections and the reading list as what can be exported. */
import { flatTree, pathWords } from '../../core/collections.ts';
import type { PaperId } from '../../core/paper.ts';
import { READING } from '../../core/reading.ts';
import { say } from '../../core/say.ts';
import { listByHand } from '../shared/data.ts';
import type { Scope } from '../shared/export-dialog.tsx';
import type { LibraryState } from './state.ts';

/** A name as a part of a file's name: letters and digits of any script. */
const forFile = (name: string): string =>
  name
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40) || 'collection';

/** Every collection in its own order, with what is inside it as a choice, and the reading list. @throws ManiculeError */
export async function collectionScopes(state: LibraryState): Promise<Scope[]> {
  const flat = state.collections.flat.peek();
  const [reading, ...lists] = await Promise.all([READING, ...flat.map(({ id }) => id)].map(listByHand));
  const papersOf = new Map<string, readonly PaperId[]>(flat.map(({ id }, at) => [id, lists[at] ?? []]));
  const scopes = flat.map((node): Scope => {
    const all = new Set(flatTree([node]).flatMap(({ id }) => papersOf.get(id) ?? []));
    return {
      what: forFile(node.name),
      label: say('libraryScopeCollection', pathWords(node)),
      ids: papersOf.get(node.id) ?? [],
      byHand: true,
      ...(node.children.length > 0 ? { inside: [...all] } : {}),
    };
  });
  return [
    { what: 'reading', label: say('libraryScopeReading'), ids: reading ?? [], byHand: true },
    ...scopes.filter(({ ids, inside }) => ids.length > 0 || (inside?.length ?? 0) > 0),
  ];
}
