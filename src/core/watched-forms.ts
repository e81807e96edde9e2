/** Words watched by their beginning, as they are written in papers: for whoever knows papers by whole words only. */
import { fold } from './text.ts';

/** Most ways of writing one word that are told apart; rarer ones are left out. */
const MOST = 8;

/** The words of ` folded text ` that begin with `needle` (" diffus"), counted into `times`. */
function count(text: string, needle: string, times: Map<string, number>): void {
  for (let at = text.indexOf(needle); at !== -1; at = text.indexOf(needle, at + 1)) {
    const end = text.indexOf(' ', at + needle.length);
    const form = text.slice(at + 1, end);
    times.set(form, (times.get(form) ?? 0) + 1);
  }
}

const isBeginning = (word: string): boolean => word.trim().endsWith('*');

/** Whether any of `words` is a beginning only: without one, `spelledOut` needs no texts. */
export const hasBeginnings = (words: readonly string[]): boolean => words.some(isBeginning);

/**
 * `words` with each beginning (`diffus*`) replaced by the words that begin so in `texts`, the most frequent first and
 * eight at most; a beginning that is in none of them stays without its star.
 * @param texts as rules look through them: see `ruleText`.
 */
export function spelledOut(words: readonly string[], texts: readonly string[]): string[] {
  const out = words.flatMap((word) => {
    if (!isBeginning(word)) return [word];
    const folded = fold(word);
    if (folded === '') return [];
    const times = new Map<string, number>();
    for (const text of texts) count(text, ` ${folded}`, times);
    const forms = [...times].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, MOST);
    return forms.length > 0 ? forms.map(([form]) => form) : [folded];
  });
  return [...new Set(out)];
}
