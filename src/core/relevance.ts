/** How well papers fit what their reader saved, as pages are told. */
import type { PaperId } from './paper.ts';

export interface Fit {
  /** 0…100, whole: places among other papers, no probability. */
  score: number;
  /** Why, in English (`reasonWords` tells it), the strongest first: "bilevel optimization", "author you saved twice: …", "unlike: survey". */
  why: string[];
}

/** `enough` is false while too little is saved to learn from. Papers that are not stored have no fit. */
export interface Relevance {
  enough: boolean;
  /** Saved papers now, and how many it takes. */
  saved: number;
  needed: number;
  fits: Record<PaperId, Fit>;
}

/** What the reader says about what was learned. */
export interface Corrections {
  /** Words with a weight of the reader's own, −1…1, whatever was learned; 0: the word says nothing. */
  words: { text: string; weight: number }[];
  /** ISO time: decisions before it are not learned from. '': all are. */
  since: string;
}

export const NO_CORRECTIONS: Corrections = { words: [], since: '' };

/** Words kept, and the longest of them. */
const WORDS = 500;
const LONGEST = 200;

/** The corrections in `stored`, as the settings keep them unchecked; what is of the wrong shape is left out. */
export function readCorrections(stored: unknown): Corrections {
  const { words, since } = (stored ?? NO_CORRECTIONS) as { words?: unknown; since?: unknown };
  return {
    words: (Array.isArray(words) ? words : [])
      .filter((one): one is Corrections['words'][number] => {
        const { text, weight } = (one ?? {}) as { text?: unknown; weight?: unknown };
        const fits = typeof text === 'string' && text !== '' && text.length <= LONGEST;
        return fits && typeof weight === 'number' && Math.abs(weight) <= 1;
      })
      .slice(0, WORDS),
    since: typeof since === 'string' && !Number.isNaN(Date.parse(since)) ? since : '',
  };
}
