/** Steps of the reader in a page, and taking them back, while the worker stores them or does not. */
import { expect, it, vi } from 'vitest';
import { Actions } from '../../src/content/actions.ts';
import type { PageModel, Row } from '../../src/content/model.ts';
import { madeModel, madeRow } from './made-row.ts';
import { state } from './made-state.ts';
import { type Asked, refused, worker } from './made-worker.ts';

const VISIT = { site: 'arxiv', url: 'https://arxiv.org/list/cs.LG/new', at: '2026-03-17T08:00:00.000Z' };

function page(...ids: string[]): { model: PageModel; rows: Row[]; actions: Actions; said: string[] } {
  const rows = ids.map((id) => madeRow(id));
  const model = madeModel(rows);
  for (const id of ids) model.put(id, state(id));
  const said: string[] = [];
  const actions = new Actions(
    model,
    VISIT,
    (words) => said.push(words),
    () => undefined,
  );
  return { model, rows, actions, said };
}

/** The worker where everything is stored as it is wanted. */
const stored = ({ payload: { id, change } }: Asked) => ({
  state: state(id, change),
  undo: Object.fromEntries(Object.entries(change).map(([key, value]) => [key, !value])),
});

const settled = (asked: Asked[], count: number) => vi.waitFor(() => expect(asked).toHaveLength(count));
const changes = (asked: Asked[]) => asked.map(({ payload: { id, change } }) => [id, change]);

it('a step that could not be stored is none that can be taken back', async () => {
  const asked = worker((one) => (one.payload.id === 'b' ? refused : stored(one)));
  const { rows, actions, said } = page('a', 'b');
  actions.toggle(rows[0] as Row, 'saved');
  actions.toggle(rows[1] as Row, 'saved');
  await vi.waitFor(() => expect(said.at(-1)).toBe('The disk is full.'));
  expect(rows.map((row) => row.state?.saved)).toEqual([true, false]);
  actions.undo();
  await settled(asked, 3);
  expect(changes(asked).at(-1)).toEqual(['a', { saved: false }]);
});

it('an undo that could not be stored can be tried again', async () => {
  let full = false;
  const asked = worker((one) => (full ? refused : stored(one)));
  const { rows, actions, said } = page('a');
  const [row] = rows as [Row];
  actions.toggle(row, 'saved');
  await settled(asked, 1);
  await vi.waitFor(() => expect(row.underway).toEqual([]));
  full = true;
  actions.undo();
  await vi.waitFor(() => expect(said.at(-1)).toBe('The disk is full.'));
  expect(row.state?.saved).toBe(true);
  full = false;
  actions.undo();
  await settled(asked, 3);
  await vi.waitFor(() => expect(row.state?.saved).toBe(false));
  expect(changes(asked)).toEqual([
    ['a', { saved: true }],
    ['a', { saved: false }],
    ['a', { saved: false }],
  ]);
  actions.undo();
  expect(said.at(-1)).toBe('pageNoUndo $1');
});

it('a step that a lost worker had stored already can be taken back', async () => {
  let saved = false;
  const asked = worker(({ payload: { id, change } }) => {
    const undo = { saved, dismissed: false };
    saved = change.saved;
    return asked.length === 1 ? undefined : { state: state(id, { saved }), undo };
  });
  const { rows, actions } = page('a');
  const [row] = rows as [Row];
  actions.toggle(row, 'saved');
  await settled(asked, 2);
  await vi.waitFor(() => expect(row.underway).toEqual([]));
  actions.undo();
  await settled(asked, 3);
  expect(changes(asked).at(-1)).toEqual(['a', { saved: false, dismissed: false }]);
  await vi.waitFor(() => expect(row.state?.saved).toBe(false));
});
