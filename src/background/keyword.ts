/** `pp` in the address bar: searches the library, and leads to a paper's page or to the library with the search. */

import { appeared } from '../core/appeared.ts';
import { say } from '../core/say.ts';
import { clip, oneLine, safeUrl } from '../core/text.ts';
import { onKeyword, type Suggestion } from '../platform/omnibox.ts';
import { ownPage } from '../platform/tabs.ts';
import type { Row } from '../storage/index.ts';
import { getRows } from '../storage/index.ts';
import { logUnexpected } from './failed.ts';
import { findPapers } from './find.ts';

/** Browsers show no more. */
const MOST = 6;

/** "Title · Ada Lovelace, +2 · 2024" */
export function suggestionOf({ paper }: Row): Suggestion | undefined {
  const url = safeUrl(paper.links.page);
  if (!url) return undefined;
  const [first = '', ...others] = paper.authors;
  const authors = others.length > 0 ? `${first}, +${others.length}` : first;
  const parts = [clip(oneLine(paper.title), 120), clip(authors, 60), appeared(paper)?.slice(0, 4)];
  return { url, text: parts.filter(Boolean).join(' · ') };
}

/** Failures are logged: the address bar has no place for them, and Enter still opens the library. */
async function suggest(typed: string): Promise<Suggestion[]> {
  try {
    const ids = await findPapers(typed, MOST);
    const { rows } = await getRows(ids);
    return rows.flatMap((row) => suggestionOf(row) ?? []);
  } catch (error) {
    await logUnexpected('background/keyword', error);
    return [];
  }
}

/** A suggestion's address itself, else the library with what was typed. */
export const leadsTo = (typed: string): string =>
  (/^https?:\/\//i.test(typed) && safeUrl(typed)) || ownPage('library', typed.trim());

/** Registers the listeners, at once. */
export const startKeyword = (): void => onKeyword(() => say('keywordHint'), suggest, leadsTo);
