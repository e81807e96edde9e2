/** Names for terms: stems and ids mean nothing to a reader, so reasons use the words as saved papers write them. */
import { contentWords, eachTerm } from '../core/terms.ts';
import type { Interest } from './model.ts';
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

/** Names of the strongest terms, by id. Of several spellings the most frequent. */
export function namesOf(
  interests: readonly Interest[],
  vocabulary: Vocabulary,
  papers: readonly { text?: Text }[],
): Record<number, string> {
  const wanted = new Map<number, Map<string, number>>();
  for (const { words } of interests) {
    const order = Array.from(words.keys()).filter((slot) => words[slot] !== 0);
    order.sort((a, b) => (words[b] as number) - (words[a] as number));
    const strongest = [...order.slice(0, MOST_NAMED), ...order.slice(-MOST_NAMED / 2)];
    for (const slot of strongest) wanted.set(vocabulary.ids[slot] as number, new Map());
  }
  for (const { text } of papers.filter((paper) => paper.text).slice(0, MOST_READ)) {
    if (!text) continue;
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
