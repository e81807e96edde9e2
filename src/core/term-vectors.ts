/** Numbers for terms, alike for terms of like meaning: the topic model has them, and the ranker can use them. */
export interface TermVectors {
  /** Term ids, ascending. */
  readonly ids: Uint32Array;
  /** How much each term counted in the texts they were learned from, by place. */
  readonly weights: Float32Array;
  /** Numbers of a term. */
  readonly width: number;
  /** Writes the numbers of the term at `place` of `ids` into `to`. */
  read(place: number, to: Float32Array): void;
}
