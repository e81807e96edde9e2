/**
 * A list of addresses as PaperMemory's import takes it: `[{url, tags, codeLink}]`, each address one it knows how to look
 * up (https://github.com/vict0rsch/PaperMemory). Its tags are single words.
 */
import type { Work } from '../work.ts';

/** The most tags PaperMemory gives one paper. */
const MOST_TAGS = 5;

/** One element of the list; undefined for a paper without an address, which PaperMemory could not look up. */
export function paperMemoryItem(work: Work, simplified: (why: string) => void): string | undefined {
  if (!work.url) {
    simplified('It has no address that PaperMemory could look up.');
    return undefined;
  }
  const tags = [...new Set(work.tags.map((tag) => tag.replace(/[\s,]+/g, '-')))];
  if (tags.length > MOST_TAGS) simplified(`PaperMemory takes ${MOST_TAGS} tags: the others were left out.`);
  return JSON.stringify({
    url: work.arxiv ? `https://arxiv.org/abs/${work.arxiv}` : work.url,
    tags: tags.slice(0, MOST_TAGS),
    codeLink: work.code[0] ?? '',
  });
}
