/** The library's search, held by the worker only while the reader is typing into the address bar. */
import type { PaperId } from '../core/paper.ts';
import { loadIndex, type SearchIndex } from '../storage/index.ts';
import { topicLabel } from '../topics/index.ts';

/** How long after the last look the index is kept, in ms. */
const KEPT_MS = 20_000;

let index: Promise<SearchIndex> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

function release(): void {
  const held = index;
  index = undefined;
  void held?.then(
    (one) => one.close(),
    () => undefined, // it never opened
  );
}

/** Works with the library's search, which is kept for some seconds afterwards. @throws ManiculeError */
export async function withIndex<T>(work: (index: SearchIndex) => Promise<T>): Promise<T> {
  clearTimeout(timer);
  timer = setTimeout(release, KEPT_MS);
  index ??= loadIndex();
  try {
    return await work(await index);
  } catch (error) {
    release();
    throw error;
  }
}

/** Ids of at most `most` papers that meet what was typed, the best first; papers that were only met behind the others. @throws ManiculeError */
export async function findPapers(typed: string, most: number): Promise<PaperId[]> {
  if (typed.trim() === '') return [];
  return withIndex(async (search) => {
    const found = new Set<PaperId>();
    for (const view of ['marked', 'met'] as const) {
      if (found.size >= most) break;
      const { ids } = await search.search(typed, { view, topic: topicLabel });
      for (const id of ids.slice(0, most)) found.add(id);
    }
    return [...found].slice(0, most);
  });
}
