/** Makes one part of the search index of several, without what later parts hide. */
import { breathe } from './db.ts';
import { docsPart, TermWriter } from './search-build.ts';
import { Cursor } from './search-bytes.ts';
import { GONE, type SearchDoc } from './search-doc.ts';
import type { SegmentData } from './search-format.ts';
import { ownId } from './search-ids.ts';
import type { Segment } from './search-segment.ts';

/** Longest without a pause, in ms. */
const SLICE_MS = 12;
const HIDDEN = 0xffffffff;
const KINDS = ['words', 'post', 'pos'] as const;

/** For each part the number each of its papers gets; HIDDEN for what a later one replaces, or what is gone. */
function numbering(parts: readonly Segment[], keepGone: boolean): { maps: Uint32Array[]; ids: string[][] } {
  const seen = new Set<string>();
  const ids = parts.map(({ docs }) => (docs.count === 0 ? [] : docs.names.split('\n')));
  const maps = parts.map(({ docs }) => new Uint32Array(docs.count).fill(HIDDEN));
  for (let p = parts.length - 1; p >= 0; p--) {
    const { flags, count } = (parts[p] as Segment).docs;
    for (let n = 0; n < count; n++) {
      const id = ownId(ids[p]?.[n] as string);
      if (seen.has(id)) continue;
      seen.add(id);
      if (keepGone || !((flags[n] as number) & GONE)) (maps[p] as Uint32Array)[n] = 0;
    }
  }
  let next = 0;
  for (const map of maps) for (let n = 0; n < map.length; n++) if (map[n] !== HIDDEN) map[n] = next++;
  return { maps, ids };
}

function docOf(part: Segment, n: number, ids: string): SearchDoc {
  const { flags, year, seen, at, saved, first, last, values, valueAt, valueIds } = part.docs;
  const of = [...valueIds.subarray(valueAt[n], valueAt[n + 1])].map((value) => values[value] as string);
  const [f, y, s] = [flags[n] as number, year[n] as number, seen[n] as number];
  const [a, b, c, d] = [at[n], saved[n], first[n], last[n]] as [number, number, number, number];
  return {
    id: '',
    ids,
    title: '',
    author: '',
    flags: f,
    year: y,
    published: part.docs.published[n] as number,
    seen: s,
    at: a,
    saved: b,
    first: c,
    last: d,
    values: of,
  };
}

/** Copies one word of one part with its papers' new numbers; returns how many, and the last number. */
function copyWord(
  part: Segment,
  term: number,
  map: Uint32Array,
  out: TermWriter,
  before: number,
): [number, number] {
  const post = part.place('post', term);
  const pos = part.place('pos', term);
  const papers = new Cursor(post.bytes, post.at);
  const places = new Cursor(pos.bytes, pos.at);
  let [doc, last, df] = [-1, before, 0];
  while (papers.at < post.end) {
    doc += papers.number();
    const mask = papers.byte();
    const from = places.at;
    for (let left = places.number(); left > 0; left--) places.number();
    const to = map[doc] as number;
    if (to === HIDDEN) continue;
    out.post.number(to - last);
    out.post.byte(mask);
    out.pos.bytes(pos.bytes.subarray(from, places.at));
    last = to;
    df++;
  }
  return [df, last];
}

/**
 * One part of all of `parts`, the oldest first; each must hold its blocks or be able to read them.
 * @param keepGone whether older parts remain that say something of papers that are gone.
 */
export async function mergeSegments(parts: readonly Segment[], keepGone: boolean): Promise<SegmentData> {
  await Promise.all(parts.flatMap((part) => KINDS.map((kind) => part.want(kind, 0, part.terms.count))));
  const { maps, ids } = numbering(parts, keepGone);
  const docs: SearchDoc[] = [];
  const titles: string[] = [];
  const texts = await Promise.all(parts.map((part) => part.titles()));
  parts.forEach((part, p) => {
    const lines = (texts[p] as string).split('\n');
    for (let n = 0; n < part.docs.count; n++) {
      if (maps[p]?.[n] === HIDDEN) continue;
      docs.push(docOf(part, n, ids[p]?.[n] as string));
      titles.push(lines[n] as string);
    }
  });
  const out = new TermWriter();
  const next = parts.map(() => 0);
  const words = parts.map((part) => (part.terms.count > 0 ? part.term(0) : undefined));
  for (let begun = performance.now(); ; ) {
    let least: string | undefined;
    for (const word of words) if (word !== undefined && (least === undefined || word < least)) least = word;
    if (least === undefined) break;
    let [df, fields, last] = [0, 0, -1];
    for (let p = 0; p < parts.length; p++) {
      if (words[p] !== least) continue;
      const part = parts[p] as Segment;
      const term = next[p] as number;
      const [more, to] = copyWord(part, term, maps[p] as Uint32Array, out, last);
      df += more;
      last = to;
      fields |= part.fields(term);
      next[p] = term + 1;
      words[p] = term + 1 < part.terms.count ? part.term(term + 1) : undefined;
    }
    if (df > 0) out.term(least, df, fields);
    if (performance.now() - begun < SLICE_MS) continue;
    await breathe();
    begun = performance.now();
  }
  return { docs: docsPart(docs), titles: titles.join('\n'), ...out.end() };
}
