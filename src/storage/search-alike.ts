/** Papers near to one by the words that tell it from others: candidates that the ranker then looks at closely. */
import type { Paper, PaperId } from '../core/paper.ts';
import { DISMISSED, FIELD_BITS, MARKED } from './search-doc.ts';
import type { SearchTable } from './search-table.ts';
import { eachWord } from './search-words.ts';
import { ALL_FIELDS, type Stretch, wantStretches } from './search-words-match.ts';

export interface Alike {
  /** Of the papers the reader decided about and did not dismiss. */
  library: PaperId[];
  /** Of all that are stored. */
  met: PaperId[];
}

/** Words looked up: the most telling of the text, and names of authors. */
const WORDS = 20;
const AUTHORS = 8;
/** Words that more of all papers have say nothing. */
const COMMON = 0.2;
/** A word of the title counts as often as this many of the abstract, of which some count. */
const TITLE = 3;
const OFTEN = 3;
/** What a name counts beside a word as rare: two are in most names. */
const NAME = 0.5;
const TEXT = FIELD_BITS.title | FIELD_BITS.abstract;

interface Wanted {
  stretches: Stretch[];
  fields: number;
  worth: number;
}

/** Where a word stands in the dictionaries, and in how many papers. */
function lookUp(parts: SearchTable['parts'], word: string): { stretches: Stretch[]; df: number } {
  let df = 0;
  const stretches = parts.flatMap(({ segment, base }): Stretch[] => {
    const [from, to] = segment.exactly(word);
    if (from === to) return [];
    df += segment.df(from);
    return [{ segment, base, from, to, factor: 1 }];
  });
  return { stretches, df };
}

/** How rare a word is: 0 where it is too common, or where no other paper has it. */
function rareness(df: number, live: number): number {
  return df < 2 || df > Math.max(10, COMMON * live) ? 0 : Math.log(1 + live / df);
}

async function wantedOf(
  { live, parts: all }: SearchTable,
  paper: Pick<Paper, 'title' | 'abstract' | 'authors'>,
): Promise<Wanted[]> {
  const counts = new Map<string, number>();
  eachWord(paper.title, (word) => counts.set(word, (counts.get(word) ?? 0) + TITLE));
  const often = new Map<string, number>();
  eachWord(paper.abstract ?? '', (word) => often.set(word, Math.min(OFTEN, (often.get(word) ?? 0) + 1)));
  for (const [word, count] of often) counts.set(word, (counts.get(word) ?? 0) + count);
  const { authors } = paper;
  const signed =
    authors.length > AUTHORS ? [...authors.slice(0, AUTHORS - 1), authors.at(-1) ?? ''] : authors;
  const names = new Set<string>();
  for (const name of signed) eachWord(name, (word) => word.length > 1 && names.add(word));
  const parts = [...all]; // one that is added meanwhile was asked for nothing
  const words = [...new Set([...counts.keys(), ...names])];
  await Promise.all(parts.flatMap(({ segment }) => words.map((word) => segment.wantWord(word))));
  const text = [...counts].flatMap(([word, count]): Wanted[] => {
    const { stretches, df } = lookUp(parts, word);
    const rare = rareness(df, live);
    return rare > 0 ? [{ stretches, fields: TEXT, worth: rare * Math.log(1 + count) }] : [];
  });
  text.sort((a, b) => b.worth - a.worth);
  const by = [...names].flatMap((word): Wanted[] => {
    const { stretches, df } = lookUp(parts, word);
    const rare = rareness(df, live);
    return rare > 0 ? [{ stretches, fields: FIELD_BITS.author, worth: NAME * rare }] : [];
  });
  return [...text.slice(0, WORDS), ...by];
}

/** Adds `worth` for every paper that has the word in one of `fields`. */
function addTo(sums: Float32Array, { stretches, fields, worth }: Wanted): void {
  for (const { segment, base, from } of stretches) {
    const { bytes, at: begin, end } = segment.place('post', from);
    let doc = base - 1;
    for (let at = begin; at < end; ) {
      let byte = bytes[at++] as number;
      let step = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = bytes[at++] as number;
        step |= (byte & 127) << shift;
      }
      doc += step;
      if ((bytes[at++] as number) & fields & ALL_FIELDS) (sums[doc] as number) += worth;
    }
  }
}

/** The papers with the highest sums, best first. */
class Best {
  readonly #docs: number[] = [];
  readonly #sums: Float32Array;
  readonly #most: number;

  constructor(sums: Float32Array, most: number) {
    this.#sums = sums;
    this.#most = most;
  }

  offer(doc: number): void {
    const docs = this.#docs;
    const sum = this.#sums[doc] as number;
    if (docs.length === this.#most && sum <= (this.#sums[docs.at(-1) as number] as number)) return;
    let at = docs.length;
    while (at > 0 && (this.#sums[docs[at - 1] as number] as number) < sum) at--;
    docs.splice(at, 0, doc);
    if (docs.length > this.#most) docs.pop();
  }

  ids(table: SearchTable): PaperId[] {
    return this.#docs.map((doc) => table.idOf(doc));
  }
}

/**
 * At most `most` papers of the library, and of all that are stored, that share most with `paper`, itself left out.
 * @throws PartGone where a part of the index was replaced meanwhile.
 */
export async function papersAlike(
  table: SearchTable,
  paper: Pick<Paper, 'id' | 'title' | 'abstract' | 'authors'>,
  most: number,
): Promise<Alike> {
  const wanted = await wantedOf(table, paper);
  await wantStretches(
    wanted.flatMap(({ stretches }) => stretches),
    'post',
  );
  const sums = new Float32Array(table.size);
  for (const one of wanted) addTo(sums, one);
  const [library, met] = [new Best(sums, most), new Best(sums, most)];
  const self = table.place(paper.id);
  for (let doc = 0; doc < table.size; doc++) {
    if (sums[doc] === 0 || !table.alive[doc] || doc === self) continue;
    met.offer(doc);
    const flags = table.flags[doc] as number;
    if (flags & MARKED && !(flags & DISMISSED)) library.offer(doc);
  }
  return { library: library.ids(table), met: met.ids(table) };
}

/** At most `most` papers from all over the index: what is usual. */
export function someOf(table: SearchTable, most: number): PaperId[] {
  const step = Math.max(1, Math.floor(table.size / most));
  const out: PaperId[] = [];
  for (let doc = 0; doc < table.size && out.length < most; doc += step)
    if (table.alive[doc]) out.push(table.idOf(doc));
  return out;
}
