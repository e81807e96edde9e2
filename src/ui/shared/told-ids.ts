/**
 * Long lists of ids told by a worker to its page: as numbers, each id itself only once. A hundred thousand of them would
 * keep the page waiting with every key, and so would looking for one among them.
 */
import type { PaperId } from '../../core/paper.ts';
import type { Sought } from '../../storage/index.ts';

/** One list. */
export interface ToldIds {
  numbers: Uint32Array<ArrayBuffer>;
  /** Ids that were not told before, one a line: their numbers follow the last that was. */
  more: string;
  /** What was told before counts no longer: the first of `more` has the number 0. */
  anew: boolean;
}

/** New ids in one message: a hundred thousand of them at once keep the page from its next frame. */
const AT_ONCE = 8_000;

/** `told` in messages to be taken in one after the other: the list is the last of them. */
export function* inMessages(told: ToldIds): Generator<ToldIds, void> {
  const { more } = told;
  let [at, anew] = [0, told.anew];
  for (;;) {
    let end = at;
    for (let ids = 0; ids < AT_ONCE && end < more.length; ids++) {
      const line = more.indexOf('\n', end);
      end = line < 0 ? more.length : line + 1;
    }
    if (end === more.length) break;
    yield { numbers: new Uint32Array(0), more: more.slice(at, end - 1), anew };
    [at, anew] = [end, false];
  }
  yield { numbers: told.numbers, more: more.slice(at), anew };
}

/** The side that tells. */
export class IdTeller {
  #among: object | undefined;
  /** By a paper's number in the index what the page calls it, and 1; 0: it was not told of it. */
  #told = new Uint32Array(0);
  #count = 0;

  tell({ papers, among, idOf }: Pick<Sought, 'papers' | 'among' | 'idOf'>): ToldIds {
    const anew = among !== this.#among;
    if (anew) {
      this.#among = among;
      this.#told = new Uint32Array(0);
      this.#count = 0;
    }
    const numbers = new Uint32Array(papers.length);
    const more: PaperId[] = [];
    for (let n = 0; n < papers.length; n++) {
      const paper = papers[n] as number;
      if (paper >= this.#told.length) this.#grow(paper + 1);
      if (this.#told[paper] === 0) {
        this.#told[paper] = ++this.#count;
        more.push(idOf(paper));
      }
      numbers[n] = (this.#told[paper] as number) - 1;
    }
    return { numbers, more: more.join('\n'), anew };
  }

  #grow(size: number): void {
    const wider = new Uint32Array(Math.max(size, 2 * this.#told.length));
    wider.set(this.#told);
    this.#told = wider;
  }
}

/** The lists a page was told, as long as they are held. */
const told = new WeakMap<readonly PaperId[], { names: readonly PaperId[]; numbers: Uint32Array }>();

/** The side that is told. */
export class IdListener {
  #names: PaperId[] = [];

  take({ numbers, more, anew }: ToldIds): readonly PaperId[] {
    if (anew) this.#names = [];
    const names = this.#names;
    if (more !== '') for (const id of more.split('\n')) names.push(id);
    const ids = new Array<PaperId>(numbers.length);
    for (let n = 0; n < ids.length; n++) ids[n] = names[numbers[n] as number] as PaperId;
    told.set(ids, { names, numbers });
    return ids;
  }
}

/** The place in `to` of what is at place `at` of `from`; −1: it is not there. */
export function placeIn(to: readonly PaperId[], from: readonly PaperId[], at: number): number {
  const [here, there] = [told.get(from), told.get(to)];
  const number = here?.numbers[at];
  // numbers are compared in a hundredth of the time
  if (there && number !== undefined && there.names === here?.names) return there.numbers.indexOf(number);
  return to.indexOf(from[at] as PaperId);
}
