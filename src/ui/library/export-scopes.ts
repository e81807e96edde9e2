/** What the sheet for exports offers to export. */
import { type MessageKey, say } from '../../core/say.ts';
import { listIds } from '../shared/data.ts';
import type { Scope } from '../shared/export-dialog.tsx';
import { collectionScopes } from './collections-export.ts';
import type { LibraryState } from './state.ts';

/** What else than the selection can be exported: what is shown, and every list whole. */
export async function scopesOf(state: LibraryState): Promise<Scope[]> {
  const shown = state.shown.peek();
  const rest: readonly [what: Parameters<typeof listIds>[0], label: MessageKey][] = [
    ['saved', 'libraryScopeSaved'],
    ['flagged', 'libraryScopeFlagged'],
    ['marked', 'libraryScopeMarked'],
    ['all', 'libraryScopeAll'],
  ];
  const lists = rest.map(async ([what, label]) => ({ what, label: say(label), ids: await listIds(what) }));
  const more =
    state.selected.peek().length > 0 ? [{ what: 'found', label: say('libraryScopeShown'), ids: shown }] : [];
  const collections = collectionScopes(state);
  const all: Scope[] = [...more, ...(await collections), ...(await Promise.all(lists))];
  return all.filter(({ ids, inside }) => ids.length > 0 || inside !== undefined);
}
