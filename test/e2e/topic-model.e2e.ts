/** The trained model in the worker of the built extension: the same topics as anywhere else, and old papers tagged again. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { readTopicModel } from '../../scripts/lib/topic-model.ts';
import { topicsVersion } from '../../src/core/own-topics.ts';
import type { Paper } from '../../src/core/paper.ts';
import { TOPICS_VERSION, tag } from '../../src/topics/index.ts';
import { type Chromium, launchChromium } from './chromium.ts';
import { DIGEST_URL, digestPage, PAPERS } from './made-pages.ts';
import { until } from './marks.ts';
import { type Server, serve } from './server.ts';
import { stored } from './stored.ts';

let server: Server;
let chromium: Chromium;
let options: Page;

beforeAll(async () => {
  server = await serve();
  server.add(DIGEST_URL, digestPage(PAPERS));
  chromium = await launchChromium({ server, viewport: { width: 1280, height: 4000 } });
  options = await chromium.open('src/ui/options/index.html');
});
afterAll(async () => {
  await chromium?.close();
  await server?.close();
});

const version = topicsVersion(TOPICS_VERSION, {});
const papers = async (): Promise<Paper[]> => (await stored(options, 'papers')) as Paper[];
const allOfVersion = async (count: number): Promise<boolean> => {
  const all = await papers();
  return all.length === count && all.every((paper) => paper.topicsVersion === version);
};

/** One more stored paper, as an older version left it, which tagged all there were. */
const putOld = (paper: Paper): Promise<void> =>
  options.evaluate(
    (value) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('manicule');
        opening.onerror = () => failed(opening.error);
        opening.onsuccess = () => {
          const tx = opening.result.transaction(['papers', 'meta'], 'readwrite');
          tx.objectStore('papers').put(value);
          tx.objectStore('meta').put({ version: 1, done: 1 }, 'retagged');
          tx.oncomplete = () => {
            opening.result.close();
            done();
          };
        };
      }),
    paper,
  );

it('papers met on a page get the topics that the command line gives them', async () => {
  await chromium.visit(DIGEST_URL);
  await until('all stored', () => allOfVersion(PAPERS.length));
  const model = readTopicModel();
  for (const paper of await papers()) expect(paper.topics, paper.title).toEqual(tag(paper, model));
  expect(await stored(options, 'log')).toEqual([]);
});

it('a paper that an older version tagged gets its topics anew, without being met', async () => {
  const [paper] = await papers();
  await putOld({
    ...(paper as Paper),
    ...{ id: 'arxiv:2501.00001', aliases: [], topics: [{ id: 'games', score: 1 }], topicsVersion: 1 },
  });
  await chromium.killWorker();
  await chromium.visit(DIGEST_URL);
  await until('tagged again', () => allOfVersion(PAPERS.length + 1));
  const again = (await papers()).find(({ id }) => id === 'arxiv:2501.00001');
  expect(again?.topics).toEqual(paper?.topics);
});
