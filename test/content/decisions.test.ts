/** Answers of the worker that overtake one another, and what a page shows of its reader's decisions meanwhile. */
import { expect, it } from 'vitest';
import type { PageModel, Row } from '../../src/content/model.ts';
import type { MarkChange } from '../../src/core/mark.ts';
import type { EntryState } from '../../src/core/messages.ts';
import { madeModel, madeRow } from './made-row.ts';
import { state as madeState } from './made-state.ts';

const ID = 'arxiv:1';
const SAVE: MarkChange = { saved: true };

const state = (more: Partial<EntryState> = {}) => madeState(ID, { isNew: true, ...more });

function page(known?: EntryState): { model: PageModel; row: Row } {
  const row = madeRow(ID);
  const model = madeModel([row]);
  if (known) model.put(ID, known);
  return { model, row };
}

it('a decision is shown at once, and as the worker tells it in the end', () => {
  const { model, row } = page(state());
  expect(model.decide(ID, SAVE)).toEqual([row]);
  expect(row.state).toMatchObject({ saved: true, isNew: true });
  model.decided(ID, SAVE, state({ saved: true, savedAt: '2026-03-17T09:00:00.000Z', isNew: false }));
  expect(row.state).toMatchObject({ saved: true, savedAt: '2026-03-17T09:00:00.000Z', isNew: false });
});

it('one that could not be stored is shown no more', () => {
  const { model, row } = page(state({ tags: ['kept'] }));
  model.decide(ID, SAVE);
  model.decided(ID, SAVE);
  expect(row.state).toEqual(state({ tags: ['kept'] }));
});

it('one made before the worker told anything is shown with its first word, which knows nothing of it', () => {
  const { model, row } = page();
  const asked = model.ask();
  model.decide(ID, SAVE);
  expect(row.state).toBeUndefined();
  model.put(ID, state(), asked);
  expect(row.state).toMatchObject({ saved: true });
});

it('an answer from before a decision that comes after it changes nothing the reader decides', () => {
  const { model, row } = page(state());
  const asked = model.ask();
  model.decide(ID, SAVE);
  model.decided(ID, SAVE, state({ saved: true, savedAt: '2026-03-17T09:00:00.000Z' }));
  model.put(ID, state({ flagged: true, abstract: 'Found meanwhile.', dim: ['topic: Robots'] }), asked);
  expect(row.state).toEqual(
    state({
      saved: true,
      savedAt: '2026-03-17T09:00:00.000Z',
      abstract: 'Found meanwhile.',
      dim: ['topic: Robots'],
    }),
  );
  // what is asked later is believed
  model.put(ID, state({ flagged: true }), model.ask());
  expect(row.state).toMatchObject({ saved: false, flagged: true });
  expect(row.state).not.toHaveProperty('savedAt');
});

it('the answer to one decision leaves the next one as it is shown, and a failure takes back its own only', () => {
  const { model, row } = page(state());
  const back: MarkChange = { saved: false, dismissed: false };
  const flag: MarkChange = { flagged: true };
  model.decide(ID, SAVE);
  model.decide(ID, back);
  model.decide(ID, flag);
  expect(row.state).toMatchObject({ saved: false, flagged: true });
  model.decided(ID, SAVE, state({ saved: true }));
  expect(row.state).toMatchObject({ saved: false, flagged: true });
  model.decided(ID, back);
  expect(row.state).toMatchObject({ saved: true, flagged: true });
  model.decided(ID, flag, state({ saved: true, flagged: true }));
  expect(row.state).toMatchObject({ saved: true, flagged: true });
});

it('a failure is forgotten: what was asked before it counts', () => {
  const { model, row } = page(state());
  const asked = model.ask();
  model.decide(ID, SAVE);
  model.decided(ID, SAVE);
  model.put(ID, state({ saved: true }), asked);
  expect(row.state).toMatchObject({ saved: true });
});

it('a paper told under another id takes its decisions along', () => {
  const { model, row } = page();
  model.decide(ID, SAVE);
  model.decided(ID, SAVE, state({ id: 'doi:10.1/x', saved: true }));
  expect(row.state).toMatchObject({ id: 'doi:10.1/x', saved: true });
  model.decide('doi:10.1/x', { saved: false });
  expect(row.state).toMatchObject({ saved: false });
});
