/**
 * The words that scripts in pages say, kept beside the settings: the browser hands over every message of the extension at
 * the first that is asked for, and holds up the page meanwhile for longer than its marks take to draw.
 */

/** Under what they are stored. */
export const PAGE_WORDS = 'pageWords';

export interface PageWords {
  /** See `stampOf`. */
  of: string;
  /** Key → message as it stands in the file, its `$1`… not filled in. */
  words: Record<string, string>;
}

/** What the keys of messages begin with that are said in pages; the others are asked for one by one. */
const SAID_IN_PAGES =
  /^(?:authors|bar|chip|day|error|fit|key|language|mark|menu|page|peek|reason|related|seen|way)(?![a-z])/;

export const isSaidInPages = (key: string): boolean => SAID_IN_PAGES.test(key);

/** What words are good for: one version of the extension in one language of the browser. */
export const stampOf = (version: string, language: string): string => `${version} ${language}`;
