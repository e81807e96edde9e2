/** What a paper's text shows of each topic, as a few numbers per topic; `score.ts` turns them into one. */
import { type Hit, Matcher, STRONG } from './matcher.ts';
import { patterns } from './patterns/all.ts';
import { TOPICS } from './topics.ts';
import { sentences, tokens } from './words.ts';

/** What the tagger reads of a paper. */
export interface TaggedText {
  /** Where it has one, the terms of its text are kept for a while: who asks next need not make them anew. */
  id?: string | undefined;
  title: string;
  abstract?: string | undefined;
  /** arXiv categories, primary first. */
  categories?: readonly string[] | undefined;
  /** Keywords the site itself shows. */
  keywords?: readonly string[] | undefined;
}

/** Where a phrase was met. */
export type Zone = 'title' | 'keyword' | 'first' | 'aim' | 'last' | 'body';

export interface Found extends Hit {
  zone: Zone;
}

/** The numbers kept per topic, in the order of the weights in `weights.ts`. */
export const FEATURES = [
  'titleStrong',
  'titleWeak',
  'keyword',
  'firstStrong',
  'aimStrong',
  'lastStrong',
  'anyStrong',
  'moreStrong',
  'anyWeak',
  'moreWeak',
  'kinds',
  'category',
  'titleTwice',
  'early',
] as const;

export const WIDTH = FEATURES.length;
const F = Object.fromEntries(FEATURES.map((name, at) => [name, at])) as Record<
  (typeof FEATURES)[number],
  number
>;

/** A sentence that says what the paper does. */
const AIM =
  /\b(?:we|this (?:paper|work|study|article|survey|thesis|report)|in this (?:paper|work|study))\b.{0,60}?\b(?:propos|present|introduc|develop|stud|investigat|examin|explor|address|survey|review|describ|show|analy|demonstrat|releas|evaluat)/i;

/** Longest abstract read, in UTF-16 units; longer ones are broken input. */
const LONGEST = 20_000;
const LONGEST_TITLE = 1_000;
const MOST_LISTED = 50;

let matcher: Matcher | undefined;

/** The matcher, built at the first use. */
export function theMatcher(): Matcher {
  matcher ??= new Matcher(
    TOPICS.map((topic) => topic.id),
    patterns,
  );
  return matcher;
}

/** Every phrase found, with its place. */
export function findAll(paper: TaggedText): Found[] {
  const find = theMatcher();
  const out: Found[] = [];
  const read = (text: string, zone: Zone): void => {
    // the hits are ours alone: given their zone in place, copies would cost as much as finding them
    for (const hit of find.find(tokens(text))) out.push(Object.assign(hit, { zone }));
  };
  read((paper.title ?? '').slice(0, LONGEST_TITLE), 'title');
  for (const keyword of (paper.keywords ?? []).slice(0, MOST_LISTED)) read(keyword.slice(0, 200), 'keyword');
  const abstract = (paper.abstract ?? '').slice(0, LONGEST);
  // Many listings show titles only: the title then has to say what the abstract would.
  const parts = abstract.trim() === '' ? [(paper.title ?? '').slice(0, LONGEST_TITLE)] : sentences(abstract);
  parts.forEach((part, at) => {
    const zone = at === 0 ? 'first' : AIM.test(part) ? 'aim' : at === parts.length - 1 ? 'last' : 'body';
    read(part, zone);
  });
  return out;
}

/** What is gathered of one topic. */
interface Tally {
  row: Float64Array;
  strong: number;
  weak: number;
  titles: number;
  /** Strong phrases met, each once. */
  kinds: string[];
}

/** Evidence of the topics that show any: index in `TOPICS` → one number per feature. */
export function evidence(paper: TaggedText): Map<number, Float64Array> {
  const tallies = new Map<number, Tally>();
  for (const hit of findAll(paper)) {
    let tally = tallies.get(hit.topic);
    if (tally === undefined) {
      tally = { row: new Float64Array(WIDTH), strong: 0, weak: 0, titles: 0, kinds: [] };
      tallies.set(hit.topic, tally);
    }
    note(tally, hit);
    if (hit.grade === STRONG && !tally.kinds.includes(hit.phrase)) tally.kinds.push(hit.phrase);
  }
  const rows = new Map<number, Float64Array>();
  for (const [topic, { row, strong, weak, titles, kinds }] of tallies) {
    row[F.anyStrong] = strong > 0 ? 1 : 0;
    row[F.moreStrong] = Math.log2(Math.max(1, strong));
    row[F.anyWeak] = weak > 0 ? 1 : 0;
    row[F.moreWeak] = Math.log2(Math.max(1, weak));
    row[F.kinds] = Math.log2(Math.max(1, kinds.length));
    row[F.titleTwice] = titles > 1 ? 1 : 0;
    rows.set(topic, row);
  }
  addCategories(rows, paper.categories);
  return rows;
}

function note(tally: Tally, hit: Found): void {
  const { row } = tally;
  const strong = hit.grade === STRONG;
  switch (hit.zone) {
    case 'title':
      row[strong ? F.titleStrong : F.titleWeak] = 1;
      tally.titles += 1;
      if (strong && hit.start < 4) row[F.early] = 1;
      return;
    case 'keyword':
      if (strong) row[F.keyword] = 1;
      break;
    case 'first':
      if (strong) row[F.firstStrong] = 1;
      break;
    case 'aim':
      if (strong) row[F.aimStrong] = 1;
      break;
    case 'last':
      if (strong) row[F.lastStrong] = 1;
      break;
    case 'body':
      break;
  }
  if (strong) tally.strong += 1;
  else tally.weak += 1;
}

let byCategory: Map<string, number[]> | undefined;

function addCategories(rows: Map<number, Float64Array>, categories: readonly string[] | undefined): void {
  if (categories === undefined) return;
  byCategory ??= categoryTable();
  categories.slice(0, MOST_LISTED).forEach((category, at) => {
    const archive = category.slice(0, category.indexOf('.') + 1);
    for (const key of [category, archive]) {
      for (const topic of byCategory?.get(key) ?? []) {
        const row = rows.get(topic);
        if (row !== undefined) row[F.category] = Math.max(row[F.category]!, at === 0 ? 1 : 0.5);
      }
    }
  });
}

function categoryTable(): Map<string, number[]> {
  const table = new Map<string, number[]>();
  TOPICS.forEach((topic, at) => {
    for (const category of (patterns[topic.id]?.categories ?? '').split(' ')) {
      if (category === '') continue;
      const list = table.get(category);
      if (list === undefined) table.set(category, [at]);
      else list.push(at);
    }
  });
  return table;
}
