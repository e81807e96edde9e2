/** Records come from databases of every age: what has no sane shape is mended or named before any format sees it. */
import { say } from '../core/say.ts';
import type { Exportable, Skipped } from './exportable.ts';

/**
 * The item with lists where lists belong, or why it cannot be written at all.
 * @param simplified is called with a sentence for every part that was mended
 */
export function soundItem(item: Exportable, simplified: (why: string) => void): Exportable | { why: string } {
  const paper: unknown = (item as Partial<Exportable> | null | undefined)?.paper;
  if (typeof paper !== 'object' || paper === null) return { why: say('recordBroken') };
  const { id, title, authors, categories, links } = paper as Partial<Exportable['paper']>;
  if (typeof id !== 'string' || id === '') return { why: say('recordNoId') };
  if (typeof title !== 'string') return { why: say('recordNoTitle') };
  if (Array.isArray(authors) && Array.isArray(categories) && links) return item;
  if (!Array.isArray(authors)) simplified(say('recordNoAuthors'));
  return {
    ...item,
    paper: {
      ...item.paper,
      authors: Array.isArray(authors) ? authors : [],
      categories: Array.isArray(categories) ? categories : [],
      links: links ?? { page: '', code: [], project: [] },
    },
  };
}

/** What a report calls an item, however broken it is. */
export function nameOf(item: Exportable): Pick<Skipped, 'id' | 'title'> {
  const paper = (item as Partial<Exportable> | null | undefined)?.paper;
  return { id: String(paper?.id ?? ''), title: typeof paper?.title === 'string' ? paper.title : '' };
}
