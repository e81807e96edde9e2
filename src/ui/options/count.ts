/**
 * Counts which stored papers a rule matches, term by term: a term is looked for once, so that adding one to a rule
 * looks for that one only. Nothing here blocks the page: the work goes in slices and stops when its signal says so.
 */
import { compileRules, type WatchRule } from '../../core/rules.ts';
import { blankRule } from './drafts.ts';
import { inSlices, type LeanPaper } from './lean.ts';
import { KINDS, type Kind, termKey } from './terms.ts';

export interface Count {
  /** Papers looked at. */
  stored: number;
  /** Papers that match. */
  matched: number;
  /** Matching papers by term, keyed `kind term`; see `countKey`. */
  byTerm: Map<string, number>;
  /** Titles of the matching papers met last, newest first, at most three. */
  newest: string[];
  /** Ids of all matching papers, newest first. */
  ids: string[];
}

/** Key of one term in `Count.byTerm`. */
export const countKey = (kind: Kind, term: string): string => `${kind} ${termKey(kind, term)}`;

/** Terms whose matches are kept: enough for every rule on the page, at most a few MB. */
const KEPT = 400;

export class Counter {
  readonly #papers: readonly LeanPaper[];
  /** term → places in `#papers`, ascending. */
  readonly #found = new Map<string, readonly number[]>();

  /** @param papers every stored paper; sorted here, newest first. */
  constructor(papers: readonly LeanPaper[]) {
    this.#papers = [...papers].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  }

  get stored(): number {
    return this.#papers.length;
  }

  /** Places of the papers that one term matches. @throws the signal's reason when aborted. */
  async #find(kind: Kind, term: string, signal?: AbortSignal): Promise<readonly number[]> {
    const key = countKey(kind, term);
    const known = this.#found.get(key);
    if (known) {
      this.#found.delete(key); // kept longest: what was asked for last
      this.#found.set(key, known);
      return known;
    }
    const match = compileRules([{ ...blankRule(''), enabled: true, [kind]: [term] }]);
    const places: number[] = [];
    await inSlices(
      this.#papers.length,
      (index) => {
        const paper = this.#papers[index];
        if (paper && match(paper).length > 0) places.push(index);
      },
      signal,
    );
    this.#found.set(key, places);
    for (const oldest of this.#found.keys()) {
      if (this.#found.size <= KEPT) break;
      this.#found.delete(oldest);
    }
    return places;
  }

  /** What `rule` matches, whether it is switched on or not. @throws the signal's reason when aborted. */
  async count(rule: Pick<WatchRule, Kind>, signal?: AbortSignal): Promise<Count> {
    const hit = new Uint8Array(this.#papers.length);
    const byTerm = new Map<string, number>();
    for (const kind of KINDS) {
      for (const term of rule[kind]) {
        const places = await this.#find(kind, term, signal);
        byTerm.set(countKey(kind, term), places.length);
        for (const place of places) hit[place] = 1;
      }
    }
    const ids: string[] = [];
    const newest: string[] = [];
    for (const [place, paper] of this.#papers.entries()) {
      if (!hit[place]) continue;
      ids.push(paper.id);
      if (newest.length < 3) newest.push(paper.title);
    }
    return { stored: this.#papers.length, matched: ids.length, byTerm, newest, ids };
  }
}
