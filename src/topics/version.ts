/** Versions of what finds topics. */

/** Of the trained model; `scripts/train-topics.ts` writes it into the file. */
export const MODEL_VERSION = 3;

/**
 * Raised whenever the same text may get other topics, by the phrases or by the model: papers tagged by an older version
 * are tagged again.
 */
export const TOPICS_VERSION: number = 4;

/** Of topics found by the phrases alone, where the model could not be loaded: they are found again once it can. */
export const PHRASES_VERSION: number = 1;
