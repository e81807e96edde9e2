/** A library of a year and a bit, put into the database as it would stand there after reading. */
import type { Page } from 'playwright-core';
import type { Raw } from './stored.ts';

export interface MadeLibrary {
  papers: Raw[];
  marks: Raw[];
}

const TOPICS = ['llm-agents', 'reasoning', 'llm-safety', 'long-context', 'interpretability', 'privacy'];
const SITES = ['arxiv', 'huggingface', 'openreview'];
const NAMES = [
  'Ada Lovelace',
  'Émile Žižek',
  'Grace Hopper',
  '山田 太郎',
  'Bo Li',
  'Noor Haddad',
  'Mary Jackson',
];

/** `count` papers over the last `days` days before `now`, more of them lately; every fifth saved a day after. */
export function madeLibrary(count: number, days: number, now: Date): MadeLibrary {
  const papers: Raw[] = [];
  const marks: Raw[] = [];
  for (let n = 0; n < count; n++) {
    const back = Math.floor(days * (n / count) ** 1.5);
    const at = new Date(now.getFullYear(), now.getMonth(), now.getDate() - back, 8, n % 60).toISOString();
    const id = `arxiv:2601.${String(n).padStart(5, '0')}`;
    const site = SITES[((n * n) % 7) % SITES.length] as string;
    papers.push({
      id,
      title: `A made paper, number ${n}`,
      authors: [NAMES[n % NAMES.length], NAMES[(n * n) % NAMES.length]],
      abstract: `What number ${n} says.`,
      published: at.slice(0, 10),
      categories: ['cs.CL'],
      links: { page: `https://arxiv.org/abs/${id.slice(6)}`, code: [], project: [] },
      aliases: [],
      topics: [{ id: TOPICS[((n * 7) % 11) % TOPICS.length], score: 0.9 }],
      topicsVersion: 1,
      seen: { count: 1, first: { at, site }, last: { at, site }, bySite: { [site]: at } },
    });
    if (n % 5 !== 0) continue;
    const saved = new Date(Math.min(now.getTime(), Date.parse(at) + 86_400_000)).toISOString();
    marks.push({ id, saved: { value: true, at: saved }, savedAt: saved, listedAt: saved });
  }
  return { papers, marks };
}

/** Stores them past the extension's own code; the search index takes them in when it is opened. */
export const putLibrary = (page: Page, library: MadeLibrary): Promise<void> =>
  page.evaluate(
    ({ papers, marks }) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('manicule');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const db = opening.result;
          const tx = db.transaction(['papers', 'marks', 'stale', 'meta'], 'readwrite');
          for (const paper of papers) tx.objectStore('papers').put(paper);
          for (const mark of marks) tx.objectStore('marks').put(mark);
          tx.objectStore('stale').add({ after: '' });
          tx.objectStore('meta').put({ papers: papers.length, saved: marks.length, flagged: 0 }, 'counts');
          tx.onabort = () => failed(tx.error);
          tx.oncomplete = () => {
            db.close();
            done();
          };
        };
      }),
    library,
  );
