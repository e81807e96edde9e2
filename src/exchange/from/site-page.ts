/** A saved page as the reader of its site made entries of it; where that made none, by its links. */
import type { SavedPage } from '../../core/saved-page.ts';
import { say } from '../../core/say.ts';
import type { ImportStep } from './import-record.ts';
import { readLinkedPage } from './paper-links.ts';

/**
 * The papers of the page, in their order.
 * @param page what was read of it, and where it was saved from. @param html the page itself
 */
export function* pageSteps(page: SavedPage & { from: string }, html: string): Generator<ImportStep, void> {
  for (const why of page.problems) yield { problem: { why } };
  for (const { site: _, position, entryType: __, aliases, ...paper } of page.entries)
    yield { record: { paper, aliases: aliases ?? [], place: { entry: position } } };
  if (page.entries.length > 0) return;
  yield { problem: { why: say('pageByLinks', page.from), kept: true } };
  yield* readLinkedPage(html);
}
