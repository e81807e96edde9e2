/** Names for terms: stems and ids mean nothing to a reader, so reasons use the words as saved papers write them. */
import { contentWords, eachTerm } from '../core/terms.ts';
import type { Vocabulary } from './text.ts';

export interface Text {
  title: string;
  abstract?: string;
  /** As displayed. */
  authors?: readonly string[];
}

/** How many terms are named: the strongest for and against, of each interest. */
const MOST_NAMED = 400;
/** In how many papers they are looked for: the strongest terms stand in nearly any of them. */
const MOST_READ = 400;

/** Papers read between two stops. */
const READ = 50;

/** The slots with the highest and with the lowest weights; those of equal weight at the edge are all taken. */
function strongestSlots(words: Float32Array): number[] {
  const sorted = words.filter((one) => one !== 0).sort();
  const high = sorted[Math.max(0, sorted.length - MOST_NAMED)] as number;
  const low = sorted[Math.min(sorted.length, MOST_NAMED / 2) - 1] as number;
  return Array.from(words.keys()).filter((slot) => {
    const one = words[slot] as number;
    return one !== 0 && (one >= high || one <= low);
  });
}

/** Names of the strongest terms, by id. @param subjects the weight of each slot. Of several spellings the most frequent. Stops now and then: see `trainInSteps`. */
export function* namesOf(
  subjects: readonly Float32Array[],
  vocabulary: Vocabulary,
  papers: readonly { text?: Text }[],
): Generator<undefined, Record<number, string>, undefined> {
  const wanted = new Map<number, Map<string, number>>();
  for (const words of subjects) {
    for (const slot of strongestSlots(words)) wanted.set(vocabulary.ids[slot] as number, new Map());
    yield;
  }
  const read = papers.filter((paper) => paper.text).slice(0, MOST_READ);
  for (let at = 0; at < read.length; at++) {
    const { text } = read[at] as { text?: Text };
    if (!text) continue;
    if (at % READ === READ - 1) yield;
    for (const part of [text.title, text.abstract ?? '']) {
      const words = contentWords(part);
      eachTerm(words, (id, at, count) => {
        const spelled = wanted.get(id);
        if (!spelled) return;
        const name = words.slice(at, at + count).join(' ');
        spelled.set(name, (spelled.get(name) ?? 0) + 1);
      });
    }
  }
  const out: Record<number, string> = {};
  for (const [id, spelled] of wanted) {
    const best = [...spelled].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0];
    if (best) out[id] = best[0];
  }
  return out;
}
