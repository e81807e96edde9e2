/**
 * What is written by hand for a topic. Each text is a list of phrases parted by `|`; hyphens and plurals do not
 * matter (see `words.ts`), `*` at the end of a word stands for any ending.
 */
export interface Pattern {
  /** Phrases that name the topic: one in the title nearly decides. */
  strong: string;
  /** Phrases that go along with it but are met elsewhere too. */
  weak?: string;
  /** Longer phrases in which the ones above mean something else; words they cover do not count. */
  not?: string;
  /** Subject classes that make the topic more likely, parted by spaces: `cs.RO`, or `q-bio.` for all of an archive. */
  categories?: string;
}

export type Patterns = Readonly<Record<string, Pattern>>;
