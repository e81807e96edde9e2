/** What the reader decides about a paper under review. */
import { isDismissed, isFlagged, isSaved, type Mark } from '../../core/mark.ts';

export type Decision = 'save' | 'flag' | 'dismiss';

const IS: Readonly<Record<Decision, (mark: Mark | undefined) => boolean>> = {
  save: isSaved,
  flag: isFlagged,
  dismiss: isDismissed,
};

/** Whether that was decided already. */
export const isDecided = (what: Decision, mark: Mark | undefined): boolean => IS[what](mark);
