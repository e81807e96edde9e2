/**
 * Saved pages of sites, read in the extension's own pages. The readers of sites are not theirs to import: the build makes
 * one classic script of them all (src/content/on/saved.ts), which a page loads when there is something to read.
 */
import type { Entry } from './paper.ts';

/** Built file of the script. */
export const SAVED_FILE = 'sites/saved.js';

export interface SavedPage {
  /** [] where the layout is not known. */
  entries: Entry[];
  /** Items that were found and could not be read: one sentence each. */
  problems: string[];
}

/**
 * Reads a page as it was saved. Lets the page it runs in breathe.
 * @param url where it was saved from
 */
export type ReadSaved = (html: string, url: string) => Promise<SavedPage>;

/** Where the script puts what it does. */
export const SAVED_SCOPE = globalThis as unknown as { maniculeSaved?: ReadSaved };
