/** How many parts the stored search index has. */
import type { Page } from 'playwright-core';
import { crowded } from '../../../src/storage/search-update.ts';

interface Parts {
  papers: number[];
  rest: number[];
}

/** In an extension page, by plain IndexedDB. */
const partsIn = (page: Page): Promise<Parts> =>
  page.evaluate(
    () =>
      new Promise<Parts>((done, failed) => {
        const opening = indexedDB.open('manicule');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const asked = db.transaction('meta').objectStore('meta').get('searchParts');
          asked.onerror = () => failed(asked.error);
          asked.onsuccess = () => {
            const list = asked.result as { parts: { papers: number }[]; rest?: number[] };
            db.close();
            done({ papers: list.parts.map(({ papers }) => papers), rest: list.rest ?? [] });
          };
        };
      }),
  );

/** Waits until parts that can be put together are; the papers of each. */
export async function untilTidy(page: Page): Promise<number[]> {
  for (;;) {
    const { papers, rest } = await partsIn(page);
    if (!crowded(papers, Number.POSITIVE_INFINITY) && rest.length === 0) return papers;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}
