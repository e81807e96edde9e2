/** Entries as they arrive: each is checked alone, so that one bad entry loses no other. */
import * as v from 'valibot';
import { entrySchema } from '../core/message-schemas.ts';
import type { Entry } from '../core/paper.ts';
import { say } from '../core/say.ts';
import { clip, oneLine } from '../core/text.ts';

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Fields without which an entry still is one. */
const OPTIONAL = new Set(
  'authorsCut abstract published venue doi comment journalRef keywords upvotes aliases entryType'.split(' '),
);

const nameOf = (raw: unknown, place: number): string =>
  isObject(raw) && typeof raw['title'] === 'string' && oneLine(raw['title']) !== ''
    ? `“${clip(oneLine(raw['title']), 60)}”`
    : say('entryNth', place);

export interface CheckedEntries {
  entries: Entry[];
  /** One sentence for each entry that was left out or lost a field. */
  problems: string[];
}

/** `raw` without the optional fields that are wrong; undefined where something needed is. */
function withoutBad(raw: unknown, keys: readonly unknown[]): unknown {
  if (!isObject(raw) || !keys.every((key) => OPTIONAL.has(String(key)))) return undefined;
  return Object.fromEntries(Object.entries(raw).filter(([key]) => !keys.includes(key)));
}

/** The entries that can be stored. Unknown keys are dropped; a wrong optional field is dropped and named. */
export function checkEntries(raws: readonly unknown[]): CheckedEntries {
  const out: CheckedEntries = { entries: [], problems: [] };
  raws.forEach((raw, i) => {
    const result = v.safeParse(entrySchema, raw);
    if (result.success) {
      out.entries.push(result.output as Entry);
      return;
    }
    const name = nameOf(raw, i + 1);
    const keys = [...new Set(result.issues.map((issue) => issue.path?.[0]?.key))];
    const rest = v.safeParse(entrySchema, withoutBad(raw, keys));
    if (rest.success) {
      out.entries.push(rest.output as Entry);
      out.problems.push(say('entryStoredWithout', name, keys.join(', ')));
      return;
    }
    const issue = result.issues[0];
    out.problems.push(clip(say('entryNotStored', name, v.getDotPath(issue) ?? 'entry', issue.message), 300));
  });
  return out;
}
