/** Folded titles, for putting papers in their order: read when first asked for. */
import type { Segment } from './search-segment.ts';
import type { SearchTable } from './search-table.ts';

const known = new WeakMap<Segment, Promise<string[]>>();

function linesOf(segment: Segment): Promise<string[]> {
  let lines = known.get(segment);
  if (!lines) {
    lines = segment.titles();
    lines.catch(() => known.delete(segment));
    known.set(segment, lines);
  }
  return lines;
}

const whole = new WeakMap<SearchTable, string[]>();

/** The folded title of every paper of the table, by its number. */
export async function titlesOf(table: SearchTable): Promise<readonly string[]> {
  const held = whole.get(table);
  if (held?.length === table.size) return held;
  const parts = [...table.parts];
  const lines = await Promise.all(parts.map(({ segment }) => linesOf(segment)));
  const out: string[] = [];
  parts.forEach(({ base, segment }, n) => {
    for (let doc = 0; doc < segment.docs.count; doc++) out[base + doc] = lines[n]?.[doc] ?? '';
  });
  whole.set(table, out);
  return out;
}
