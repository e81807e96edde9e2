/** The words a reader would put into one watch rule for an interest, beyond its phrase. */
import { contentWords, termOf } from '../../../src/core/terms.ts';
import type { Interest } from './ranking-interests.ts';
import type { BenchPaper } from './ranking-papers.ts';

/** Words in a rule at most, and papers that have to list one as a keyword. */
const MOST = 5;
const LEAST = 3;

const stems = (text: string): string => ` ${contentWords(text).map(termOf).join(' ')} `;

/**
 * The interest's phrase, and the author keywords of `papers` that belong to it, the most frequent first, up to five in
 * all; none that holds another, since whoever watches "transfer" need not watch "transfer learning".
 */
export function ruleOf({ phrase, holds }: Interest, papers: readonly BenchPaper[]): string[] {
  const known = new Map<string, { text: string; times: number }>();
  for (const paper of papers) {
    for (const keyword of paper.keywords) {
      const text = keyword.toLowerCase();
      if (!holds({ ...paper, keywords: [text] })) continue;
      const one = known.get(stems(text)) ?? { text, times: 0 };
      one.times++;
      known.set(stems(text), one);
    }
  }
  const words = [phrase];
  for (const [key, { text, times }] of [...known].sort(([, a], [, b]) => b.times - a.times)) {
    if (words.length === MOST || times < LEAST) break;
    if (key.trim() !== '' && !words.some((one) => key.includes(stems(one)))) words.push(text);
  }
  return words;
}
