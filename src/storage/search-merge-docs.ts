/** The papers of several parts of the search index in one: the latest of each, and its columns. */
import { GONE } from './search-doc.ts';
import type { DocsPart } from './search-format.ts';
import { ownId } from './search-ids.ts';
import type { Segment } from './search-segment.ts';
import { IdSlots } from './search-slots.ts';
import { Values } from './search-values.ts';

/** In place of a number: a later part says more of the paper, or it is gone. */
export const HIDDEN = 0xffffffff;

const lineOf = ({ names, nameAt }: DocsPart, n: number): string =>
  names.slice(nameAt[n], (nameAt[n + 1] as number) - 1);

/**
 * For each part the number each of its papers gets in the new one, in their order.
 * @param keepGone papers that are gone too: older parts remain that say something of them.
 */
export function numbering(parts: readonly Segment[], keepGone: boolean): Uint32Array[] {
  const bases = [0];
  for (const { docs } of parts) bases.push((bases.at(-1) as number) + docs.count);
  const placeOf = (paper: number): [DocsPart, number] => {
    let p = 0;
    while ((bases[p + 1] as number) <= paper) p++;
    return [(parts[p] as Segment).docs, paper - (bases[p] as number)];
  };
  const hashes = new Uint32Array(bases.at(-1) as number);
  parts.forEach(({ docs }, p) => void hashes.set(docs.hashes, bases[p]));
  const slots = new IdSlots({
    hashOf: (paper) => hashes[paper] as number,
    idOf: (paper) => ownId(lineOf(...placeOf(paper))),
  });
  slots.grow(hashes.length);
  const numbers = new Uint32Array(hashes.length);
  parts.forEach(({ docs }, p) => {
    const base = bases[p] as number;
    for (let n = 0; n < docs.count; n++) {
      const before = slots.put(base + n);
      if (before >= 0) numbers[before] = HIDDEN;
      if (!keepGone && (docs.flags[n] as number) & GONE) numbers[base + n] = HIDDEN;
    }
  });
  let next = 0;
  for (let paper = 0; paper < numbers.length; paper++) if (numbers[paper] !== HIDDEN) numbers[paper] = next++;
  return parts.map((_, p) => numbers.subarray(bases[p], bases[p + 1]));
}

const COLUMNS = ['hashes', 'flags', 'year', 'published', 'seen', 'at', 'saved', 'first', 'last'] as const;

/** Papers between two pauses. */
const SLICE = 4_096;

/** The columns of the papers that `maps` gives a number. */
export async function joinDocs(
  parts: readonly Segment[],
  maps: readonly Uint32Array[],
  pause: () => Promise<void>,
): Promise<DocsPart> {
  let count = 0;
  for (const map of maps) for (const number of map) if (number !== HIDDEN) count++;
  const names: string[] = [];
  const nameAt = new Uint32Array(count + 1);
  const out = {
    hashes: new Uint32Array(count),
    flags: new Uint16Array(count),
    year: new Uint16Array(count),
    published: new Uint32Array(count),
    seen: new Uint16Array(count),
    at: new Float64Array(count),
    saved: new Float64Array(count),
    first: new Float64Array(count),
    last: new Float64Array(count),
  };
  const values = new Values();
  const valueAt = new Uint32Array(count + 1);
  const valueIds = new Uint32Array(parts.reduce((sum, { docs }) => sum + docs.valueIds.length, 0));
  let at = 0;
  for (const [p, { docs }] of parts.entries()) {
    const map = maps[p] as Uint32Array;
    const numbers = new Int32Array(docs.values.length).fill(-1);
    for (let n = 0; n < docs.count; n++) {
      if (n % SLICE === SLICE - 1) await pause();
      const to = map[n] as number;
      if (to === HIDDEN) continue;
      const line = lineOf(docs, n);
      names.push(line);
      nameAt[to + 1] = (nameAt[to] as number) + line.length + 1;
      for (const name of COLUMNS) out[name][to] = docs[name][n] as number;
      const end = docs.valueAt[n + 1] as number;
      for (let v = docs.valueAt[n] as number; v < end; v++) {
        const value = docs.valueIds[v] as number;
        if ((numbers[value] as number) < 0) numbers[value] = values.numberOf(docs.values[value] as string);
        valueIds[at++] = numbers[value] as number;
      }
      valueAt[to + 1] = at;
    }
  }
  return {
    count,
    names: names.join('\n'),
    nameAt,
    ...out,
    values: values.all,
    valueAt,
    valueIds: valueIds.slice(0, at),
  };
}
