/** Runs in an extension page: looks up what is related to papers and what may be double, as the search worker does. */
import { changeMarks, loadIndex, type SearchIndex } from '../../../src/storage/index.ts';
import { allDuplicates } from '../../../src/ui/shared/duplicates-work.ts';
import { aroundPaper } from '../../../src/ui/shared/related-work.ts';

let index: SearchIndex | undefined;

/** Loads the index and waits until every stored paper is in it; ms. */
async function openIndex(): Promise<number> {
  const began = performance.now();
  index = await loadIndex({ mergeUpTo: Number.POSITIVE_INFINITY });
  await index.settled();
  return performance.now() - began;
}

/** What is related to each of `ids`: ms each took, and how many were found in all. */
async function lookAround(
  ids: readonly string[],
  among: 'library' | 'met',
): Promise<{ ms: number[]; found: number }> {
  const ms: number[] = [];
  let found = 0;
  for (const id of ids) {
    const began = performance.now();
    found += (await aroundPaper(index as SearchIndex, id, among)).related.length;
    ms.push(performance.now() - began);
  }
  return { ms, found };
}

/** Marks one paper after another; ms each took until it was in the index. */
async function editAll(ids: readonly string[]): Promise<number[]> {
  const ms: number[] = [];
  for (const id of ids) {
    const began = performance.now();
    await changeMarks([{ id, change: { tags: { bench: true } } }], new Date().toISOString());
    // what was changed is announced in a task of its own
    await new Promise((resolve) => setTimeout(resolve, 0));
    await index?.settled();
    ms.push(performance.now() - began);
  }
  return ms;
}

/** Every pair that may be one paper; ms. */
async function lookForDuplicates(): Promise<{ ms: number; found: number }> {
  const began = performance.now();
  const { length } = await allDuplicates();
  return { ms: performance.now() - began, found: length };
}

const closeIndex = (): void => index?.close();

Object.assign(globalThis, { openIndex, lookAround, editAll, lookForDuplicates, closeIndex });
