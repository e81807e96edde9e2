// @vitest-environment jsdom
/** When a page asks how well its papers fit. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followFits } from '../../src/content/fit.ts';
import type { PageModel } from '../../src/content/model.ts';
import { madeModel, madeRow } from './made-row.ts';
import { state } from './made-state.ts';
import { refused, worker } from './made-worker.ts';

let page = new AbortController();
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  page.abort();
  page = new AbortController();
  vi.useRealTimers();
});

const IDS = ['a', 'b', 'c'];

function listing(): PageModel {
  const model = madeModel(IDS.map((id) => madeRow(id)));
  for (const id of IDS) model.put(id, state(id));
  return model;
}

const wait = () => vi.advanceTimersByTimeAsync(2_000);
const fits = (ids: string[]) => Object.fromEntries(ids.map((id) => [id, { score: 50, why: [] }]));
const scores = (model: PageModel) => model.rows.map(({ fit }) => fit?.score);
const follow = (model: PageModel) =>
  followFits(
    model,
    () => true,
    () => undefined,
    page.signal,
  );

it('asks again once more of its papers are saved than when too few were', async () => {
  let saved = 0;
  const asked = worker(({ payload: { ids } }) =>
    saved < 2
      ? { enough: false, saved, needed: 2, fits: {} }
      : { enough: true, saved, needed: 2, fits: fits(ids) },
  );
  const model = listing();
  follow(model);
  model.changed();
  await wait();
  model.changed();
  await wait();
  expect(asked).toHaveLength(1);
  expect(model.relevance).toEqual({ enough: false, saved: 0, needed: 2 });
  for (const id of ['a', 'b']) {
    model.put(id, state(id, { saved: true }));
    saved++;
    model.changed();
    await wait();
  }
  expect(asked.map(({ payload }) => payload.ids)).toEqual([IDS, IDS, IDS]);
  expect(scores(model)).toEqual([50, 50, 50]);
  model.changed();
  await wait();
  expect(asked).toHaveLength(3);
});

it('asks again after an answer that did not come', async () => {
  let ready = false;
  const asked = worker(({ payload: { ids } }) =>
    ready ? { enough: true, saved: 5, needed: 2, fits: fits(ids) } : refused,
  );
  const model = listing();
  follow(model);
  model.changed();
  await wait();
  expect(scores(model)).toEqual([undefined, undefined, undefined]);
  ready = true;
  model.changed();
  await wait();
  expect(asked).toHaveLength(2);
  expect(scores(model)).toEqual([50, 50, 50]);
});
