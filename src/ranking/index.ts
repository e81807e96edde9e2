/** Relevance: what others import of this folder. */

export {
  type Duplicate,
  DuplicateSearch,
  type MaybeSame,
  mayBeOne,
  possibleDuplicates,
} from './duplicates.ts';
export { authorKey, type Features, featuresOf } from './features.ts';
export { importanceOf } from './importance.ts';
export { knownFeatures } from './known-features.ts';
export { ENOUGH, MODEL_VERSION, type Model, type Override } from './model.ts';
export type { Reason } from './reasons.ts';
export { type Related, type RelatedIndex, related, relatedIndex } from './related.ts';
export {
  type Likely,
  likelySame,
  type RelatedPaper,
  relatedPapers,
  type Shown,
} from './related-papers.ts';
export { type Scored, score } from './score.ts';
export { type Strongest, strongest } from './strongest.ts';
export { type Usual, usualOf } from './text.ts';
export { isModel, type Learning, type Marked, type NotEnough, train, trainInSteps } from './train.ts';
