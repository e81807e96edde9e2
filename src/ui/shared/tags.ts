/** Tags as they are typed. */
import { LIMITS } from '../../core/paper.ts';
import { oneLine } from '../../core/text.ts';

/** The tags in a line of typing: commas part them, spaces do not; each once, in the order given. */
export function tagsIn(text: string): string[] {
  const tags = text
    .split(/[,;，、]/)
    .map((tag) => oneLine(tag.replace(/^\s*#/, '')).slice(0, LIMITS.tag))
    .filter((tag) => tag !== '');
  return [...new Set(tags)];
}
