/** How well papers fit what their reader saved, as pages are told. */
import type { PaperId } from './paper.ts';

export interface Fit {
  /** 0…100, whole: places among other papers, no probability. */
  score: number;
  /** Why, as readers read it, the strongest first: "bilevel optimization", "author you saved twice", "unlike: survey". */
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
