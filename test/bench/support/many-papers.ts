/** As many papers as a bench wants: real ones as far as they go, then their titles, authors and abstracts put together anew. */
import type { Entry } from '../../../src/core/paper.ts';
import { entries } from './papers.ts';

/** Real ones at hand, at least. */
const REAL = 60_000;

/** Step between the papers that lend a title and an abstract: prime, so that each pair is new. */
const STEP = 7_919;

export async function manyEntries(count: number): Promise<{ entries: Entry[]; real: number }> {
  const { entries: found, real } = await entries(Math.min(count, REAL));
  const out = found.slice(0, count);
  for (let n = out.length; n < count; n++) {
    const title = found[n % found.length] as Entry;
    const text = found[(n * STEP + 1) % found.length] as Entry;
    const authors = found[(n * STEP + 2) % found.length] as Entry;
    const number = `26${String(13 + Math.floor(n / 99_999)).padStart(2, '0')}.${String(n % 99_999).padStart(5, '0')}`;
    out.push({
      ...text,
      id: `arxiv:${number}`,
      title: `${title.title} ${n}`,
      authors: authors.authors,
      links: {
        ...text.links,
        page: `https://arxiv.org/abs/${number}`,
        pdf: `https://arxiv.org/pdf/${number}`,
      },
      position: n + 1,
    });
  }
  return { entries: out, real: real ? Math.min(found.length, count) : 0 };
}
