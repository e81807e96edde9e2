/** The terms a topic model knows. */
import { termsOf } from '../../src/core/terms.ts';
import type { TaggedText } from '../../src/topics/evidence.ts';
import type { Vocabulary } from '../../src/topics/input.ts';
import { idfByte, idfOf } from '../../src/topics/model.ts';

/** Terms of fewer papers say nothing about others. */
const RAREST = 8;

/** The most frequent terms of `papers`, at most `size`, and of each the idf as the file has room for it. */
export function vocabularyOf(
  papers: readonly TaggedText[],
  size: number,
): { vocabulary: Vocabulary; idf: Uint8Array } {
  const counts = new Map<number, number>();
  for (const { title, abstract } of papers)
    for (const id of termsOf(title, abstract).ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  const kept = [...counts]
    .filter(([, count]) => count >= RAREST)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, size);
  const ids = Uint32Array.from(kept, ([id]) => id).sort();
  const idf = Uint8Array.from(ids, (id) => idfByte(Math.log(papers.length / (1 + counts.get(id)!))));
  return { vocabulary: { ids, idf: Float32Array.from(idf, idfOf) }, idf };
}
