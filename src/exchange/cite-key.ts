/**
 * Cite keys after a pattern of Better BibTeX's kind, by default `[auth:lower][year][veryshorttitle:lower]`:
 * `vandermaaten2008visualizing`. A key once given is never changed: documents refer to it.
 */
import { DEFAULT_CITE_PATTERN } from '../core/export-choices.ts';
import type { PaperId } from '../core/paper.ts';
import { fold } from '../core/text.ts';
import type { Fold } from './ascii.ts';
import { type CitePattern, citePattern } from './cite-pattern.ts';
import { CiteWords } from './cite-words.ts';
import type { Exportable } from './exportable.ts';

/** How keys are made. */
export interface CiteRule {
  pattern: string;
  fold: Fold;
}
export const DEFAULT_CITE_RULE: CiteRule = { pattern: DEFAULT_CITE_PATTERN, fold: 'plain' };

/** `arxiv:2403.06504` → `arxiv240306504` */
const idPart = (id: PaperId): string =>
  fold(id)
    .replace(/[^a-z0-9]/g, '')
    .replace(/^(?=\d)/, 'k')
    .slice(0, 50) || 'paper';

/** The rule's pattern; the default one where it is none, so that an export never stops at a mistake of typing. */
function patternOf(rule: CiteRule): CitePattern {
  for (const source of [rule.pattern, DEFAULT_CITE_PATTERN]) {
    const found = citePattern(source);
    if ('pattern' in found) return found.pattern;
  }
  throw new Error('The default pattern is broken.');
}

/**
 * The key a paper would get if no other had it. Where the pattern asks for authors: without any, title and year stand
 * in for them; with names that ASCII cannot stand for (王), the paper's id does.
 */
export function baseKey({ paper }: Exportable, rule: CiteRule = DEFAULT_CITE_RULE): string {
  const words = new CiteWords(paper, rule.fold);
  const { key, nobody } = patternOf(rule)(words);
  const safe = safeKey(key).slice(0, 90);
  if (safe !== '' && !nobody) return safe;
  if (words.anybody) return idPart(paper.id);
  const title = words.telling(1)[0]?.toLowerCase();
  return title ? `${title}${words.date?.year ?? ''}` : idPart(paper.id);
}

/**
 * A key that BibTeX, biber, pandoc and RIS take, near to the one given; '' when nothing of it can stay. For one sign or
 * combining mark in a key pandoc refuses the whole file.
 */
export const safeKey = (key: string): string =>
  SAFE_KEY.test(key)
    ? key
    : key
        .normalize('NFC')
        .replace(/[^\p{L}\p{N}!*+\-./:;?@[\]_`]+/gu, '')
        .slice(0, 100);
const SAFE_KEY = /^[A-Za-z0-9:._-]{1,100}$/;

/** 0 → '', 1 → 'a', … 26 → 'z', 27 → 'aa' */
export function suffix(n: number): string {
  let out = '';
  for (let rest = n; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    out = String.fromCharCode(97 + ((rest - 1) % 26)) + out;
  }
  return out;
}

/**
 * A key for every item, unique without regard to case (biber and file systems ignore it). Given keys stay; where
 * several papers want the same key, ids decide who gets which suffix, so that the order of `items` never matters.
 * @param taken keys of papers that are not among `items`
 * @param rule how keys are made for papers that have none
 */
export function assignCiteKeys(
  items: readonly Exportable[],
  taken: ReadonlySet<string>,
  rule: CiteRule = DEFAULT_CITE_RULE,
): Map<PaperId, string> {
  const keys = new Map<PaperId, string>();
  const used = new Set<string>();
  const wanted = new Map<PaperId, string>();
  const byId = [...new Map(items.map((item) => [item.paper.id, item])).values()].sort((a, b) =>
    a.paper.id < b.paper.id ? -1 : 1,
  );
  for (const item of byId) {
    const given = safeKey(typeof item.citeKey === 'string' ? item.citeKey : '');
    if (given !== '' && !used.has(given.toLowerCase())) {
      used.add(given.toLowerCase());
      keys.set(item.paper.id, given);
    } else wanted.set(item.paper.id, given || baseKey(item, rule));
  }
  for (const key of taken) used.add(key.toLowerCase());
  const order = [...wanted].sort(([a, keyA], [b, keyB]) =>
    keyA === keyB ? (a < b ? -1 : 1) : keyA < keyB ? -1 : 1,
  );
  const counts = new Map<string, number>();
  for (const [id, base] of order) {
    let n = counts.get(base) ?? 0;
    while (used.has((base + suffix(n)).toLowerCase())) n++;
    counts.set(base, n + 1);
    used.add((base + suffix(n)).toLowerCase());
    keys.set(id, base + suffix(n));
  }
  return keys;
}
