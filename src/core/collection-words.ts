/** A collection in words, for pages that have not loaded the rest of collections.ts. */
import type { CollectionNode } from './collections.ts';

/** "Thesis / Related work". */
export const pathWords = ({ path }: Pick<CollectionNode, 'path'>): string => path.join(' / ');
