/** What the reader says of two papers that may be one, each a step that can be undone. */
import { distinctChanges } from '../../core/distinct.ts';
import { ManiculeError } from '../../core/errors.ts';
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { clip } from '../../core/text.ts';
import { makeOne, takeApart } from '../shared/data.ts';
import { texToText } from '../shared/tex.ts';
import type { LibraryState } from './state.ts';

const called = (title: string): string => say('sharedTitle', clip(texToText(title), 60));

/** Makes them one. False: nothing was done, and it was said why. */
export async function merge(state: LibraryState, a: PaperId, b: PaperId): Promise<boolean> {
  try {
    const joined = await makeOne(a, b, new Date().toISOString());
    if (!joined) {
      state.steps.say(say('duplicatesGone'));
      return false;
    }
    const gone = joined.ids.find((id) => id !== joined.into);
    state.papers.refresh([...joined.ids]);
    if (gone !== undefined && state.cursor.id.peek() === gone) state.cursor.id.value = joined.into;
    state.steps.did(say('duplicatesMerged', called(joined.titles[0])), async () => {
      const ids = await takeApart(joined.at);
      if (!ids) throw new ManiculeError('not-found', say('duplicatesNotApart'));
      return { ids };
    });
    return true;
  } catch (error) {
    state.steps.fail(error);
    return false;
  }
}

/** Says that they are not the same. */
export const keepApart = (state: LibraryState, a: PaperId, b: PaperId, title: string): Promise<boolean> =>
  state.steps.take(distinctChanges(a, b), say('duplicatesSaidDistinct', called(title)));

/** Takes apart what was made one, in this sitting or before. */
export async function separate(state: LibraryState, at: string, title: string): Promise<boolean> {
  try {
    const ids = await takeApart(at);
    state.steps.say(ids ? say('duplicatesTakenApart', called(title)) : say('duplicatesNotApart'));
    if (ids) state.papers.refresh(ids);
    return ids !== undefined;
  } catch (error) {
    state.steps.fail(error);
    return false;
  }
}
