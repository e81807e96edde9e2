/** How many authors are named where a paper is shown with all that is known of it. */

/** Named at once; papers of large projects have hundreds, which would push the abstract out of sight. */
const NAMED = 20;
/** Left over that are not worth a button. */
const FEW = 5;

/** How many of a paper's authors are named before “and 180 more”; of lists not much longer, all are. */
export const namedAtOnce = (authors: number): number => (authors <= NAMED + FEW ? authors : NAMED);
