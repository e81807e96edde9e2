/** Numbers tuned on labelled papers by `test/topics/tune.ts`; the phrases they weigh are written by hand. */

/** One per feature of `evidence.ts`, shared by all topics. */
export const SHARED: readonly number[] = [
  2.2, 0.6, 1.5, 0.7, 0.7, 0.5, 0.4, 0.9, 0.2, 0.2, 0.4, 0.5, 0.3, 0.3,
];

/** What is added for each topic; absent: `BASE`. */
export const BIAS: Readonly<Record<string, number>> = {};
export const BASE = -3;

/** A topic is given from this score on. */
export const THRESHOLD = 0.4;
