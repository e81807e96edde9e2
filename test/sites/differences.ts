/** Says in words where what was read differs from what should be: at most a screenful. */
import type { Entry } from '../../src/core/paper.ts';
import type { Expected } from './shared-corpus.ts';

const show = (value: unknown): string => {
  const json = JSON.stringify(value) ?? 'nothing';
  return json.length > 400 ? `${json.slice(0, 400)}…` : json;
};

/** Where two texts begin to differ, with what stands around that place. */
function place(a: unknown, b: unknown): string {
  if (typeof a !== 'string' || typeof b !== 'string') return `read ${show(a)}, should be ${show(b)}`;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const from = Math.max(0, at - 30);
  return `from character ${at}: read …${show(a.slice(from, at + 60))}, should be …${show(b.slice(from, at + 60))}`;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * Every difference in order, count and every field that is asserted.
 * @param absent fields that must be missing where the expectation does not give them.
 */
export function differences(
  read: readonly Entry[],
  expected: readonly Expected[],
  absent: readonly (keyof Expected)[],
): string[] {
  const out: string[] = [];
  if (read.length !== expected.length) {
    const found = new Set(read.map((entry) => entry.id));
    const missing = expected.filter((entry) => !found.has(entry.id)).map((entry) => entry.id);
    out.push(
      `read ${read.length} entries, should be ${expected.length}; missing: ${show(missing.slice(0, 10))}`,
    );
  }
  expected.forEach((want, i) => {
    const got = read[i];
    if (!got) return;
    for (const key of Object.keys(want) as (keyof Expected)[]) {
      const id = key === 'id' && want.id === 'title:' ? got.id.slice(0, 'title:'.length) : got[key];
      if (!same(id, want[key])) out.push(`entry ${i + 1} (${want.id}) ${key}: ${place(got[key], want[key])}`);
    }
    for (const key of absent) {
      if (!(key in want) && got[key] !== undefined) {
        out.push(`entry ${i + 1} (${want.id}) ${key}: read ${show(got[key])}, the page has none`);
      }
    }
  });
  return out.length > 12 ? [...out.slice(0, 12), `… and ${out.length - 12} more`] : out;
}
