/** What a review and its worker say to one another. */
import type { PaperId } from '../../core/paper.ts';

export interface Fit {
  id: PaperId;
  /** 0…1. */
  score: number;
  /** What speaks for it most, in words readers know. */
  because: string[];
}

export interface ToWorker {
  ids: readonly PaperId[];
}

/** Empty: too little was saved to learn from. */
export interface FromWorker {
  fits: Fit[];
}
