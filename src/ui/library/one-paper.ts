/** What the reader says of two papers that may be one, each a step that can be undone. */
import { distinctChanges } from '../../core/distinct.ts';
import { ManiculeError } from '../../core/errors.ts';
import type { PaperId } from '../../core/paper.ts';
import { say } from '../../core/say.ts';
import { clip } from '../../core/text.ts';
import type { Joined } from '../../storage/index.ts';
import { makeOne, takeApart } from '../shared/data.ts';
import type { TakeBack } from '../shared/step-stack.ts';
import { texToText } from '../shared/tex.ts';
import type { LibraryState } from './state.ts';

const called = (title: string): string => say('sharedTitle', clip(texToText(title), 60));

/** Joins the two, and keeps the cursor on what they became. @throws ManiculeError 'not-found' where they are one already, or one is gone */
async function join(state: LibraryState, a: PaperId, b: PaperId): Promise<Joined> {
  const joined = await makeOne(a, b, new Date().toISOString());
  if (!joined) throw new ManiculeError('not-found', say('duplicatesGone'));
  const gone = joined.ids.find((id) => id !== joined.into);
  state.papers.refresh([...joined.ids]);
  if (gone !== undefined && state.cursor.id.peek() === gone) state.cursor.id.value = joined.into;
  return joined;
}

/** Takes the joining back, after which it can be done again. */
const apart =
  (state: LibraryState, { at, ids: [a, b] }: Joined): TakeBack =>
  async () => {
    const ids = await takeApart(at);
    if (!ids) throw new ManiculeError('not-found', say('duplicatesNotApart'));
    const again: TakeBack = async () => {
      const joined = await join(state, a, b);
      return { ids: joined.ids, again: apart(state, joined) };
    };
    return { ids, again };
  };

/** Makes them one. False: nothing was done, and it was said why. */
export async function merge(state: LibraryState, a: PaperId, b: PaperId): Promise<boolean> {
  try {
    const joined = await join(state, a, b);
    state.steps.did(say('duplicatesMerged', called(joined.titles[0])), apart(state, joined));
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
