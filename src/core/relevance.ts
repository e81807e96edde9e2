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
