/** Says what a reading of a changed page lost in silence. */
import { idsOf } from '../../../src/core/identity.ts';
import type { Entry } from '../../../src/core/paper.ts';
import { mayBeSame } from '../../../src/core/same-paper.ts';
import { fold } from '../../../src/core/text.ts';
import type { Reading } from '../../../src/sites/read-page.ts';

const ENOUGH = 0.95;
/** More entries than this beside the page's own are inventions. */
const TOO_MANY = 1.15;

const isTitle = (id: string): boolean => id.startsWith('title:');

/** Whether `b` will be filed as `a` is. A title without its author still is the same paper to the database. */
function samePaper(a: Entry, b: Entry): boolean {
  if (a.id === b.id) return true;
  if (!isTitle(a.id)) return false;
  const ids = new Set(idsOf(a));
  return idsOf(b).some((id) => ids.has(id)) && mayBeSame(a, b);
}

const sameTitle = (a: Entry, b: Entry): boolean => fold(a.title) === fold(b.title);

/** Whether a reading says itself that it is not whole: nothing recognised, or fewer entries than the page seems to hold. */
export const saysSo = ({ recognised, expected, entries }: Reading): boolean =>
  !recognised || (expected !== undefined && entries.length < expected * ENOUGH);

const show = (titles: readonly string[]): string =>
  titles.map((title) => `“${title.slice(0, 50)}”`).join(', ');

function lossesOfPaper(before: Reading, after: Reading): string | undefined {
  const [was] = before.entries;
  const [is, more] = after.entries;
  if (!was) return undefined;
  if (!is) return saysSo(after) ? undefined : 'nothing read, and not said';
  if (more) return `${after.entries.length} entries on the page of one paper`;
  if (!samePaper(was, is)) return `${is.id} instead of ${was.id}`;
  return sameTitle(was, is) ? undefined : `wrong title: ${show([is.title])}`;
}

/** What `after` lost of `before` without saying so, in a few words; undefined where nothing was. */
export function losses(before: Reading, after: Reading): string | undefined {
  if (before.kind === 'paper') return lossesOfPaper(before, after);
  if (saysSo(after)) return undefined;
  const found = after.entries.map((entry) => ({ entry, ids: new Set(idsOf(entry)) }));
  const byId = new Map(after.entries.map((entry) => [entry.id, entry]));
  const lost: Entry[] = [];
  const wrong: string[] = [];
  for (const was of before.entries) {
    const is =
      byId.get(was.id) ??
      (isTitle(was.id) ? found.find(({ entry }) => samePaper(was, entry))?.entry : undefined);
    if (!is) lost.push(was);
    else if (!sameTitle(was, is)) wrong.push(is.title);
  }
  const all = before.entries.length;
  const read = after.entries.length;
  const how = `${after.via ? `by ${after.via}, ` : ''}expected ${after.expected ?? '–'}`;
  if (lost.length + wrong.length > all * (1 - ENOUGH) + 1e-9) {
    const parts = [
      lost.length > 0 ? `${lost.length} of ${all} lost` : '',
      wrong.length > 0 ? `${wrong.length} of ${all} titles wrong: ${show(wrong.slice(0, 2))}` : '',
      lost.length > 0 && read >= all
        ? `${read} read: ${show(after.entries.slice(0, 2).map((one) => `${one.id} ${one.title}`))}`
        : '',
    ];
    return `${parts.filter(Boolean).join('; ')} (${how})`;
  }
  const surplus = read - (all - lost.length);
  return surplus > Math.max(1, all * (TOO_MANY - 1)) ? `${surplus} entries invented (${how})` : undefined;
}
