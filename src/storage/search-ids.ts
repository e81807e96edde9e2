/** Papers by any of their ids, or by a part of one. */
import type { PaperId } from '../core/paper.ts';
import type { Segment } from './search-segment.ts';
import type { SearchTable } from './search-table.ts';

/** A number for an id: ids are told apart by it first, and looked at only where it is the same (FNV-1a, 32 bits). */
export function hashOf(id: PaperId): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < id.length; at++) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A paper's own id among all of them: the first. */
export function ownId(ids: string): PaperId {
  const tab = ids.indexOf('\t');
  return tab < 0 ? ids : ids.slice(0, tab);
}

/** The own ids of a part's papers. */
export const idsIn = ({ docs }: Segment): PaperId[] =>
  docs.count === 0 ? [] : docs.names.split('\n').map(ownId);

interface Names {
  text: string;
  /** Where each paper's line begins. */
  lines: Uint32Array;
}

const known = new WeakMap<Segment, Names>();

function namesOf(segment: Segment): Names {
  let names = known.get(segment);
  if (!names) {
    const text = segment.docs.names.toLowerCase();
    const lines = new Uint32Array(segment.docs.count + 1);
    for (let n = 1, at = 0; n < segment.docs.count; n++) {
      at = text.indexOf('\n', at) + 1;
      lines[n] = at;
    }
    lines[segment.docs.count] = text.length + 1;
    names = { text, lines };
    known.set(segment, names);
  }
  return names;
}

function lineOf(lines: Uint32Array, at: number): number {
  let [low, high] = [0, lines.length - 1];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle] as number) <= at) low = middle;
    else high = middle;
  }
  return low;
}

const ENDS = new Set(['\n', '\t', '']);
const BEGINS = new Set(['\n', '\t', '', ':']);
const LETTER = /[\p{L}\p{N}]/u;

/** What a text is of an id: any part of it, some of its words and numbers as they are, all of it with or without its kind. */
export type OfId = 'part' | 'words' | 'all';

/** Whether what stands before and behind lets a text be so much of an id. */
function bounded(as: OfId, before: string, behind: string): boolean {
  if (as === 'all') return BEGINS.has(before) && ENDS.has(behind);
  return as === 'part' || !(LETTER.test(before) || LETTER.test(behind));
}

/** Sets `out` to `worth` for papers of which an id has `text` in it, as much as `as` says. */
export function matchIds(table: SearchTable, text: string, as: OfId, worth: number, out: Float32Array): void {
  for (const { segment, base } of table.parts) {
    const names = namesOf(segment);
    for (let at = names.text.indexOf(text); at >= 0; at = names.text.indexOf(text, at + 1)) {
      const line = lineOf(names.lines, at);
      const begin = names.lines[line] as number;
      const end = (names.lines[line + 1] as number) - 1;
      // a title key is no id that anybody types
      if (names.text.startsWith('title:', begin)) {
        const tab = names.text.indexOf('\t', begin);
        if (tab < 0 || at < tab || tab > end) continue;
      }
      if (!bounded(as, names.text.charAt(at - 1), names.text.charAt(at + text.length))) continue;
      out[base + line] = worth;
    }
  }
}
