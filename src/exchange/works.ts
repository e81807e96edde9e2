/** From items to what formats write of them: each paper once, broken ones named, none stopping the rest. */
import { say } from '../core/say.ts';
import { assignCiteKeys } from './cite-key.ts';
import type { Exportable, ExportOptions, Skipped } from './exportable.ts';
import { nameOf, soundItem } from './sound.ts';
import { onlyFields, type Work, workOf } from './work.ts';

export type Simplified = (why: string) => void;

/** A function that puts a sentence about `item` into `skipped`. */
export const noteIn =
  (skipped: Skipped[]) =>
  (item: Exportable): Simplified =>
  (why) =>
    void skipped.push({ ...nameOf(item), why });

export const failure = (error: unknown): string =>
  say('exportFailed', error instanceof Error ? error.message : String(error));

/** The items that can be written, each paper once. */
export function soundItems(
  items: readonly Exportable[],
  note: (item: Exportable) => Simplified,
): Exportable[] {
  const out: Exportable[] = [];
  const met = new Set<string>();
  for (const item of items) {
    const sound = soundItem(item, note(item));
    if ('why' in sound) note(item)(sound.why);
    else if (met.has(sound.paper.id)) note(item)(say('exportTwice'));
    else {
      met.add(sound.paper.id);
      out.push(sound);
    }
  }
  return out;
}

/** What `write` makes of one sound item; undefined where it gives that, or fails, which `simplified` is told. */
export function writtenOne<T>(
  item: Exportable,
  key: string | undefined,
  fields: ExportOptions['fields'],
  simplified: Simplified,
  write: (work: Work, simplified: Simplified) => T | undefined,
): T | undefined {
  try {
    const work = workOf(item, key ?? 'paper', simplified);
    return write(fields ? onlyFields(work, fields) : work, simplified);
  } catch (error) {
    simplified(failure(error));
    return undefined;
  }
}

/**
 * What `write` makes of every paper of `items`, one after the other. A paper it fails at, or gives undefined for, is left
 * out; what it fails at is named in `skipped`.
 */
export function* written<T>(
  items: readonly Exportable[],
  options: ExportOptions,
  skipped: Skipped[],
  write: (work: Work, simplified: Simplified) => T | undefined,
): Generator<T, void> {
  const note = noteIn(skipped);
  const sound = soundItems(items, note);
  const keys = options.keys ?? assignCiteKeys(sound, options.taken ?? new Set(), options.citeRule);
  for (const item of sound) {
    const made = writtenOne(item, keys.get(item.paper.id), options.fields, note(item), write);
    if (made !== undefined) yield made;
  }
}
