/** What a picture of a library counts: papers by day, topics by month, and who and where one meets most. Pure. */
import { dayKey } from './days.ts';
import { isSaved, type Mark, sinceOf } from './mark.ts';
import type { Paper } from './paper.ts';
import { fold } from './text.ts';
import { correctedTopics } from './topics.ts';

/** Each number is that of the papers which a search for the day finds. */
export interface DayCount {
  /** Met for the first time: `added:`. */
  added: number;
  /** `saved:`. */
  saved: number;
  /** Any of `added:`, `saved:` and `seen:` (met last). */
  any: number;
}

export interface TopicCount {
  id: string;
  papers: number;
  /** `2026-03` → papers met in that month for the first time. */
  months: Map<string, number>;
}

export interface Named {
  name: string;
  papers: number;
}

export interface Stats {
  papers: number;
  saved: number;
  /** `2026-03-17` → what there was; days without anything are left out. */
  days: Map<string, DayCount>;
  /** The most frequent first, as are the others. */
  topics: TopicCount[];
  /** By site id. */
  sites: Named[];
  authors: Named[];
}

/** Most authors that are told, and how many of the most frequent names are compared to find them. */
const AUTHORS = 50;
const COMPARED = 2_000;
/** Every offset of a clock is a multiple of it, in ms: within one the day does not change. */
const QUARTER = 15 * 60 * 1000;

const up = <K>(counts: Map<K, number>, key: K): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

const frequent = (counts: ReadonlyMap<string, number>): Named[] =>
  [...counts]
    .map(([name, papers]) => ({ name, papers }))
    .sort((a, b) => b.papers - a.papers || (a.name < b.name ? -1 : 1)); // most names are met once: no collation

/** Names that differ in capitals or accents only are one author, under the name met most. */
function authorsOf(counts: ReadonlyMap<string, number>): Named[] {
  const out = new Map<string, Named>();
  for (const { name, papers } of frequent(counts).slice(0, COMPARED)) {
    const key = fold(name);
    const same = out.get(key);
    if (same) same.papers += papers;
    else if (key !== '') out.set(key, { name, papers });
  }
  return [...out.values()].sort((a, b) => b.papers - a.papers).slice(0, AUTHORS);
}

export class Tally {
  #papers = 0;
  #saved = 0;
  readonly #days = new Map<string, DayCount>();
  readonly #topics = new Map<string, TopicCount>();
  readonly #sites = new Map<string, number>();
  readonly #authors = new Map<string, number>();
  readonly #keys = new Map<number, string>();
  readonly #showTopic: (id: string) => string | undefined;

  /** @param showTopic the id a topic is counted under; undefined: not at all. */
  constructor(showTopic: (id: string) => string | undefined = (id) => id) {
    this.#showTopic = showTopic;
  }

  /** The local day of a time; undefined for what is none. */
  #dayOf(iso: string | undefined): string | undefined {
    const ms = iso === undefined ? Number.NaN : Date.parse(iso);
    if (!(ms > 0)) return undefined;
    const quarter = Math.floor(ms / QUARTER);
    let key = this.#keys.get(quarter);
    if (key === undefined) {
      key = dayKey(new Date(ms));
      this.#keys.set(quarter, key);
    }
    return key;
  }

  #count(day: string): DayCount {
    let count = this.#days.get(day);
    if (!count) {
      count = { added: 0, saved: 0, any: 0 };
      this.#days.set(day, count);
    }
    return count;
  }

  /** Takes in one paper with what the reader decided about it. */
  add(paper: Paper, mark: Mark | undefined): void {
    this.#papers++;
    const saved = isSaved(mark);
    if (saved) this.#saved++;
    const first = this.#dayOf(paper.seen.first.at);
    const last = this.#dayOf(paper.seen.last.at);
    const kept = saved && mark?.saved ? this.#dayOf(sinceOf(mark.saved)) : undefined;
    if (first !== undefined) this.#count(first).added++;
    if (kept !== undefined) this.#count(kept).saved++;
    for (const day of new Set([first, last, kept])) if (day !== undefined) this.#count(day).any++;
    this.#topicsOf(paper, mark, first?.slice(0, 7));
    for (const site of Object.keys(paper.seen.bySite)) up(this.#sites, site);
    for (const author of new Set(paper.authors)) up(this.#authors, author);
  }

  #topicsOf(paper: Paper, mark: Mark | undefined, month: string | undefined): void {
    const shown = new Set(correctedTopics(paper.topics, mark).map(({ id }) => this.#showTopic(id)));
    for (const id of shown) {
      if (id === undefined) continue;
      let topic = this.#topics.get(id);
      if (!topic) {
        topic = { id, papers: 0, months: new Map() };
        this.#topics.set(id, topic);
      }
      topic.papers++;
      if (month !== undefined) up(topic.months, month);
    }
  }

  stats(): Stats {
    return {
      papers: this.#papers,
      saved: this.#saved,
      days: this.#days,
      topics: [...this.#topics.values()].sort((a, b) => b.papers - a.papers || a.id.localeCompare(b.id)),
      sites: frequent(this.#sites),
      authors: authorsOf(this.#authors),
    };
  }
}
