/**
 * A list of addresses as PaperMemory's import takes it: `[{url, tags, codeLink}]`, each address one it knows how to look
 * up (https://github.com/vict0rsch/PaperMemory). Its tags are single words.
 */
import { say } from '../../core/say.ts';
import type { Work } from '../work.ts';

/** The most tags PaperMemory gives one paper. */
const MOST_TAGS = 5;

/** One element of the list; undefined for a paper without an address, which PaperMemory could not look up. */
export function paperMemoryItem(work: Work, simplified: (why: string) => void): string | undefined {
  if (!work.url) {
    simplified(say('exportNoAddress'));
    return undefined;
  }
  const tags = [...new Set(work.tags.map((tag) => tag.replace(/[\s,]+/g, '-')))];
  if (tags.length > MOST_TAGS) simplified(say('exportFewTags', MOST_TAGS));
  return JSON.stringify({
    url: work.arxiv ? `https://arxiv.org/abs/${work.arxiv}` : work.url,
    tags: tags.slice(0, MOST_TAGS),
    codeLink: work.code[0] ?? '',
  });
}
